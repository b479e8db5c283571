import type { Simulator } from '../../simulator/simulator.ts';
import { tell } from './tell.ts';
import type { Leg } from './transcript.ts';

type More = Readonly<Record<string, string>>;

const repository = '123456789012.dkr.ecr.eu-west-1.amazonaws.com/fraud';

/** Rolls out the nth image, in a model and a configuration that the action makes. */
function image(version: number, more: More = {}): Leg {
  const inputs = { 'endpoint-config-name': '', image: `${repository}:${version}`, ...more };
  return { inputs: { 'poll-interval': '2m', ...inputs } };
}

tell('clean-up', {
  'older-versions': {
    title:
      'The plan says which older versions would be deleted, and the rollout deletes them after its success.',
    ...image(1),
    next: [
      image(2),
      image(3, { 'keep-versions': '1', mode: 'plan' }),
      image(3, { 'keep-versions': '1' }),
    ],
  },
  'not-all-known': {
    title:
      'Where it cannot be read which transform jobs run, no model is deleted, and the rollout is deployed all the same.',
    ...image(1),
    next: [
      image(2),
      {
        ...image(3, { 'keep-versions': '1' }),
        given: 'The role may not list transform jobs.',
        arrange: ({ sagemaker }: Simulator) =>
          sagemaker.inject({ kind: 'access-denied', operation: 'ListTransformJobs' }),
      },
    ],
  },
});
