import type { Simulator } from '../../simulator/simulator.ts';
import type { RoleOptions } from '../../simulator/sts/roles.ts';
import { canary } from '../journeys/journey.ts';
import { tell } from './tell.ts';
import type { Leg } from './transcript.ts';

const role = 'arn:aws:iam::123456789012:role/deployer';
const trust: RoleOptions = { subject: 'repo:acme/fraud:ref:refs/heads/main' };
/** Of a minute: they are renewed in the middle of the watch. */
const short: RoleOptions = { ...trust, sessionSeconds: 60 };

/** The job has a token and a role, and no credentials. */
function byRole(
  { arrange, inputs, ...others }: Leg = {},
  options: RoleOptions = trust,
): Omit<Leg, 'beside'> {
  return {
    idToken: 'write',
    env: {
      AWS_ACCESS_KEY_ID: undefined,
      AWS_SECRET_ACCESS_KEY: undefined,
      AWS_SESSION_TOKEN: undefined,
    },
    inputs: { 'role-to-assume': role, ...inputs },
    arrange: async (simulator) => {
      simulator.sts.addRole('deployer', options);
      await arrange?.(simulator);
    },
    ...others,
  };
}

/** Runs something in the bake of a canary. */
function whileBaking(act: (simulator: Simulator) => void): Pick<Leg, 'inputs' | 'arrange'> {
  return {
    inputs: canary,
    arrange: (simulator) => simulator.sagemaker.when({ stage: 'baking' }, () => act(simulator)),
  };
}

const wide = {
  VariantName: 'AllTraffic',
  ModelName: 'fraud-v2',
  InstanceType: 'ml.m5.xlarge',
  InitialInstanceCount: 8,
} as const;

tell('role', {
  'for-eight-hours': {
    title: 'A role that is assumed by the token of the job outlives its sessions of one hour.',
    ...byRole({
      inputs: {
        ...{ 'endpoint-config-name': 'fraud-wide', strategy: 'linear', 'linear-step-size': '10%' },
        ...{ 'wait-interval': '1h', 'termination-wait': '50m' },
      },
      arrange: ({ sagemaker }) =>
        sagemaker.addEndpointConfig('fraud-wide', { ProductionVariants: [wide] }),
    }),
  },
  'without-permission': {
    title: 'Mistakes about the role are named before anything is called.',
    inputs: { 'role-to-assume': role, 'role-duration': '5m' },
  },
  'of-another-environment': {
    title: 'A role whose policy names the branch is refused to a job with an environment.',
    ...byRole({ given: 'The job has `environment: production`.', environment: 'production' }),
  },
  'of-other-subjects': {
    title: 'A role whose policy gives names is refused to a repository whose subjects have ids.',
    ...byRole({ given: 'The repository’s subjects are immutable.', subjects: 'immutable' }),
  },
  'trouble-with-tokens': {
    title:
      'GitHub that answers 500 for a while, and a policy that is put right within two minutes, are waited out.',
    ...byRole(
      {
        given: 'GitHub gives no token in the bake, and the role is gone at the final bake.',
        inputs: { ...canary, 'poll-interval': '15s' },
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
    ),
  },
  'no-tokens-any-more': {
    title:
      'Where GitHub never gives a token again, the watch ends in time, and says what it does not know.',
    ...byRole(
      {
        given: 'GitHub gives no token any more from the bake on.',
        ...whileBaking(({ idTokens }) => idTokens.addFault({ kind: 'hang' })),
        inputs: { ...canary, 'wait-timeout': '5m' },
      },
      short,
    ),
  },
  'trouble-with-sts': {
    title: 'STS that throttles, fails, and cannot reach GitHub is waited out.',
    ...byRole(
      {
        faults: [
          { kind: 'throttling', operation: 'AssumeRoleWithWebIdentity', calls: [3, 6] },
          { kind: 'service-unavailable', operation: 'AssumeRoleWithWebIdentity', calls: [7, 9] },
        ],
        given: 'In the final bake STS cannot reach GitHub, then does not know its keys.',
        inputs: canary,
        arrange: ({ sagemaker, sts }) =>
          sagemaker.when({ stage: 'final-bake' }, () =>
            sts.refuse('idp-communication-error', 'no-keys', 'no-keys'),
          ),
      },
      short,
    ),
  },
  'taken-away': {
    title: 'A role that is taken away for good ends without a verdict, not as a failed rollout.',
    ...byRole(
      {
        given: 'The role is gone from the bake on.',
        ...whileBaking(({ sts }) => sts.changeRole(role, undefined)),
      },
      short,
    ),
  },
});
