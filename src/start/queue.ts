import { courseAfter, courseFrom } from '../domain/course.ts';
import type { InFlight, Snapshot } from '../domain/endpoint.ts';
import { progressOf } from '../domain/phase.ts';
import { Problem } from '../domain/problem.ts';
import { conditionOf } from '../domain/status.ts';
import { phrase } from '../domain/text/phrase.ts';
import { type Run, tell } from '../run/run.ts';
import { lookWhenDue } from '../watch/observe.ts';

/** What has been seen of the updates that keep a run waiting. */
export interface Queue {
  readonly inFlight: InFlight | undefined;
  readonly polls: number;
}

export const emptyQueue: Queue = { inFlight: undefined, polls: 0 };

/** Looks that an update may take to name its configuration before `if-in-progress: fail` fails. */
const looksToNameAnUpdate = 3;
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
): Queue {
  const polls = queue.polls + 1;
  if (run.request.ifInProgress === 'fail') {
    const mayBeOurs = inFlight.configName === undefined && mayBeAnUpdate(inFlight.status);
    if (!mayBeOurs || polls >= looksToNameAnUpdate) throw inProgress(run, inFlight);
    run.nextPollSeconds = secondsToNameAnUpdate;
    return { inFlight, polls };
  }
  const isNew =
    inFlight.status !== queue.inFlight?.status ||
    inFlight.configName !== queue.inFlight?.configName;
  if (isNew) tell(run, { kind: 'waiting', inFlight });
  followOther(run, snapshot, isNew);
  return { inFlight, polls };
}

/** Whether an update may be running that does not name its configuration yet. */
function mayBeAnUpdate(status: string): boolean {
  return status === 'Updating' || conditionOf(status) === 'unknown';
}

/** What another update is going to do is known as well as of ours: looks when it is due. */
function followOther(run: Run, snapshot: Snapshot, isNew: boolean): void {
  const now = run.world.clock.now();
  const course = isNew ? courseFrom(undefined, Math.min(snapshot.lastModified, now)) : run.course;
  const progress = progressOf(snapshot, course.progress);
  const config = snapshot.lastDeploymentConfig;
  run.course = courseAfter({ ...course, config }, progress, now);
  lookWhenDue(run);
}

function inProgress(run: Run, { status, configName }: InFlight): Problem {
  const what = configName
    ? phrase`endpoint configuration ${configName} is being rolled out`
    : phrase`SageMaker names no configuration`;
  return new Problem(
    'update-in-progress',
    phrase`Endpoint ${run.request.endpointName} is ${status}: ${what}.`,
    {
      remedy: phrase`SageMaker takes one update at a time. Re-run this job when the endpoint is InService, or set \`if-in-progress: wait\`.`,
    },
  );
}
