import type { Metric } from '../alarms/alarm.ts';
import type { NamedAlarm } from '../alarms/alarm-set.ts';
import { type KnownMetric, knownMetric } from '../alarms/metrics.ts';
import { type Bake, earliestTrip } from '../alarms/sight.ts';
import { directionOf, isBreaching, mostShown, percentileOf } from '../alarms/statistic.ts';
import { lowered, own, type Phrase, phrase } from '../text/phrase.ts';
import { bakeText } from './alarm-bake.ts';
import { measured, named } from './alarm-rollout.ts';
import { thresholdText } from './alarm-threshold.ts';
import type { Finding } from './finding.ts';
import { percentText } from './percent.ts';

/**
 * Which shares of the requests on the new fleet an alarm sees, where all of those are as bad as can
 * be and the others as good as now: all of them, unless it can be told.
 */
export function seesShare(alarm: NamedAlarm, metric: Metric): (share: number) => boolean {
  const known = knownMetric(metric);
  if (!known || !isJudged(known) || directionOf(alarm.alarm) !== 'above') return () => true;
  const most = known.most ?? Number.POSITIVE_INFINITY;
  return (share) => isBreaching(alarm.alarm, mostShown(metric.statistic, share, most));
}

function isJudged({ about }: KnownMetric): boolean {
  return about === 'errors' || about === 'latency';
}

/** The threshold of an alarm over old and new instances, against the share of the new ones. */
export function shareFinding(
  alarm: NamedAlarm,
  metric: Metric,
  bakes: readonly Bake[],
): Finding | undefined {
  const sees = seesShare(alarm, metric);
  const [first] = bakes;
  if (!first || sees(first.share)) return first && onEveryRequest(alarm, metric, sees);
  const trip = earliestTrip(bakes, { periodSeconds: 60, datapoints: 1 }, sees);
  // Slow answers shift the percentiles of the others, too: by how much is not known.
  const isDoubtful = !isOfErrors(metric) && percentileOf(metric.statistic) !== undefined;
  const cannot = isDoubtful ? phrase`It is not likely to trip` : phrase`It cannot trip`;
  const told = {
    level: isDoubtful ? ('remark' as const) : ('warning' as const),
    seen: seenText(alarm, metric, first),
    remedy: remedyFor(metric, first.share),
  };
  if (trip.kind === 'in') {
    const why = phrase`${cannot} before ${bakeText(bakes, trip.index)}.`;
    return { id: 'alarm-diluted', why, ...told };
  }
  const why = phrase`${cannot} in this rollout: no bake of a minute or more gives the new fleet enough of the requests.`;
  return { id: 'alarm-cannot-trip', why, ...told };
}

/** What would have to happen, and what the alarm sees of it. */
function seenText(alarm: NamedAlarm, metric: Metric, bake: Bake): Phrase {
  const happening = own(isOfErrors(metric) ? 'failing every request' : 'answering slowly');
  return phrase`With ${sharers(bake)} ${happening}, ${lowered(named(alarm))} sees ${shownText(alarm, metric, bake)}.`;
}

function isOfErrors(metric: Metric): boolean {
  return knownMetric(metric)?.about === 'errors';
}

function sharers({ instances, share }: Bake): Phrase {
  return instances
    ? phrase`${instances.fresh} of ${instances.all} instances`
    : phrase`${percentText(share)} of the instances`;
}

/** An average shows the share; other statistics show nothing of it. */
function shownText({ alarm }: NamedAlarm, metric: Metric, { share }: Bake): Phrase {
  switch (metric.statistic) {
    case 'Average':
      return phrase`${percentText(share)} (${measured(metric)}); its threshold is ${exactPercent(alarm.threshold ?? 0)} %`;
    case 'Minimum':
      return phrase`nothing: ${measured(metric)} is that of the best request`;
    default:
      return phrase`nothing: ${measured(metric)} takes ${percentText(1 - (percentileOf(metric.statistic) ?? 0) / 100)} of the requests`;
  }
}

/** A threshold just above the share is not shown as the same. */
function exactPercent(threshold: number): number {
  return Number((100 * threshold).toPrecision(6));
}

/** The threshold or the statistic that sees this share. */
function remedyFor(metric: Metric, share: number): Phrase {
  if (isOfErrors(metric)) {
    const threshold = Math.min(0.05, roundedDown(share / 2));
    const average =
      metric.statistic === 'Average' ? phrase`` : phrase`Statistic to Average and its `;
    return phrase`Set its ${average}Threshold to ${threshold} (${percentText(threshold)} of the requests), or its Statistic to Sum, which counts errors.`;
  }
  const percentile = [90, 95, 99, 99.9].find((each) => 100 - each < 100 * share) ?? 99.99;
  return phrase`Set its Statistic to p${percentile} or Average.`;
}

/** To one digit. */
function roundedDown(value: number): number {
  const unit = 10 ** Math.floor(Math.log10(value));
  return Number((Math.floor(value / unit) * unit).toPrecision(1));
}

/** The new fleet has all requests, but one that succeeds is enough to keep it from tripping. */
function onEveryRequest(
  alarm: NamedAlarm,
  metric: Metric,
  sees: (share: number) => boolean,
): Finding | undefined {
  const nearlyAll = 0.99;
  if (!isOfErrors(metric) || sees(nearlyAll)) return undefined;
  return {
    id: 'alarm-every-request',
    level: 'remark',
    seen: phrase`${named(alarm)} trips where ${measured(metric)} is ${thresholdText(alarm)}: where every request fails.`,
    why: phrase`A model that answers one request in a hundred does not trip it.`,
    remedy: remedyFor(metric, 1),
  };
}
