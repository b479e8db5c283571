import { describe, expect, it } from '@jest/globals';
import { type JourneyOptions, travel } from './journey.ts';

const plan = { mode: 'plan' };
const noKeys = {
  AWS_ACCESS_KEY_ID: undefined,
  AWS_SECRET_ACCESS_KEY: undefined,
  AWS_SESSION_TOKEN: undefined,
};

/** The step's error, and how long it took to come. */
async function refusal(options: JourneyOptions) {
  const { run, simulator } = await travel({ inputs: plan, ...options });
  expect(run.outputs.outcome).toBe('failed');
  const seconds = (simulator.clock.now() - Date.parse('2026-03-02T09:00:00Z')) / 1000;
  return { message: run.annotations[0]?.message ?? '', seconds };
}

describe('credentials that cannot be used are named at once', () => {
  it.each([
    ['AWS_ACCESS_KEY_ID', 'ASIAIOSFODNN7EXAMPLE\n', 'AWS_ACCESS_KEY_ID holds a line break'],
    ['AWS_SESSION_TOKEN', 'simulated session-token', 'AWS_SESSION_TOKEN holds a space'],
    ['AWS_SECRET_ACCESS_KEY', 'wJalr\u200b', 'AWS_SECRET_ACCESS_KEY holds a character that is not'],
  ])('%s as %j', async (name, value, words) => {
    const { message, seconds } = await refusal({ env: { [name]: value } });
    expect(message).toContain(words);
    expect(message).toContain('Store the secret again without it');
    expect(message).not.toContain(value.trim());
    expect(seconds).toBeLessThan(5);
  });

  it('where there are none', async () => {
    const { message, seconds } = await refusal({ env: noKeys });
    expect(message).toContain('Failed: there is no plan for fraud-prod by this run');
    expect(message).toContain('This job has no AWS credentials that can be used.');
    expect(message).toContain('Set `role-to-assume`');
    expect(seconds).toBeLessThan(5);
  });

  it.each([
    [
      'AWS_SECRET_ACCESS_KEY',
      { AWS_SECRET_ACCESS_KEY: '' },
      'AWS_ACCESS_KEY_ID is set, and AWS_SECRET_ACCESS_KEY is empty',
    ],
    [
      'AWS_ACCESS_KEY_ID',
      { AWS_ACCESS_KEY_ID: undefined },
      'AWS_SECRET_ACCESS_KEY is set, and AWS_ACCESS_KEY_ID is empty',
    ],
    [
      'the profile of AWS_PROFILE',
      { ...noKeys, AWS_PROFILE: 'absent' },
      'AWS_PROFILE is absent: check that the files of the AWS SDK on this runner have that profile',
    ],
  ])('where %s is missing', async (_, env, words) => {
    const { message, seconds } = await refusal({ env });
    expect(message).toContain('This job has no AWS credentials that can be used.');
    expect(message).toContain(words);
    expect(message).not.toContain('Set `role-to-assume`');
    expect(seconds).toBeLessThan(5);
  });

  it('where a profile is set beside keys, which the SDK leaves aside', async () => {
    const { message, seconds } = await refusal({ env: { AWS_PROFILE: 'absent' } });
    expect(message).toContain('AWS_PROFILE is set beside AWS_ACCESS_KEY_ID');
    expect(seconds).toBeLessThan(5);
  });
});

describe('a role session that was just opened', () => {
  const role = 'arn:aws:iam::123456789012:role/deployer';
  const withRole = (calls: [number, number]): JourneyOptions => ({
    idToken: 'write',
    env: noKeys,
    inputs: { ...plan, 'role-to-assume': role },
    arrange: ({ sts, sagemaker }) => {
      sts.addRole('deployer', {});
      sagemaker.inject({ kind: 'expired-credentials', operation: 'DescribeEndpoint', calls });
    },
  });

  it('may be refused three times in a row', async () => {
    const { run } = await travel(withRole([1, 4]));
    expect(run.outputs.outcome).toBe('planned');
    expect(run.log).not.toContain('credentials');
  });

  it('and is told as that where it stays refused: the role is set already', async () => {
    const { message, seconds } = await refusal(withRole([1, 100]));
    expect(message).toContain(
      `AWS does not accept the session of ${role} that this job has opened.`,
    );
    expect(message).not.toContain('Set `role-to-assume`');
    expect(seconds).toBeLessThan(60);
  });
});
