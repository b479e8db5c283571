import type { PutMetricAlarmInput } from '@aws-sdk/client-cloudwatch';
import type { Call } from '../account/account.ts';
import { alarmArnOf } from '../account/arn.ts';
import { refusal } from '../aws/aws-error.ts';
import { isPeriod, problemWith } from '../metrics/queries.ts';
import { statisticOf } from '../metrics/statistics.ts';

/** Puts an alarm; one of the same name is replaced without a word, but for its state and its tags. */
export function putMetricAlarm(input: PutMetricAlarmInput, call: Call): undefined {
  const { AlarmName: name = '', Tags = [], ...definition } = input;
  const { account, place } = call;
  const before = account.alarms.get(name);
  const isHome = place.region === account.place.region;
  const problem =
    (isHome ? undefined : 'alarms of other regions are not modeled') ??
    (before?.kind === 'composite' ? `${name} is a composite alarm` : undefined) ??
    problemWithRule(input) ??
    (input.Metrics ? problemWithMath(input) : problemWithMetric(input));
  if (problem) throw refusal(problem, 'ValidationError');
  if (!before && Tags.length > 0) account.tags.set(alarmArnOf(place, name), [...Tags]);
  account.alarms.put(name, { kind: 'metric', follows: 'metrics', definition });
}

const unmodeled = [
  'EvaluationCriteria',
  'EvaluationInterval',
  'ThresholdMetricId',
  'WarmUpConfiguration',
] as const;

function problemWithRule(input: PutMetricAlarmInput): string | undefined {
  const { EvaluationPeriods: periods, DatapointsToAlarm: points = 1, Threshold } = input;
  const { TreatMissingData: missing = 'missing', ComparisonOperator = '' } = input;
  const { EvaluateLowSampleCountPercentile: fewSamples = 'evaluate' } = input;
  const given = unmodeled.find((member) => input[member] !== undefined);
  if (given) return `${given} is not modeled`;
  if (input.EvaluationWindow?.WallClockWindow) return 'WallClockWindow is not modeled';
  if (periods === undefined) return 'EvaluationPeriods is missing';
  if (points > periods) return 'DatapointsToAlarm is at most EvaluationPeriods';
  if (Threshold === undefined) return 'Threshold is missing';
  if (!/^(Greater|Less)Than(OrEqualTo)?Threshold$/.test(ComparisonOperator)) {
    return `the ComparisonOperator "${ComparisonOperator}" is missing or not modeled`;
  }
  if (!['missing', 'ignore', 'breaching', 'notBreaching'].includes(missing)) {
    return `"${missing}" is not a valid TreatMissingData`;
  }
  if (!['evaluate', 'ignore'].includes(fewSamples)) {
    return `"${fewSamples}" is not a valid EvaluateLowSampleCountPercentile`;
  }
  return undefined;
}

const ofOneMetric = [
  ...['MetricName', 'Namespace', 'Dimensions', 'Period', 'Unit'],
  ...['Statistic', 'ExtendedStatistic'],
] as (keyof PutMetricAlarmInput)[];

/** At most ten metrics of one period; one query is compared with the threshold. */
function problemWithMath(input: PutMetricAlarmInput): string | undefined {
  const { Metrics = [] } = input;
  const unfit = ofOneMetric.find((member) => input[member] !== undefined);
  if (unfit) return `Metrics cannot be combined with ${unfit}`;
  const returned = Metrics.filter(({ ReturnData }) => ReturnData ?? true);
  if (returned.length !== 1) return 'exactly one of Metrics has ReturnData';
  const periods = Metrics.flatMap(({ MetricStat }) => MetricStat?.Period ?? []);
  if (periods.length === 0 || periods.length > 10) return 'an alarm has one to ten metrics';
  if (new Set(periods).size > 1) return 'all metrics of an alarm have the same period';
  return problemWith(Metrics) ?? problemWithLength(input, periods[0] ?? 60);
}

function problemWithMetric(input: PutMetricAlarmInput): string | undefined {
  const { MetricName, Namespace, Statistic, ExtendedStatistic, Period = 0 } = input;
  if (MetricName === undefined || Namespace === undefined) {
    return 'MetricName and Namespace are missing, or Metrics';
  }
  if ((Statistic === undefined) === (ExtendedStatistic === undefined)) {
    return 'either Statistic or ExtendedStatistic is given';
  }
  const statistic = Statistic ?? ExtendedStatistic ?? '';
  if (!statisticOf(statistic)) return `the statistic "${statistic}" is not modeled`;
  return problemWithLength(input, Period);
}

/** A day at most, or a week where periods last an hour or more. */
function problemWithLength({ EvaluationPeriods = 1 }: PutMetricAlarmInput, period: number) {
  const longest = period >= 3600 ? 7 * 86_400 : 86_400;
  if (!isPeriod(period)) return `${period} is not a valid period`;
  return period * EvaluationPeriods > longest ? 'the periods last too long together' : undefined;
}
