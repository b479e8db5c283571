import { tell } from './tell.ts';

const repository = '123456789012.dkr.ecr.eu-west-1.amazonaws.com/fraud';
const of = (image: string) => ({ 'endpoint-config-name': '', image: `${repository}${image}` });
const byTag = of(':latest');
const byDigest = of(`@sha256:${'7a'.repeat(32)}`);

tell('moved-tags', {
  'asked-for-again': {
    title:
      'An image that serves by its tag is not said to be what the tag stands for now; one that serves by its digest needs no such words.',
    inputs: byTag,
    next: [{ inputs: byTag }, { inputs: { ...byTag, mode: 'plan' } }],
    variations: { 'by its digest': { inputs: byDigest, next: [{ inputs: byDigest }] } },
  },
});
