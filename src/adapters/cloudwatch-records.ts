import type {
  AlarmHistoryItem,
  Metric as ApiMetric,
  MetricDataQuery,
  MetricDataResult,
  StandardUnit,
} from '@aws-sdk/client-cloudwatch';
import type { Metric, Query } from '../domain/alarms/alarm.ts';
import type { HistoryItem } from '../domain/alarms/transitions.ts';
import type { Datapoint } from '../domain/cause/alarm-evidence.ts';
import type { Series } from '../ports/cloudwatch.ts';

/** Our narrow view of a change of state; one without a time tells nothing. */
export function historyItemOf({
  Timestamp,
  HistorySummary = '',
  HistoryData = '',
}: AlarmHistoryItem): readonly HistoryItem[] {
  const at = Timestamp?.getTime();
  return Number.isFinite(at)
    ? [{ at: Number(at), summary: HistorySummary, data: HistoryData }]
    : [];
}

/** A query as GetMetricData takes it. */
export function sdkQueryOf(query: Query): MetricDataQuery {
  const { id, returnsData, expression, metric, periodSeconds, accountId } = query;
  return {
    Id: id,
    ReturnData: returnsData,
    ...(expression !== undefined && { Expression: expression }),
    ...(metric && { MetricStat: metricStatOf(metric) }),
    ...(periodSeconds !== undefined && { Period: periodSeconds }),
    ...(accountId !== undefined && { AccountId: accountId }),
  };
}

function metricStatOf(metric: Metric): MetricDataQuery['MetricStat'] {
  const { namespace, name, dimensions, statistic, periodSeconds, unit } = metric;
  const Dimensions = Object.entries(dimensions).map(([Name, Value]) => ({ Name, Value }));
  const named: ApiMetric = { Namespace: namespace, MetricName: name, Dimensions };
  return {
    ...{ Metric: named, Stat: statistic, Period: periodSeconds },
    ...(unit !== undefined && { Unit: unit as StandardUnit }),
  };
}

/**
 * What the pages hold of each query, by time. A page without a result for a query adds nothing; the
 * last status of a query is that of all of its data.
 */
export function seriesById(
  results: readonly MetricDataResult[],
  pages: Series['extent'],
): ReadonlyMap<string, Series> {
  const byId = Map.groupBy(results, ({ Id }) => Id ?? '');
  const series = [...byId].map(([id, parts]): [string, Series] => {
    const isAll = pages === 'all' && parts.at(-1)?.StatusCode === 'Complete';
    const datapoints = new Map(
      parts.flatMap(datapointsOf).map((datapoint) => [datapoint.at, datapoint]),
    );
    const byTime = [...datapoints.values()].sort((a, b) => a.at - b.at);
    return [id, { datapoints: byTime, extent: isAll ? 'all' : 'part' }];
  });
  return new Map(series);
}

function datapointsOf({ Timestamps = [], Values = [] }: MetricDataResult): readonly Datapoint[] {
  return Timestamps.flatMap((time, index) => {
    const [at, value] = [time.getTime(), Values[index]];
    return Number.isFinite(value) && Number.isFinite(at) ? [{ at, value: Number(value) }] : [];
  });
}
