import { describe, expect, it } from '@jest/globals';
import type { DeploymentConfig } from '../../../src/domain/deployment-config.ts';
import {
  alarmOf,
  type Change,
  canaryOfOne,
  cpu,
  foundOf,
  foundOfErrors,
  idsOf,
  latency,
  place,
} from './alarm-facts.ts';
import {
  configOf,
  findingsOf,
  instances,
  linear,
  missing,
  percent,
  rolling,
  type Told,
  variantOf,
} from './facts.ts';

const fleetOf = (InitialInstanceCount: number) => configOf(variantOf({ InitialInstanceCount }));
const canaryOf = (size: ReturnType<typeof percent>): DeploymentConfig => ({
  BlueGreenUpdatePolicy: {
    TrafficRoutingConfiguration: { Type: 'CANARY', WaitIntervalInSeconds: 300, CanarySize: size },
    TerminationWaitInSeconds: 600,
  },
});
const allAtOnce: DeploymentConfig = {
  BlueGreenUpdatePolicy: {
    TrafficRoutingConfiguration: { Type: 'ALL_AT_ONCE', WaitIntervalInSeconds: 0 },
    TerminationWaitInSeconds: 600,
  },
};

describe('an alarm on the average of errors sees the share of the new instances', () => {
  it.each<[seen: string | undefined, threshold: number, count: number, told: DeploymentConfig]>([
    [undefined, 0.33, 3, canaryOfOne],
    ['1 of 3 instances failing every request, the alarm errors sees 33 %', 0.34, 3, canaryOfOne],
    ['1 of 3 instances failing every request, the alarm errors sees 33 %', 0.5, 3, canaryOfOne],
    ['1 of 3 instances failing every request, the alarm errors sees 33 %', 1, 3, canaryOfOne],
    [undefined, 0.5, 2, canaryOfOne],
    [undefined, 0.1, 20, canaryOf(percent(10))],
    [
      '2 of 20 instances failing every request, the alarm errors sees 10 %',
      0.11,
      20,
      canaryOf(percent(10)),
    ],
    // Less than one instance is one.
    [
      '1 of 40 instances failing every request, the alarm errors sees 2.5 %',
      0.05,
      40,
      canaryOf(percent(1)),
    ],
    [
      '1 of 4 instances failing every request, the alarm errors sees 25 %',
      0.3,
      4,
      linear(instances(1)),
    ],
    [undefined, 0.25, 4, linear(instances(1))],
    [
      '2 of 8 instances failing every request, the alarm errors sees 25 %',
      0.3,
      8,
      rolling(percent(25)),
    ],
    [undefined, 0.99, 3, allAtOnce],
  ])('%s (%d, %d instances)', (seen, threshold, count, deployment) => {
    const lines = foundOfErrors({ threshold }, { deployment, config: fleetOf(count) });
    const line = `warning alarm-diluted: With ${seen} (Average of InvocationModelErrors); its threshold is ${Number((100 * threshold).toPrecision(6))} %.`;
    expect(lines).toEqual(seen === undefined ? [] : [line]);
  });

  it.each<[why: string, threshold: number, deployment: DeploymentConfig]>([
    [
      'It cannot trip before the final bake, when all traffic is on the new fleet.',
      0.5,
      canaryOfOne,
    ],
    [
      'It cannot trip before bake 2 of 3, when the new fleet has 67 % of the traffic.',
      0.5,
      linear(instances(1)),
    ],
    [
      'It cannot trip before bake 2 of 3, when the new fleet has 67 % of the traffic.',
      0.5,
      rolling(instances(1)),
    ],
    [
      'It cannot trip before the final bake, when all traffic is on the new fleet.',
      0.7,
      rolling(instances(1)),
    ],
  ])('and trips no earlier than that: %s', (why, threshold, deployment) => {
    expect(whysOf({ threshold }, { deployment })).toEqual([why]);
  });

  it('or never, where no bake follows', () => {
    const deployment = {
      BlueGreenUpdatePolicy: { ...canaryOfOne.BlueGreenUpdatePolicy, TerminationWaitInSeconds: 0 },
    } as DeploymentConfig;
    expect(whysOf({ threshold: 0.5 }, { deployment })).toEqual([
      'It cannot trip in this rollout: no bake of a minute or more gives the new fleet enough of the requests.',
    ]);
  });

  it('of its own variant, and nothing else than the new fleet where it watches that alone', () => {
    const config = configOf(
      variantOf({ VariantName: 'Main', InitialInstanceCount: 20 }),
      variantOf({ InitialInstanceCount: 2 }),
    );
    const of = (VariantName: string) => ({
      threshold: 0.5,
      metric: { dimensions: { ...place, VariantName } },
    });
    expect(idsOf(foundOfErrors(of('Main'), { config }))).toEqual(['warning alarm-diluted']);
    expect(idsOf(foundOfErrors(of('AllTraffic'), { config }))).toEqual([
      'remark alarm-set-variant',
    ]);
    const dimensions = { ...place, EndpointConfigName: 'fraud-v2' };
    expect(foundOfErrors({ threshold: 0.9, metric: { dimensions } })).toEqual([]);
  });

  it('and where all of them have to fail, that is told where it can be', () => {
    const lines = foundOfErrors({ threshold: 1 }, { deployment: allAtOnce });
    expect(lines).toEqual([
      'remark alarm-every-request: The alarm errors trips where Average of InvocationModelErrors is at least 1: where every request fails.',
    ]);
  });
});

describe('a statistic shows a third of bad requests, or not', () => {
  const ofLatency = { threshold: 500_000, metric: { name: 'ModelLatency' } };
  it.each<[id: string | undefined, statistic: string, change: Change]>([
    [undefined, 'Average', ofLatency],
    [undefined, 'Maximum', ofLatency],
    [undefined, 'p99', ofLatency],
    [undefined, 'p67', ofLatency],
    ['remark alarm-diluted', 'p50', ofLatency],
    ['warning alarm-diluted', 'Minimum', ofLatency],
    ['warning alarm-statistic', 'SampleCount', ofLatency],
    [undefined, 'tm90', ofLatency],
    [undefined, 'Maximum', { threshold: 1 }],
    [undefined, 'Sum', { threshold: 100 }],
    ['warning alarm-diluted', 'Minimum', { threshold: 1 }],
    ['warning alarm-diluted', 'p50', { threshold: 1 }],
    [undefined, 'p90', { threshold: 1 }],
    ['warning alarm-statistic', 'SampleCount', { threshold: 1 }],
  ])('%s: %s', (id, statistic, { metric, ...change }) => {
    const alarm = alarmOf({ ...change, metric: { ...metric, statistic } });
    const lines = foundOf({ errors: alarmOf(), alarm });
    expect(idsOf(lines)).toEqual(id === undefined ? [] : [id]);
  });
});

describe('a threshold can be out of reach, or always exceeded', () => {
  const percents = { namespace: '/aws/sagemaker/Endpoints', name: 'MemoryUtilization' };
  it.each<[line: string | undefined, change: Change]>([
    [
      'warning alarm-cannot-trip: The alarm errors trips where Average of InvocationModelErrors is more than 1.',
      { threshold: 1, comparison: 'GreaterThanThreshold' },
    ],
    [
      'warning alarm-cannot-trip: The alarm errors trips where Maximum of InvocationModelErrors is at least 2.',
      { threshold: 2, metric: { statistic: 'Maximum' } },
    ],
    [undefined, { threshold: 2, metric: { statistic: 'Sum' } }],
    [
      'warning alarm-cannot-trip: The alarm errors trips where Average of InvocationModelErrors is less than 0.',
      { threshold: 0, comparison: 'LessThanThreshold' },
    ],
    [
      'warning alarm-upside-down: The alarm errors trips where Sum of InvocationModelErrors is less than 5.',
      { threshold: 5, comparison: 'LessThanThreshold', metric: { statistic: 'Sum' } },
    ],
    [
      'warning alarm-upside-down: The alarm errors trips where Average of InvocationModelErrors is at most 0.',
      { threshold: 0, comparison: 'LessThanOrEqualToThreshold' },
    ],
    [
      'warning alarm-upside-down: The alarm errors trips where Average of InvocationModelErrors is at least 0: it always is.',
      { threshold: 0 },
    ],
    [
      'warning alarm-upside-down: The alarm errors trips where Average of InvocationModelErrors is more than -1: it always is.',
      { threshold: -1, comparison: 'GreaterThanThreshold' },
    ],
  ])('%s', (line, change) => {
    expect(foundOfErrors(change)).toEqual(line === undefined ? [] : [line]);
  });

  it.each<[id: string | undefined, change: Change]>([
    ['warning alarm-cannot-trip', { threshold: 101, metric: percents }],
    [undefined, { threshold: 90, metric: percents }],
    // Each core has a hundred percent.
    [undefined, { threshold: 350, metric: { ...percents, name: 'CPUUtilization' } }],
    ['remark alarm-milliseconds', { threshold: 999, metric: { name: 'ModelLatency' } }],
    [undefined, { threshold: 1000, metric: { name: 'ModelLatency' } }],
    [undefined, { threshold: undefined, comparison: 'GreaterThanUpperThreshold' }],
    [
      undefined,
      { threshold: 10, comparison: 'LessThanThreshold', metric: { name: 'Invocations' } },
    ],
  ])('%s: %j', (id, change) => {
    const lines = foundOf({ errors: alarmOf(), alarm: alarmOf(change) });
    expect(idsOf(lines)).toEqual(id === undefined ? [] : [id]);
  });

  it('a threshold that was meant in percent or milliseconds is told as it should be', () => {
    const remedy = (change: Change) => remediesOf(change)[0];
    expect(remedy({ threshold: 5 })).toBe(
      'Set its Threshold to 0.05 for 5 % of the requests, or its Statistic to Sum.',
    );
    expect(remedy({ threshold: 300, metric: { name: 'ModelLatency' } })).toBe(
      'Set its Threshold to 300000 if 300 ms are meant.',
    );
  });
});

/** What one alarm beside one on latency is told of. */
function oneOf(change: Change, { deployment = canaryOfOne, ...told }: Told = {}) {
  const alarms = { errors: alarmOf(change), latency };
  return findingsOf({
    ...told,
    deployment: {
      ...deployment,
      AutoRollbackConfiguration: {
        Alarms: Object.keys(alarms).map((AlarmName) => ({ AlarmName })),
      },
    },
    alarms: Object.fromEntries(
      Object.entries(alarms).map(([name, value]) => [name, { kind: 'found', value }]),
    ),
  }).filter(({ id }) => id.startsWith('alarm-') && !id.startsWith('alarm-set-'));
}
const whysOf = (...args: Parameters<typeof oneOf>) => oneOf(...args).map(({ why }) => String(why));
const remediesOf = (...args: Parameters<typeof oneOf>) =>
  oneOf(...args).map(({ remedy }) => String(remedy));

describe('alarms are judged only where they guard an update', () => {
  const blind = { threshold: 5 };
  it.each<[what: string, told: Told]>([
    ['an endpoint to be created', { endpoint: missing, serving: missing, createEndpoint: true }],
    ['a rollback by hand', { request: { source: { kind: 'back', name: 'fraud-v2' } } }],
    ['the configuration serves already', { endpoint: { configName: 'fraud-v2' } }],
    [
      'a serverless endpoint',
      {
        config: configOf({ VariantName: 'AllTraffic', ServerlessConfig: {} }),
        serving: configOf({ VariantName: 'AllTraffic', ServerlessConfig: {} }),
      },
    ],
  ])('not for %s', (_, told) => {
    expect(foundOfErrors(blind, told)).toEqual([]);
    expect(idsOf(foundOfErrors(blind))).toEqual(['warning alarm-cannot-trip']);
  });

  it('a fleet that no one can count is not judged by shares', () => {
    const config = configOf(variantOf({ InitialInstanceCount: undefined as never }));
    expect(foundOfErrors({ threshold: 0.5 }, { config })).toEqual([]);
  });

  it('utilization is judged by time and range alone', () => {
    expect(foundOf({ errors: alarmOf(), cpu })).toEqual([]);
  });
});
