import { secondsToAgree } from '../domain/agreement.ts';
import { firstPollSeconds } from '../domain/cadence.ts';
import {
  inFlightOf,
  isAbsent,
  isCreatedAgain,
  isRunning,
  type Snapshot,
} from '../domain/endpoint.ts';
import { problemFrom } from '../domain/problem.ts';
import type { Instant } from '../domain/request.ts';
import { secondsToBelieve } from '../domain/watch.ts';
import { change } from '../run/change.ts';
import type { OutOfTime } from '../run/ending.ts';
import { breakSilence, count, deadlineOf, latestOf, type Run, tell } from '../run/run.ts';
import { emptyQueue, type Queue, waitFor } from '../start/queue.ts';
import { type Attempts, noAttempts, waitOut } from '../start/update.ts';
import { type Again, again, end, type Next, observe, type Poll } from '../watch/observe.ts';
import type { Purpose } from './purpose.ts';

/** What became of the endpoint. */
export type Deletion =
  /** Two polls find none; `already`: none was ever seen. */
  | { readonly kind: 'gone'; readonly how: 'deleted' | 'already-gone' }
  /** It is being deleted, and no one asked to watch. */
  | { readonly kind: 'deleting' }
  /** Another one has its name by now. */
  | { readonly kind: 'created-again'; readonly by: string }
  /** Nothing was deleted: two polls show something else than was meant. */
  | { readonly kind: 'not-meant' };

/** How far deleting has come, poll by poll. */
interface Progress {
  readonly purpose: Purpose;
  readonly attempts: Attempts;
  readonly queue: Queue;
  /** The endpoint that is deleted, as it was last seen. */
  endpoint: Snapshot | undefined;
  /** When SageMaker accepted the last call. */
  acceptedAt: Instant | undefined;
}

/** So long an endpoint is waited for that is being deleted. */
const secondsToDelete = 3600;

/**
 * Polls the endpoint, waits while something is being done to it, deletes it, and waits until it is gone.
 *
 * @throws Problem where it may not be deleted, or SageMaker refuses.
 */
export function deleteEndpoint(run: Run, purpose: Purpose): Promise<Deletion | OutOfTime> {
  const progress: Progress = {
    purpose,
    ...{ attempts: noAttempts(), queue: emptyQueue() },
    ...{ endpoint: undefined, acceptedAt: undefined },
  };
  const until = () => {
    const { acceptedAt = Number.POSITIVE_INFINITY } = progress;
    return Math.min(deadlineOf(run), acceptedAt + 1000 * secondsToDelete);
  };
  return observe<Deletion>(run, { until, missing: 'counts' }, async (poll) => {
    const next = await takeIn(run, poll, progress);
    if (next.kind === 'again') breakSilence(run, undefined);
    return next;
  });
}

async function takeIn(run: Run, poll: Poll, progress: Progress): Promise<Next<Deletion>> {
  const { snapshot, agrees } = poll;
  if (!latestOf(run) && progress.endpoint === undefined) tell(run, { kind: 'found', snapshot });
  count(run, snapshot);
  const { purpose, endpoint: known, acceptedAt } = progress;
  if (isAbsent(snapshot)) return agrees ? gone(run, known) : again(secondsToAgree);
  if (acceptedAt !== undefined && isCreatedAgain(snapshot, known)) {
    return end({ kind: 'created-again', by: snapshot.configName });
  }
  progress.endpoint = snapshot;
  if (snapshot.status === 'Deleting') return deleting(purpose);
  if (acceptedAt === undefined && !purpose.isMeant(snapshot)) {
    return agrees ? end({ kind: 'not-meant' }) : again(secondsToAgree);
  }
  if (acceptedAt !== undefined && poll.at - acceptedAt < 1000 * secondsToBelieve) {
    return again(firstPollSeconds);
  }
  if (isRunning(snapshot)) {
    return waitFor(run, snapshot, { inFlight: inFlightOf(snapshot), queue: progress.queue });
  }
  return agrees ? act(run, poll, progress) : again(secondsToAgree);
}

function gone(run: Run, known: Snapshot | undefined): Next<Deletion> {
  count(run, undefined);
  return end({ kind: 'gone', how: known ? 'deleted' : 'already-gone' });
}

function deleting({ watch }: Purpose): Next<Deletion> {
  return watch === 'start-only' ? end({ kind: 'deleting' }) : again();
}

/** After so long a preparation another poll comes first. */
const secondsThatAPollHolds = 30;

async function act(run: Run, { snapshot, at }: Poll, progress: Progress): Promise<Next<Deletion>> {
  const { clock } = run.world;
  const held = await progress.purpose.makeReady(run, snapshot);
  if (held) return held;
  if (clock.now() - at > 1000 * secondsThatAPollHolds) return again(0);
  const refused = await send(run, snapshot, progress.attempts);
  if (refused) return refused;
  progress.acceptedAt = clock.now();
  return progress.purpose.watch === 'start-only' ? end({ kind: 'deleting' }) : again(0);
}

/** Undefined: it is accepted. @throws Problem where another poll cannot help. */
async function send(run: Run, { name }: Snapshot, attempts: Attempts): Promise<Again | undefined> {
  const { cancelled, deletions } = run.world;
  try {
    await change(run, { operation: 'DeleteEndpoint', name }, () => deletions.deleteEndpoint(name));
  } catch (thrown) {
    cancelled.throwIfAborted();
    const problem = problemFrom(thrown);
    if (problem.passes) return waitOut(run, attempts, problem);
    const isBusy = problem.code === 'update-in-progress' && run.asked.ifInProgress === 'wait';
    if (!isBusy && problem.code !== 'endpoint-not-found') throw problem;
    return again(firstPollSeconds);
  }
  attempts.unanswered = undefined;
  return undefined;
}
