import type { GetMetricDataInput, MetricDataQuery } from '@aws-sdk/client-cloudwatch';
import type { Call } from '../account/account.ts';
import { refusal } from '../aws/aws-error.ts';
import type { Instant } from '../clock.ts';
import type { Metrics, Span } from '../metrics/metrics.ts';
import { problemWith, queryOf } from '../metrics/queries.ts';
import { Calculation, metricsIn, type Query } from '../metrics/series.ts';
import { badToken, millisecondsOf } from './members.ts';

const mostDatapoints = 100_800;

interface Result {
  readonly id: string;
  readonly label: string;
  readonly datapoints: readonly Datapoint[];
}

interface Datapoint {
  readonly at: Instant;
  readonly value: number;
}

/** Works out every query over the whole time that is asked for, and returns a page of the datapoints. */
export function getMetricData(input: GetMetricDataInput, call: Call, metrics: Metrics): object {
  const queries = input.MetricDataQueries ?? [];
  check(input, queries);
  const returned = queries.filter(({ ReturnData }) => ReturnData ?? true);
  const results = returned.map((query) => resultOf(query, { input, call, metrics }));
  return cut(results, input);
}

function check(input: GetMetricDataInput, queries: readonly MetricDataQuery[]): void {
  const problem = problemWith(queries);
  if (problem) throw refusal(problem, 'ValidationError');
  if (queries.length === 0) throw refusal('there is no query', 'ValidationError');
  if (queries.length > 500) throw refusal('at most 500 queries', 'ValidationError');
  if (Number(input.StartTime) >= Number(input.EndTime)) {
    throw refusal('StartTime is not before EndTime', 'ValidationError');
  }
}

interface Asked {
  readonly input: GetMetricDataInput;
  readonly call: Call;
  readonly metrics: Metrics;
}

function resultOf(query: MetricDataQuery, { input, call, metrics }: Asked): Result {
  const { Id: id = '', Label, MetricStat } = query;
  const queries = (input.MetricDataQueries ?? []).map(queryOf);
  const periodSeconds = periodOf(query, input.MetricDataQueries ?? []);
  const isHome = call.place.region === call.account.place.region;
  const spans = isHome
    ? spansOf(input, periodSeconds * 1000, knownUntil(queries, call, metrics))
    : [];
  const datapoints = new Calculation(metrics, queries, spans)
    .seriesOf(id)
    .flatMap((value, index) =>
      value === undefined ? [] : [{ at: spans[index]?.from ?? 0, value }],
    );
  if (input.ScanBy !== 'TimestampAscending') datapoints.reverse();
  return { id, label: Label ?? MetricStat?.Metric?.MetricName ?? id, datapoints };
}

/** An expression has the longest period of the metrics beside it. */
function periodOf(
  { MetricStat, Period }: MetricDataQuery,
  all: readonly MetricDataQuery[],
): number {
  const own = MetricStat?.Period ?? Period;
  return own ?? Math.max(60, ...all.map((each) => each.MetricStat?.Period ?? 0));
}

/** Periods begin at multiples of their length; the last ones are not known yet. */
function spansOf(input: GetMetricDataInput, periodMs: number, known: Instant): Span[] {
  const start = millisecondsOf(input.StartTime) ?? 0;
  const end = Math.min(millisecondsOf(input.EndTime) ?? 0, known);
  const first = Math.floor(start / periodMs) * periodMs;
  const count = Math.max(0, Math.ceil((end - first) / periodMs));
  return Array.from({ length: count }, (_, index) => {
    const from = first + index * periodMs;
    return { from, to: Math.min(from + periodMs, known) };
  });
}

function knownUntil(queries: readonly Query[], { now }: Call, metrics: Metrics): Instant {
  const all = metricsIn(queries).map((metric) => metrics.knownUntil(metric, now));
  return all.length > 0 ? Math.min(...all) : now;
}

/** Datapoints of all results count; a result that goes on in the next page is partial. */
function cut(results: readonly Result[], input: GetMetricDataInput): object {
  const first = readToken(input.NextToken);
  const end = first + Math.min(input.MaxDatapoints ?? mostDatapoints, mostDatapoints);
  let before = 0;
  const told = results.flatMap(({ id, label, datapoints }) => {
    const [from, to] = [Math.max(0, first - before), Math.max(0, end - before)];
    before += datapoints.length;
    const page = datapoints.slice(from, to);
    if (page.length === 0 && datapoints.length > 0) return [];
    return [
      {
        Id: id,
        Label: label,
        Timestamps: page.map(({ at }) => new Date(at)),
        Values: page.map(({ value }) => value),
        StatusCode: to < datapoints.length ? 'PartialData' : 'Complete',
      },
    ];
  });
  return {
    MetricDataResults: told,
    Messages: [],
    NextToken: end < before ? String(end) : undefined,
  };
}

function readToken(token = '0'): number {
  if (!/^\d+$/.test(token)) throw badToken;
  return Number(token);
}
