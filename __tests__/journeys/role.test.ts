import { describe, expect, it } from '@jest/globals';
import type { Simulator } from '../../simulator/simulator.ts';
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

/** A canary by a role and nothing else, with many looks; what is not said of the role is as it should be. */
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

/** Runs something in the bake of the canary. */
function whileBaking(
  action: (simulator: Simulator) => void,
): NonNullable<JourneyOptions['arrange']> {
  return (simulator) => simulator.sagemaker.when({ stage: 'baking' }, () => action(simulator));
}

describe('a role that is assumed by the token of the job', () => {
  it('outlives its sessions of one hour in a rollout of eight', async () => {
    const variant = {
      VariantName: 'AllTraffic',
      ModelName: 'fraud-v2',
      InstanceType: 'ml.m5.xlarge',
      InitialInstanceCount: 8,
    } as const;
    const { run, simulator } = await travelByRole({
      inputs: {
        'endpoint-config-name': 'fraud-wide',
        strategy: 'linear',
        'canary-size': '',
        'linear-step-size': '10%',
        'wait-interval': '1h',
        'termination-wait': '50m',
        'poll-interval': '90s',
      },
      arrange: ({ sagemaker }) =>
        sagemaker.addEndpointConfig('fraud-wide', { ProductionVariants: [variant] }),
    });
    expect(run.outputs).toMatchObject({ outcome: 'deployed' });
    expect(Number(run.outputs['duration-seconds'])).toBeGreaterThan(7.8 * 3600);
    const { requests } = simulator.sts;
    expect(requests.map(({ error }) => error)).toEqual(Array(9).fill(undefined));
    expect(requests[0]?.input).toMatchObject({
      RoleArn: role,
      RoleSessionName: 'sagemaker-rollout-9001',
      DurationSeconds: 3600,
    });
    const tokens = simulator.idTokens.given.map(({ token }) => token);
    expect(requests.map(({ input }) => input.WebIdentityToken)).toEqual(tokens);
    expect(new Set(tokens).size).toBe(9);
    expect(run.log).not.toContain('credentials-outlast-rollout');
  });

  it('does with sessions of a few seconds', async () => {
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
});

describe('auto scaling under a role', () => {
  it('is removed and restored by sessions of a few seconds, in the region of the input', async () => {
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

describe('a mistake about the role is named before anything is called', () => {
  it('a missing permission, with the others', async () => {
    const { run, simulator } = await travel({
      inputs: { 'role-to-assume': role, 'role-duration': '5m' },
    });
    expect(run.exitCode).toBe(1);
    expect(run.log).toContain(
      `role-to-assume: "${role}" needs a token that this job may not ask for: give the job \`permissions: id-token: write\`. A pull request from a fork never gets one.`,
    );
    expect(run.log).toContain('role-duration: "5m" is too short: write 900s or more.');
    expect(simulator.sagemaker.requests).toEqual([]);
    expect(simulator.sts.requests).toEqual([]);
  });
});

describe('a role that AWS refuses', () => {
  it.each<[what: string, options: JourneyOptions, trust: RoleOptions, told: readonly string[]]>([
    [
      'the policy names the branch, the job has an environment',
      { environment: 'production' },
      { subject },
      [
        '`sub` repo:acme/fraud:environment:production',
        'In a job with `environment:` the subject names the environment, and no branch.',
      ],
    ],
    [
      'the policy gives names, the subject has ids',
      { subjects: 'immutable' },
      { subject },
      [
        '`sub` repo:acme@2342/fraud@481516:ref:refs/heads/main',
        'The subjects of this repository are immutable',
      ],
    ],
  ])('%s: says what to fix, and has changed nothing', async (_, options, trust, told) => {
    const { run, comments, updates } = await travelByRole(options, trust);
    expect(run.outputs.outcome).toBe('failed');
    expect(updates).toEqual([]);
    for (const text of [`AWS did not allow this job to assume ${role}`, ...told]) {
      expect(run.log).toContain(text);
      expect(comments.at(-1)?.body.replaceAll('`', '')).toContain(text.replaceAll('`', ''));
    }
  });
});

describe('trouble with renewing, in the middle of the watch', () => {
  const short = { subject, sessionSeconds: 60 };

  it('GitHub answers 500 for a while, and later a trust policy is put right within a minute: waited out', async () => {
    const { run } = await travelByRole(
      {
        arrange: ({ sagemaker, idTokens, sts, clock }) => {
          sagemaker.when({ stage: 'baking' }, () =>
            idTokens.addFault({ kind: 'server-error', status: 500, calls: [1, 6] }),
          );
          sagemaker.when({ stage: 'final-bake' }, () => {
            sts.changeRole(role, undefined);
            clock.at(clock.now() + 120_000, () => sts.changeRole(role, short));
          });
        },
      },
      short,
    );
    expect(run.outputs.outcome).toBe('deployed');
    expect(run.log).toContain('GitHub failed to issue an OIDC token for this job.');
    expect(run.log).toContain('AWS did not allow this job to assume');
    expect(run.log.match(/AWS answers again\./g)).toHaveLength(2);
  });

  it('GitHub never answers again: the watch ends in time, and says what it does not know', async () => {
    const { run } = await travelByRole(
      {
        inputs: { 'wait-timeout': '5m' },
        arrange: whileBaking(({ idTokens }) => idTokens.addFault({ kind: 'hang' })),
      },
      short,
    );
    expect(run.outputs).toMatchObject({ outcome: 'unknown', 'endpoint-status': 'Updating' });
    expect(run.log).toContain('GitHub could not be reached for an OIDC token.');
    expect(run.log).toContain('The update continues in SageMaker');
  });

  it('STS is throttled, and cannot reach GitHub: waited out', async () => {
    const { run, simulator } = await travelByRole(
      {
        arrange: ({ sagemaker, sts }) => {
          const operation = 'AssumeRoleWithWebIdentity';
          sagemaker.inject({ kind: 'throttling', operation, calls: [3, 6] });
          sagemaker.inject({ kind: 'service-unavailable', operation, calls: [7, 9] });
          sagemaker.when({ stage: 'final-bake' }, () =>
            sts.refuse('idp-communication-error', 'no-keys', 'no-keys'),
          );
        },
      },
      short,
    );
    expect(run.outputs.outcome).toBe('deployed');
    const errors = new Set(simulator.sts.requests.map(({ error }) => error));
    expect([...errors].sort()).toEqual([
      'IDPCommunicationError',
      'InvalidIdentityToken',
      'ServiceUnavailable',
      'Throttling',
      undefined,
    ]);
    expect(run.log).toContain('AWS STS in eu-west-1 is throttling this account.');
  });

  it('a role that is taken away for good is unknown, not a failure of the rollout', async () => {
    const { run, comments } = await travelByRole(
      { arrange: whileBaking(({ sts }) => sts.changeRole(role, undefined)) },
      short,
    );
    expect(run.outputs).toMatchObject({ outcome: 'unknown', 'endpoint-status': 'Updating' });
    expect(run.log).toContain('Not authorized to perform sts:AssumeRoleWithWebIdentity');
    expect(comments.at(-1)?.body).toContain(
      '### Unknown: how the rollout of `fraud-v2` to `fraud-prod` ended',
    );
  });
});
