import type { LookedUp } from '../preflight/finding.ts';
import type { Alarm, Metric, MetricAlarm } from './alarm.ts';
import { compositeRule } from './composite.ts';

type ByName = Readonly<Record<string, LookedUp<Alarm>>>;

/** A metric alarm that can roll the rollout back. */
export interface NamedAlarm {
  readonly name: string;
  /** The composite alarm that it is part of. */
  readonly partOf: string | undefined;
  readonly alarm: MetricAlarm;
}

/** The alarms of a deployment, taken together. */
export interface AlarmSet {
  /** Each of them rolls back by itself. */
  readonly alone: readonly NamedAlarm[];
  /** Those that do together with others, by the rules of composite alarms. */
  readonly joint: readonly NamedAlarm[];
  /** Whether nothing is hidden: an alarm that could not be read, or that watches logs. */
  readonly isWhole: boolean;
}

/** Composite alarms stand for what they are made of. */
export function alarmSet(alarms: ByName, childAlarms: ByName): AlarmSet {
  const found = new Map([...Object.entries(childAlarms), ...Object.entries(alarms)]);
  const met = new Set<string>();
  const walk = (names: readonly string[], partOf?: string): AlarmSet => {
    const unmet = names.filter((name) => !met.has(name));
    for (const name of unmet) met.add(name);
    return together(unmet.map((name) => member(name, partOf)));
  };
  const member = (name: string, partOf: string | undefined): AlarmSet => {
    const looked = found.get(name);
    if (looked?.kind !== 'found' || looked.value.kind === 'log') return hidden;
    if (looked.value.kind === 'metric') {
      return { ...nothing, alone: [{ name, partOf, alarm: looked.value }] };
    }
    const { names, isAnyOf } = compositeRule(looked.value.rule);
    const children = walk(names, name);
    if (isAnyOf) return children;
    return { ...children, alone: [], joint: [...children.alone, ...children.joint] };
  };
  return walk(Object.keys(alarms));
}

const nothing: AlarmSet = { alone: [], joint: [], isWhole: true };
const hidden: AlarmSet = { ...nothing, isWhole: false };

function together(sets: readonly AlarmSet[]): AlarmSet {
  return {
    alone: sets.flatMap(({ alone }) => alone),
    joint: sets.flatMap(({ joint }) => joint),
    isWhole: sets.every(({ isWhole }) => isWhole),
  };
}

/** The one metric whose datapoints are compared with the threshold; undefined: metric math, or more. */
export function singleMetric({ watches }: MetricAlarm): Metric | undefined {
  if (watches.kind === 'metric') return watches;
  if (watches.kind === 'other') return undefined;
  const compared = watches.queries.filter(({ returnsData }) => returnsData);
  const [query] = compared;
  return compared.length === 1 && query?.expression === undefined ? query?.metric : undefined;
}

/** All metrics that it reads; none where they are not told. */
export function metricsOf({ watches }: MetricAlarm): readonly Metric[] {
  if (watches.kind === 'metric') return [watches];
  if (watches.kind === 'other') return [];
  return watches.queries.flatMap(({ metric }) => metric ?? []);
}
