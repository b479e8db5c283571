import { describe, expect, it } from '@jest/globals';
import type { CapacitySize, DeploymentConfig } from '../../src/domain/deployment-config.ts';
import { longestWatchSeconds, worstCaseSeconds } from '../../src/domain/expectation.ts';
import type { JsonObject } from '../../src/domain/json.ts';
import { slowestLaunchSeconds } from '../../src/domain/launch.ts';
import { endpoint, variant } from './snapshots.ts';

const hour = 3600;
/** Half an hour for a rollback, ten minutes of margin. */
const reserve = 2400;

const percent = (Value: number): CapacitySize => ({ Type: 'CAPACITY_PERCENT', Value });
const instances = (Value: number): CapacitySize => ({ Type: 'INSTANCE_COUNT', Value });
const rolling = (size: CapacitySize, wait: number): DeploymentConfig => ({
  RollingUpdatePolicy: { MaximumBatchSize: size, WaitIntervalInSeconds: wait },
});
const linear = (size: CapacitySize, wait: number): DeploymentConfig => ({
  BlueGreenUpdatePolicy: {
    TrafficRoutingConfiguration: {
      Type: 'LINEAR',
      WaitIntervalInSeconds: wait,
      LinearStepSize: size,
    },
  },
});
const canary: DeploymentConfig = {
  BlueGreenUpdatePolicy: {
    TrafficRoutingConfiguration: {
      Type: 'CANARY',
      WaitIntervalInSeconds: 300,
      CanarySize: percent(10),
    },
    TerminationWaitInSeconds: 120,
  },
};
const limited: DeploymentConfig = {
  BlueGreenUpdatePolicy: {
    TrafficRoutingConfiguration: { Type: 'ALL_AT_ONCE', WaitIntervalInSeconds: 0 },
    MaximumExecutionTimeoutInSeconds: 900,
  },
};

describe('the longest time that an update of three instances can take', () => {
  it.each<[what: string, config: DeploymentConfig, forward: number]>([
    ['all at once: half an hour for the new fleet', {}, 1800],
    ['canary: its bake and the final one besides', canary, 1800 + 300 + 120],
    ['linear by 25 %: four bakes', linear(percent(25), 600), 1800 + 4 * 600],
    ['linear by 30 %: four bakes, the last step is smaller', linear(percent(30), 600), 4200],
    ['linear by two instances: two bakes', linear(instances(2), 600), 1800 + 2 * 600],
    ['rolling by 50 %: three batches, if that is one instance', rolling(percent(50), 300), 6300],
    ['rolling by one instance: three batches', rolling(instances(1), 300), 3 * (1800 + 300)],
    ['rolling by 5 %: never more than eight hours', rolling(percent(5), 300), 8 * hour],
    ['a limit of its own: no longer than that', limited, 900],
  ])('%s', (_, config, forward) => {
    expect(worstCaseSeconds({ kind: 'given', config }, endpoint())).toBe(forward + reserve);
  });
});

describe('where the deployment configuration comes from', () => {
  const last = endpoint({ lastDeploymentConfig: canary });

  it('the last one, where it is reused', () => {
    expect(worstCaseSeconds({ kind: 'last' }, last)).toBe(1800 + 420 + reserve);
  });

  it("SageMaker's default, where nothing is given, whatever the last one was", () => {
    expect(worstCaseSeconds({ kind: 'default' }, last)).toBe(1800 + reserve);
  });

  it('the default too, where the last one is to be reused and there is none', () => {
    expect(worstCaseSeconds({ kind: 'last' }, endpoint())).toBe(1800 + reserve);
  });
});

describe('the instances that count', () => {
  const byOne = { kind: 'given', config: rolling(instances(1), 0) } as const;

  it('are those of the largest variant', () => {
    const two = endpoint({ variants: [variant(2, 2), variant(4, 4)] });
    expect(worstCaseSeconds(byOne, two)).toBe(4 * 1800 + reserve);
  });

  it.each([
    ['a serverless endpoint', [variant(undefined, undefined)]],
    ['an endpoint scaled to nothing', [variant(0, 0)]],
    ['an endpoint without variants', []],
  ])('are one at least: %s', (_, variants) => {
    expect(worstCaseSeconds(byOne, endpoint({ variants }))).toBe(1800 + reserve);
  });
});

it('no watch lasts longer than eight hours and forty minutes', () => {
  expect(longestWatchSeconds).toBe(8 * hour + reserve);
});

describe('the time-outs that the configuration gives itself', () => {
  const launch = (...variants: readonly JsonObject[]) =>
    slowestLaunchSeconds({ ProductionVariants: variants });
  const slow = {
    ModelDataDownloadTimeoutInSeconds: 3600,
    ContainerStartupHealthCheckTimeoutInSeconds: 3600,
  };

  it('count in the launch, those of the slowest variant, shadow ones too', () => {
    expect(launch({})).toBe(1800);
    expect(launch({}, slow)).toBe(600 + 7200);
    expect(launch({ VariantInstanceProvisionTimeoutInSeconds: 3000 })).toBe(3000 + 1200);
    expect(
      slowestLaunchSeconds({ ProductionVariants: [{}], ShadowProductionVariants: [slow] }),
    ).toBe(7800);
  });

  it('never make the launch shorter than it is known to be', () => {
    expect(launch({ ContainerStartupHealthCheckTimeoutInSeconds: 60 })).toBe(1800);
    expect(slowestLaunchSeconds(undefined)).toBe(1800);
  });

  it('count in the worst case: 75 minutes of launch are within it', () => {
    const worst = worstCaseSeconds({ kind: 'default' }, endpoint(), launch(slow));
    expect(worst).toBe(7800 + 2600 + 600);
  });
});

describe('the batches of a rolling rollback', () => {
  const twenty = endpoint({ variants: [variant(20, 20)] });
  const worst = (rollback: CapacitySize | undefined) =>
    worstCaseSeconds(
      {
        kind: 'given',
        config: {
          RollingUpdatePolicy: {
            MaximumBatchSize: { Type: 'INSTANCE_COUNT', Value: 10 },
            WaitIntervalInSeconds: 0,
            ...(rollback && { RollbackMaximumBatchSize: rollback }),
          },
        },
      },
      twenty,
    );

  it('count in the worst case: 20 of them, of 170 seconds each, are within it', () => {
    const one = { Type: 'INSTANCE_COUNT', Value: 1 } as const;
    expect(worst(one) - worst(undefined)).toBe(20 * 600 - 1800);
    expect(worst({ Type: 'CAPACITY_PERCENT', Value: 100 })).toBe(worst(undefined));
  });
});
