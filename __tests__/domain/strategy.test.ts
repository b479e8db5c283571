import { describe, expect, it } from '@jest/globals';
import type { CapacitySize } from '../../src/domain/deployment-config.ts';
import { violationsOf } from '../../src/domain/deployment-rules.ts';
import { draftOf, type StrategyInputs } from '../../src/domain/strategy.ts';

const nothing: StrategyInputs = {
  strategy: 'all-at-once',
  canarySize: undefined,
  linearStepSize: undefined,
  rollingBatchSize: undefined,
  rollbackBatchSize: undefined,
  waitIntervalSeconds: undefined,
  terminationWaitSeconds: undefined,
  maxExecutionTimeoutSeconds: undefined,
  alarms: [],
};

const tenPercent: CapacitySize = { Type: 'CAPACITY_PERCENT', Value: 10 };
const two: CapacitySize = { Type: 'INSTANCE_COUNT', Value: 2 };

describe('the deployment configuration that a strategy asks for, member for member', () => {
  it('canary', () => {
    const draft = draftOf({
      ...nothing,
      strategy: 'canary',
      canarySize: tenPercent,
      waitIntervalSeconds: 300,
      terminationWaitSeconds: 120,
      maxExecutionTimeoutSeconds: 3600,
      alarms: ['fraud-5xx', 'fraud-latency'],
    });
    expect(draft).toStrictEqual({
      BlueGreenUpdatePolicy: {
        TrafficRoutingConfiguration: {
          Type: 'CANARY',
          WaitIntervalInSeconds: 300,
          CanarySize: { Type: 'CAPACITY_PERCENT', Value: 10 },
        },
        TerminationWaitInSeconds: 120,
        MaximumExecutionTimeoutInSeconds: 3600,
      },
      AutoRollbackConfiguration: {
        Alarms: [{ AlarmName: 'fraud-5xx' }, { AlarmName: 'fraud-latency' }],
      },
    });
    expect(violationsOf(draft ?? {})).toEqual([]);
  });

  it('linear', () => {
    const draft = draftOf({
      ...nothing,
      strategy: 'linear',
      linearStepSize: two,
      waitIntervalSeconds: 60,
    });
    expect(draft).toStrictEqual({
      BlueGreenUpdatePolicy: {
        TrafficRoutingConfiguration: {
          Type: 'LINEAR',
          WaitIntervalInSeconds: 60,
          LinearStepSize: { Type: 'INSTANCE_COUNT', Value: 2 },
        },
      },
    });
    expect(violationsOf(draft ?? {})).toEqual([]);
  });

  it('rolling', () => {
    const draft = draftOf({
      ...nothing,
      strategy: 'rolling',
      rollingBatchSize: tenPercent,
      rollbackBatchSize: two,
      waitIntervalSeconds: 0,
      maxExecutionTimeoutSeconds: 600,
      alarms: ['fraud-5xx'],
    });
    expect(draft).toStrictEqual({
      RollingUpdatePolicy: {
        MaximumBatchSize: { Type: 'CAPACITY_PERCENT', Value: 10 },
        WaitIntervalInSeconds: 0,
        MaximumExecutionTimeoutInSeconds: 600,
        RollbackMaximumBatchSize: { Type: 'INSTANCE_COUNT', Value: 2 },
      },
      AutoRollbackConfiguration: { Alarms: [{ AlarmName: 'fraud-5xx' }] },
    });
    expect(violationsOf(draft ?? {})).toEqual([]);
  });

  it('rolling with what it needs and nothing else', () => {
    expect(
      draftOf({ ...nothing, strategy: 'rolling', rollingBatchSize: two, waitIntervalSeconds: 60 }),
    ).toStrictEqual({
      RollingUpdatePolicy: {
        MaximumBatchSize: { Type: 'INSTANCE_COUNT', Value: 2 },
        WaitIntervalInSeconds: 60,
      },
    });
  });
});

describe('all at once', () => {
  const routed = (WaitIntervalInSeconds: number) => ({
    TrafficRoutingConfiguration: { Type: 'ALL_AT_ONCE', WaitIntervalInSeconds },
  });

  it("with nothing else asked for is SageMaker's own default: nothing is sent", () => {
    expect(draftOf(nothing)).toBeUndefined();
  });

  it.each<[what: string, asked: Partial<StrategyInputs>, policy: object]>([
    ['a bake', { waitIntervalSeconds: 300 }, routed(300)],
    ['a bake of no time', { waitIntervalSeconds: 0 }, routed(0)],
    [
      'a wait before the old fleet ends',
      { terminationWaitSeconds: 120 },
      { ...routed(0), TerminationWaitInSeconds: 120 },
    ],
    [
      'a limit',
      { maxExecutionTimeoutSeconds: 1800 },
      { ...routed(0), MaximumExecutionTimeoutInSeconds: 1800 },
    ],
  ])('with %s', (_, asked, policy) => {
    expect(draftOf({ ...nothing, ...asked })).toStrictEqual({ BlueGreenUpdatePolicy: policy });
  });

  it('with an alarm', () => {
    expect(draftOf({ ...nothing, alarms: ['fraud-5xx'] })).toStrictEqual({
      BlueGreenUpdatePolicy: routed(0),
      AutoRollbackConfiguration: { Alarms: [{ AlarmName: 'fraud-5xx' }] },
    });
  });
});

describe('what a strategy needs and was not given stays missing, so that it can be told', () => {
  it.each<[strategy: StrategyInputs['strategy'], missing: string[]]>([
    [
      'canary',
      [
        'BlueGreenUpdatePolicy.TrafficRoutingConfiguration.WaitIntervalInSeconds',
        'BlueGreenUpdatePolicy.TrafficRoutingConfiguration.CanarySize',
      ],
    ],
    [
      'linear',
      [
        'BlueGreenUpdatePolicy.TrafficRoutingConfiguration.WaitIntervalInSeconds',
        'BlueGreenUpdatePolicy.TrafficRoutingConfiguration.LinearStepSize',
      ],
    ],
    [
      'rolling',
      ['RollingUpdatePolicy.MaximumBatchSize', 'RollingUpdatePolicy.WaitIntervalInSeconds'],
    ],
  ])('%s', (strategy, missing) => {
    const draft = draftOf({ ...nothing, strategy });
    expect(violationsOf(draft ?? {}).map(({ place }) => place)).toEqual(missing);
  });
});
