import { secondsToAgree } from '../domain/agreement.ts';
import { absentEndpoint, isAbsent, type Snapshot } from '../domain/endpoint.ts';
import type { Outcome } from '../domain/outcome.ts';
import { isReplaced, planFor } from '../domain/plan.ts';
import { Problem, problemFrom } from '../domain/problem.ts';
import type { OutOfTime } from '../run/ending.ts';
import {
  breakSilence,
  count,
  latestOf,
  type Run,
  requestOf,
  tell,
  watchSecondsOf,
} from '../run/run.ts';
import { findLeftScaling } from '../scaling/find.ts';
import { makeWay } from '../scaling/make-way.ts';
import { again, againSoon, end, type Next, observe, type Poll } from '../watch/observe.ts';
import type { Beginning } from './beginning.ts';
import { createMissing } from './create.ts';
import { join, mayBeOurCreation } from './join.ts';
import { prepare, stopWhereBlocked } from './prepare.ts';
import { emptyQueue, type Queue, waitFor } from './queue.ts';
import { readyToReplace } from './ready-to-replace.ts';
import { comesFromWhatServes, type FindTarget, type Target } from './target.ts';
import { type Attempts, noAttempts, sendUpdate } from './update.ts';

/** Something is to be called. */
interface Action {
  readonly kind: 'act' | 'replace';
  readonly target: Target;
}

/** What one poll of the endpoint has led to. */
type Step =
  | Next<Beginning>
  /** Another poll has to agree before anything is derived from this one. */
  | { readonly kind: 'agree-first' }
  /** Nothing will be called: that rests on this poll alone, unless another one agrees. */
  | { readonly kind: 'conclude'; readonly conclusion: Outcome | Problem };

/** How far a beginning has come, poll by poll. */
interface Start {
  readonly findTarget: FindTarget;
  readonly attempts: Attempts;
  readonly queue: Queue;
  target: Target | undefined;
  last: Step;
}

/** After so long a preparation another poll comes first: others may have come since the last. */
const secondsThatAPollHolds = 30;

/**
 * Polls the endpoint and does what is to be done: nothing, join, wait, update or create.
 *
 * @throws Problem where nothing can be done.
 */
export async function begin(run: Run, findTarget: FindTarget): Promise<Beginning | OutOfTime> {
  const start: Start = {
    ...{ findTarget, attempts: noAttempts(), queue: emptyQueue() },
    ...{ target: undefined, last: again() },
  };
  const begun = await observe<Beginning>(run, { missing: 'counts' }, async (poll) => {
    const next = await takeIn(run, poll, start);
    if (next.kind === 'again') breakSilence(run, undefined);
    return next;
  });
  if (begun.kind !== 'out-of-time') return begun;
  return { ...begun, hindrance: begun.hindrance ?? start.attempts.unanswered };
}

async function takeIn(run: Run, poll: Poll, start: Start): Promise<Next<Beginning>> {
  await find(run, poll, start.last);
  const { agrees } = poll;
  if (agrees && start.last.kind === 'conclude') return concluded(start.last.conclusion);
  const step = await next(run, poll, start);
  start.last = 'target' in step ? await act(run, poll, { ...start, ...step }) : step;
  switch (start.last.kind) {
    case 'conclude':
      return agrees ? concluded(start.last.conclusion) : again(secondsToAgree);
    case 'agree-first':
      return again(secondsToAgree);
    default:
      return start.last;
  }
}

/** Finds the endpoint as a poll shows it: anew, where what the poll before led to does not stand. */
async function find(run: Run, { snapshot, agrees }: Poll, last: Step): Promise<void> {
  const latest = latestOf(run);
  const wasStale = !agrees && (last.kind === 'conclude' || last.kind === 'agree-first');
  if (!latest || wasStale) tell(run, { kind: 'found', snapshot });
  count(run, snapshot);
  if (!latest || isAbsent(latest)) await findLeftScaling(run, snapshot);
}

function concluded(conclusion: Outcome | Problem): Next<Beginning> {
  if (conclusion instanceof Problem) throw conclusion;
  return end({ kind: 'ended', outcome: conclusion });
}

/** What the poll leads to; all that is thrown on the way there rests on it. */
async function next(run: Run, poll: Poll, start: Start): Promise<Step | Action> {
  try {
    return await decide(run, poll, start);
  } catch (thrown) {
    run.world.cancelled.throwIfAborted();
    return { kind: 'conclude', conclusion: problemFrom(thrown) };
  }
}

async function decide(run: Run, poll: Poll, start: Start): Promise<Step | Action> {
  const { attempts, findTarget } = start;
  const { snapshot, agrees } = poll;
  if (!attempts.lost && !agrees && comesFromWhatServes(run.asked)) return { kind: 'agree-first' };
  const { replaced } = run.told.state;
  // It is gone: two polls have agreed that it is, and this one is older.
  if (replaced && snapshot.createdAt === replaced.createdAt) return againSoon(run);
  const creation = attempts.lost || replaced ? 'never' : run.asked.createEndpoint;
  const isToGo = isReplaced(snapshot, creation);
  // What may have been sent is there, and is what is sought, although its content may have another name by now.
  const sent = attempts.lost ? start.target?.name : undefined;
  const target: Target =
    sent === undefined
      ? await findTarget(run, isToGo ? absentEndpoint(snapshot.name) : snapshot)
      : { kind: 'existing', name: sent };
  start.target = target;
  const plan = planFor(target.name, snapshot, target.doubt, creation);
  switch (plan.kind) {
    case 'unchanged':
      if (attempts.lost) return join(run, snapshot, { attempts, kind: 'perhaps-over' });
      return { kind: 'conclude', conclusion: { kind: 'unchanged' } };
    case 'impossible':
      if (!mayBeOurCreation(snapshot, target, attempts)) throw plan.problem;
      return join(run, snapshot, { attempts, kind: 'perhaps-over' });
    case 'join':
      if (!agrees && run.asked.watch === 'start-only') return { kind: 'agree-first' };
      await prepareOnce(run, snapshot, { target, plan });
      return join(run, snapshot, { attempts, target, kind: 'running' });
    case 'wait':
      if (!attempts.lost) attempts.unanswered = undefined;
      attempts.missingSince = undefined;
      return waitFor(run, snapshot, { inFlight: plan.inFlight, queue: start.queue });
    case 'replace':
      if (!agrees) return { kind: 'agree-first' };
      await prepareOnce(run, snapshot, { target, plan });
      return { kind: 'replace', target };
    case 'update':
    case 'create':
      await prepareOnce(run, snapshot, { target, plan });
      if (poll.missing && run.asked.createEndpoint === 'never') throw poll.missing;
      return { kind: 'act', target };
  }
}

/** Tells the plan, and stops where the pre-flight says so; again where something else serves by now. */
async function prepareOnce(
  run: Run,
  before: Snapshot,
  step: Parameters<typeof prepare>[2],
): Promise<void> {
  if (run.told.state.plannedFor === before.configName) return;
  stopWhereBlocked(run, await prepare(run, before, step));
}

/** Nothing but what AWS says to a call is thrown from here on. */
async function act(
  run: Run,
  poll: Poll,
  { kind, target, attempts }: Action & { readonly attempts: Attempts },
): Promise<Step> {
  const before = poll.snapshot;
  if (run.world.clock.now() - poll.at > 1000 * secondsThatAPollHolds) return again(0);
  const request = requestOf(run);
  const created = await createMissing(run, target, attempts);
  if (created) return created;
  if (kind === 'replace') return readyToReplace(run, target, before);
  const held = (await makeWay(run, before)) ?? (await sendUpdate(run, request, poll, attempts));
  if (held) return held;
  const watchSeconds = watchSecondsOf(run, request, before);
  tell(run, { kind: 'requested', before, watchSeconds });
  return end({ kind: 'running', before });
}
