import type { Call } from '../account/account.ts';
import type { Alarm, AlarmDefinition, AlarmState } from '../account/alarms.ts';
import { alarmArnOf } from '../account/arn.ts';

/** An alarm was made long ago. */
const aDayMs = 24 * 60 * 60 * 1000;

/** A metric alarm as DescribeAlarms returns it; what is not given is made up. */
export function metricAlarm(alarm: Alarm, call: Call): object {
  return {
    ...commonMembers(alarm, call),
    ...definitionOf(alarm),
  };
}

/** What a metric alarm watches, complete. */
export function definitionOf({ definition }: Alarm): AlarmDefinition {
  if (definition?.Metrics) return { ...usualRule, ...definition };
  const { Statistic, ...others } = usualMetric;
  const statistic = definition?.ExtendedStatistic === undefined ? { Statistic } : {};
  return { ...others, ...statistic, ...usualRule, ...definition };
}

/** Why an alarm is in its state: one that was set without a reason has the usual one. */
export function reasonOf({ kind, state, stateReason }: Alarm): string | undefined {
  return stateReason ?? (kind === 'composite' ? undefined : usualReasons[state]);
}

const usualMetric: AlarmDefinition = {
  MetricName: 'Invocation5XXErrors',
  Namespace: 'AWS/SageMaker',
  Statistic: 'Sum',
  Dimensions: [],
  Period: 60,
};

const usualRule: AlarmDefinition = {
  EvaluationPeriods: 1,
  Threshold: 5,
  ComparisonOperator: 'GreaterThanThreshold',
  TreatMissingData: 'missing',
};

export function compositeAlarm(alarm: Alarm, call: Call): object {
  return { ...commonMembers(alarm, call), AlarmRule: alarm.rule ?? 'TRUE' };
}

function commonMembers(alarm: Alarm, { account }: Call): object {
  const changedAt = new Date(alarm.since);
  return {
    AlarmName: alarm.name,
    AlarmArn: alarm.arn ?? alarmArnOf(account.place, alarm.name),
    AlarmConfigurationUpdatedTimestamp: new Date(alarm.configuredAt ?? alarm.since - aDayMs),
    ActionsEnabled: true,
    OKActions: [],
    AlarmActions: [],
    InsufficientDataActions: [],
    StateValue: alarm.state,
    StateReason: reasonOf(alarm),
    StateReasonData: alarm.stateReasonData,
    StateUpdatedTimestamp: changedAt,
    StateTransitionedTimestamp: changedAt,
  };
}

/** As metric alarms say them. */
const usualReasons: Readonly<Record<AlarmState, string>> = {
  OK: 'Threshold Crossed: 1 datapoint [0.0] was not greater than the threshold (5.0).',
  ALARM: 'Threshold Crossed: 1 datapoint [9.0] was greater than the threshold (5.0).',
  INSUFFICIENT_DATA: 'Unchecked: Initial alarm creation',
};
