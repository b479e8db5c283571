import { describe, expect, it } from '@jest/globals';
import type { MetricAlarm } from '../../../src/domain/alarms/alarm.ts';
import type { DeploymentConfig } from '../../../src/domain/deployment-config.ts';
import {
  alarmOf,
  type Change,
  canaryOfOne,
  cpu,
  foundOf,
  foundOfErrors,
  idsOf,
  place,
} from './alarm-facts.ts';
import { configOf, instances, rolling, type Told, variantOf } from './facts.ts';

const over = (periodSeconds: number, datapointsToAlarm = 1): Change => ({
  evaluationPeriods: datapointsToAlarm,
  datapointsToAlarm,
  metric: { periodSeconds },
});
const waiting = (
  WaitIntervalInSeconds: number,
  TerminationWaitInSeconds = 0,
): DeploymentConfig => ({
  BlueGreenUpdatePolicy: {
    TrafficRoutingConfiguration: {
      ...{ Type: 'CANARY', WaitIntervalInSeconds, CanarySize: instances(1) },
    },
    TerminationWaitInSeconds,
  },
});
/** Metrics of the new configuration are published that often. */
const publishing = (MetricsConfig: object): Told => ({
  config: {
    kind: 'found',
    value: { ProductionVariants: [variantOf()], MetricsConfig: { ...MetricsConfig } },
  },
});

describe('an alarm has to come to its verdict in the bake', () => {
  it.each<[id: string | undefined, change: Change, deployment: DeploymentConfig]>([
    [undefined, over(60), waiting(180)],
    ['remark alarm-too-slow', over(60), waiting(179)],
    [undefined, over(60, 3), waiting(300)],
    ['remark alarm-too-slow', over(60, 4), waiting(300)],
    ['remark alarm-too-slow', over(300), waiting(300)],
    // The first datapoint takes a minute to be seen.
    ['warning alarm-too-slow', over(60), waiting(50)],
    ['warning alarm-too-slow', over(300, 2), waiting(300)],
    ['warning alarm-too-slow', over(600, 2), waiting(300, 3600)],
    // Three of five are enough.
    [undefined, { ...over(60, 3), evaluationPeriods: 5 }, waiting(300)],
    [undefined, over(600, 2), waiting(1320)],
  ])('%s: %j', (id, change, deployment) => {
    const lines = foundOf({ errors: alarmOf(change) }, { deployment });
    expect(idsOf(lines)).toEqual(id === undefined ? [] : [id]);
  });

  it.each<[line: string, change: Change, deployment: DeploymentConfig]>([
    [
      'The alarm errors decides on 2 datapoints of 10 min each, and CloudWatch is up to 2 min behind: 22 min. The bake takes 5 min.',
      over(600, 2),
      canaryOfOne,
    ],
    [
      'The alarm errors decides on 5 min of data, and CloudWatch is up to 2 min behind: 7 min. The bake takes 5 min.',
      over(300),
      rolling(instances(1)),
    ],
  ])('%s', (line, change, deployment) => {
    expect(foundOfErrors(change, { deployment }).map((each) => each.replace(/^.*?: /, ''))).toEqual(
      [line],
    );
  });

  it('or there is no bake at all, which is told once', () => {
    expect(foundOf({ errors: alarmOf(over(600)), cpu }, { deployment: waiting(0) })).toEqual([
      'warning alarm-without-bake: The rollout names 2 alarms, and has no bake.',
    ]);
  });
});

describe('a metric has data once a minute, unless the configuration says otherwise', () => {
  const often = { MetricPublishFrequencyInSeconds: 10 };
  const seldom = { EnableEnhancedMetrics: true, MetricPublishFrequencyInSeconds: 300 };
  const ofCpu = (periodSeconds: number): MetricAlarm => {
    const { watches, ...alarm } = cpu;
    return { ...alarm, watches: { ...watches, periodSeconds } as MetricAlarm['watches'] };
  };
  it.each<[id: string | undefined, seconds: number, metrics: object]>([
    ['remark alarm-period', 10, {}],
    ['remark alarm-period', 30, {}],
    [undefined, 60, {}],
    ['remark alarm-period', 10, often],
    [undefined, 10, { ...often, EnableEnhancedMetrics: true }],
    ['remark alarm-too-slow', 60, seldom],
  ])('%s with a period of %d s and %j', (id, seconds, metrics) => {
    const lines = foundOf({ errors: alarmOf(over(seconds)) }, publishing(metrics));
    expect(idsOf(lines)).toEqual(id === undefined ? [] : [id]);
  });

  it('utilization follows the frequency without enhanced metrics', () => {
    const lines = (told: Told) => idsOf(foundOf({ errors: alarmOf(), cpu: ofCpu(10) }, told));
    expect(lines(publishing(often))).toEqual([]);
    expect(lines(publishing({}))).toEqual(['remark alarm-period']);
  });
});

describe('missing data is no error where minutes without requests have none', () => {
  const breaching = { treatMissingData: 'breaching' };
  const ofNew = { dimensions: { ...place, EndpointConfigName: 'fraud-v2' } };
  it.each<[id: string | undefined, change: Change]>([
    ['remark alarm-breaching', breaching],
    ['remark alarm-breaching', { ...breaching, threshold: 9e5, metric: { name: 'ModelLatency' } }],
    ['warning alarm-breaching', { ...breaching, metric: ofNew }],
    [undefined, { ...breaching, threshold: 9e5, metric: { name: 'Invocations' } }],
    [
      'warning alarm-breaching',
      { ...breaching, threshold: 9e5, metric: { name: 'Invocations', ...ofNew } },
    ],
    [undefined, { treatMissingData: 'notBreaching' }],
    [undefined, { treatMissingData: 'ignore', metric: ofNew }],
  ])('%s: %j', (id, change) => {
    const lines = foundOf({ errors: alarmOf(), alarm: alarmOf(change) });
    expect(idsOf(lines)).toEqual(id === undefined ? [] : [id]);
  });

  it('and of instances there are data always', () => {
    expect(foundOf({ errors: alarmOf(), cpu: { ...cpu, ...breaching } })).toEqual([]);
  });
});

it('a variant that scales by itself is judged by its time all the same', () => {
  const config = configOf(variantOf({ ManagedInstanceScaling: { Status: 'ENABLED' } }));
  expect(idsOf(foundOfErrors(over(600, 2), { config }))).toContain('warning alarm-too-slow');
});
