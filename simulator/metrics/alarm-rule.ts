import type { PutMetricAlarmInput } from '@aws-sdk/client-cloudwatch';
import { metricOf, queryOf } from './queries.ts';
import type { Query } from './series.ts';

/** When an alarm trips, as PutMetricAlarm puts it, complete. */
export interface AlarmRule {
  readonly queries: readonly Query[];
  /** The query that is compared with the threshold. */
  readonly watches: string;
  readonly periodSeconds: number;
  readonly comparison: Comparison;
  readonly threshold: number;
  /** N of "M out of N". */
  readonly periods: number;
  /** M of "M out of N". */
  readonly toAlarm: number;
  readonly missing: Missing;
  readonly fewSamples: 'evaluate' | 'ignore';
}

export type Missing = 'missing' | 'ignore' | 'breaching' | 'notBreaching';
export type Comparison = keyof typeof comparisons;

const comparisons = {
  GreaterThanOrEqualToThreshold: (value: number, threshold: number) => value >= threshold,
  GreaterThanThreshold: (value: number, threshold: number) => value > threshold,
  LessThanThreshold: (value: number, threshold: number) => value < threshold,
  LessThanOrEqualToThreshold: (value: number, threshold: number) => value <= threshold,
} as const;

export function isBreaching({ comparison, threshold }: AlarmRule, value: number): boolean {
  return comparisons[comparison](value, threshold);
}

/** Undefined for what is not evaluated here: anomaly detection, PromQL. */
export function alarmRuleOf(
  definition: Partial<Omit<PutMetricAlarmInput, 'AlarmName'>>,
): AlarmRule | undefined {
  const { ComparisonOperator: comparison = '', Threshold, EvaluationPeriods = 1 } = definition;
  const watched = watchedBy(definition);
  if (!watched || Threshold === undefined || !Object.hasOwn(comparisons, comparison)) return;
  return {
    ...watched,
    comparison: comparison as Comparison,
    threshold: Threshold,
    periods: EvaluationPeriods,
    toAlarm: definition.DatapointsToAlarm ?? EvaluationPeriods,
    missing: (definition.TreatMissingData ?? 'missing') as Missing,
    fewSamples: definition.EvaluateLowSampleCountPercentile === 'ignore' ? 'ignore' : 'evaluate',
  };
}

type Watched = Pick<AlarmRule, 'queries' | 'watches' | 'periodSeconds'>;

function watchedBy(definition: Partial<PutMetricAlarmInput>): Watched | undefined {
  const { Metrics, MetricName, Statistic, ExtendedStatistic, Period = 60, Unit } = definition;
  if (Metrics?.length) {
    const watches = Metrics.find(({ ReturnData }) => ReturnData ?? true)?.Id ?? '';
    const period = Metrics.map((each) => each.MetricStat?.Period).find((each) => each);
    return { queries: Metrics.map(queryOf), watches, periodSeconds: period ?? Period };
  }
  if (MetricName === undefined) return undefined;
  const metric = { ...metricOf(definition), unit: Unit };
  const statistic = Statistic ?? ExtendedStatistic ?? '';
  const queries: Query[] = [{ kind: 'metric', id: 'm', metric, statistic }];
  return { queries, watches: 'm', periodSeconds: Period };
}
