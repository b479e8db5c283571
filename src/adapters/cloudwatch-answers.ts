import type {
  Metric as ApiMetric,
  MetricDataQuery,
  CompositeAlarm as SdkCompositeAlarm,
  LogAlarm as SdkLogAlarm,
  MetricAlarm as SdkMetricAlarm,
} from '@aws-sdk/client-cloudwatch';
import type {
  CompositeAlarm,
  LogAlarm,
  Metric,
  MetricAlarm,
  Query,
  Watched,
} from '../domain/alarms/alarm.ts';

/** Our narrow view of a metric alarm; CloudWatch's own defaults stand where a member is absent. */
export function metricAlarmOf(alarm: SdkMetricAlarm): MetricAlarm {
  const { EvaluationPeriods = 1 } = alarm;
  return {
    kind: 'metric',
    ...stateOf(alarm),
    watches: watchedBy(alarm),
    comparison: alarm.ComparisonOperator ?? '',
    threshold: alarm.Threshold,
    evaluationPeriods: EvaluationPeriods,
    datapointsToAlarm: alarm.DatapointsToAlarm ?? EvaluationPeriods,
    treatMissingData: alarm.TreatMissingData ?? 'missing',
  };
}

export function compositeAlarmOf(alarm: SdkCompositeAlarm): CompositeAlarm {
  return { kind: 'composite', ...stateOf(alarm), rule: alarm.AlarmRule ?? '' };
}

export function logAlarmOf(alarm: SdkLogAlarm): LogAlarm {
  return { kind: 'log', ...stateOf(alarm) };
}

function stateOf(
  alarm: Pick<SdkMetricAlarm, 'StateValue' | 'StateReason' | 'StateUpdatedTimestamp'> &
    Pick<SdkCompositeAlarm, 'StateTransitionedTimestamp'>,
) {
  const since = alarm.StateTransitionedTimestamp ?? alarm.StateUpdatedTimestamp;
  return {
    state: alarm.StateValue ?? 'unknown',
    stateReason: alarm.StateReason,
    stateSince: since?.getTime(),
  };
}

function watchedBy(alarm: SdkMetricAlarm): Watched {
  if (alarm.Metrics?.length) return { kind: 'expression', queries: alarm.Metrics.map(queryOf) };
  if (alarm.MetricName === undefined) return { kind: 'other' };
  const { Statistic, ExtendedStatistic, Period = 60, Unit: unit } = alarm;
  const statistic = Statistic ?? ExtendedStatistic ?? '';
  return { kind: 'metric', ...metricOf(alarm), statistic, periodSeconds: Period, unit };
}

function queryOf(query: MetricDataQuery): Query {
  const { Id = '', Expression, MetricStat, ReturnData, Period, AccountId } = query;
  const { Metric: metric, Stat = '', Period: period = 60, Unit: unit } = MetricStat ?? {};
  return {
    id: Id,
    returnsData: ReturnData ?? true,
    expression: Expression,
    metric: metric && { ...metricOf(metric), statistic: Stat, periodSeconds: period, unit },
    periodSeconds: Period,
    accountId: AccountId,
  };
}

function metricOf({
  Namespace = '',
  MetricName = '',
  Dimensions = [],
}: ApiMetric): Pick<Metric, 'namespace' | 'name' | 'dimensions'> {
  const dimensions = Dimensions.map(({ Name = '', Value = '' }) => [Name, Value]);
  return { namespace: Namespace, name: MetricName, dimensions: Object.fromEntries(dimensions) };
}
