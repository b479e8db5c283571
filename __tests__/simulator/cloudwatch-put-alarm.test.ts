import {
  DeleteAlarmsCommand,
  type MetricDataQuery,
  type PutMetricAlarmCommandInput,
  SetAlarmStateCommand,
} from '@aws-sdk/client-cloudwatch';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { ModelBehavior } from '../../simulator/account/traffic.ts';
import { monday } from '../../simulator/clock.ts';
import {
  cloudwatchOf,
  describeHistory,
  dimensions,
  metric,
  putAlarm,
} from './cloudwatch-metrics-world.ts';
import { alarmNames, describeAlarms } from './cloudwatch-world.ts';
import { canary, openWorld, poll, type TestWorld, update } from './sagemaker-world.ts';

let world: TestWorld;
beforeEach(async () => {
  world = await openWorld();
});
afterEach(() => world.close());

const stateOf = (name = 'guard') => world.cloudwatch.alarms.stateOf(name);
const remove = (...AlarmNames: string[]) =>
  cloudwatchOf(world).send(new DeleteAlarmsCommand({ AlarmNames }));
const setState = (StateValue: 'OK' | 'ALARM', AlarmName = 'guard') =>
  cloudwatchOf(world).send(
    new SetAlarmStateCommand({ AlarmName, StateValue, StateReason: 'By hand' }),
  );

/** What fraud-v1 does, or fraud-v2 once it has traffic, at 120 requests a minute. */
function serve(behavior: ModelBehavior, model = 'fraud-v1'): void {
  const models = { [model]: behavior };
  world.sagemaker.setTraffic('fraud-prod', { requestsPerMinute: 120, models });
}

/** The state at each of these seconds. */
function statesAt(...seconds: number[]): string {
  const states = seconds.map((second) => {
    world.to(second);
    return `${second} ${stateOf()}`;
  });
  return states.join(', ');
}

describe('an alarm that is put', () => {
  it('has insufficient data, and is told as it was put, without its tags', async () => {
    await putAlarm(world, {
      TreatMissingData: 'notBreaching',
      Tags: [{ Key: 'made-by', Value: 'us' }],
    });
    const { MetricAlarms } = await describeAlarms(world, { AlarmNames: ['guard'] });
    expect(MetricAlarms).toEqual([
      {
        AlarmName: 'guard',
        AlarmArn: 'arn:aws:cloudwatch:eu-west-1:123456789012:alarm:guard',
        AlarmConfigurationUpdatedTimestamp: new Date(monday),
        ActionsEnabled: true,
        OKActions: [],
        AlarmActions: [],
        InsufficientDataActions: [],
        StateValue: 'INSUFFICIENT_DATA',
        StateReason: 'Unchecked: Initial alarm creation',
        StateUpdatedTimestamp: new Date(monday),
        StateTransitionedTimestamp: new Date(monday),
        MetricName: 'InvocationModelErrors',
        Namespace: 'AWS/SageMaker',
        Dimensions: dimensions(),
        Statistic: 'Sum',
        Period: 60,
        EvaluationPeriods: 1,
        Threshold: 5,
        ComparisonOperator: 'GreaterThanOrEqualToThreshold',
        TreatMissingData: 'notBreaching',
      },
    ]);
  });

  it('is evaluated each minute, once CloudWatch has a datapoint', async () => {
    serve({ errorRate: 1 });
    await putAlarm(world);
    expect(statesAt(9, 10)).toBe('9 INSUFFICIENT_DATA, 10 ALARM');
    serve({});
    expect(statesAt(189, 190, 600)).toBe('189 ALARM, 190 OK, 600 OK');
  });

  it('keeps its state when it is put again', async () => {
    serve({ errorRate: 1 });
    await putAlarm(world);
    world.to(60);
    await putAlarm(world, { Threshold: 500 });
    expect(stateOf()).toBe('ALARM');
    const { MetricAlarms } = await describeAlarms(world, { AlarmNames: ['guard'] });
    expect(MetricAlarms).toMatchObject([{ Threshold: 500, StateValue: 'ALARM' }]);
    world.to(130);
    expect(stateOf()).toBe('OK');
  });

  it('replaces one that was scripted, which follows its metric from then on', async () => {
    serve({ errorRate: 1 });
    await putAlarm(world, { AlarmName: 'fraud-5xx' });
    expect(stateOf('fraud-5xx')).toBe('OK');
    world.to(70);
    expect(stateOf('fraud-5xx')).toBe('ALARM');
  });

  it('rolls a deployment back that names it', async () => {
    serve({ errorRate: 0.3, errors: 'no valid answer' }, 'fraud-v2');
    await putAlarm(world);
    const Alarms = [{ AlarmName: 'guard' }];
    const AutoRollbackConfiguration = { Alarms };
    await update(world, { DeploymentConfig: { ...canary, AutoRollbackConfiguration } });
    expect(await poll(world, 400)).toMatch(/InService \| fraud-v1 .*: \[guard\]/);
  });

  it('goes when it is deleted, names that no alarm has being skipped', async () => {
    await putAlarm(world);
    await remove('nobody', 'guard', 'fraud-5xx');
    expect(await alarmNames(world)).toBe('fraud-latency||');
    const { AlarmHistoryItems = [] } = await describeHistory(world, { AlarmName: 'guard' });
    expect(AlarmHistoryItems.map((item) => item.HistorySummary)).toEqual([
      'Alarm "guard" deleted',
      'Alarm "guard" created',
    ]);
  });
});

describe('a state that is set by hand', () => {
  it('lasts until the next evaluation', async () => {
    serve({});
    await putAlarm(world);
    world.to(65);
    await setState('ALARM');
    expect(statesAt(65, 69, 70)).toBe('65 ALARM, 69 ALARM, 70 OK');
    const { AlarmHistoryItems = [] } = await describeHistory(world, {
      AlarmName: 'guard',
      HistoryItemType: 'StateUpdate',
      ScanBy: 'TimestampAscending',
    });
    expect(AlarmHistoryItems.map((item) => item.HistorySummary)).toEqual([
      'Alarm updated from INSUFFICIENT_DATA to OK',
      'Alarm updated from OK to ALARM',
      'Alarm updated from ALARM to OK',
    ]);
    expect(JSON.parse(AlarmHistoryItems[1]?.HistoryData ?? '').newState).toEqual({
      stateValue: 'ALARM',
      stateReason: 'By hand',
    });
  });

  it('stays where the metric never has data and missing data are ignored', async () => {
    await putAlarm(world, { Namespace: 'Rollouts', TreatMissingData: 'ignore' });
    world.to(130);
    expect(stateOf()).toBe('INSUFFICIENT_DATA');
    await setState('OK');
    expect(statesAt(600)).toBe('600 OK');
    await setState('ALARM');
    expect(statesAt(1200)).toBe('1200 ALARM');
  });

  it('is refused for an alarm that there is not', async () => {
    await expect(setState('ALARM', 'nobody')).rejects.toMatchObject({ name: 'ResourceNotFound' });
  });
});

describe('data that are missing', () => {
  it.each([
    ['missing', 'INSUFFICIENT_DATA'],
    ['ignore', 'INSUFFICIENT_DATA'],
    ['breaching', 'ALARM'],
    ['notBreaching', 'OK'],
  ])('treated as %s lead to %s', async (TreatMissingData, state) => {
    await putAlarm(world, { TreatMissingData });
    world.to(130);
    expect(stateOf()).toBe(state);
  });
});

describe('M out of N', () => {
  it('trips at the second breaching datapoint of three', async () => {
    serve({ errorRate: 1 }, 'fraud-v2');
    await putAlarm(world, { EvaluationPeriods: 3, DatapointsToAlarm: 2 });
    await update(world);
    // The new model has traffic from 09:02:30 on.
    expect(statesAt(250, 309, 310)).toBe('250 OK, 309 OK, 310 ALARM');
  });
});

describe('a percentile of few samples', () => {
  const slow: ModelBehavior = { latency: { micros: 900_000 } };
  const p95: Partial<PutMetricAlarmCommandInput> = {
    MetricName: 'ModelLatency',
    Statistic: undefined,
    ExtendedStatistic: 'p95',
    Threshold: 500_000,
  };

  it('counts unless told otherwise', async () => {
    serve(slow);
    await putAlarm(world, p95);
    expect(statesAt(70)).toBe('70 ALARM');
  });

  it('does not count where few samples are ignored: 120 are fewer than 10 / (1 - 0.95)', async () => {
    serve(slow);
    await putAlarm(world, { ...p95, EvaluateLowSampleCountPercentile: 'ignore' });
    expect(statesAt(300)).toBe('300 INSUFFICIENT_DATA');
  });
});

describe('metric math', () => {
  const config = 'fraud-v2';
  const guard: MetricDataQuery[] = [
    { ...metric('Invocations', { config, id: 'n' }), ReturnData: false },
    { ...metric('InvocationModelErrors', { config, id: 'e' }), ReturnData: false },
    { Id: 'percent', Expression: 'IF(n >= 30 AND e >= 3, 100 * e / n, 0)', Label: 'errors' },
  ];

  it('compares the errors of the new fleet with its requests', async () => {
    serve({ errorRate: 0.2 }, 'fraud-v2');
    await putAlarm(world, { Metrics: guard, Threshold: 10, TreatMissingData: 'notBreaching' });
    await update(world, { DeploymentConfig: canary });
    expect(statesAt(249, 310)).toBe('249 OK, 310 ALARM');
    const { AlarmHistoryItems = [] } = await describeHistory(world, { MaxRecords: 1 });
    const { newState } = JSON.parse(AlarmHistoryItems[0]?.HistoryData ?? '');
    expect(newState.stateReason).toMatch(
      /^Threshold Crossed: 1 out of the last 1 datapoints \[[\d.]+ \(02\/03\/26 09:03:00\)\] was greater/,
    );
    expect(newState.stateReasonData).not.toHaveProperty('statistic');
  });

  it('leaves a healthy fleet alone', async () => {
    serve({ errorRate: 0.005 }, 'fraud-v2');
    await putAlarm(world, { Metrics: guard, Threshold: 10, TreatMissingData: 'notBreaching' });
    await update(world, { DeploymentConfig: canary });
    expect(await poll(world, 900)).toMatch(/InService \| fraud-v2/);
    expect(stateOf()).toBe('OK');
  });
});

describe('an alarm that is refused', () => {
  const math = (Expression: string): MetricDataQuery[] => [
    { ...metric('Invocations', { id: 'n' }), ReturnData: false },
    { Id: 'x', Expression },
  ];
  it.each<[Partial<PutMetricAlarmCommandInput>, RegExp]>([
    [{ Period: 45 }, /45 is not a valid period/],
    [{ Period: 3600, EvaluationPeriods: 169 }, /too long/],
    [{ Period: 60, EvaluationPeriods: 1441 }, /too long/],
    [{ EvaluationPeriods: undefined }, /EvaluationPeriods is missing/],
    [{ DatapointsToAlarm: 2 }, /DatapointsToAlarm is at most/],
    [{ Threshold: undefined }, /Threshold is missing/],
    [{ ComparisonOperator: undefined }, /ComparisonOperator/],
    [{ ComparisonOperator: 'GreaterThanUpperThreshold' }, /not modeled/],
    [{ TreatMissingData: 'bad' }, /not a valid TreatMissingData/],
    [{ EvaluateLowSampleCountPercentile: 'no' }, /EvaluateLowSampleCountPercentile/],
    [{ ExtendedStatistic: 'p99' }, /either Statistic or ExtendedStatistic/],
    [{ Statistic: undefined, ExtendedStatistic: 'tm99' }, /"tm99" is not modeled/],
    [{ MetricName: undefined }, /MetricName and Namespace/],
    [{ Metrics: math('n'), Period: 60 }, /cannot be combined with Period/],
    [{ Metrics: math('n +') }, /ends too early/],
    [{ Metrics: math('y') }, /"x" names "y", which there is not/],
    [{ Metrics: math('n + x') }, /"x" names itself/],
    [{ Metrics: [...math('n'), ...math('n').slice(1)] }, /exactly one of Metrics/],
    [{ Metrics: [...math('n'), { ...math('n')[0], Id: 'n', ReturnData: false }] }, /given twice/],
    [{ Metrics: math('n').slice(1) }, /one to ten metrics/],
    [
      { Metrics: [...math('n'), { ...metric('Invocations', { Period: 300 }), ReturnData: false }] },
      /same period/,
    ],
    [
      { EvaluationCriteria: { PromQLCriteria: { Query: 'up' } } },
      /EvaluationCriteria is not modeled/,
    ],
    [{ AlarmName: '' }, /'alarmName' failed to satisfy constraint/],
    [{ Dimensions: Array(31).fill({ Name: 'a', Value: 'b' }) }, /'dimensions' failed/],
  ])('%j', async (input, message) => {
    await expect(putAlarm(world, input)).rejects.toMatchObject({
      name: 'ValidationException',
      message: expect.stringMatching(message),
    });
    expect(world.cloudwatch.alarms.get('guard')).toBeUndefined();
  });

  it('in place of a composite one', async () => {
    world.cloudwatch.alarms.add('guard', 'OK', { kind: 'composite' });
    await expect(putAlarm(world)).rejects.toThrow('guard is a composite alarm');
  });

  it.each([
    ['PutMetricAlarm', () => putAlarm(world)],
    ['DeleteAlarms', () => remove('guard')],
    ['SetAlarmState', () => setState('OK')],
  ] as const)('for want of a permission: %s', async (operation, call) => {
    world.sagemaker.inject({ kind: 'access-denied', operation });
    const name = operation === 'DeleteAlarms' ? '*' : 'guard';
    await expect(call()).rejects.toMatchObject({
      name: 'AccessDenied',
      message: `User: arn:aws:sts::123456789012:assumed-role/deployer/github-actions is not authorized to perform: cloudwatch:${operation} on resource: arn:aws:cloudwatch:eu-west-1:123456789012:alarm:${name}`,
    });
  });
});
