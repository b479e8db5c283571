import { isAbsent, type Snapshot } from '../domain/endpoint.ts';
import type { LookedUp } from '../domain/preflight/finding.ts';
import { Problem, problemFrom } from '../domain/problem.ts';
import { type RolloutRecord, recordIn, tagsOfRecord } from '../domain/record.ts';
import type { Instant } from '../domain/request.ts';
import { type Former, formerIn } from '../domain/rollback-target.ts';
import { servesSince } from '../domain/serving-since.ts';
import { phrase } from '../domain/text/phrase.ts';
import { change } from './change.ts';
import { inTime } from './in-time.ts';
import { lookUp } from './look-up.ts';
import { deadlineOf, latestOf, type Run, requestOf, tell } from './run.ts';
import { knownTags, tagsFor } from './tags.ts';

/** The rollout has succeeded: its record is not worth a long wait. */
const patience = { attempts: 3, seconds: 45 };

/** The endpoint's record; found as undefined where it bears none. */
export async function readRecord(
  run: Run,
  endpoint: Snapshot,
): Promise<LookedUp<RolloutRecord | undefined>> {
  const tags = await lookUp(run, () => run.world.endpoints.tags(endpoint));
  return tags.kind === 'found' ? { ...tags, value: recordIn(tags.value) } : tags;
}

/** The record as it was before anything was begun; none where it cannot be read. */
export async function recordBefore(run: Run, before: Snapshot): Promise<RolloutRecord | undefined> {
  const tags = await tagsFor(run, before);
  return tags.kind === 'found' ? recordIn(tags.value) : undefined;
}

/** What served before an update. */
export interface Served {
  readonly snapshot: Snapshot;
  /** Since when, at the latest; undefined: not known. */
  readonly since: Instant | undefined;
  /** When the update was called, by SageMaker's clock; undefined: no poll has shown it. */
  readonly until: Instant | undefined;
}

/** What served before the update that was followed: `found` did, unless others came between it and the call. */
export function servedBefore(
  run: Run,
  found: Snapshot,
  { snapshot, until }: Omit<Served, 'since'>,
): Served {
  if (snapshot.configName !== found.configName) return { snapshot, since: undefined, until };
  return { snapshot, since: servesSince(found, knownRecord(run, found)), until };
}

function knownRecord(run: Run, endpoint: Snapshot): RolloutRecord | undefined {
  return recordIn(knownTags(run, endpoint) ?? []);
}

/** What served before what serves now, by the record of a rollout that has brought it. */
export async function previousInRecord(run: Run): Promise<Former | undefined> {
  const latest = latestOf(run);
  if (!latest) return undefined;
  const found = await readRecord(run, latest);
  const record = found.kind === 'found' ? found.value : undefined;
  if (record?.mode !== 'deploy' || record.current !== latest.configName) return undefined;
  return formerIn(record, latest);
}

/**
 * Leaves the record of a rollout that has succeeded since `before`. What keeps it from being left
 * is told, and changes nothing else; nothing is thrown.
 */
export async function leaveRecord(run: Run, before: Served): Promise<void> {
  const record = recordOf(run, before);
  const endpoint = latestOf(run);
  if (!record || !endpoint) return;
  const end = Math.min(deadlineOf(run), run.world.clock.now() + 1000 * patience.seconds);
  const call = () =>
    change(run, { operation: 'AddTags', name: endpoint.name }, () =>
      inTime(run.world, end, () => run.world.endpoints.tag(endpoint, tagsOfRecord(record))),
    );
  const left = await lookUp(run, call, patience.attempts, end).catch(notLeft);
  if (left.kind === 'found') tell(run, { kind: 'recorded', record });
  else
    tell(run, { kind: 'not-recorded', problem: left.kind === 'missing' ? gone() : left.problem });
}

/** Where the same configuration served before, the last record stays, but for the time. */
function recordOf(
  run: Run,
  { snapshot: before, since: previousSince, until }: Served,
): RolloutRecord | undefined {
  const { endpointConfigName: current, source } = requestOf(run);
  const isCreated = isAbsent(before) || before.status === 'Creating';
  const since = until ?? run.told.state.update.sentAt;
  if (!isCreated && before.configName === current) {
    const last = knownRecord(run, before);
    return last?.current === current ? { ...last, since } : undefined;
  }
  const former = isCreated
    ? formerOfReplaced(run, current)
    : { name: before.configName, since: previousSince };
  return {
    previous: former.name,
    current,
    mode: source.kind === 'back' ? 'rollback' : 'deploy',
    ...run.world.origin,
    since,
    previousSince: former.since,
  };
}

/** What served, by its record, before the failed endpoint that another one has replaced; nothing where none has. */
function formerOfReplaced({ told, tags }: Run, current: string) {
  const record = told.state.replaced && recordIn(tags?.tags ?? []);
  if (record?.current === current) return { name: record.previous, since: record.previousSince };
  return { name: record?.current, since: record?.since };
}

/** Only a cancelled job gets here. */
function notLeft(thrown: unknown): { readonly kind: 'not-readable'; readonly problem: Problem } {
  const cause = problemFrom(thrown);
  const message = phrase`The job was cancelled before the record was left.`;
  const problem = new Problem('unexpected', message, { remedy: noHarm, said: cause.said, cause });
  return { kind: 'not-readable', problem };
}

function gone(): Problem {
  return new Problem('endpoint-not-found', phrase`The endpoint was deleted meanwhile.`, {
    remedy: noHarm,
  });
}

const noHarm = phrase`The rollout itself has succeeded.`;
