import { courseAfter } from '../domain/course.ts';
import { isRunning, type Snapshot } from '../domain/endpoint.ts';
import { longestWatchSeconds } from '../domain/expectation.ts';
import type { Outcome } from '../domain/outcome.ts';
import { Problem } from '../domain/problem.ts';
import { phrase } from '../domain/text/phrase.ts';
import { see } from '../domain/watch.ts';
import { type Watching, watchFrom } from '../domain/watching.ts';
import { breakSilence, type Run, tell } from '../run/run.ts';
import { untilDeleted } from './deletion.ts';
import { lookSoon, lookWhenDue } from './observe.ts';

/** After each poll that shows a rollback to run, it is watched for so long at least. */
const secondsToWaitForARollback = 1800;

/**
 * Watches the update of ours that runs since `before`, until the endpoint has settled. Undefined:
 * the time ran out first.
 */
export async function follow(run: Run, before: Snapshot): Promise<Outcome | undefined> {
  let watching = watchFrom(run.request.endpointConfigName, before, run.told.state.update.sentAt);
  for await (const poll of untilDeleted(run, before)) {
    if (poll.kind === 'gone') {
      run.latest = undefined;
      return { kind: 'failed', problem: deleted(run, poll.problem), reason: { kind: 'none' } };
    }
    const sight = see(watching, poll.snapshot, run.world.clock.now());
    watching = sight.watching;
    run.latest = watching.latest;
    run.before = watching.before;
    if (isUnderWay(watching, poll.snapshot)) run.updatedAt ??= poll.snapshot.lastModified;
    if (sight.outcome) return sight.outcome;
    heedRollback(run, watching);
    if (sight.progress) {
      tell(run, { kind: 'progressed', progress: sight.progress, snapshot: watching.latest });
    }
    breakSilence(run, watching.progress);
    planNextLook(run, watching, poll.snapshot);
  }
  return undefined;
}

/** A rollback that is seen to run is waited for, unless the user has said how long to wait. */
function heedRollback(run: Run, { rollsBack }: Watching): void {
  if (!rollsBack || run.request.waitTimeoutSeconds !== undefined) return;
  const now = run.world.clock.now();
  run.rollsBackSince ??= now;
  const most = run.rollsBackSince + 1000 * longestWatchSeconds;
  run.deadline = Math.max(run.deadline, Math.min(now + 1000 * secondsToWaitForARollback, most));
}

/** Whether the poll shows the update itself, whose call has set the time. */
function isUnderWay({ isShown, latest }: Watching, poll: Snapshot): boolean {
  return isShown && latest === poll && isRunning(poll);
}

/** A poll that is older than one before it does not move the course. */
function planNextLook(run: Run, watching: Watching, poll: Snapshot): void {
  if (watching.latest === poll) {
    run.course = courseAfter(run.course, watching.progress, run.world.clock.now());
  }
  if (watching.doubtfulSince !== undefined) lookSoon(run);
  else lookWhenDue(run);
}

function deleted({ request }: Run, cause: Problem): Problem {
  const message = phrase`Endpoint ${request.endpointName} was deleted while it was being updated.`;
  return new Problem('endpoint-not-found', message, {
    remedy: phrase`Find out who deleted it. Its configurations and models are still there to create it again.`,
    cause,
  });
}
