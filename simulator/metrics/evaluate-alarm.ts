import type { Instant } from '../clock.ts';
import type { AlarmRule } from './alarm-rule.ts';
import { reasonDataOf, reasonOf } from './alarm-words.ts';
import type { Metrics, Span } from './metrics.ts';
import { Calculation, metricsIn } from './series.ts';
import { percentileOf } from './statistics.ts';
import { judge, type Point, type State, sparePeriods } from './verdict.ts';

/** The state that an alarm comes to, and why. */
export interface NewState {
  readonly state: State;
  readonly reason: string;
  readonly reasonData: string;
}

/** Evaluates an alarm over what CloudWatch knows now; undefined where it keeps its state. */
export function evaluateAlarm(
  rule: AlarmRule,
  metrics: Metrics,
  { state, now }: { readonly state: State; readonly now: Instant },
): NewState | undefined {
  const range = rangeOf(rule, metrics, now);
  if (hasTooFewSamples(rule, range)) return undefined;
  const verdict = judge(rule, range);
  if (verdict.kind === 'kept' || verdict.state === state) return undefined;
  return {
    state: verdict.state,
    reason: reasonOf(rule, verdict),
    reasonData: reasonDataOf(rule, verdict, now),
  };
}

/** The evaluation range ends with the last minute that is known and slides on with it. */
function rangeOf(rule: AlarmRule, metrics: Metrics, now: Instant): Point[] {
  const { queries, periodSeconds, periods, watches } = rule;
  const ends = metricsIn(queries).map((metric) => metrics.knownUntil(metric, now));
  const end = Math.min(...(ends.length > 0 ? ends : [now]));
  const count = periods + sparePeriods;
  const spans = Array.from({ length: count }, (_, index): Span => {
    const to = end - (count - 1 - index) * periodSeconds * 1000;
    return { from: to - periodSeconds * 1000, to };
  });
  const calculation = new Calculation(metrics, queries, spans);
  const samples = calculation.sampleCounts(watches);
  return calculation.seriesOf(watches).map((value, index) => ({
    at: spans[index]?.from ?? 0,
    value,
    samples: samples[index] ?? 0,
  }));
}

/** Fewer than 10 / (1 - percentile) in the periods that are evaluated, where these are to be ignored. */
function hasTooFewSamples({ queries, watches, fewSamples, periods }: AlarmRule, range: Point[]) {
  const watched = queries.find(({ id }) => id === watches);
  const share = watched?.kind === 'metric' ? percentileOf(watched.statistic) : undefined;
  if (fewSamples === 'evaluate' || share === undefined) return false;
  const samples = range.slice(-periods).reduce((sum, each) => sum + each.samples, 0);
  return samples > 0 && samples < 10 / (share < 0.5 ? share : 1 - share);
}
