import { secondsToNextPoll } from '../domain/cadence.ts';
import { type Course, courseAfter, courseFrom } from '../domain/course.ts';
import type { InFlight, Snapshot } from '../domain/endpoint.ts';
import { progressOf } from '../domain/phase.ts';
import { Problem } from '../domain/problem.ts';
import type { Instant } from '../domain/request.ts';
import { conditionOf } from '../domain/status.ts';
import { phrase } from '../domain/text/phrase.ts';
import { type Run, tell } from '../run/run.ts';
import { type Again, again } from '../watch/observe.ts';

/** What has been seen of the updates that keep a run waiting. */
export interface Queue {
  inFlight: InFlight | undefined;
  /** How far that one has come. */
  course: Course | undefined;
  /** Polls that have shown one which names no configuration, where none is waited for. */
  polls: number;
}

export function emptyQueue(): Queue {
  return { inFlight: undefined, course: undefined, polls: 0 };
}

/** Polls that an update may take to name its configuration before `if-in-progress: fail` fails. */
const pollsToNameAnUpdate = 3;
const secondsToNameAnUpdate = 3;

/**
 * Waits for what is in flight, and tells it where it is new.
 *
 * @throws Problem where `if-in-progress: fail` says so.
 */
export function waitFor(
  run: Run,
  snapshot: Snapshot,
  { inFlight, queue }: { readonly inFlight: InFlight; readonly queue: Queue },
): Again {
  if (run.asked.ifInProgress === 'fail') {
    const mayBeOurs = inFlight.configName === undefined && mayBeAnUpdate(inFlight.status);
    if (!mayBeOurs || queue.polls + 1 >= pollsToNameAnUpdate) throw inProgress(run, inFlight);
    queue.polls += 1;
    return again(secondsToNameAnUpdate);
  }
  const isSame =
    inFlight.status === queue.inFlight?.status && inFlight.configName === queue.inFlight.configName;
  if (!isSame) tell(run, { kind: 'waiting', inFlight });
  const now = run.world.clock.now();
  queue.inFlight = inFlight;
  queue.course = courseOfOther(snapshot, isSame ? queue.course : undefined, now);
  return again(secondsToNextPoll(queue.course, now, run.asked.pollIntervalSeconds));
}

/** Whether an update may be running that does not name its configuration yet. */
function mayBeAnUpdate(status: string): boolean {
  return status === 'Updating' || conditionOf(status) === 'unknown';
}

/** What another update is going to do is known as well as of ours: it is polled when that is due. */
function courseOfOther(snapshot: Snapshot, known: Course | undefined, now: Instant): Course {
  const course = known ?? courseFrom(undefined, Math.min(snapshot.lastModified, now));
  const progress = progressOf(snapshot, course.progress);
  return courseAfter({ ...course, config: snapshot.lastDeploymentConfig }, progress, now);
}

function inProgress(run: Run, { status, configName }: InFlight): Problem {
  const what = configName
    ? phrase`endpoint configuration ${configName} is being rolled out`
    : phrase`SageMaker names no configuration`;
  return new Problem(
    'update-in-progress',
    phrase`Endpoint ${run.asked.endpointName} is ${status}: ${what}.`,
    {
      remedy: phrase`SageMaker takes one update at a time.`,
      rerun: phrase`Re-run this job when the endpoint is InService, or set \`if-in-progress: wait\`.`,
    },
  );
}
