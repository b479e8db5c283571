import type { Alarm, AlarmDefinition } from '../account/alarms.ts';

/** What a metric alarm watches, complete: what is not given is made up. */
export function definitionOf({ definition }: Alarm): AlarmDefinition {
  if (definition?.Metrics) return { ...usualRule, ...definition };
  const { Statistic, ...others } = usualMetric;
  const statistic = definition?.ExtendedStatistic === undefined ? { Statistic } : {};
  return { ...others, ...statistic, ...usualRule, ...definition };
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
