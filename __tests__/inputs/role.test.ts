import { describe, expect, it } from '@jest/globals';
import { readInputs } from '../../src/inputs/inputs.ts';
import { mistakesIn, needed, read, surroundings, type With } from './workflow.ts';

const arn = 'arn:aws:iam::123456789012:role/team/deployer';

describe('a role to assume', () => {
  it('has a session name of the run, and sessions of an hour', () => {
    expect(read({ 'role-to-assume': arn }).role).toEqual({
      arn,
      sessionName: 'sagemaker-rollout-9001',
      durationSeconds: 3600,
    });
  });

  it.each(['arn:aws-cn:iam::123456789012:role/a', 'arn:aws-us-gov:iam::123456789012:role/a'])(
    'may be of any partition: %s',
    (other) => expect(read({ 'role-to-assume': other }).role?.arn).toBe(other),
  );

  it.each([
    ['15m', 900],
    ['12h', 43_200],
  ])('may have sessions of %s', (duration, seconds) => {
    const role = { 'role-to-assume': arn, 'role-duration': duration, 'role-session-name': 'a@b' };
    expect(read(role).role).toEqual({ arn, sessionName: 'a@b', durationSeconds: seconds });
  });

  it('has a session name of 64 characters at most', () => {
    const texts: With = { ...needed, 'role-to-assume': arn };
    const { role } = readInputs((input) => texts[input] ?? '', {
      ...surroundings('eu-west-1'),
      runId: '9'.repeat(100),
    });
    expect(role?.sessionName).toHaveLength(64);
  });
});

describe('the region', () => {
  it('that is given goes before that of the environment', () => {
    expect(read({ 'aws-region': 'us-gov-west-1' }).region).toBe('us-gov-west-1');
  });

  it('that is given is enough', () => {
    expect(mistakesIn({ 'aws-region': 'eusc-de-east-1' }, '')).toEqual([]);
  });
});

const noArn = 'is not a valid role ARN: write it like arn:aws:iam::123456789012:role/deployer.';
const noSessionName =
  'is not a valid session name: write 2 to 64 letters, digits and any of _+=,.@-';

describe('a mistake is named', () => {
  it.each<[line: string, written: With]>([
    [
      'aws-region: "Ireland" is not a valid region name: write it like eu-west-1.',
      { 'aws-region': 'Ireland' },
    ],
    [`role-to-assume: "deployer" ${noArn}`, { 'role-to-assume': 'deployer' }],
    [
      `role-to-assume: "arn:aws:iam::123456789012:user/a" ${noArn}`,
      { 'role-to-assume': 'arn:aws:iam::123456789012:user/a' },
    ],
    [
      `role-session-name: "a b" ${noSessionName}`,
      { 'role-to-assume': arn, 'role-session-name': 'a b' },
    ],
    [
      `role-session-name: "a" ${noSessionName}`,
      { 'role-to-assume': arn, 'role-session-name': 'a' },
    ],
    [
      'role-duration: "14m" is too short: write 900s or more.',
      { 'role-to-assume': arn, 'role-duration': '14m' },
    ],
    [
      'role-duration: "13h" is too long: write 43200s or less.',
      { 'role-to-assume': arn, 'role-duration': '13h' },
    ],
    [
      'role-session-name: "nightly" has no role: set `role-to-assume`, or remove it.',
      { 'role-session-name': 'nightly' },
    ],
    [
      'role-duration: "2h" has no role: set `role-to-assume`, or remove it.',
      { 'role-duration': '2h' },
    ],
  ])('%s', (line, written) => {
    expect(mistakesIn(written)).toEqual([line]);
  });

  it('where the job may not ask for tokens, beside the others', () => {
    const texts: With = { ...needed, 'role-to-assume': 'deployer' };
    const reading = () =>
      readInputs((input) => texts[input] ?? '', {
        ...surroundings('eu-west-1'),
        idTokens: 'not-offered',
      });
    expect(reading).toThrow(
      `2 inputs are wrong:\n- role-to-assume: "deployer" ${noArn}\n- role-to-assume: "deployer" needs a token that this job may not ask for: give the job \`permissions: id-token: write\`. A pull request from a fork never gets one.`,
    );
  });
});
