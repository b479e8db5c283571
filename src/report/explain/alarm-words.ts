import type { Metric, MetricAlarm } from '../../domain/alarms/alarm.ts';
import { metricOf } from '../../domain/alarms/watched.ts';
import { durationText } from '../../domain/duration.ts';
import type { Instant } from '../../domain/request.ts';
import { inForm, joined, type Phrase, phrase } from '../../domain/text/phrase.ts';
import { isoTime } from '../../domain/time.ts';
import { timeOfDay } from '../time.ts';

/** What the values of a metric are, as far as it is one that SageMaker publishes. */
export type Subject = 'errors' | 'latency' | 'utilization' | 'other';

export function subjectOf({ namespace, name }: Pick<Metric, 'namespace' | 'name'>): Subject {
  if (namespace === '/aws/sagemaker/Endpoints') {
    return /Utilization/.test(name) ? 'utilization' : 'other';
  }
  if (namespace !== 'AWS/SageMaker') return 'other';
  if (/^Invocation(4XX|5XX|Model)Errors$/.test(name)) return 'errors';
  return /^(Overhead|(FirstChunk)?(Model|Overhead)?)Latency$/.test(name) ? 'latency' : 'other';
}

/** Digits of a value that was measured, and of one that was written down. */
const [measured, written] = [4, 12];

/** `4.346 ms`, `33.9 %` or `17`: latencies are published in microseconds, failures as 0 and 1. */
export function valuePhrase(metric: Metric | undefined, value: number, digits = measured): Phrase {
  if (!metric || metric.statistic === 'SampleCount') return numberPhrase(value, digits);
  switch (subjectOf(metric)) {
    case 'latency':
      return phrase`${numberPhrase(value / 1000, digits)} ms`;
    case 'utilization':
      return phrase`${numberPhrase(value, digits)} %`;
    case 'errors':
      return metric.statistic === 'Average'
        ? phrase`${numberPhrase(100 * value, digits)} %`
        : numberPhrase(value, digits);
    case 'other':
      return numberPhrase(value, digits);
  }
}

/** The threshold as it is defined; undefined: a band. */
export function thresholdValue(alarm: MetricAlarm): Phrase | undefined {
  return alarm.threshold === undefined
    ? undefined
    : valuePhrase(metricOf(alarm), alarm.threshold, written);
}

/** Whole numbers keep their digits. */
function numberPhrase(value: number, digits: number): Phrase {
  const number = Number(value);
  const isWhole = Number.isInteger(number) || Math.abs(number) >= 10 ** digits;
  const rounded = isWhole ? Math.round(number) : Number(number.toPrecision(digits));
  return inForm(String(rounded), /^-?[\d.]+$/);
}

/** `21:28`. */
export function minuteOf(at: Instant): Phrase {
  return inForm(isoTime(at).slice(11, 16), /^[\d:]+$/);
}

/** When a datapoint's period was. */
export function periodPhrase(at: Instant, seconds: number | undefined): Phrase {
  if (seconds === 60) return phrase`in the minute ${minuteOf(at)}`;
  if (seconds === undefined) return phrase`at ${timeOfDay(at)}`;
  return seconds % 60 === 0
    ? phrase`in the ${durationText(seconds)} from ${minuteOf(at)}`
    : phrase`in the ${durationText(seconds)} from ${timeOfDay(at)}`;
}

const statistics: Readonly<Record<string, Phrase>> = {
  Average: phrase`average`,
  Sum: phrase`sum`,
  Minimum: phrase`minimum`,
  Maximum: phrase`maximum`,
  SampleCount: phrase`number of samples`,
};

/** `average`, `p99`. */
export function statisticPhrase(statistic: string): Phrase {
  if (Object.hasOwn(statistics, statistic)) return statistics[statistic] ?? phrase``;
  return inForm(statistic, /^[a-z]{1,3}\d{1,2}(\.\d{1,10})?$/i);
}

/** `Invocation5XXErrors of AWS/SageMaker (EndpointName=fraud-prod, VariantName=AllTraffic)`. */
export function metricPhrase({ namespace, name, dimensions }: Metric): Phrase {
  const pairs = Object.entries(dimensions).map(([key, value]) => phrase`${`${key}=${value}`}`);
  const where = pairs.length > 0 ? phrase` (${joined(pairs, ', ')})` : phrase``;
  return phrase`${name} of ${namespace}${where}`;
}

const comparisons: Readonly<Record<string, (value: Phrase) => Phrase>> = {
  GreaterThanOrEqualToThreshold: (value) => phrase`${value} or more`,
  GreaterThanThreshold: (value) => phrase`more than ${value}`,
  LessThanThreshold: (value) => phrase`less than ${value}`,
  LessThanOrEqualToThreshold: (value) => phrase`${value} or less`,
};

/** `1 or more, in 3 of 5 periods`. */
export function thresholdPhrase(alarm: MetricAlarm): Phrase {
  const { comparison, datapointsToAlarm: some, evaluationPeriods: of } = alarm;
  const value = thresholdValue(alarm);
  const compared = Object.hasOwn(comparisons, comparison) ? comparisons[comparison] : undefined;
  const limit =
    value === undefined
      ? phrase`outside of its expected band`
      : (compared?.(value) ?? phrase`${comparison} ${value}`);
  const often = Number(of) === 1 ? phrase`` : phrase`, in ${some} of ${of} periods`;
  const missing =
    alarm.treatMissingData === 'breaching' ? phrase`; missing data counts as breaching` : phrase``;
  return phrase`${limit}${often}${missing}`;
}
