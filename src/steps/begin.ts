import { courseAfter, courseFrom } from '../domain/course.ts';
import { absentEndpoint, type InFlight, isAbsent, type Snapshot } from '../domain/endpoint.ts';
import type { Outcome } from '../domain/outcome.ts';
import { progressOf } from '../domain/phase.ts';
import { planFor } from '../domain/plan.ts';
import { Problem } from '../domain/problem.ts';
import { phrase } from '../domain/text/phrase.ts';
import { createConfiguration } from './create.ts';
import { looks, lookWhenDue } from './look.ts';
import { prepare, stopWhereBlocked } from './prepare.ts';
import { breakSilence, type Run, reached, startWatch, tell } from './run.ts';
import { findLeftScaling } from './scaling/find.ts';
import { makeWay } from './scaling/make-way.ts';
import type { FindTarget, Target } from './target.ts';
import { type Attempts, noAttempts, sendUpdate, startWatchingUpdate } from './update.ts';

/** Either an update of the requested configuration runs now or may have run, or the run has ended already. */
export type Beginning =
  | { readonly kind: 'running'; readonly before: Snapshot }
  /** A call of ours whose answer was lost may have led to what is there: it has settled by now. */
  | { readonly kind: 'perhaps-over'; readonly before: Snapshot }
  | { readonly kind: 'ended'; readonly outcome: Outcome };

/** After so long a preparation another look comes first: others may have come since the last. */
const secondsThatALookHolds = 30;

/** What has been seen of the updates that keep us waiting. */
interface Queue {
  readonly inFlight: InFlight | undefined;
  readonly looks: number;
}

/** Looks that an update may take to name its configuration before `if-in-progress: fail` fails. */
const looksToNameAnUpdate = 3;
const secondsToNameAnUpdate = 3;

/**
 * Looks at the endpoint and does what is to be done: nothing, join, wait, update or create.
 * Undefined: the time ran out before anything could begin.
 */
export async function begin(run: Run, findTarget: FindTarget): Promise<Beginning | undefined> {
  const attempts = noAttempts();
  let queue: Queue = { inFlight: undefined, looks: 0 };
  let target: Target | undefined;
  for await (const look of looks(run)) {
    const before = look.kind === 'seen' ? look.snapshot : absentEndpoint(run.request.endpointName);
    const isFirst = !run.latest;
    if (isFirst) reached(run, before);
    run.latest = before;
    if (isFirst) await findLeftScaling(run, before);
    run.lookedAt = run.world.clock.now();
    target = target && attempts.lost ? asSent(target) : await findTarget(run, before);
    const plan = planFor(target.name, before);
    switch (plan.kind) {
      case 'unchanged':
        if (attempts.lost) return { ...join(run, before, attempts), kind: 'perhaps-over' };
        return { kind: 'ended', outcome: { kind: 'unchanged' } };
      case 'impossible':
        if (!mayBeOurCreation(before, target, attempts)) throw plan.problem;
        return { ...join(run, before, attempts), kind: 'perhaps-over' };
      case 'join':
        await prepareOnce(run, before, { target, plan: plan.kind });
        return join(run, before, attempts);
      case 'wait':
        queue = wait(run, before, { inFlight: plan.inFlight, queue });
        break;
      case 'update':
      case 'create':
        await prepareOnce(run, before, { target, plan: plan.kind });
        if (look.kind === 'gone' && !run.request.createEndpoint) throw look.problem;
        if ((await act(run, before, { target, attempts })) === 'accepted') {
          return { kind: 'running', before };
        }
    }
    breakSilence(run, undefined);
  }
  return undefined;
}

/** What may have been sent is there, and is what is sought, although its content may have another name by now. */
function asSent({ name }: Target): Target {
  return { kind: 'existing', name };
}

/** Tells the plan, and stops where the pre-flight says so; again where something else serves by now. */
async function prepareOnce(
  run: Run,
  before: Snapshot,
  step: Parameters<typeof prepare>[2],
): Promise<void> {
  if (run.preparedFor === before.configName) return;
  run.preparedFor = before.configName;
  stopWhereBlocked(run, await prepare(run, before, step));
}

async function act(
  run: Run,
  before: Snapshot,
  { target, attempts }: { readonly target: Target; readonly attempts: Attempts },
): Promise<'accepted' | 'look-again'> {
  if (run.world.clock.now() - run.lookedAt > 1000 * secondsThatALookHolds) {
    run.nextLookSeconds = 0;
    return 'look-again';
  }
  if ((await createConfiguration(run, target, attempts)) === 'look-again') return 'look-again';
  if ((await makeWay(run, before)) === 'look-again') return 'look-again';
  if ((await sendUpdate(run, before, attempts)) === 'look-again') return 'look-again';
  tell(run, { kind: 'requested', before, watchSeconds: startWatchingUpdate(run, before) });
  return 'accepted';
}

/**
 * The requested configuration is being rolled out: by an earlier run, or by a call of ours whose
 * answer was lost; that one may even be over.
 */
function join(
  run: Run,
  snapshot: Snapshot,
  attempts: Attempts,
): Extract<Beginning, { kind: 'running' }> {
  const before = attempts.lost?.before ?? snapshot;
  const startedAt = snapshot.pending?.startedAt ?? attempts.lost?.at ?? snapshot.lastModified;
  const started = { deployment: { kind: 'last' }, before: snapshot, startedAt } as const;
  const watchSeconds = startWatch(run, started);
  tell(run, { kind: 'joined', before, startedAt, watchSeconds });
  return { kind: 'running', before };
}

/** The answer to CreateEndpoint was lost, and what is there may have come of it: watching tells. */
function mayBeOurCreation({ configName }: Snapshot, target: Target, { lost }: Attempts): boolean {
  return lost !== undefined && isAbsent(lost.before) && configName === target.name;
}

function wait(
  run: Run,
  snapshot: Snapshot,
  { inFlight, queue }: { readonly inFlight: InFlight; readonly queue: Queue },
): Queue {
  const looks = queue.looks + 1;
  if (run.request.ifInProgress === 'fail') {
    const mayBeOurs = inFlight.configName === undefined && inFlight.status === 'Updating';
    if (!mayBeOurs || looks >= looksToNameAnUpdate) throw inProgress(run, inFlight);
    run.nextLookSeconds = secondsToNameAnUpdate;
    return { inFlight, looks };
  }
  const isNew =
    inFlight.status !== queue.inFlight?.status ||
    inFlight.configName !== queue.inFlight?.configName;
  if (isNew) tell(run, { kind: 'waiting', inFlight });
  followOther(run, snapshot, isNew);
  return { inFlight, looks };
}

/** What somebody else's update is going to do is known as well as of ours: looks when it is due. */
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
    ? `endpoint configuration ${configName} is being rolled out`
    : 'SageMaker names no configuration';
  return new Problem(
    'update-in-progress',
    phrase`Endpoint ${run.request.endpointName} is ${status}: ${what}.`,
    {
      remedy: phrase`SageMaker takes one update at a time. Re-run this job when the endpoint is InService, or set \`if-in-progress: wait\`.`,
    },
  );
}
