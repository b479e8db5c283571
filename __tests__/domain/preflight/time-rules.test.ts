import { describe, expect, it } from '@jest/globals';
import type { DeploymentConfig } from '../../../src/domain/deployment-config.ts';
import { variant } from '../snapshots.ts';
import {
  canary,
  configOf,
  instances,
  linear,
  linesOf,
  missing,
  percent,
  rolling,
  type Told,
  variantOf,
} from './facts.ts';

const hour = 3600;
const unguarded =
  'warning serverless-unguarded: AllTraffic is serverless, and the rollout asks for traffic in steps and alarms.';

/** A canary of one with these waits and this limit, all in seconds. */
const waits = (wait: number, termination: number, limit?: number): DeploymentConfig =>
  canary(instances(1), {
    TrafficRoutingConfiguration: {
      Type: 'CANARY',
      WaitIntervalInSeconds: wait,
      CanarySize: instances(1),
    },
    TerminationWaitInSeconds: termination,
    ...(limit !== undefined && { MaximumExecutionTimeoutInSeconds: limit }),
  });

describe('waits and the time limit', () => {
  it.each<[line: string | undefined, deployment: DeploymentConfig]>([
    [
      'error waits-fit-limit: The waits add up to 15 min, the whole rollout takes 17 min 15 s at best, and it may take 10 min.',
      waits(600, 300, 600),
    ],
    [
      'error waits-fit-limit: The waits add up to 10 min, the whole rollout takes 12 min 15 s at best, and it may take 10 min.',
      waits(300, 300, 600),
    ],
    [
      'warning waits-fit-limit: The waits add up to 9 min, the whole rollout takes 11 min 15 s at best, and it may take 10 min.',
      waits(300, 240, 600),
    ],
    [
      'error waits-fit-limit: The waits add up to 15 min, the whole rollout takes 21 min 45 s at best, and it may take 10 min.',
      rolling(instances(1), 600),
    ],
    [undefined, waits(300, 120, 600)],
    [undefined, waits(300, 165, 600)],
    [undefined, waits(3600, 3600)],
    [undefined, rolling(instances(1), hour)],
  ])('%s', (line, deployment) => {
    expect(linesOf({ deployment })).toEqual(line ? [line] : []);
  });

  it('do not matter to a creation: its deployment configuration is for later', () => {
    const told: Told = { endpoint: missing, serving: missing, createEndpoint: true };
    expect(linesOf({ ...told, deployment: waits(600, 300, 600) })).toEqual([]);
  });

  it('a serverless fleet has no instances to launch one by one', () => {
    const config = configOf({ VariantName: 'AllTraffic', ModelName: 'm', ServerlessConfig: {} });
    const told: Told = { config, serving: config, deployment: waits(300, 240, 600) };
    expect(linesOf(told)).toEqual([
      unguarded,
      'warning waits-fit-limit: The waits add up to 9 min, the whole rollout takes 11 min 15 s at best, and it may take 10 min.',
    ]);
  });

  it('the largest variant counts', () => {
    const [small, large] = [
      variantOf({ InitialInstanceCount: 2 }),
      variantOf({ VariantName: 'Large', InitialInstanceCount: 4 }),
    ];
    const variants = [variant(2, 2), { ...variant(4, 4), name: 'Large' }];
    const config = configOf(large, small);
    const lines = linesOf({
      config,
      endpoint: { variants },
      deployment: rolling(instances(1), 900),
    });
    expect(lines).toContain(
      'error waits-fit-limit: The waits add up to 20 min, the whole rollout takes 29 min at best, and it may take 15 min.',
    );
  });

  it('batches of the new fleet count', () => {
    const config = configOf(variantOf({ InitialInstanceCount: 8 }));
    const deployment = rolling(instances(1), hour);
    expect(linesOf({ config, deployment })).toEqual([]);
    expect(linesOf({ config, deployment: rolling(instances(1), 1800) })).toEqual([
      'error waits-fit-limit: The waits add up to 40 min, the whole rollout takes 58 min at best, and it may take 30 min.',
    ]);
  });
});

describe("the worst case and the job's limit", () => {
  const ten = {
    config: configOf(variantOf({ InitialInstanceCount: 20 })),
    endpoint: { variants: [variant(20, 20)] },
  };
  const deployment = rolling(instances(1));
  const line =
    'warning worst-case-fits-job: At worst, with a rollback at its end, the rollout takes 8 h 30 min.';

  it('on a hosted runner six hours are all there is', () => {
    expect(linesOf({ ...ten, deployment })).toEqual([line]);
  });

  it.each<[what: string, told: Told]>([
    ['on an own runner there is no such limit', { isHostedRunner: false }],
    ['no one watches', { request: { watch: 'start-only' } }],
    ['it has a limit of its own', { deployment: rolling(instances(1), 5 * hour) }],
    ['it is short', { deployment: waits(hour, hour) }],
  ])('%s', (_, told) => {
    expect(linesOf({ ...ten, deployment, ...told })).toEqual([]);
  });

  it('six hours to the second are enough, one more is not', () => {
    const limited = (limit: number) =>
      linesOf({ ...ten, deployment: rolling(instances(1), limit) });
    expect(limited(6 * hour - 1800)).toEqual([]);
    expect(limited(6 * hour - 1799)).toHaveLength(1);
  });
});

describe('the worst case and wait-timeout', () => {
  const deployment = waits(300, 120);
  it.each<[line: string | undefined, waitTimeoutSeconds: number | undefined]>([
    [
      'warning worst-case-fits-watch: The rollout takes 9 min 15 s at best; it is watched for 5 min.',
      300,
    ],
    [
      'warning worst-case-fits-watch: The rollout may take 1 h 7 min, with a rollback at its end; it is watched for 1 h.',
      hour,
    ],
    [
      'warning worst-case-fits-watch: The rollout may take 1 h 7 min, with a rollback at its end; it is watched for 9 min 15 s.',
      555,
    ],
    [undefined, 4020],
    [undefined, undefined],
  ])('%s', (line, waitTimeoutSeconds) => {
    expect(
      linesOf({
        deployment,
        request: { deployment: { kind: 'given', config: deployment }, waitTimeoutSeconds },
      }),
    ).toEqual(line ? [line] : []);
  });

  it('a serverless fleet takes its steps in percent', () => {
    const config = configOf({ VariantName: 'AllTraffic', ModelName: 'm', ServerlessConfig: {} });
    const tenths = { kind: 'given', config: linear(percent(10)) } as const;
    const request = { deployment: tenths, waitTimeoutSeconds: 1800 };
    expect(linesOf({ config, serving: config, request })).toEqual([
      unguarded,
      'warning worst-case-fits-watch: The rollout takes 47 min 15 s at best; it is watched for 30 min.',
    ]);
  });

  it('does not matter where no one watches', () => {
    expect(linesOf({ request: { waitTimeoutSeconds: 60, watch: 'start-only' } })).toEqual([]);
  });
});

describe('reusing the last deployment', () => {
  const request = { deployment: { kind: 'last' } } as const;
  const lastDeploymentConfig = canary(instances(1));
  const failureReason = 'One or more configured alarm is in ALARM state: [fraud-5xx].';

  it.each<[line: string | undefined, told: Told]>([
    [
      `warning reuses-rolled-back-deployment: The last deployment did not succeed: ${failureReason}`,
      { endpoint: { lastDeploymentConfig, failureReason } },
    ],
    [
      'warning nothing-to-reuse: Endpoint fraud has no last deployment configuration.',
      { endpoint: { lastDeploymentConfig: undefined } },
    ],
    [undefined, { endpoint: { lastDeploymentConfig } }],
    [undefined, { endpoint: { lastDeploymentConfig, failureReason: '' } }],
    [undefined, { endpoint: missing, serving: missing, createEndpoint: true }],
  ])('%s', (line, told) => {
    expect(linesOf({ request, ...told })).toEqual(line ? [line] : []);
  });

  it('a rollback that failed is told by the status', () => {
    const endpoint = { lastDeploymentConfig, status: 'UpdateRollbackFailed' };
    expect(linesOf({ request, endpoint })).toContain(
      'warning reuses-rolled-back-deployment: The last deployment did not succeed: UpdateRollbackFailed',
    );
  });

  it('an old failure does not matter to a deployment with settings of its own', () => {
    const endpoint = { lastDeploymentConfig, failureReason };
    expect(linesOf({ endpoint })).toEqual([]);
    expect(linesOf({ endpoint, deployment: lastDeploymentConfig })).toEqual([]);
  });
});
