import type { Instant } from '../request.ts';
import type { Metric, MetricAlarm, Query } from './alarm.ts';
import { periodOf } from './watched.ts';

/** What to ask of an alarm's datapoints, and of which query the answer is its own. */
export interface DataQueries {
  readonly queries: readonly Query[];
  readonly watchedId: string;
  readonly periodSeconds: number;
  /** `each`: the same metric of each fleet is asked for too, by the ids below. */
  readonly of: 'each-fleet' | 'new-fleet' | 'old-fleet' | 'unknown';
}

export const fleetIds = { fresh: 'freshFleet', old: 'oldFleet' } as const;
const watchedId = 'watched';

/** By whose datapoints the two fleets of a rollout are told apart. */
export interface Fleets {
  readonly endpointName: string;
  /** Names of endpoint configurations. */
  readonly fresh: string;
  readonly old: string | undefined;
}

/** As the alarm defines it; undefined where that is nothing that GetMetricData takes. */
export function dataQueries(alarm: MetricAlarm, fleets: Fleets): DataQueries | undefined {
  const { watches, threshold } = alarm;
  const periodSeconds = periodOf(alarm);
  if (periodSeconds === undefined || watches.kind === 'other') return undefined;
  if (watches.kind === 'metric') {
    const of = fleetOf(watches, fleets);
    const more = of === 'each-fleet' ? ofFleets(watches, fleets) : [];
    return { queries: [metricQuery(watchedId, watches), ...more], watchedId, periodSeconds, of };
  }
  // Beside its metric, an alarm on an anomaly has its band, which is two series of one id.
  const isBand = threshold === undefined;
  const queries = watches.queries.filter(({ metric }) => !isBand || metric !== undefined);
  const watched = queries.find(({ returnsData }) => returnsData);
  if (!watched) return undefined;
  return {
    queries: queries.map((query) => ({ ...query, returnsData: query === watched })),
    ...{ watchedId: watched.id, periodSeconds, of: 'unknown' },
  };
}

/** What a fleet publishes is published with the name of its endpoint configuration as well. */
function fleetOf(metric: Metric, { endpointName, fresh, old }: Fleets): DataQueries['of'] {
  const { EndpointConfigName: named, ...others } = metric.dimensions;
  const isOfVariant =
    metric.namespace === 'AWS/SageMaker' &&
    others.EndpointName === endpointName &&
    Object.keys(others).sort().join() === 'EndpointName,VariantName';
  if (!isOfVariant || fresh === old) return 'unknown';
  if (named === undefined) return 'each-fleet';
  if (named === fresh) return 'new-fleet';
  return named === old ? 'old-fleet' : 'unknown';
}

function ofFleets(metric: Metric, { fresh, old }: Fleets): readonly Query[] {
  const of = (EndpointConfigName: string): Metric => ({
    ...metric,
    dimensions: { ...metric.dimensions, EndpointConfigName },
  });
  return [
    metricQuery(fleetIds.fresh, of(fresh)),
    ...(old === undefined ? [] : [metricQuery(fleetIds.old, of(old))]),
  ];
}

function metricQuery(id: string, metric: Metric): Query {
  return { id, returnsData: true, expression: undefined, metric, periodSeconds: undefined };
}

/** Periods that are shown before and after an alarm went to ALARM. */
const periodsBefore = { least: 14, most: 40 };
const periodsAfter = 5;

/** The span around the change, on the borders of periods. */
export function spanAround(
  trippedAt: Instant,
  { evaluationPeriods }: Pick<MetricAlarm, 'evaluationPeriods'>,
  periodSeconds: number,
): { readonly from: Instant; readonly until: Instant } {
  const ms = 1000 * Math.max(1, periodSeconds);
  const { least, most } = periodsBefore;
  const before = Math.min(most, Math.max(least, evaluationPeriods + 2));
  const inWhich = Math.floor(trippedAt / ms);
  return { from: ms * (inWhich - before), until: ms * (inWhich + 1 + periodsAfter) };
}
