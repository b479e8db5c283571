import { calculate, type Series } from './calculate.ts';
import { type Expression, readExpression } from './expression.ts';
import type { MetricName, Metrics, Span } from './metrics.ts';
import { statisticOf } from './statistics.ts';

/** Something to be worked out over spans of time: a statistic of a metric, or metric math. */
export type Query = MetricQuery | ExpressionQuery;

export interface MetricQuery {
  readonly kind: 'metric';
  readonly id: string;
  readonly metric: MetricName;
  readonly statistic: string;
}

export interface ExpressionQuery {
  readonly kind: 'expression';
  readonly id: string;
  readonly expression: string;
}

/** Works out queries that name each other, for the same spans. */
export class Calculation {
  readonly #metrics: Metrics;
  readonly #queries: ReadonlyMap<string, Query>;
  readonly #spans: readonly Span[];

  constructor(metrics: Metrics, queries: readonly Query[], spans: readonly Span[]) {
    this.#metrics = metrics;
    this.#queries = new Map(queries.map((query) => [query.id, query]));
    this.#spans = spans;
  }

  /** A value for each span; undefined where there is no datapoint. */
  seriesOf(id: string): Series {
    const query = this.#queries.get(id);
    if (!query) return this.#spans.map(() => undefined);
    if (query.kind === 'metric') return this.#spans.map((span) => this.#datapoint(query, span));
    const expression: Expression = readExpression(query.expression);
    return calculate(expression, this.#spans.length, (other) => this.seriesOf(other));
  }

  /** How many samples a metric has in each span. */
  sampleCounts(id: string): readonly number[] {
    const query = this.#queries.get(id);
    if (query?.kind !== 'metric') return this.#spans.map(() => 0);
    return this.#spans.map((span) => this.#metrics.samples(query.metric, span).length);
  }

  #datapoint({ metric, statistic }: MetricQuery, span: Span): number | undefined {
    const samples = this.#metrics.samples(metric, span);
    return samples.length === 0 ? undefined : statisticOf(statistic)?.(samples);
  }
}

/** The metrics that a query is made of, by way of others too. */
export function metricsIn(queries: readonly Query[]): MetricName[] {
  return queries.flatMap((query) => (query.kind === 'metric' ? [query.metric] : []));
}
