import { brokenProblem } from '../domain/broken.ts';
import { isCreatedAgain, isRunning, type Snapshot } from '../domain/endpoint.ts';
import type { Outcome } from '../domain/outcome.ts';
import type { Problem } from '../domain/problem.ts';
import type { Instant } from '../domain/request.ts';
import { intruder } from '../domain/smoke-rollback.ts';
import { conditionOf } from '../domain/status.ts';
import { type OutOfTime, outcomeOfTimeout } from '../run/ending.ts';
import { count, latestOf, type Run, requestOf } from '../run/run.ts';
import { again, end, type Next, observe, type Poll } from './observe.ts';

/**
 * Whether the endpoint still serves what was requested: undefined, where it does, settled and with
 * nothing pending; else the outcome.
 */
export async function recheck(run: Run): Promise<Outcome | undefined> {
  const { endpointConfigName } = requestOf(run);
  const seen = await observeServing<typeof serves>(run, ({ snapshot }, latest) => {
    const isNew = snapshot.lastModified > (latest?.lastModified ?? 0);
    // What serves while something else runs: another, where that is newer than the smoke test.
    const by = intruder(endpointConfigName, snapshot) ?? (isNew ? snapshot.configName : undefined);
    if (by !== undefined && by !== endpointConfigName) return end(superseded(by, 'updated'));
    if (isRunning(snapshot)) return again();
    if (conditionOf(snapshot.status) !== 'serving') return end(failed(brokenProblem(snapshot)));
    return snapshot.pending ? again() : end(serves);
  });
  if (seen.kind === 'out-of-time') return outcomeOfTimeout(run, seen);
  return seen.kind === 'serves' ? undefined : seen;
}

const serves = { kind: 'serves' } as const;

/**
 * Observes an endpoint that serves what was requested, older polls left out: it is over where the
 * endpoint was deleted, or created again. `latest` is the poll before.
 */
export function observeServing<T>(
  run: Run,
  take: (
    poll: Poll,
    latest: Snapshot | undefined,
  ) => Next<T | Outcome> | Promise<Next<T | Outcome>>,
  until?: () => Instant,
): Promise<T | Outcome | OutOfTime> {
  return observe<T | Outcome>(run, { until, missing: 'is-doubted' }, (poll) => {
    const { snapshot, missing } = poll;
    const latest = latestOf(run);
    if (!missing && isOlder(snapshot, latest)) return again();
    count(run, missing ? undefined : snapshot);
    if (missing) return end(failed(missing));
    const { configName } = snapshot;
    if (isCreatedAgain(snapshot, latest)) return end(superseded(configName, 'created-again'));
    return take(poll, latest);
  });
}

function failed(problem: Problem): Outcome {
  return { kind: 'failed', problem, reason: { kind: 'none' } };
}

function superseded(by: string, how: 'updated' | 'created-again'): Outcome {
  return { kind: 'superseded', by, how };
}

/**
 * DescribeEndpoint may answer with an older state than it did before. The call of an update sets
 * LastModifiedTime: one that runs since the time at which the endpoint was seen settled was over by then.
 */
export function isOlder(seen: Snapshot, latest: Snapshot | undefined): boolean {
  if (latest === undefined) return false;
  if (seen.lastModified !== latest.lastModified) return seen.lastModified < latest.lastModified;
  return isRunning(seen) && seen.pending !== undefined && !isRunning(latest);
}
