import type { Instant } from '../clock.ts';
import { type AlarmRule, isBreaching } from './alarm-rule.ts';

/** A datapoint; the alarm's evaluation range may hold periods that have none. */
export interface Point {
  readonly at: Instant;
  readonly value: number | undefined;
  readonly samples: number;
}

export interface RealPoint extends Point {
  readonly value: number;
}

export type State = 'OK' | 'ALARM' | 'INSUFFICIENT_DATA';

/** What an evaluation comes to. */
export type Verdict =
  | { readonly kind: 'kept' }
  | {
      readonly kind: 'state';
      readonly state: State;
      /** Those that were evaluated, the newest first. */
      readonly points: readonly RealPoint[];
      /** How many periods were filled, for want of datapoints. */
      readonly filled: number;
    };

/** So many periods more than it evaluates are retrieved, in case some have no datapoint. */
export const sparePeriods = 2;

/**
 * The state that follows from the evaluation range, the oldest period first.
 * https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/alarms-and-missing-data.html
 */
export function judge(rule: AlarmRule, range: readonly Point[]): Verdict {
  const real = range.filter(isReal).reverse();
  const points = real.slice(0, rule.periods);
  const filled = rule.periods - points.length;
  const state = stateOf(rule, range, { points, filled });
  return state === 'kept' ? { kind: 'kept' } : { kind: 'state', state, points, filled };
}

interface Evaluated {
  readonly points: readonly RealPoint[];
  readonly filled: number;
}

function stateOf(rule: AlarmRule, range: readonly Point[], { points, filled }: Evaluated) {
  const { missing, toAlarm } = rule;
  const breaching = points.filter(({ value }) => isBreaching(rule, value)).length;
  if (points.length === 0 && missing === 'missing') return 'INSUFFICIENT_DATA';
  if (points.length === 0 && missing === 'ignore') return 'kept';
  const isFilledSo = missing === 'breaching' ? filled : 0;
  if (breaching + isFilledSo >= toAlarm) return 'ALARM';
  const isAllBreaching = breaching === points.length && breaching > 0;
  if (filled === 0 || !isAllBreaching) return 'OK';
  if (missing === 'ignore') return 'kept';
  return missing === 'missing' && ageOfOldest(range) >= toAlarm ? 'ALARM' : 'OK';
}

/** The newest period is 1 old. */
function ageOfOldest(range: readonly Point[]): number {
  return range.length - range.findIndex(isReal);
}

function isReal(point: Point): point is RealPoint {
  return point.value !== undefined;
}
