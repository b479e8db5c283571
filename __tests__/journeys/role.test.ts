import { describe, expect, it } from '@jest/globals';
import type { RoleOptions } from '../../simulator/sts/roles.ts';
import { canary, type Journey, type JourneyOptions, travel } from './journey.ts';
import { autoScaled, otherType } from './scaled.ts';

const role = 'arn:aws:iam::123456789012:role/deployer';
const noKeys = {
  AWS_ACCESS_KEY_ID: undefined,
  AWS_SECRET_ACCESS_KEY: undefined,
  AWS_SESSION_TOKEN: undefined,
};
const subject = 'repo:acme/fraud:ref:refs/heads/main';

/** A canary by a role and nothing else, polled often; what is not said of the role is as it should be. */
function travelByRole(
  { arrange, inputs, ...options }: JourneyOptions = {},
  trust: RoleOptions = { subject },
): Promise<Journey> {
  return travel({
    idToken: 'write',
    env: noKeys,
    inputs: { ...canary, 'poll-interval': '15s', 'role-to-assume': role, ...inputs },
    arrange: async (simulator) => {
      simulator.sts.addRole('deployer', trust);
      await arrange?.(simulator);
    },
    ...options,
  });
}

/** What is said of roles, `transcripts/role.test.ts` shows. */
describe('a role that is assumed by the token of the job', () => {
  it('outlives its sessions of a few seconds', async () => {
    const trust = { subject, sessionSeconds: 7 };
    const { run, simulator } = await travelByRole(
      { inputs: { 'role-session-name': 'nightly', 'role-duration': '15m' } },
      trust,
    );
    expect(run.outputs.outcome).toBe('deployed');
    expect(simulator.sts.requests.length).toBeGreaterThan(30);
    const [first] = simulator.sts.requests;
    expect(first?.input).toMatchObject({ RoleSessionName: 'nightly', DurationSeconds: 900 });
    expect(simulator.sagemaker.requests.filter(({ error }) => error)).toEqual([]);
  });

  it('goes before the credentials of the environment, and so does its region', async () => {
    const { run, simulator } = await travelByRole({
      env: { AWS_REGION: 'us-east-1', AWS_DEFAULT_REGION: undefined },
      inputs: { 'aws-region': 'eu-west-1' },
    });
    expect(run.outputs.outcome).toBe('deployed');
    const services = [simulator.sagemaker, simulator.cloudwatch];
    const regions = services.flatMap(({ requests }) => requests.map(({ region }) => region));
    expect([...new Set(regions)]).toEqual(['eu-west-1']);
  });

  it('removes and restores auto scaling by sessions of a few seconds, in the region of the input', async () => {
    const { run, simulator } = await travelByRole(
      {
        env: { ...noKeys, AWS_REGION: 'us-east-1', AWS_DEFAULT_REGION: undefined },
        inputs: { ...otherType, 'canary-size': '20%', 'aws-region': 'eu-west-1' },
        arrange: autoScaled,
      },
      { subject, sessionSeconds: 7 },
    );
    expect(run.outputs.outcome).toBe('deployed');
    const { requests, standing } = simulator.scaling;
    expect(requests.map(({ operation }) => operation)).toContain('PutScheduledAction');
    expect([...new Set(requests.map(({ region }) => region))]).toEqual(['eu-west-1']);
    expect(standing).toMatchObject([{ policies: [{}], actions: [{}] }]);
  });
});
