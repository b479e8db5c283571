import { expect, it } from '@jest/globals';
import { audienceOf, subjectHint } from '../../src/domain/role.ts';
import { inLog } from '../../src/domain/text/log.ts';

it.each([
  ['aws', 'sts.amazonaws.com'],
  ['aws-us-gov', 'sts.amazonaws.com'],
  ['aws-cn', 'sts.amazonaws.com.cn'],
])('a token for a role in %s is for %s', (partition, audience) => {
  expect(audienceOf({ arn: `arn:${partition}:iam::123456789012:role/a` })).toBe(audience);
});

const immutable = 'The subjects of this repository are immutable';
const environment = 'In a job with `environment:`';

it.each<[subject: string, beginnings: readonly string[]]>([
  ['repo:acme/fraud:environment:production', [environment]],
  ['repo:acme/fraud:ref:refs/heads/main', ['In a job without `environment:`']],
  ['repo:acme/fraud:pull_request', ['On a pull request']],
  ['repo:acme@1/fraud@2:environment:production', [immutable, environment]],
  ['something of their own', []],
  ['', []],
])('%s: %j', (subject, beginnings) => {
  const hint = subjectHint(subject).map(inLog).join(' ');
  expect(hint === '').toBe(beginnings.length === 0);
  for (const beginning of beginnings) expect(hint).toContain(beginning);
  expect(hint.includes(immutable)).toBe(beginnings.includes(immutable));
});
