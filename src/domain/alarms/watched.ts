import type { Metric, MetricAlarm, Query } from './alarm.ts';

/** The metric whose values an alarm compares; undefined for metric math and the like. */
export function metricOf({ watches }: MetricAlarm): Metric | undefined {
  return watches.kind === 'metric' ? watches : undefined;
}

/** The query whose values an alarm compares. */
export function watchedQuery({ watches }: MetricAlarm): Query | undefined {
  return watches.kind === 'expression'
    ? watches.queries.find(({ returnsData }) => returnsData)
    : undefined;
}

/** In seconds; of metric math the longest of its parts. */
export function periodOf({ watches }: MetricAlarm): number | undefined {
  if (watches.kind === 'metric') return watches.periodSeconds;
  if (watches.kind === 'other') return undefined;
  const periods = watches.queries.flatMap(({ metric, periodSeconds }) => [
    ...(metric ? [metric.periodSeconds] : []),
    ...(periodSeconds === undefined ? [] : [periodSeconds]),
  ]);
  return periods.length > 0 ? Math.max(...periods) : undefined;
}
