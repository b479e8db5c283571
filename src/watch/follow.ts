import { secondsToNextPoll } from '../domain/cadence.ts';
import { type Course, courseAfter, courseFrom } from '../domain/course.ts';
import { isRunning, type Snapshot } from '../domain/endpoint.ts';
import { deploymentConfigOf, longestWatchSeconds } from '../domain/expectation.ts';
import type { Outcome } from '../domain/outcome.ts';
import { Problem } from '../domain/problem.ts';
import type { Instant, RolloutRequest } from '../domain/request.ts';
import { createsEndpoint } from '../domain/stage.ts';
import { own, phrase } from '../domain/text/phrase.ts';
import { see } from '../domain/watch.ts';
import { watchFrom } from '../domain/watching.ts';
import { outcomeOfTimeout } from '../run/ending.ts';
import { breakSilence, count, deadlineOf, type Run, requestOf, tell } from '../run/run.ts';
import { again, againSoon, end, type Next, observe } from './observe.ts';

/** An update that was followed to its end, or until the time ran out. */
export interface Followed {
  readonly outcome: Outcome;
  /** The endpoint before it, as the polls since have shown it. */
  readonly before: Snapshot;
  /** When it was called, by SageMaker's clock; undefined: no poll has shown it. */
  readonly updatedAt: Instant | undefined;
}

/** After each poll that shows a rollback to run, it is watched for so long at least. */
const secondsToWaitForARollback = 1800;

/** Watches the update of ours that runs since `before`, until the endpoint has settled. */
export async function follow(
  run: Run,
  before: Snapshot,
  request = requestOf(run),
): Promise<Followed> {
  let course = courseAtFirst(run, request);
  let watching = watchFrom(request.endpointConfigName, before, run.told.state.update.sentAt);
  let updatedAt: Instant | undefined;
  let rollsBackSince: Instant | undefined;
  let deadline = deadlineOf(run);
  const watch = { until: () => deadline, missing: 'is-doubted' } as const;
  const ending = await observe<Outcome>(run, watch, ({ snapshot, missing, at }) => {
    if (missing) return deleted(run, missing);
    const { outcome, progress, ...sight } = see(watching, snapshot, at);
    watching = sight.watching;
    count(run, watching.latest);
    const isLatest = watching.latest === snapshot;
    if (isLatest && watching.isShown && isRunning(snapshot)) updatedAt ??= snapshot.lastModified;
    if (outcome) return end(outcome);
    // A rollback that is seen to run is waited for, unless the user has said how long to wait.
    if (watching.rollsBack && request.waitTimeoutSeconds === undefined) {
      rollsBackSince ??= at;
      deadline = Math.max(deadline, deadlineOfRollback(rollsBackSince, at));
    }
    if (progress) tell(run, { kind: 'progressed', progress, snapshot: watching.latest });
    breakSilence(run, watching.progress);
    if (isLatest) course = courseAfter(course, watching.progress, at);
    if (watching.doubtfulSince !== undefined) return againSoon(run);
    return again(secondsToNextPoll(course, at, request.pollIntervalSeconds));
  });
  const outcome = ending.kind === 'out-of-time' ? outcomeOfTimeout(run, ending) : ending;
  return { outcome, before: watching.before, updatedAt };
}

/** A joined update goes as it says itself: as the last deployment of the endpoint. */
function courseAtFirst({ told: { state }, world }: Run, { deployment }: RolloutRequest): Course {
  const { start, startedAt, smokeRollback, latest } = state;
  const isJoined = start === 'joined' && !smokeRollback;
  const config = latest && deploymentConfigOf(isJoined ? { kind: 'last' } : deployment, latest);
  const now = world.clock.now();
  return courseFrom(config, Math.min(smokeRollback?.at ?? startedAt ?? now, now));
}

function deadlineOfRollback(since: Instant, now: Instant): Instant {
  const most = since + 1000 * longestWatchSeconds;
  return Math.min(now + 1000 * secondsToWaitForARollback, most);
}

function deleted(run: Run, cause: Problem): Next<Outcome> {
  count(run, undefined);
  const work = own(createsEndpoint(run.told.state) ? 'created' : 'updated');
  const message = phrase`Endpoint ${run.asked.endpointName} was deleted while it was being ${work}.`;
  const problem = new Problem('endpoint-not-found', message, {
    remedy: phrase`Find out who deleted it. Its configurations and models are still there to create it again.`,
    cause,
  });
  return end({ kind: 'failed', problem, reason: { kind: 'none' } });
}
