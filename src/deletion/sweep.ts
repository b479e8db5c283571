import type { Kept, Listed, ListKind, Made, Need } from '../domain/clean-up.ts';
import type { LookedUp } from '../domain/preflight/finding.ts';
import { Problem } from '../domain/problem.ts';
import type { Instant } from '../domain/request.ts';
import { phrase } from '../domain/text/phrase.ts';
import { lookUp } from '../run/look-up.ts';
import type { Run } from '../run/run.ts';

/** What a clean-up is to do. */
export interface Task {
  /** So many of the newest of each kind are kept, whether anything needs them or not. */
  readonly keep: Readonly<Record<Made['kind'], number>>;
  /** What is needed whatever else is read. */
  readonly needs: readonly Need[];
  /** Whether it is only to be told what would go. */
  readonly how: 'deleted' | 'planned';
}

/** One clean-up, and what it has read so far. */
export interface Sweep extends Task {
  readonly run: Run;
  readonly until: Instant;
  readonly known: Readonly<Record<ListKind, Map<string, Reading>>>;
  /** Calls so far; each page of a list is one. */
  calls: number;
  /** What was deleted, or would be. */
  readonly gone: Made[];
  readonly kept: Kept[];
}

/** What something in use needs, as it was when it was read. */
interface Reading {
  readonly listed: Listed;
  readonly readAt: Instant;
  readonly needs: readonly Need[];
}

/** The rollout is over: what is left to do is not worth a longer wait. */
const mostSeconds = 600;

/** The account's quota of calls is for its other users too. */
const mostCalls = 3000;
const entriesOfAPage = 100;

/** What was changed lately is read again: an endpoint's record follows its rollout. */
const secondsToSettle = 600;

export function newSweep(run: Run, task: Task): Sweep {
  const known = {
    ...{ endpoints: new Map(), components: new Map(), 'running-jobs': new Map() },
    ...{ 'endpoint configuration': new Map(), model: new Map() },
  };
  const until = run.world.clock.now() + 1000 * mostSeconds;
  return { ...task, run, until, known, calls: 0, gone: [], kept: [] };
}

/** As `lookUp`, in the time that the clean-up has. */
export function lookUpFor<T>(sweep: Sweep, call: () => Promise<T>): Promise<LookedUp<T>> {
  sweep.calls += 1;
  return lookUp(sweep.run, call, undefined, sweep.until);
}

/** A list of the region, or those in it whose names contain a text; not readable where no calls are left. */
export async function lookUpList(
  sweep: Sweep,
  kind: ListKind,
  nameContains?: string,
): Promise<LookedUp<readonly Listed[]>> {
  const { asked, world } = sweep.run;
  const search = { endpointName: asked.endpointName, ...(nameContains && { nameContains }) };
  if (sweep.calls >= mostCalls) return { kind: 'not-readable', problem: noCallsLeft() };
  const all = await lookUpFor(sweep, () => world.deletions.list(kind, search));
  if (all.kind === 'found') sweep.calls += Math.floor(all.value.length / entriesOfAPage);
  return all;
}

/** A list of the region, and what its entries need. */
export interface Needs {
  readonly listed: readonly Listed[];
  readonly needs: readonly Need[];
}

/** How an entry of a list is read. */
export interface Reader {
  readonly kind: ListKind;
  /** How many calls each entry takes. */
  readonly calls: number;
  readonly read: (sweep: Sweep, listed: Listed) => Promise<LookedUp<readonly Need[]>>;
}

/**
 * What the entries of a list need, as it is now: the list is read anew, an entry only where it is new,
 * or may have changed since. Where one of them cannot be read nothing is known.
 */
export async function readNeeds(sweep: Sweep, reader: Reader): Promise<LookedUp<Needs>> {
  const { kind, calls, read } = reader;
  const all = await lookUpList(sweep, kind);
  if (all.kind !== 'found') return all;
  const fresh = all.value.filter((listed) => !isKnown(sweep, kind, listed));
  if (sweep.calls + calls * fresh.length > mostCalls) {
    return { kind: 'not-readable', problem: tooMuch(kind, fresh.length) };
  }
  for (const listed of fresh) {
    const needs = await read(sweep, listed);
    if (needs.kind === 'not-readable') return needs;
    remember(sweep, kind, { listed, needs: needs.kind === 'found' ? needs.value : [] });
  }
  const needs = all.value.flatMap(({ name }) => sweep.known[kind].get(name)?.needs ?? []);
  return { kind: 'found', value: { listed: all.value, needs } };
}

/** Keeps what was just read. */
export function remember(
  { run, known }: Sweep,
  kind: ListKind,
  reading: Omit<Reading, 'readAt'>,
): void {
  known[kind].set(reading.listed.name, { ...reading, readAt: run.world.clock.now() });
}

function isKnown({ known }: Sweep, kind: ListKind, { name, ...now }: Listed): boolean {
  const last = known[kind].get(name);
  if (!last) return false;
  const { createdAt, modifiedAt } = last.listed;
  const isSame = createdAt === now.createdAt && modifiedAt === now.modifiedAt;
  return isSame && last.readAt - modifiedAt >= 1000 * secondsToSettle;
}

const things: Readonly<Record<ListKind, string>> = {
  endpoints: 'endpoints',
  'endpoint configuration': 'endpoint configurations',
  model: 'models',
  components: 'inference components',
  'running-jobs': 'running transform jobs',
};

function noCallsLeft(): Problem {
  const message = phrase`This clean-up has made ${mostCalls} calls, which is as many as one may make.`;
  return new Problem('too-much-to-read', message, { remedy: phrase`The next one carries on.` });
}

function tooMuch(kind: ListKind, count: number): Problem {
  const message = phrase`The region has ${count} ${things[kind]} that have to be read, and a clean-up may make ${mostCalls} calls in all.`;
  return new Problem('too-much-to-read', message, {
    remedy: phrase`The next one carries on. If that one says so too, delete by other means what is not needed any more.`,
  });
}
