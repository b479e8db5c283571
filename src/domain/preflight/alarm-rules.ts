import { alarmSet, type NamedAlarm, singleMetric } from '../alarms/alarm-set.ts';
import { isServerless, productionVariantsOf } from '../endpoint-config.ts';
import type { JsonObject } from '../json.ts';
import { phrase } from '../text/phrase.ts';
import { missingDataFinding } from './alarm-missing-data.ts';
import { placeFinding } from './alarm-place.ts';
import { type AlarmedRollout, alarmedRollout, bakesOfVariant } from './alarm-rollout.ts';
import { setFinding } from './alarm-set-rules.ts';
import { shareFinding } from './alarm-share.ts';
import { thresholdFinding } from './alarm-threshold.ts';
import { bakeFinding, periodFinding, timeFinding } from './alarm-timing.ts';
import { deploymentOf, type Facts, goesBack, isCreation } from './facts.ts';
import { type Finding, judged, notChecked } from './finding.ts';

/**
 * Whether the alarms can protect this rollout, as far as their definitions tell. Serverless endpoints
 * have no guardrails, which another rule tells.
 */
export function alarmsProtect(facts: Facts): readonly Finding[] {
  const { alarms, childAlarms } = facts;
  const isFound = Object.values(alarms).some(({ kind }) => kind === 'found');
  if (isCreation(facts) || goesBack(facts) || !deploymentOf(facts) || !isFound) return [];
  const unknown = phrase`Whether the alarms can trip in this rollout is not known.`;
  const set = alarmSet(alarms, childAlarms);
  return judged({ id: 'alarm-cannot-trip', unknown }, facts.config, (config) => {
    if (hasServerless(config)) return [];
    const rollout = alarmedRollout(facts, config);
    return [
      ...present(bakeFinding(rollout)),
      ...set.alone.flatMap((alarm) => findingsOf(alarm, rollout)),
      ...present(setFinding(set, rollout)),
    ];
  });
}

/** What composite alarms are made of, where that could not be read. */
export function childAlarmsAreRead({ childAlarms }: Facts): readonly Finding[] {
  const unread = Object.entries(childAlarms).flatMap(([name, alarm]) =>
    alarm.kind === 'not-readable' ? [{ name, problem: alarm.problem }] : [],
  );
  const [first] = unread;
  if (!first) return [];
  const unknown = phrase`Whether the alarms that composite ones are made of can trip is not known.`;
  const names = unread.map(({ name }) => name);
  return [notChecked({ id: 'alarm-children', unknown }, names, first.problem)];
}

/** Named alarms that watch nothing of this endpoint: that they have no data is told with the reason. */
export function misplacedAlarms({ alarms, ...facts }: Facts): readonly string[] {
  if (facts.config.kind !== 'found') return [];
  const rollout = alarmedRollout({ alarms, ...facts }, facts.config.value);
  return alarmSet(alarms, {})
    .alone.filter((alarm) => placeFinding(alarm, rollout) !== undefined)
    .map(({ name }) => name);
}

/** What can never trip, or always does, is not told anything else. */
function findingsOf(alarm: NamedAlarm, rollout: AlarmedRollout): readonly Finding[] {
  const place = placeFinding(alarm, rollout);
  if (place) return [place];
  const metric = singleMetric(alarm.alarm);
  const threshold = metric && thresholdFinding(alarm, metric);
  if (threshold) return [threshold];
  const bakes = bakesSeen(alarm, rollout);
  const sight =
    (metric && shareFinding(alarm, metric, bakes)) ?? timeFinding(alarm, bakes, rollout);
  return [
    ...present(sight ?? periodFinding(alarm, rollout)),
    ...present(missingDataFinding(alarm, rollout)),
  ];
}

/**
 * An alarm on the new configuration alone sees nothing but the new fleet; of what one on single
 * instances or containers sees, nothing is known.
 */
function bakesSeen({ alarm }: NamedAlarm, rollout: AlarmedRollout) {
  const dimensions = singleMetric(alarm)?.dimensions ?? {};
  const bakes = bakesOfVariant(rollout, dimensions.VariantName);
  const isOfVariant = Object.keys(dimensions).every((name) => ofVariants.includes(name));
  return isOfVariant ? bakes : bakes.map((bake) => ({ ...bake, share: 1 }));
}

const ofVariants = ['EndpointName', 'VariantName'];

function hasServerless(config: JsonObject): boolean {
  return productionVariantsOf(config).some(isServerless);
}

function present<T>(value: T | undefined): readonly T[] {
  return value === undefined ? [] : [value];
}
