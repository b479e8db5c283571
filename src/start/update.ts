import { firstPollSeconds } from '../domain/cadence.ts';
import { isAbsent, type Snapshot } from '../domain/endpoint.ts';
import { withMark } from '../domain/mark.ts';
import { Problem, problemFrom } from '../domain/problem.ts';
import type { Instant, RolloutRequest } from '../domain/request.ts';
import { tagsAfter } from '../domain/tags.ts';
import { phrase } from '../domain/text/phrase.ts';
import { change, mayHaveTakenEffect } from '../run/change.ts';
import type { Run } from '../run/run.ts';
import { type Again, again, backOff, type Poll } from '../watch/observe.ts';

/** What became of the calls of UpdateEndpoint so far. */
export interface Attempts {
  failures: number;
  /** Since when no call has got through. */
  failingSince: Instant | undefined;
  refusals: number;
  /** Why AWS has not answered the last call. */
  unanswered: Problem | undefined;
  lost: LostCall | undefined;
  /** When what is new was first not found. */
  missingSince: Instant | undefined;
}

/** A call whose answer was lost: it may have taken effect. */
export interface LostCall {
  /** The poll before it. */
  readonly before: Snapshot;
  /** When the answer was missed. */
  readonly at: Instant;
  /** What came instead of the answer. */
  readonly problem: Problem;
}

export function noAttempts(): Attempts {
  const since = { failingSince: undefined, missingSince: undefined };
  return { failures: 0, refusals: 0, unanswered: undefined, lost: undefined, ...since };
}

/** So long the effect of a call whose answer was lost may not show: polls can be older than the call. */
const lostAnswerSeconds = 60;
/** A configuration or a model that was just created may not be found for some seconds. */
const newThingSeconds = 20;
/** So long a call is sent again and again that AWS does not answer. */
const secondsToGetThrough = 600;
/** Refusals that `if-in-progress: fail` takes while no poll shows what is in progress. */
const refusalsToFail = 3;

/**
 * Calls UpdateEndpoint, or CreateEndpoint where there is no endpoint. A failure that passes, an
 * update that came before ours and an answer that was lost all need another poll first; any other
 * failure is thrown. Undefined: it is accepted.
 */
export async function sendUpdate(
  run: Run,
  request: RolloutRequest,
  { snapshot: before, at }: Poll,
  attempts: Attempts,
): Promise<Again | undefined> {
  const { cancelled, endpoints } = run.world;
  const { lost } = attempts;
  if (lost && isModified(before, lost)) throw nobodyKnows(run, lost);
  if (lost && at - lost.at < 1000 * lostAnswerSeconds) return again(firstPollSeconds);
  const [operation, send] = isAbsent(before)
    ? (['CreateEndpoint', () => endpoints.createEndpoint(marked(run, request))] as const)
    : (['UpdateEndpoint', () => endpoints.update(request)] as const);
  try {
    await change(run, { operation, name: before.name }, send);
  } catch (thrown) {
    cancelled.throwIfAborted();
    return afterFailure(run, before, { attempts, problem: problemFrom(thrown), request });
  }
  attempts.unanswered = undefined;
  return undefined;
}

/** Created by this action: `mode: delete` asks for no more. What takes the place of another gets its tags. */
function marked({ told, tags: known }: Run, request: RolloutRequest): RolloutRequest {
  const { endpointName } = request;
  const earlier = told.state.replaced ? (known?.tags ?? []) : [];
  return { ...request, tags: withMark(tagsAfter(earlier, request.tags), { endpointName }) };
}

/** Something began and ended after the call: the update itself, perhaps, and it was rolled back. */
function isModified(poll: Snapshot, { before }: LostCall): boolean {
  return poll.lastModified > before.lastModified;
}

/** Sent once more, the call could roll out a second time what SageMaker has just rolled back. */
function nobodyKnows({ asked: { endpointName } }: Run, { problem }: LostCall): Problem {
  const message = phrase`The answer to the update of ${endpointName} was lost, and the endpoint was modified since: it is not known whether by this update. ${problem.what}`;
  return new Problem(problem.code, message, {
    remedy: phrase`Check the endpoint in the SageMaker console: its failure reason tells a rollback.`,
    rerun: phrase`Re-run this job to update it again.`,
    said: problem.said,
    cause: problem,
  });
}

/**
 * A call failed in a way that passes: another poll comes first.
 *
 * @throws Problem where none has got through for too long.
 */
export function waitOut(run: Run, attempts: Attempts, problem: Problem): Again {
  const now = run.world.clock.now();
  attempts.failures += 1;
  attempts.failingSince ??= now;
  const last = attempts.unanswered;
  attempts.unanswered = problem;
  if (now - attempts.failingSince >= 1000 * secondsToGetThrough) throw problem;
  return backOff(run, problem, attempts.failures, last);
}

/** What a failure leads to. @throws Problem where another poll cannot help. */
function afterFailure(
  run: Run,
  before: Snapshot,
  { attempts, problem, request }: { attempts: Attempts; problem: Problem; request: RolloutRequest },
): Again {
  const now = run.world.clock.now();
  if (mayHaveTakenEffect(problem)) attempts.lost = { before, at: now, problem };
  if (problem.passes) return waitOut(run, attempts, problem);
  attempts.unanswered = undefined;
  switch (problem.code) {
    case 'already-exists':
    case 'update-in-progress':
      attempts.refusals += 1;
      attempts.failingSince = undefined;
      if (request.ifInProgress === 'fail' && attempts.refusals >= refusalsToFail) throw problem;
      return again(firstPollSeconds);
    case 'serving-config-not-found':
      if (run.told.state.recreatedConfig !== before.configName) throw problem;
      return waitForNew(run, attempts, problem);
    case 'endpoint-config-not-found':
      return waitForNew(run, attempts, problem);
    default:
      throw problem;
  }
}

/**
 * What was just created may not be found for some seconds.
 *
 * @throws Problem where it takes longer.
 */
export function waitForNew(run: Run, attempts: Attempts, problem: Problem): Again {
  const now = run.world.clock.now();
  attempts.missingSince ??= now;
  if (now - attempts.missingSince >= 1000 * newThingSeconds) throw problem;
  return backOff(run, problem, 1);
}
