import type { MetricAlarm } from '../alarms/alarm.ts';
import { metricsOf, type NamedAlarm, singleMetric } from '../alarms/alarm-set.ts';
import { knownMetric } from '../alarms/metrics.ts';
import { type Bake, earliestTrip, type Pace, verdictSeconds } from '../alarms/sight.ts';
import { alarmsOf, type DeploymentConfig } from '../deployment-config.ts';
import { durationText } from '../duration.ts';
import { type Phrase, phrase } from '../text/phrase.ts';
import { bakeText } from './alarm-bake.ts';
import { type AlarmedRollout, bakesOfVariant, named, publishedEvery } from './alarm-rollout.ts';
import { seesShare } from './alarm-share.ts';
import { deploymentOf, type Facts } from './facts.ts';
import type { Finding } from './finding.ts';
import { deploymentInput } from './written.ts';

const longestWaitSeconds = 3600;

/** An alarm that has not made up its mind when the bake is over: its window, and CloudWatch's delay. */
export function timeFinding(
  alarm: NamedAlarm,
  bakes: readonly Bake[],
  rollout: AlarmedRollout,
): Finding | undefined {
  const pace = paceOf(alarm.alarm, rollout);
  if (!pace) return undefined;
  const metric = singleMetric(alarm.alarm);
  const sees = metric ? seesShare(alarm, metric) : () => true;
  const first = bakes.findIndex(({ share }) => sees(share));
  const bake = bakes[first];
  if (!bake) return undefined;
  const needed = verdictSeconds(pace);
  const trip = earliestTrip(bakes, pace, sees);
  const isInTime = trip.kind === 'in' && trip.index === first;
  if (isInTime && needed <= bake.seconds) return undefined;
  return {
    id: 'alarm-too-slow',
    level: isInTime ? 'remark' : 'warning',
    seen: phrase`${named(alarm)} decides on ${paceText(pace)}, and CloudWatch is up to 2 min behind: ${durationText(needed)}. The bake takes ${durationText(bake.seconds)}.`,
    why: isInTime ? phrase`It may trip too late, when the bake is over.` : lateText(bakes, trip),
    remedy: remedyFor(rollout.facts, bake.seconds, pace),
  };
}

function lateText(bakes: readonly Bake[], trip: ReturnType<typeof earliestTrip>): Phrase {
  return trip.kind === 'in'
    ? phrase`It cannot trip before ${bakeText(bakes, trip.index)}.`
    : phrase`It cannot trip before the rollout is over.`;
}

/** `2 datapoints of 10 min`. */
function paceText({ datapoints, periodSeconds }: Pace): Phrase {
  return datapoints === 1
    ? phrase`${durationText(periodSeconds)} of data`
    : phrase`${datapoints} datapoints of ${durationText(periodSeconds)} each`;
}

function remedyFor(facts: Facts, bakeSeconds: number, pace: Pace): Phrase {
  const needed = verdictSeconds(pace);
  const bake = phrase`${deploymentInput(facts, waitInput(deploymentOf(facts)))} to ${durationText(needed)} or more`;
  const periods = Math.floor((bakeSeconds - 120) / 60);
  if (periods < 1) return phrase`Set ${bake}.`;
  const shorter = phrase`its Period to 60 with ${periods === 1 ? phrase`1 period` : phrase`1 to ${periods} periods`} of evaluation`;
  return needed > longestWaitSeconds
    ? phrase`Set ${shorter}.`
    : phrase`Set ${shorter}, or ${bake}.`;
}

/** The input that makes the first bake longer. */
function waitInput(config: DeploymentConfig | undefined): 'wait-interval' | 'termination-wait' {
  const type = config?.BlueGreenUpdatePolicy?.TrafficRoutingConfiguration.Type;
  return type === 'ALL_AT_ONCE' ? 'termination-wait' : 'wait-interval';
}

/** Of metrics of SageMaker; how those of others come is not known. */
function paceOf(alarm: MetricAlarm, rollout: AlarmedRollout): Pace | undefined {
  const metrics = metricsOf(alarm).filter(knownMetric);
  if (metrics.length === 0) return undefined;
  const { watches, datapointsToAlarm: datapoints } = alarm;
  const own = watches.kind === 'expression' ? watches.queries : [];
  const periods = [
    ...metrics.map((metric) => Math.max(metric.periodSeconds, publishedEvery(rollout, metric))),
    ...own.flatMap(({ returnsData, periodSeconds }) =>
      returnsData && periodSeconds !== undefined ? [periodSeconds] : [],
    ),
  ];
  return { periodSeconds: Math.max(...periods), datapoints };
}

/** Nothing waits for alarms: one finding for all of them. */
export function bakeFinding(rollout: AlarmedRollout): Finding | undefined {
  const { facts } = rollout;
  const config = deploymentOf(facts);
  const count = alarmsOf(config).length;
  if (count === 0 || bakesOfVariant(rollout).length > 0) return undefined;
  return {
    id: 'alarm-without-bake',
    level: 'warning',
    seen: phrase`The rollout names ${count === 1 ? phrase`an alarm` : phrase`${count} alarms`}, and has no bake.`,
    why: phrase`It is over before an alarm can trip.`,
    remedy: phrase`Set ${deploymentInput(facts, waitInput(config))} to 5m for instance: an alarm needs its period and 2 min.`,
  };
}

/** Where a metric has data once a minute, most of shorter periods have none. */
export function periodFinding(alarm: NamedAlarm, rollout: AlarmedRollout): Finding | undefined {
  const metric = singleMetric(alarm.alarm);
  if (!metric || !knownMetric(metric)) return undefined;
  const published = publishedEvery(rollout, metric);
  if (metric.periodSeconds >= published) return undefined;
  return {
    id: 'alarm-period',
    level: 'remark',
    seen: phrase`${named(alarm)} has a Period of ${durationText(metric.periodSeconds)}; ${metric.name} has data every ${durationText(published)}.`,
    why: phrase`Most of its periods have no data, so that it may not trip.`,
    remedy:
      published > 60
        ? phrase`Set its Period to ${published}.`
        : phrase`Set its Period to ${published}, or publish more often: EnableEnhancedMetrics and MetricPublishFrequencyInSeconds in the configuration's MetricsConfig.`,
  };
}
