import type { AlarmRecord, Datapoint } from '../cause/alarm-evidence.ts';
import { isBreaching } from './statistic.ts';

/** The datapoint on which an alarm went to ALARM, and what is known of each fleet in the same period. */
export interface Breach extends Datapoint {
  readonly fresh: number | undefined;
  readonly old: number | undefined;
  /** Which fleet accounts for all of it; only where the datapoints say so. */
  readonly allOn: 'fresh' | 'old' | undefined;
}

/**
 * The newest breaching datapoint among those that CloudWatch has named for the change, or else among
 * those read afterwards, which data that came late may have changed.
 */
export function breachOf(record: AlarmRecord): Breach | undefined {
  const { alarm, decidedBy, datapoints, trippedAt, fleets } = record;
  if (trippedAt === undefined) return undefined;
  const isMetric = alarm?.kind === 'metric';
  const known = decidedBy.length > 0 ? decidedBy : isMetric ? before(datapoints, trippedAt) : [];
  const breaching =
    isMetric && alarm.threshold !== undefined
      ? known.findLast(({ value }) => isBreaching(alarm, value))
      : known.at(-1);
  if (!breaching) return undefined;
  const [fresh, old, total] = [fleets?.fresh, fleets?.old, datapoints].map((series) =>
    valueAt(series, breaching.at),
  );
  return { ...breaching, fresh, old, allOn: fleetOfAll({ fresh, old, total }) };
}

function before(datapoints: readonly Datapoint[], trippedAt: number): readonly Datapoint[] {
  return datapoints.filter(({ at }) => at < trippedAt);
}

function valueAt(series: readonly Datapoint[] | undefined, at: number): number | undefined {
  return series?.find((datapoint) => datapoint.at === at)?.value;
}

/** One fleet has all of it, and the other nothing: a fleet without requests publishes nothing. */
function fleetOfAll({
  fresh,
  old,
  total,
}: Readonly<Record<'fresh' | 'old' | 'total', number | undefined>>): Breach['allOn'] {
  if (total === undefined || !(total > 0)) return undefined;
  if (fresh === total && !old) return 'fresh';
  return old === total && !fresh ? 'old' : undefined;
}
