import type {
  DescribeAlarmHistoryCommandInput,
  GetMetricDataCommandInput,
} from '@aws-sdk/client-cloudwatch';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { monday } from '../../simulator/clock.ts';
import {
  datapoints,
  describeHistory,
  getMetricData,
  metric,
  timeOf,
} from './cloudwatch-metrics-world.ts';
import { alarmNames, describeAlarms } from './cloudwatch-world.ts';
import { canary, openWorld, type TestWorld, update } from './sagemaker-world.ts';

let world: TestWorld;
beforeEach(async () => {
  world = await openWorld();
  world.sagemaker.setTraffic('fraud-prod', { requestsPerMinute: 60 });
});
afterEach(() => world.close());

describe('GetMetricData', () => {
  const results = async (input: Partial<GetMetricDataCommandInput>) => {
    const { MetricDataResults = [], NextToken } = await getMetricData(world, input);
    const told = MetricDataResults.map(({ Id, StatusCode, Timestamps = [], Values = [] }) =>
      [Id, StatusCode, ...Timestamps.map((at, index) => `${timeOf(at)} ${Values[index]}`)].join(
        ' ',
      ),
    );
    return [...told, ...(NextToken === undefined ? [] : [NextToken])];
  };

  it('returns what is asked for, the newest first unless told otherwise', async () => {
    world.to(240);
    expect(await results({ ScanBy: undefined })).toEqual(['m Complete 09:02 60 09:01 60 09:00 60']);
    expect(await results({})).toEqual(['m Complete 09:00 60 09:01 60 09:02 60']);
  });

  it('returns the minutes from StartTime on and before EndTime', async () => {
    world.to(600);
    const at = (seconds: number) => new Date(monday + seconds * 1000);
    const input = { StartTime: at(70), EndTime: at(180) };
    expect(await results(input)).toEqual(['m Complete 09:01 60 09:02 60']);
    expect(await results({ StartTime: at(-60), EndTime: at(60) })).toEqual([
      'm Complete 08:59 60 09:00 60',
    ]);
  });

  it('works expressions out, and returns only what is to be returned', async () => {
    world.to(180);
    const [all, errors] = [
      metric('Invocations', { id: 'n' }),
      metric('Invocation5XXErrors', { id: 'e' }),
    ];
    const share = { Id: 'share', Expression: '100 * (n - e) / n', Label: 'well' };
    const double = { Id: 'double', Expression: 'share * 2' };
    const { MetricDataResults } = await getMetricData(world, {
      MetricDataQueries: [all, { ...errors, ReturnData: false }, share, double],
    });
    expect(MetricDataResults).toMatchObject([
      { Id: 'n', Label: 'Invocations', Values: [60, 60], StatusCode: 'Complete' },
      { Id: 'share', Label: 'well', Values: [100, 100] },
      { Id: 'double', Label: 'double', Values: [200, 200] },
    ]);
  });

  it('returns datapoints page by page, those of a result that goes on as partial', async () => {
    world.to(240);
    const MetricDataQueries = [
      metric('Invocations', { id: 'a' }),
      metric('Invocations', { id: 'b' }),
    ];
    const input = { MetricDataQueries, MaxDatapoints: 4 };
    expect(await results(input)).toEqual([
      'a Complete 09:00 60 09:01 60 09:02 60',
      'b PartialData 09:00 60',
      '4',
    ]);
    expect(await results({ ...input, NextToken: '4' })).toEqual(['b Complete 09:01 60 09:02 60']);
    await expect(results({ NextToken: 'next' })).rejects.toMatchObject({
      name: 'InvalidNextToken',
    });
  });

  it.each<[Partial<GetMetricDataCommandInput>, RegExp]>([
    [{ MetricDataQueries: [] }, /there is no query/],
    [
      {
        MetricDataQueries: Array.from({ length: 501 }, (_, index) =>
          metric('Invocations', { id: `m${index}` }),
        ),
      },
      /at most 500/,
    ],
    [{ EndTime: new Date(monday) }, /StartTime is not before EndTime/],
    [{ MetricDataQueries: [metric('Invocations'), metric('Invocations')] }, /"m" is given twice/],
    [{ MetricDataQueries: [metric('Invocations', { id: 'M' })] }, /lower-case/],
    [{ MetricDataQueries: [{ Id: 'x' }] }, /either Expression or MetricStat/],
    [{ MetricDataQueries: [{ Id: 'x', Expression: 'y' }] }, /which there is not/],
    [
      {
        MetricDataQueries: [
          { Id: 'x', Expression: 'y' },
          { Id: 'y', Expression: 'x' },
        ],
      },
      /names itself/,
    ],
    [{ MetricDataQueries: [metric('Invocations', { Stat: 'Mean' })] }, /"Mean" is not modeled/],
    [{ MetricDataQueries: [metric('Invocations', { Period: 90 })] }, /90 is not a valid period/],
    [
      { MetricDataQueries: [metric('')] },
      /'metricDataQueries.1.member.metricStat.metric.metricName'/,
    ],
  ])('refuses %j', async (input, message) => {
    world.to(60);
    await expect(getMetricData(world, input)).rejects.toMatchObject({
      name: 'ValidationException',
      message: expect.stringMatching(message),
    });
  });

  it('is denied on no resource in particular', async () => {
    world.sagemaker.inject({ kind: 'access-denied', operation: 'GetMetricData' });
    await expect(getMetricData(world, {})).rejects.toThrow(
      'is not authorized to perform: cloudwatch:GetMetricData on resource: *',
    );
  });
});

describe('DescribeAlarmHistory', () => {
  /** Name, time and summary in one line each. */
  const history = async (input: DescribeAlarmHistoryCommandInput = {}) => {
    const { AlarmHistoryItems = [], NextToken } = await describeHistory(world, input);
    const told = AlarmHistoryItems.map(
      ({ AlarmName, Timestamp, HistorySummary }) =>
        `${AlarmName} ${Timestamp && timeOf(Timestamp)} ${HistorySummary}`,
    );
    return [...told, ...(NextToken === undefined ? [] : [NextToken])];
  };

  beforeEach(() => {
    const { alarms } = world.cloudwatch;
    world.to(60);
    alarms.set('fraud-5xx', 'ALARM');
    world.to(120);
    alarms.set('fraud-latency', 'ALARM', 'Too slow');
    world.to(180);
    alarms.set('fraud-5xx', 'OK');
  });

  it('returns what happened, the newest first unless told otherwise', async () => {
    const all = [
      'fraud-5xx 09:03 Alarm updated from ALARM to OK',
      'fraud-latency 09:02 Alarm updated from OK to ALARM',
      'fraud-5xx 09:01 Alarm updated from OK to ALARM',
    ];
    expect(await history()).toEqual(all);
    expect(await history({ ScanBy: 'TimestampAscending' })).toEqual(all.toReversed());
  });

  it('is filtered by name, time and kind of item', async () => {
    expect(await history({ AlarmName: 'fraud-latency' })).toHaveLength(1);
    expect(await history({ AlarmName: 'nobody' })).toEqual([]);
    const StartDate = new Date(monday + 61_000);
    expect(await history({ StartDate })).toHaveLength(2);
    expect(await history({ StartDate, EndDate: new Date(monday + 120_000) })).toHaveLength(1);
    expect(await history({ HistoryItemType: 'StateUpdate' })).toHaveLength(3);
    expect(await history({ HistoryItemType: 'Action' })).toEqual([]);
  });

  it('comes page by page', async () => {
    expect(await history({ MaxRecords: 2 })).toMatchObject(
      [/09:03/, /09:02/, '2'].map((each) => expect.stringMatching(each)),
    );
    expect(await history({ MaxRecords: 2, NextToken: '2' })).toHaveLength(1);
    await expect(history({ NextToken: 'x' })).rejects.toMatchObject({ name: 'InvalidNextToken' });
  });

  it('has the states and their reasons, also where a test has set them', async () => {
    const { AlarmHistoryItems = [] } = await describeHistory(world, { AlarmName: 'fraud-latency' });
    expect(AlarmHistoryItems).toEqual([
      {
        AlarmName: 'fraud-latency',
        AlarmType: 'MetricAlarm',
        Timestamp: new Date(monday + 120_000),
        HistoryItemType: 'StateUpdate',
        HistorySummary: 'Alarm updated from OK to ALARM',
        HistoryData: expect.any(String),
      },
    ]);
    expect(JSON.parse(AlarmHistoryItems[0]?.HistoryData ?? '')).toEqual({
      version: '1.0',
      oldState: {
        stateValue: 'OK',
        stateReason:
          'Threshold Crossed: 1 out of the last 1 datapoints [0.0 (02/03/26 08:58:00)] was not greater than the threshold (500000.0) (minimum 1 datapoint for ALARM -> OK transition).',
      },
      newState: { stateValue: 'ALARM', stateReason: 'Too slow' },
    });
  });

  it('is kept of an alarm that was deleted', async () => {
    world.cloudwatch.alarms.remove('fraud-5xx');
    expect(await history({ AlarmName: 'fraud-5xx' })).toHaveLength(3);
  });
});

describe('a composite alarm', () => {
  it('trips with its child, and names it as the reason', async () => {
    await world.close();
    world = await openWorld('composite-of-children');
    const Alarms = [{ AlarmName: 'fraud-latency' }];
    await update(world, { DeploymentConfig: { ...canary, AutoRollbackConfiguration: { Alarms } } });
    world.to(1200);
    expect(world.sagemaker.endpoint('fraud-prod')?.state).toMatchObject({
      configName: 'fraud-v1',
      failureReason: expect.stringContaining('[fraud-latency]'),
    });
    const { AlarmHistoryItems = [] } = await describeHistory(world, {
      AlarmTypes: ['CompositeAlarm'],
      ScanBy: 'TimestampAscending',
    });
    expect(AlarmHistoryItems.map((item) => item.HistorySummary)).toEqual([
      'Alarm updated from OK to ALARM',
      'Alarm updated from ALARM to OK',
    ]);
    const arn = 'arn:aws:cloudwatch:eu-west-1:123456789012:alarm:fraud-errors';
    expect(JSON.parse(AlarmHistoryItems[0]?.HistoryData ?? '').newState).toEqual({
      stateValue: 'ALARM',
      stateReason: `${arn} transitioned to ALARM at Monday 02 March, 2026 09:04:10 UTC`,
      stateReasonData: {
        triggeringAlarms: [
          { arn, state: { value: 'ALARM', timestamp: '2026-03-02T09:04:10.000+0000' } },
        ],
      },
    });
  });

  it('has children that are told by name and state, and so are its parents', async () => {
    const rule = 'ALARM("fraud-5xx") OR ALARM(gone)';
    world.cloudwatch.alarms.add('all', 'OK', { kind: 'composite', rule });
    expect(await alarmNames(world, { ChildrenOfAlarmName: 'all' })).toBe('fraud-5xx||');
    expect(await alarmNames(world, { ChildrenOfAlarmName: 'fraud-5xx' })).toBe('||');
    expect(await alarmNames(world, { ParentsOfAlarmName: 'fraud-5xx' })).toBe('|all|');
    const { MetricAlarms } = await describeAlarms(world, { ChildrenOfAlarmName: 'all' });
    expect(MetricAlarms).toEqual([
      {
        AlarmName: 'fraud-5xx',
        AlarmArn: 'arn:aws:cloudwatch:eu-west-1:123456789012:alarm:fraud-5xx',
        StateValue: 'OK',
        StateUpdatedTimestamp: new Date(monday),
      },
    ]);
  });

  it('follows a child that is scripted, where it follows its rule', () => {
    const { alarms } = world.cloudwatch;
    const rule = 'NOT OK("arn:aws:cloudwatch:eu-west-1:123456789012:alarm:fraud-5xx") AND TRUE';
    alarms.add('all', 'OK', { kind: 'composite', follows: 'metrics', rule });
    alarms.set('fraud-5xx', 'ALARM');
    expect(alarms.stateOf('all')).toBe('ALARM');
    alarms.set('fraud-5xx', 'OK');
    expect(alarms.stateOf('all')).toBe('OK');
  });
});

it('every call can hang, be throttled or break', async () => {
  world.to(120);
  const asks = {
    GetMetricData: () => getMetricData(world, {}),
    DescribeAlarmHistory: () => describeHistory(world),
  };
  for (const [operation, ask] of Object.entries(asks)) {
    world.sagemaker.inject({ kind: 'throttling', operation, calls: 1 });
    await expect(ask()).rejects.toMatchObject({ name: 'Throttling' });
    world.sagemaker.inject({ kind: 'reset', operation, calls: 1 });
    await expect(ask()).rejects.toThrow('socket hang up');
    await expect(ask()).resolves.toBeDefined();
  }
  expect(await datapoints(world, {})).toBe('09:00 60');
});
