import type { Metric } from '../alarms/alarm.ts';
import type { NamedAlarm } from '../alarms/alarm-set.ts';
import { type KnownMetric, knownMetric } from '../alarms/metrics.ts';
import { directionOf, isBreaching, mostShown } from '../alarms/statistic.ts';
import { own, type Phrase, phrase } from '../text/phrase.ts';
import { measured, named } from './alarm-rollout.ts';
import type { Finding } from './finding.ts';

/** What is wrong with a threshold, whatever the rollout is like. */
export function thresholdFinding(alarm: NamedAlarm, metric: Metric): Finding | undefined {
  const known = knownMetric(metric);
  if (!known || known.about === 'traffic' || known.about === 'other') return undefined;
  const isOfRequests = known.about === 'errors' || known.about === 'latency';
  if (isOfRequests && metric.statistic === 'SampleCount') return countsRequests(alarm, metric);
  switch (directionOf(alarm.alarm)) {
    case 'band':
      return undefined;
    case 'below':
      return isOfRequests ? whereBelow(alarm, metric, known) : undefined;
    case 'above':
      return (
        alwaysAbove(alarm, metric, known) ??
        neverAbove(alarm, metric, known) ??
        inMilliseconds(alarm, metric, known)
      );
  }
}

/** `more than 0.05`. */
export function thresholdText({ alarm }: NamedAlarm): Phrase {
  const { comparison, threshold = 0 } = alarm;
  switch (comparison) {
    case 'GreaterThanThreshold':
      return phrase`more than ${threshold}`;
    case 'LessThanThreshold':
      return phrase`less than ${threshold}`;
    case 'LessThanOrEqualToThreshold':
      return phrase`at most ${threshold}`;
    default:
      return phrase`at least ${threshold}`;
  }
}

function countsRequests(alarm: NamedAlarm, metric: Metric): Finding {
  return {
    id: 'alarm-statistic',
    level: 'warning',
    seen: phrase`${named(alarm)} compares ${measured(metric)}, which is the number of requests.`,
    why: phrase`It trips on traffic, not on ${own(metric.name.endsWith('Latency') ? 'slow answers' : 'errors')}.`,
    remedy: phrase`Set its Statistic to ${own(metric.name.endsWith('Latency') ? 'Average' : 'Sum')}.`,
  };
}

/** Less than is written where more is meant: without errors there are 0 of them. */
function whereBelow(alarm: NamedAlarm, metric: Metric, { about }: KnownMetric): Finding {
  const remedy = phrase`Set its ComparisonOperator to GreaterThanOrEqualToThreshold.`;
  if (about === 'errors' && !isBreaching(alarm.alarm, 0)) {
    return {
      id: 'alarm-cannot-trip',
      level: 'warning',
      seen: phrase`${named(alarm)} trips where ${measured(metric)} is ${thresholdText(alarm)}.`,
      why: phrase`It can never trip: that is never less than 0.`,
      remedy,
    };
  }
  return {
    id: 'alarm-upside-down',
    level: about === 'errors' ? 'warning' : 'remark',
    seen: phrase`${named(alarm)} trips where ${measured(metric)} is ${thresholdText(alarm)}.`,
    why:
      about === 'errors'
        ? phrase`It is in ALARM while requests succeed, which rolls back every rollout.`
        : phrase`A slow model does not trip it; a fast one does.`,
    remedy,
  };
}

function alwaysAbove(
  alarm: NamedAlarm,
  metric: Metric,
  { about }: KnownMetric,
): Finding | undefined {
  if (!isBreaching(alarm.alarm, 0)) return undefined;
  return {
    id: 'alarm-upside-down',
    level: 'warning',
    seen: phrase`${named(alarm)} trips where ${measured(metric)} is ${thresholdText(alarm)}: it always is.`,
    why: phrase`It is in ALARM when all is well, which rolls back every rollout.`,
    remedy: phrase`Set its Threshold above 0${about === 'errors' ? phrase`, to 0.05 for 5 % of the requests for instance` : phrase``}.`,
  };
}

/** The average of samples that are 0 or 1, a percentage: neither goes beyond its bound. */
function neverAbove(
  alarm: NamedAlarm,
  metric: Metric,
  { most, about }: KnownMetric,
): Finding | undefined {
  const { threshold = 0 } = alarm.alarm;
  if (most === undefined || isBreaching(alarm.alarm, mostShown(metric.statistic, 1, most))) {
    return undefined;
  }
  const meant = threshold > 1 && threshold <= 100 ? threshold : 5;
  return {
    id: 'alarm-cannot-trip',
    level: 'warning',
    seen: phrase`${named(alarm)} trips where ${measured(metric)} is ${thresholdText(alarm)}.`,
    why:
      about === 'errors'
        ? phrase`It can never trip: where every request fails, that is 1.`
        : phrase`It can never trip: that is never more than ${most}.`,
    remedy:
      about === 'errors'
        ? phrase`Set its Threshold to ${meant / 100} for ${meant} % of the requests, or its Statistic to Sum.`
        : phrase`Set its Threshold below ${most}.`,
  };
}

const millisecond = 1000;

function inMilliseconds(
  alarm: NamedAlarm,
  metric: Metric,
  { about }: KnownMetric,
): Finding | undefined {
  const { threshold = 0 } = alarm.alarm;
  if (about !== 'latency' || threshold >= millisecond) return undefined;
  return {
    id: 'alarm-milliseconds',
    level: 'remark',
    seen: phrase`${named(alarm)} trips where ${measured(metric)} is ${thresholdText(alarm)} microseconds.`,
    why: phrase`Few models answer in less than a millisecond: it would be in ALARM always.`,
    remedy: phrase`Set its Threshold to ${threshold * millisecond} if ${threshold} ms are meant.`,
  };
}
