import type { Alarm } from '../domain/alarms/alarm.ts';
import { compositeRule } from '../domain/alarms/composite.ts';
import {
  type DataQueries,
  dataQueries,
  type Fleets,
  fleetIds,
  spanAround,
} from '../domain/alarms/data-queries.ts';
import { leftAlarmIn, transitionOf, tripIn } from '../domain/alarms/transitions.ts';
import {
  type AlarmEvidence,
  type AlarmRecord,
  nothingKnown,
} from '../domain/cause/alarm-evidence.ts';
import { type Problem, problemFrom } from '../domain/problem.ts';
import type { Series, Span } from '../ports/cloudwatch.ts';
import type { Alarms } from '../ports.ts';
import { notAllOfTheHistory, onlyAPart } from './cut-short.ts';

/** What is asked about the alarms of an update. */
export interface Asked extends Span {
  readonly names: readonly string[];
  readonly fleets: Fleets;
}

/** Composite alarms in composite ones are followed so deep, and so many alarms at each depth. */
const mostLevels = 2;
const mostChildren = 20;

/** What was read of the alarms so far. */
export class AlarmReadings {
  readonly #alarms: Alarms;
  readonly #asked: Asked;
  readonly #records = new Map<string, AlarmRecord>();
  readonly #unread = new Map<string, Problem>();

  constructor(alarms: Alarms, asked: Asked) {
    this.#alarms = alarms;
    this.#asked = asked;
    for (const name of asked.names) this.#add(name, undefined);
  }

  get evidence(): AlarmEvidence {
    const alarms = this.#asked.names.flatMap((name) => {
      const record = this.#records.get(name);
      const children = this.#below(name).flatMap((child) => this.#records.get(child) ?? []);
      return record ? [{ ...record, children }] : [];
    });
    return { alarms, unread: [...this.#unread.values()] };
  }

  /** Each kind of failure once. */
  fail(problem: Problem): void {
    this.#unread.set(problem.message, problem);
  }

  async read(signal: AbortSignal): Promise<void> {
    await this.#describe(signal);
    const perhaps = [...this.#records.values()].filter((record) => this.#mayHaveTripped(record));
    await firstThenOthers(perhaps, (record) => this.#readHistory(record, signal));
    const tripped = [...this.#records.values()].filter(isWorthDatapoints);
    await firstThenOthers(tripped, (record) => this.#readDatapoints(record, signal));
  }

  /** The alarms as they are defined, and those in the rules of composite ones. */
  async #describe(signal: AbortSignal): Promise<void> {
    let names = this.#asked.names;
    for (let level = 0; level <= mostLevels && names.length > 0; level += 1) {
      const asked = names;
      const found = await this.#tried(() => this.#alarms.read(asked, signal));
      for (const name of found ? asked : []) this.#add(name, found?.get(name));
      const inRules = asked.flatMap((name) => childrenOf(found?.get(name)));
      names = [...new Set(inRules)]
        .filter((name) => !this.#records.has(name))
        .slice(0, mostChildren);
    }
  }

  #add(name: string, alarm: Alarm | undefined): void {
    const redBefore = alarm?.state === 'ALARM' && alarm.stateSince !== undefined;
    const redSince =
      redBefore && Number(alarm.stateSince) <= this.#asked.from ? alarm.stateSince : undefined;
    const reason = redSince === undefined ? undefined : alarm?.stateReason;
    this.#records.set(name, { ...nothingKnown, name, alarm, redSince, reason });
  }

  /** The last change of its state, where it is known, may lie before the update. */
  #mayHaveTripped({ alarm }: AlarmRecord): boolean {
    return alarm?.stateSince === undefined || alarm.stateSince > this.#asked.from;
  }

  async #readHistory(record: AlarmRecord, signal: AbortSignal): Promise<void> {
    const { name } = record;
    const history = await this.#tried(() => this.#alarms.history(name, this.#asked, signal));
    const inTime = (history?.items ?? [])
      .filter(({ at }) => at > this.#asked.from && at <= this.#asked.until)
      .map(transitionOf);
    const isWhole = history?.extent === 'all';
    const told = tripIn(inTime) ?? (isWhole ? undefined : this.#tripByState(record));
    if (!told) {
      if (history && !isWhole) this.fail(notAllOfTheHistory(name));
      this.#records.set(name, { ...record, recoveredAt: leftAlarmIn(inTime) });
      return;
    }
    const { at: trippedAt, reason, decidedBy } = told.trip;
    const { recoveredAt } = told;
    this.#records.set(name, { ...record, trippedAt, recoveredAt, reason, decidedBy });
  }

  /** Without its history, an alarm that is in ALARM still tells when it went there. */
  #tripByState({ alarm }: AlarmRecord): ReturnType<typeof tripIn> {
    const { state, stateSince: at, stateReason = '' } = alarm ?? {};
    const isInTime = at !== undefined && at > this.#asked.from && at <= this.#asked.until;
    if (state !== 'ALARM' || !isInTime) return undefined;
    const newState = { stateValue: state, stateReason };
    return tripIn([transitionOf({ at, summary: '', data: JSON.stringify({ newState }) })]);
  }

  async #readDatapoints(record: AlarmRecord, signal: AbortSignal): Promise<void> {
    const { alarm, trippedAt } = record;
    if (alarm?.kind !== 'metric' || trippedAt === undefined) return;
    const asked = dataQueries(alarm, this.#asked.fleets);
    if (!asked) return;
    const span = spanAround(trippedAt, alarm, asked.periodSeconds);
    const series = await this.#tried(() => this.#alarms.datapoints(asked.queries, span, signal));
    if (!series) return;
    const watched = series.get(asked.watchedId);
    if (watched?.extent === 'part') this.fail(onlyAPart(record.name));
    const fleets = fleetsIn(series, asked);
    this.#records.set(record.name, { ...record, datapoints: watched?.datapoints ?? [], fleets });
  }

  /** The answer; undefined where there is none, which is told once. */
  async #tried<T>(ask: () => Promise<T>): Promise<T | undefined> {
    try {
      return await ask();
    } catch (thrown) {
      this.fail(problemFrom(thrown));
      return undefined;
    }
  }

  /** The alarms in the rule of a composite one, and in the rules of these, each once. */
  #below(name: string): readonly string[] {
    const found = new Set<string>();
    let level = [name];
    for (let depth = 0; depth < mostLevels; depth += 1) {
      level = level.flatMap((each) => childrenOf(this.#records.get(each)?.alarm));
      for (const child of level) found.add(child);
    }
    found.delete(name);
    return [...found];
  }
}

function childrenOf(alarm: Alarm | undefined): readonly string[] {
  return alarm?.kind === 'composite' ? compositeRule(alarm.rule).names.slice(0, mostChildren) : [];
}

function isWorthDatapoints({ alarm, trippedAt }: AlarmRecord): boolean {
  return trippedAt !== undefined && alarm?.kind === 'metric';
}

/** What is denied to the first is not asked for the others. */
async function firstThenOthers<T>(
  items: readonly T[],
  ask: (item: T) => Promise<void>,
): Promise<void> {
  const [first, ...others] = items;
  if (first === undefined) return;
  await ask(first);
  await Promise.all(others.map(ask));
}

/** Both fleets, or neither: what is missing must be missing in CloudWatch. */
function fleetsIn(
  series: ReadonlyMap<string, Series>,
  { of, watchedId }: DataQueries,
): AlarmRecord['fleets'] {
  if ([...series.values()].some(({ extent }) => extent !== 'all')) return undefined;
  const named = (id: string) => series.get(id)?.datapoints ?? [];
  switch (of) {
    case 'each-fleet':
      return { fresh: named(fleetIds.fresh), old: named(fleetIds.old) };
    case 'new-fleet':
      return { fresh: named(watchedId), old: [] };
    case 'old-fleet':
      return { fresh: [], old: named(watchedId) };
    case 'unknown':
      return undefined;
  }
}
