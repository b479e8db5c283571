import type { Metric, MetricDataQuery } from '@aws-sdk/client-cloudwatch';
import { type Expression, ExpressionError, idsIn, readExpression } from './expression.ts';
import type { MetricName } from './metrics.ts';
import type { Query } from './series.ts';
import { statisticOf } from './statistics.ts';

/** A query as requests hold it. */
export function queryOf({ Id = '', Expression: expression, MetricStat }: MetricDataQuery): Query {
  if (expression !== undefined) return { kind: 'expression', id: Id, expression };
  const { Metric: metric = {}, Stat: statistic = '', Unit: unit } = MetricStat ?? {};
  return { kind: 'metric', id: Id, metric: { ...metricOf(metric), unit }, statistic };
}

export function metricOf({ Namespace = '', MetricName = '', Dimensions }: Metric): MetricName {
  const dimensions = (Dimensions ?? []).map(({ Name = '', Value = '' }) => [Name, Value]);
  return { namespace: Namespace, name: MetricName, dimensions: Object.fromEntries(dimensions) };
}

/** What is wrong with queries that are to be worked out together, if anything. */
export function problemWith(queries: readonly MetricDataQuery[]): string | undefined {
  const ids = queries.map(({ Id = '' }) => Id);
  const twice = ids.find((id, index) => ids.indexOf(id) < index);
  if (twice !== undefined) return `the id "${twice}" is given twice`;
  return queries.map((query) => problemWithOne(query, queries)).find((problem) => problem);
}

function problemWithOne(query: MetricDataQuery, all: readonly MetricDataQuery[]) {
  const { Id = '', Expression: expression, MetricStat } = query;
  if (!/^[a-z]\w*$/.test(Id)) return `the id "${Id}" does not begin with a lower-case letter`;
  if ((expression === undefined) === (MetricStat === undefined)) {
    return `"${Id}" needs either Expression or MetricStat`;
  }
  if (MetricStat) return problemWithStat(Id, MetricStat.Stat ?? '', MetricStat.Period ?? 0);
  try {
    return problemWithNames(query, readExpression(expression ?? ''), all);
  } catch (error) {
    if (!(error instanceof ExpressionError)) throw error;
    return `"${Id}": ${error.message}`;
  }
}

function problemWithStat(id: string, statistic: string, period: number): string | undefined {
  if (!statisticOf(statistic)) return `"${id}": the statistic "${statistic}" is not modeled`;
  return isPeriod(period) ? undefined : `"${id}": ${period} is not a valid period`;
}

/** An expression names others that there are, and not itself by way of them. */
function problemWithNames(
  { Id = '' }: MetricDataQuery,
  expression: Expression,
  all: readonly MetricDataQuery[],
): string | undefined {
  const named = new Set(idsIn(expression));
  for (const id of named) {
    const other = all.find((each) => each.Id === id);
    if (!other) return `"${Id}" names "${id}", which there is not`;
    if (other.Expression === undefined) continue;
    for (const further of idsIn(readExpression(other.Expression))) named.add(further);
  }
  return named.has(Id) ? `"${Id}" names itself` : undefined;
}

/** 10, 20 and 30 seconds, and whole minutes up to a day. */
export function isPeriod(seconds: number): boolean {
  return [10, 20, 30].includes(seconds) || (seconds > 0 && seconds % 60 === 0);
}
