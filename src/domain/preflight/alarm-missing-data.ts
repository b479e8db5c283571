import { metricsOf, type NamedAlarm } from '../alarms/alarm-set.ts';
import { isMissingWhenIdle } from '../alarms/metrics.ts';
import { phrase } from '../text/phrase.ts';
import { type AlarmedRollout, named } from './alarm-rollout.ts';
import type { Finding } from './finding.ts';

/** Without requests most metrics have no data: `breaching` makes an idle minute an alarm. */
export function missingDataFinding(
  alarm: NamedAlarm,
  { newConfigName }: AlarmedRollout,
): Finding | undefined {
  const metrics = metricsOf(alarm.alarm);
  if (alarm.alarm.treatMissingData !== 'breaching' || metrics.length === 0) return undefined;
  if (!metrics.every(isMissingWhenIdle)) return undefined;
  const isOfNewFleet = metrics.every(
    ({ dimensions }) => dimensions.EndpointConfigName === newConfigName,
  );
  return {
    id: 'alarm-breaching',
    level: isOfNewFleet ? 'warning' : 'remark',
    seen: phrase`${named(alarm)} treats missing data as breaching.`,
    why: isOfNewFleet
      ? phrase`The new fleet has no data before its first request: it would be rolled back at once.`
      : phrase`A minute without requests has no data: the alarm would trip, whatever the model does.`,
    remedy: phrase`Set its TreatMissingData to notBreaching.`,
  };
}
