import { isAbsent, isRunning, type Snapshot } from '../domain/endpoint.ts';
import type { LookedUp } from '../domain/preflight/finding.ts';
import { Problem } from '../domain/problem.ts';
import type { RolloutRecord } from '../domain/record.ts';
import type { Instant } from '../domain/request.ts';
import {
  type Awaited,
  changedMeanwhile,
  type Former,
  formerIn,
  wayBackBy,
  wayBackFrom,
} from '../domain/rollback-target.ts';
import { servesSince } from '../domain/serving-since.ts';
import { conditionOf } from '../domain/status.ts';
import { phrase } from '../domain/text/phrase.ts';
import { readRecord } from '../run/record.ts';
import { type Run, tell } from '../run/run.ts';
import { refuseUnlessItServed } from './check-rollback-target.ts';
import { existingTarget, type FindTarget, resolved } from './target.ts';

/** How far the search for the rollback target has come, poll by poll. */
interface Search {
  /** The way that was found: it stays. */
  way: Awaited | undefined;
  /** The update that is, or was, waited for. */
  awaited: Awaited | undefined;
  /** Since when the endpoint had served what it served while that ran. */
  awaitedSince: Instant | undefined;
  /** The record, and for which serving configuration it was read. */
  record: LookedUp<RolloutRecord | undefined> | undefined;
  readFor: string | undefined;
}

/**
 * Finds the configuration to roll back to: the named one; else what served while an update ran that
 * had to be waited for; else the one of the endpoint's record. No name while that is still open.
 */
export function rollbackTargetFinder(): FindTarget {
  const search: Search = {
    way: undefined,
    awaited: undefined,
    awaitedSince: undefined,
    record: undefined,
    readFor: undefined,
  };
  return async (run, before) => {
    if (isAbsent(before)) throw nothingThere(run);
    const { source } = run.asked;
    const given = source.kind === 'back' ? source.name : undefined;
    return resolved(
      run,
      given === undefined
        ? { kind: 'existing', name: await destination(run, before, search) }
        : await existingTarget(run, before, { name: given, wayOut: 'back' }),
    );
  };
}

async function destination(run: Run, before: Snapshot, search: Search): Promise<string> {
  const { configName: serving, pending } = before;
  const { way } = search;
  if (way && serving !== way.from && serving !== way.to) throw changedMeanwhile(way, before);
  if (way) return way.to;
  if (isRunning(before) || pending) return destinationMeanwhile(run, before, search);
  const condition = conditionOf(before.status);
  if (condition === 'failed' || condition === 'deleting') return '';
  const former = search.awaited
    ? formerSeen(wayBackFrom(search.awaited, before), search.awaitedSince)
    : formerBy(found(await recordOf(run, before, search)), before, run.world.origin.run);
  const to = former.name;
  if (to !== serving) await refuseUnlessItServed(run, before, former);
  search.way = { from: serving, to };
  return to;
}

function formerSeen(name: string, servedSince: Instant | undefined): Former {
  return { name, by: 'poll', servedSince };
}

function formerBy(record: RolloutRecord | undefined, before: Snapshot, run: string): Former {
  const name = wayBackBy(record, before, run);
  return { name, by: 'record', servedSince: record && formerIn(record, before)?.servedSince };
}

/** The rollback may be in flight already: then it is joined. Anything else is waited for. */
async function destinationMeanwhile(run: Run, before: Snapshot, search: Search): Promise<string> {
  const { configName: from, pending } = before;
  if (!pending || pending.configName === from) return '';
  const way = { from, to: pending.configName };
  const record = await recordOf(run, before, search);
  const { current, previous } = (record.kind === 'found' && record.value) || {};
  if (search.awaited || current !== way.from || previous !== way.to) {
    search.awaited = way;
    search.awaitedSince = servesSince(before, record.kind === 'found' ? record.value : undefined);
  } else search.way = way;
  return search.way?.to ?? '';
}

/** The record, read once for what serves; what cannot be read is tried again at the next poll. */
async function recordOf(
  run: Run,
  before: Snapshot,
  search: Search,
): Promise<LookedUp<RolloutRecord | undefined>> {
  if (search.record && search.readFor === before.configName) return search.record;
  const record = await readRecord(run, before);
  if (record.kind === 'not-readable') return record;
  if (record.kind === 'found' && record.value)
    tell(run, { kind: 'recalled', record: record.value });
  search.record = record;
  search.readFor = before.configName;
  return record;
}

/** @throws Problem where the tags cannot be read. */
function found(record: LookedUp<RolloutRecord | undefined>): RolloutRecord | undefined {
  if (record.kind === 'not-readable') throw notRead(record.problem);
  return record.kind === 'found' ? record.value : undefined;
}

function notRead(problem: Problem): Problem {
  return new Problem(
    problem.code,
    phrase`What served before cannot be read from the endpoint's tags. ${problem.what}`,
    {
      remedy: phrase`Give \`endpoint-config-name\`, which needs no record. ${problem.remedy}`,
      rerun: problem.rerun,
      said: problem.said,
      cause: problem,
    },
  );
}

function nothingThere({ asked, world }: Run): Problem {
  const message = phrase`There is no endpoint ${asked.endpointName} in ${world.region}: nothing can be rolled back.`;
  return new Problem('endpoint-not-found', message, {
    remedy: phrase`Check \`endpoint-name\`, the region (${world.region}) and the account of the credentials.`,
  });
}
