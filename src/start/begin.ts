import { agree } from '../domain/agreement.ts';
import { absentEndpoint, isAbsent, type Snapshot } from '../domain/endpoint.ts';
import type { Outcome } from '../domain/outcome.ts';
import { planFor } from '../domain/plan.ts';
import { Problem, problemFrom } from '../domain/problem.ts';
import { breakSilence, type Run, reached, startWatch, tell } from '../run/run.ts';
import { findLeftScaling } from '../scaling/find.ts';
import { makeWay } from '../scaling/make-way.ts';
import { type Poll, polls, pollToAgree } from '../watch/observe.ts';
import { createConfigurations } from './create.ts';
import { prepare, stopWhereBlocked } from './prepare.ts';
import { emptyQueue, type Queue, waitFor } from './queue.ts';
import { comesFromWhatServes, type FindTarget, type Target } from './target.ts';
import { type Attempts, noAttempts, sendUpdate, startWatchingUpdate } from './update.ts';

/** Either an update of the requested configuration runs now or may have run, or the run has ended already. */
export type Beginning =
  | { readonly kind: 'running'; readonly before: Snapshot }
  /** A call of ours whose answer was lost may have led to what is there: it has settled by now. */
  | { readonly kind: 'perhaps-over'; readonly before: Snapshot }
  | { readonly kind: 'ended'; readonly outcome: Outcome };

/** Something is to be called. */
interface Action {
  readonly kind: 'act';
  readonly before: Snapshot;
  readonly target: Target;
}

/** What one poll of the endpoint has led to. */
type Step =
  | Beginning
  | { readonly kind: 'poll-again' }
  /** Another poll has to agree before anything is derived from this one. */
  | { readonly kind: 'agree-first' }
  /** Nothing will be called: that rests on this poll alone, unless another one agrees. */
  | { readonly kind: 'conclude'; readonly conclusion: Outcome | Problem };

/** How far a beginning has come, poll by poll. */
interface Start {
  readonly findTarget: FindTarget;
  readonly attempts: Attempts;
  target: Target | undefined;
  queue: Queue;
}

/** After so long a preparation another poll comes first: others may have come since the last. */
const secondsThatAPollHolds = 30;

/**
 * polls the endpoint and does what is to be done: nothing, join, wait, update or create.
 * Undefined: the time ran out before anything could begin.
 *
 * @throws Problem where nothing can be done.
 */
export async function begin(run: Run, findTarget: FindTarget): Promise<Beginning | undefined> {
  const start: Start = {
    ...{ findTarget, attempts: noAttempts() },
    ...{ target: undefined, queue: emptyQueue },
  };
  let last: Step = { kind: 'poll-again' };
  for await (const poll of polls(run)) {
    const agrees = await take(run, snapshotOf(run, poll), last);
    if (agrees && last.kind === 'conclude') return concluded(last.conclusion);
    const step = await next(run, poll, { start, agrees });
    last = step.kind === 'act' ? await act(run, step, start.attempts) : step;
    if (last.kind === 'conclude' && agrees) return concluded(last.conclusion);
    if (last.kind === 'conclude' || last.kind === 'agree-first') pollToAgree(run);
    else if (last.kind !== 'poll-again') return last;
    breakSilence(run, undefined);
  }
  return undefined;
}

function snapshotOf({ request }: Run, poll: Poll): Snapshot {
  return poll.kind === 'seen' ? poll.snapshot : absentEndpoint(request.endpointName);
}

/** Takes in what a poll shows, and answers whether it agrees with the one before. */
async function take(run: Run, before: Snapshot, last: Step): Promise<boolean> {
  const { latest } = run;
  const agrees = agree(latest, before);
  const wasStale = !agrees && (last.kind === 'conclude' || last.kind === 'agree-first');
  if (!latest || wasStale) reached(run, before);
  if (wasStale) run.preparedFor = undefined;
  run.latest = before;
  run.polledAt = run.world.clock.now();
  if (!latest || isAbsent(latest)) await findLeftScaling(run, before);
  return agrees;
}

/** @throws Problem */
function concluded(conclusion: Outcome | Problem): Beginning {
  if (conclusion instanceof Problem) throw conclusion;
  return { kind: 'ended', outcome: conclusion };
}

/** What the poll leads to; all that is thrown on the way there rests on it. */
async function next(
  run: Run,
  poll: Poll,
  context: { readonly start: Start; readonly agrees: boolean },
): Promise<Step | Action> {
  try {
    return await decide(run, poll, context);
  } catch (thrown) {
    run.world.cancelled.throwIfAborted();
    return { kind: 'conclude', conclusion: problemFrom(thrown) };
  }
}

async function decide(
  run: Run,
  poll: Poll,
  { start, agrees }: { readonly start: Start; readonly agrees: boolean },
): Promise<Step | Action> {
  const { attempts, findTarget } = start;
  const before = snapshotOf(run, poll);
  if (!attempts.lost && !agrees && comesFromWhatServes(run.request)) return { kind: 'agree-first' };
  const target =
    start.target && attempts.lost ? asSent(start.target) : await findTarget(run, before);
  start.target = target;
  const plan = planFor(target.name, before, target.doubt);
  switch (plan.kind) {
    case 'unchanged':
      if (attempts.lost) return { ...join(run, before, attempts), kind: 'perhaps-over' };
      return { kind: 'conclude', conclusion: { kind: 'unchanged' } };
    case 'impossible':
      if (!mayBeOurCreation(before, target, attempts)) throw plan.problem;
      return { ...join(run, before, attempts), kind: 'perhaps-over' };
    case 'join':
      if (!agrees && run.request.watch === 'start-only') return { kind: 'agree-first' };
      await prepareOnce(run, before, { target, plan });
      return join(run, before, attempts);
    case 'wait':
      if (!attempts.lost) run.unheard = undefined;
      start.queue = waitFor(run, before, { inFlight: plan.inFlight, queue: start.queue });
      return { kind: 'poll-again' };
    case 'update':
    case 'create':
      await prepareOnce(run, before, { target, plan });
      if (poll.kind === 'gone' && !run.request.createEndpoint) throw poll.problem;
      return { kind: 'act', before, target };
  }
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

/** Nothing but what AWS says to a call is thrown from here on. */
async function act(run: Run, { before, target }: Action, attempts: Attempts): Promise<Step> {
  const again: Step = { kind: 'poll-again' };
  if (run.world.clock.now() - run.polledAt > 1000 * secondsThatAPollHolds) {
    run.nextPollSeconds = 0;
    return again;
  }
  if ((await createConfigurations(run, target, attempts)) === 'poll-again') return again;
  if ((await makeWay(run, before)) === 'poll-again') return again;
  if ((await sendUpdate(run, before, attempts)) === 'poll-again') return again;
  tell(run, { kind: 'requested', before, watchSeconds: startWatchingUpdate(run, before) });
  return { kind: 'running', before };
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
