import type { Snapshot } from './endpoint.ts';
import { Problem } from './problem.ts';
import type { RolloutRecord } from './record.ts';
import type { Instant } from './request.ts';
import { servesSince } from './serving-since.ts';
import { type Phrase, phrase } from './text/phrase.ts';

/** An update that ran when a rollback was asked for. */
export interface Awaited {
  /** The configuration that served while it ran. */
  readonly from: string;
  /** The configuration that it was to bring. */
  readonly to: string;
}

/** A configuration that served before. */
export interface Former {
  readonly name: string;
  /** Whether this run has seen it serve, or a record says so. */
  readonly by: 'poll' | 'record';
  /** When it had begun to, at the latest: what was created later did not serve then; undefined: not known. */
  readonly servedSince: Instant | undefined;
}

/** What served before, by the record of what serves now: before that, at least. */
export function formerIn(record: RolloutRecord, snapshot: Snapshot): Former | undefined {
  const { previous, current, previousSince = Number.POSITIVE_INFINITY } = record;
  if (previous === undefined || previous === current) return undefined;
  const servedSince = Math.min(previousSince, servesSince(snapshot, record));
  return { name: previous, by: 'record', servedSince };
}

/**
 * The configuration to roll back to on an endpoint that has settled, by its record: what served
 * before. Where someone has gone back already, or this very run has, it is what serves.
 *
 * @throws Problem `no-rollback-target` where the record does not say, or not of what serves.
 */
export function wayBackBy(
  record: RolloutRecord | undefined,
  { name, configName: serving, status, lastModified }: Snapshot,
  run: string,
): string {
  if (status === 'UpdateRollbackFailed') throw mixed(name, serving);
  if (!record) throw noRecord(name, serving);
  const { previous, current } = record;
  if (previous === current) throw selfRecord(name, current);
  if (record.mode === 'rollback' && record.run === run && current === serving) return serving;
  if (current === serving && previous !== undefined) return previous;
  if (current === serving) throw nothingBefore(name, serving);
  // Whatever brought it back came after what the record is of.
  if (previous === serving && lastModified > (record.since ?? 0)) return serving;
  throw staleRecord(name, serving, current);
}

/**
 * The configuration to roll back to once an update has ended that ran when the rollback was asked
 * for: what served while it ran.
 *
 * @throws Problem `no-rollback-target` where that update did not come to serve.
 */
export function wayBackFrom({ from, to }: Awaited, { name, configName, status }: Snapshot): string {
  const isMixed = configName === from && status === 'UpdateRollbackFailed';
  if (configName === to || isMixed) return from;
  const message =
    configName === from
      ? phrase`The update of ${name} to ${to}, which was running, has ended without taking effect: ${from} still serves.`
      : phrase`The update of ${name} to ${to} was running when this rollback was asked for; now ${configName} serves.`;
  throw noWayBack(message, phrase`Nothing was changed. If something else should serve`);
}

/** What served when the rollback was found serves no longer: no one asked to go back from this. */
export function changedMeanwhile({ from, to }: Awaited, { name, configName }: Snapshot): Problem {
  return noWayBack(
    phrase`${name} was to be rolled back from ${from} to ${to}, but ${configName} serves by now.`,
    phrase`Nothing was changed. If it should still be rolled back`,
  );
}

function noRecord(name: string, serving: string): Problem {
  return noWayBack(
    phrase`${name} has no record of what served before ${serving}.`,
    phrase`This action writes one after each rollout that it saw succeed. Without it`,
  );
}

function nothingBefore(name: string, serving: string): Problem {
  return noWayBack(
    phrase`${name} was created on ${serving}: nothing served before it.`,
    phrase`If another configuration should serve`,
  );
}

function selfRecord(name: string, current: string): Problem {
  return noWayBack(
    phrase`The record of ${name} says that ${current} came after itself: this action writes no such record.`,
    phrase`Find out what writes the tags of this endpoint. To roll back`,
  );
}

/** What would come is not known to be what served before. */
export function notWhatServed(to: string, why: Phrase, cause?: Problem): Problem {
  return new Problem('no-rollback-target', why, {
    remedy: phrase`Nothing was changed. Name the one that is to serve by \`endpoint-config-name\`, ${to} too if it is that one.`,
    said: cause?.said,
    cause,
  });
}

function staleRecord(name: string, serving: string, current: string): Problem {
  return noWayBack(
    phrase`${name} serves ${serving}, but its record is of ${current}: what served just before ${serving} is not known.`,
    phrase`It was rolled out without a record: by another tool, or by a run that did not see its end. To roll back`,
  );
}

function mixed(name: string, serving: string): Problem {
  return noWayBack(
    phrase`A rollback of ${name} failed before: it serves with a mix of old and new instances, and names ${serving}.`,
    phrase`A rollback could mean that one or the one before it. To choose one`,
  );
}

function noWayBack(message: Phrase, remedy: Phrase): Problem {
  const how = phrase`set \`endpoint-config-name\`; \`aws sagemaker list-endpoint-configs\` lists the existing ones, newest first.`;
  return new Problem('no-rollback-target', message, { remedy: phrase`${remedy}: ${how}` });
}
