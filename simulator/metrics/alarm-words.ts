import { javaDouble } from '../aws/json.ts';
import type { Instant } from '../clock.ts';
import { type AlarmRule, type Comparison, isBreaching, type Missing } from './alarm-rule.ts';
import type { RealPoint, State, Verdict } from './verdict.ts';

type Change = Extract<Verdict, { kind: 'state' }>;

/** Why an alarm is in its state, as CloudWatch says it. */
export function reasonOf(rule: AlarmRule, { state, points, filled }: Change): string {
  if (state === 'INSUFFICIENT_DATA') {
    return `Insufficient Data: ${counted(filled, 'datapoint')} ${wasOrWere(filled)} unknown.`;
  }
  if (filled > 0) return `Threshold Crossed: ${fillingWords(rule, points.length, filled)}.`;
  const named = state === 'ALARM' ? breachingOnes(rule, points) : points;
  const shown = named.map(({ value, at }) => `${javaDouble(value)} (${dayAndTime(at)})`);
  const relation = `${wasOrWere(named.length)} ${state === 'ALARM' ? '' : 'not '}${relations[rule.comparison]}`;
  return `Threshold Crossed: ${named.length} out of the last ${rule.periods} datapoints [${shown.join(', ')}] ${relation} the threshold (${javaDouble(rule.threshold)}) (minimum ${counted(neededFor(rule, state), 'datapoint')} for ${transitions[state]} transition).`;
}

/** The same for programs, as JSON; the newest of `recentDatapoints` is the last. */
export function reasonDataOf(rule: AlarmRule, { points }: Change, now: Instant): string {
  const watched = rule.queries.find(({ id }) => id === rule.watches);
  const oldestFirst = [...points].reverse();
  const [first] = oldestFirst;
  return JSON.stringify({
    version: '1.0',
    queryDate: timestamp(now),
    ...(first && { startDate: timestamp(first.at) }),
    ...(watched?.kind === 'metric' && { statistic: watched.statistic }),
    period: rule.periodSeconds,
    recentDatapoints: oldestFirst.map(({ value }) => value),
    threshold: rule.threshold,
    evaluatedDatapoints: points.map(({ at, value, samples }) => ({
      timestamp: timestamp(at),
      ...(samples > 0 && { sampleCount: samples }),
      value,
    })),
  });
}

/** As CloudWatch writes times in JSON: `2018-11-02T14:39:00.000+0000`. */
export function timestamp(instant: Instant): string {
  return new Date(instant).toISOString().replace('Z', '+0000');
}

const relations: Readonly<Record<Comparison, string>> = {
  GreaterThanOrEqualToThreshold: 'greater than or equal to',
  GreaterThanThreshold: 'greater than',
  LessThanThreshold: 'less than',
  LessThanOrEqualToThreshold: 'less than or equal to',
};

const transitions: Readonly<Record<State, string>> = {
  ALARM: 'OK -> ALARM',
  OK: 'ALARM -> OK',
  INSUFFICIENT_DATA: '',
};

/** Into ALARM it takes M of N, out of it so many that M are no longer to be had. */
function neededFor({ periods, toAlarm }: AlarmRule, state: State): number {
  return state === 'ALARM' ? toAlarm : periods - toAlarm + 1;
}

function breachingOnes(rule: AlarmRule, points: readonly RealPoint[]): readonly RealPoint[] {
  return points.filter(({ value }) => isBreaching(rule, value));
}

const treatments: Readonly<Record<Missing, string>> = {
  missing: 'Missing',
  ignore: 'Ignore',
  breaching: 'Breaching',
  notBreaching: 'NonBreaching',
};

function fillingWords({ missing }: AlarmRule, real: number, filled: number): string {
  const received =
    real === 0 ? 'no datapoints were' : `${counted(real, 'datapoint')} ${wasOrWere(real)}`;
  const periods = counted(real + filled, 'period');
  return `${received} received for ${periods} and ${counted(filled, 'missing datapoint')} ${wasOrWere(filled)} treated as [${treatments[missing]}]`;
}

/** Day, month and year in two digits each, and UTC. */
function dayAndTime(instant: Instant): string {
  const [, year, month, day, time] =
    /^\d\d(\d\d)-(\d\d)-(\d\d)T(.{8})/.exec(new Date(instant).toISOString()) ?? [];
  return `${day}/${month}/${year} ${time}`;
}

function counted(count: number, what: string): string {
  return `${count} ${what}${count === 1 ? '' : 's'}`;
}

function wasOrWere(count: number): string {
  return count === 1 ? 'was' : 'were';
}
