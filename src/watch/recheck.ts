import { brokenProblem } from '../domain/broken.ts';
import { isCreatedAgain, isRunning, type Snapshot } from '../domain/endpoint.ts';
import type { Outcome } from '../domain/outcome.ts';
import { intruder } from '../domain/smoke-rollback.ts';
import { conditionOf } from '../domain/status.ts';
import type { Run } from '../run/run.ts';
import { untilDeleted } from './deletion.ts';

/** How long the endpoint is looked at, at least, once nothing of ours runs any more. */
const leastSeconds = 600;

/**
 * Whether the endpoint still serves what was requested: nothing, where it does, settled and with
 * nothing pending; else the outcome. `out-of-time`: it did not settle.
 */
export async function confirm(run: Run): Promise<Outcome | 'out-of-time' | undefined> {
  const { endpointConfigName } = run.request;
  watchLonger(run);
  for await (const poll of untilDeleted(run, run.before)) {
    if (poll.kind === 'gone') {
      run.latest = undefined;
      return { kind: 'failed', problem: poll.problem, reason: { kind: 'none' } };
    }
    const { snapshot } = poll;
    if (isOlder(snapshot, run.latest)) continue;
    if (isCreatedAgain(snapshot, run.latest)) return createdAgain(run, snapshot);
    const isNew = snapshot.lastModified > (run.latest?.lastModified ?? 0);
    run.latest = snapshot;
    // What serves while something else runs: another, where that is newer than the trial.
    const by = intruder(endpointConfigName, snapshot) ?? (isNew ? snapshot.configName : undefined);
    if (by !== undefined && by !== endpointConfigName)
      return { kind: 'superseded', by, how: 'updated' };
    if (isRunning(snapshot)) continue;
    if (conditionOf(snapshot.status) !== 'serving') {
      return { kind: 'failed', problem: brokenProblem(snapshot), reason: { kind: 'none' } };
    }
    if (!snapshot.pending) return undefined;
  }
  return 'out-of-time';
}

/** What serves, or is going to, is not what was smoke-tested. */
export function createdAgain(run: Run, snapshot: Snapshot): Outcome {
  run.latest = snapshot;
  return { kind: 'superseded', by: snapshot.configName, how: 'created-again' };
}

/** The watch's own time may be up. */
export function watchLonger(run: Run): void {
  run.deadline = Math.max(run.deadline, run.world.clock.now() + 1000 * leastSeconds);
}

/**
 * DescribeEndpoint may answer with an older state than it did before. The call of an update sets
 * LastModifiedTime: one that runs since the time at which the endpoint was seen settled was over by then.
 */
export function isOlder(poll: Snapshot, latest: Snapshot | undefined): boolean {
  if (latest === undefined) return false;
  if (poll.lastModified !== latest.lastModified) return poll.lastModified < latest.lastModified;
  return isRunning(poll) && poll.pending !== undefined && !isRunning(latest);
}
