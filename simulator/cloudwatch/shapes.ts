import {
  boolean,
  choice,
  float,
  integer,
  list,
  type Structure,
  structure,
  text,
  time,
} from '../aws/shape.ts';
import type { OperationName } from './operations.ts';

const alarmName = text(255, undefined, 1);
const alarmTypes = list(choice('CompositeAlarm', 'MetricAlarm', 'LogAlarm'));
const states = choice('OK', 'ALARM', 'INSUFFICIENT_DATA');
const scanBy = choice('TimestampDescending', 'TimestampAscending');

const actions = list(text(1024, undefined, 1), undefined, 5);

const units = choice(
  ...['Seconds', 'Microseconds', 'Milliseconds', 'Bytes', 'Kilobytes', 'Megabytes', 'Gigabytes'],
  ...['Terabytes', 'Bits', 'Kilobits', 'Megabits', 'Gigabits', 'Terabits', 'Percent', 'Count'],
  ...['Bytes/Second', 'Kilobytes/Second', 'Megabytes/Second', 'Gigabytes/Second'],
  ...['Terabytes/Second', 'Bits/Second', 'Kilobits/Second', 'Megabits/Second'],
  ...['Gigabits/Second', 'Terabits/Second', 'Count/Second', 'None'],
);

const metric = {
  Namespace: text(255, '[^:].*', 1),
  MetricName: text(255, undefined, 1),
  Dimensions: list(
    structure({ 'Name!': text(255, undefined, 1), 'Value!': text(1024, undefined, 1) }),
    undefined,
    30,
  ),
};

const queries = list(
  structure({
    'Id!': text(255, undefined, 1),
    MetricStat: structure({
      'Metric!': structure(metric),
      'Period!': integer(1),
      'Stat!': text(),
      Unit: units,
    }),
    Expression: text(2048, undefined, 1),
    Label: text(),
    ReturnData: boolean,
    Period: integer(1),
    AccountId: text(255, undefined, 1),
  }),
);

/** What a request may hold, as AWS's service model of 2026-11 has it. */
export const requests: Readonly<Record<OperationName, Structure>> = {
  DeleteAlarms: structure({ 'AlarmNames!': list(alarmName, undefined, 100) }),
  DescribeAlarmHistory: structure({
    AlarmName: alarmName,
    AlarmContributorId: text(16, undefined, 1),
    AlarmTypes: alarmTypes,
    HistoryItemType: choice(
      ...['ConfigurationUpdate', 'StateUpdate', 'Action'],
      ...['AlarmContributorStateUpdate', 'AlarmContributorAction'],
    ),
    StartDate: time,
    EndDate: time,
    MaxRecords: integer(1, 100),
    NextToken: text(),
    ScanBy: scanBy,
  }),
  DescribeAlarms: structure({
    AlarmNames: list(alarmName, undefined, 100),
    AlarmNamePrefix: text(255, undefined, 1),
    AlarmTypes: alarmTypes,
    ChildrenOfAlarmName: alarmName,
    ParentsOfAlarmName: alarmName,
    StateValue: states,
    ActionPrefix: text(1024, undefined, 1),
    MaxRecords: integer(1, 100),
    NextToken: text(),
  }),
  GetMetricData: structure({
    'MetricDataQueries!': queries,
    'StartTime!': time,
    'EndTime!': time,
    NextToken: text(),
    ScanBy: scanBy,
    MaxDatapoints: integer(),
    LabelOptions: structure({ Timezone: text() }),
  }),
  PutMetricAlarm: structure({
    'AlarmName!': alarmName,
    AlarmDescription: text(1024),
    ActionsEnabled: boolean,
    OKActions: actions,
    AlarmActions: actions,
    InsufficientDataActions: actions,
    ...metric,
    Statistic: choice('SampleCount', 'Average', 'Sum', 'Minimum', 'Maximum'),
    ExtendedStatistic: text(),
    Period: integer(1),
    Unit: units,
    EvaluationPeriods: integer(1),
    DatapointsToAlarm: integer(1),
    Threshold: float,
    ComparisonOperator: choice(
      ...['GreaterThanOrEqualToThreshold', 'GreaterThanThreshold', 'LessThanThreshold'],
      ...['LessThanOrEqualToThreshold', 'LessThanLowerOrGreaterThanUpperThreshold'],
      ...['LessThanLowerThreshold', 'GreaterThanUpperThreshold'],
    ),
    TreatMissingData: text(255, undefined, 1),
    EvaluateLowSampleCountPercentile: text(255, undefined, 1),
    Metrics: queries,
    Tags: list(structure({ 'Key!': text(128, undefined, 1), 'Value!': text(256) })),
    ThresholdMetricId: text(255, undefined, 1),
    EvaluationCriteria: structure({
      PromQLCriteria: structure({
        'Query!': text(10_000, undefined, 1),
        PendingPeriod: integer(0, 86_400),
        RecoveryPeriod: integer(0, 86_400),
      }),
    }),
    EvaluationInterval: integer(10, 3600),
    EvaluationWindow: structure({
      WallClockWindow: structure({ Timezone: text(50, undefined, 1) }),
      SlidingWindow: structure({}),
    }),
    WarmUpConfiguration: structure({
      'WarmUpPeriodDurationInMinutes!': integer(1, 2880),
      OnlyStartEvaluatingAfterWarmUpPeriodEnds: boolean,
    }),
  }),
  SetAlarmState: structure({
    'AlarmName!': alarmName,
    'StateValue!': states,
    'StateReason!': text(1023),
    StateReasonData: text(4000),
  }),
};
