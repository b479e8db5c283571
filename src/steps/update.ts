import { unless } from '../cancellation.ts';
import { firstLookSeconds } from '../domain/cadence.ts';
import { isAbsent, type Snapshot } from '../domain/endpoint.ts';
import { Problem, type ProblemCode, problemFrom } from '../domain/problem.ts';
import type { Instant } from '../domain/request.ts';
import { phrase } from '../domain/text/phrase.ts';
import { hinder } from './look.ts';
import { type Run, startWatch, tell } from './run.ts';

/** What became of the calls of UpdateEndpoint so far. */
export interface Attempts {
  /** Whether it was told that one was sent, of which nobody has said that it was refused. */
  isTold: boolean;
  failures: number;
  /** Since when no call has got through. */
  failingSince: Instant | undefined;
  refusals: number;
  lost: LostCall | undefined;
  /** When the configuration was first not found. */
  missingSince: Instant | undefined;
}

/** A call whose answer was lost: it may have taken effect. */
export interface LostCall {
  /** The look before it. */
  readonly before: Snapshot;
  /** When the answer was missed. */
  readonly at: Instant;
  /** What came instead of the answer. */
  readonly problem: Problem;
}

export function noAttempts(): Attempts {
  const since = { failingSince: undefined, missingSince: undefined };
  return { isTold: false, failures: 0, refusals: 0, lost: undefined, ...since };
}

/** So long the effect of a call whose answer was lost may not show: looks can be older than the call. */
const lostAnswerSeconds = 60;
/** A configuration that was just created may not be found for some seconds. */
const newConfigSeconds = 20;
/** So long a call is sent again and again that AWS does not answer. */
const secondsToGetThrough = 600;
/** Refusals that `if-in-progress: fail` takes while no look shows what is in progress. */
const refusalsToFail = 3;

/** Failures after which nobody knows whether the call took effect. */
const mayHaveTaken: readonly ProblemCode[] = [
  ...(['unavailable', 'unreachable', 'unreadable', 'unexpected'] as const),
];

/**
 * Calls UpdateEndpoint, or CreateEndpoint where there is no endpoint. A failure that passes, an
 * update that came before ours and an answer that was lost all need another look first; any other
 * failure is thrown.
 */
export async function sendUpdate(
  run: Run,
  before: Snapshot,
  attempts: Attempts,
): Promise<'accepted' | 'look-again'> {
  const { cancelled, endpoints } = run.world;
  if (attempts.lost && isModified(before, attempts.lost)) throw nobodyKnows(run, attempts.lost);
  if (attempts.lost && run.lookedAt - attempts.lost.at < 1000 * lostAnswerSeconds) {
    run.nextLookSeconds = firstLookSeconds;
    return 'look-again';
  }
  run.stage = 'perhaps-requested';
  if (!attempts.isTold) tell(run, { kind: 'sending' });
  attempts.isTold = true;
  const calledAt = run.world.clock.now();
  try {
    const call = isAbsent(before)
      ? endpoints.createEndpoint(run.request)
      : endpoints.update(run.request);
    await unless(cancelled, call);
  } catch (thrown) {
    cancelled.throwIfAborted();
    refused(run, before, { attempts, problem: problemFrom(thrown) });
    return 'look-again';
  }
  run.calledAt = calledAt;
  run.unheard = undefined;
  return 'accepted';
}

/** An update of ours runs since `before`: answers how long it will be watched, in seconds. */
export function startWatchingUpdate(run: Run, before: Snapshot): number {
  run.nextLookSeconds = firstLookSeconds;
  const { request, world } = run;
  return startWatch(run, { deployment: request.deployment, before, startedAt: world.clock.now() });
}

/** Something began and ended after the call: the update itself, perhaps, and it was rolled back. */
function isModified(look: Snapshot, { before }: LostCall): boolean {
  return look.lastModified > before.lastModified;
}

/** Sent once more, the call could roll out a second time what SageMaker has just rolled back. */
function nobodyKnows({ request: { endpointName } }: Run, { problem }: LostCall): Problem {
  const message = phrase`The answer to the update of ${endpointName} was lost, and the endpoint was modified since: whether by it, nobody can tell. ${problem.what}`;
  return new Problem(problem.code, message, {
    remedy: phrase`Look at the endpoint in the SageMaker console: its failure reason tells a rollback. Re-run this job to update it again.`,
    said: problem.said,
    cause: problem,
  });
}

/**
 * A call failed in a way that passes: another look comes first.
 *
 * @throws Problem where none has got through for too long.
 */
export function waitOut(run: Run, attempts: Attempts, problem: Problem): void {
  const now = run.world.clock.now();
  attempts.failures += 1;
  attempts.failingSince ??= now;
  run.unheard = problem;
  if (now - attempts.failingSince >= 1000 * secondsToGetThrough) throw problem;
  hinder(run, problem, attempts.failures);
}

function refused(
  run: Run,
  before: Snapshot,
  { attempts, problem }: { attempts: Attempts; problem: Problem },
): void {
  const now = run.world.clock.now();
  if (mayHaveTaken.includes(problem.code)) attempts.lost = { before, at: now, problem };
  if (!attempts.lost) run.stage = 'nothing-requested';
  if (problem.passes) {
    waitOut(run, attempts, problem);
    return;
  }
  run.unheard = undefined;
  switch (problem.code) {
    case 'already-exists':
    case 'update-in-progress':
      attempts.refusals += 1;
      attempts.failingSince = undefined;
      if (!attempts.lost) tell(run, { kind: 'refused' });
      attempts.isTold = attempts.lost !== undefined;
      if (run.request.ifInProgress === 'fail' && attempts.refusals >= refusalsToFail) throw problem;
      run.nextLookSeconds = firstLookSeconds;
      return;
    case 'serving-config-not-found':
      if (run.deletedConfig !== before.configName) throw problem;
      waitForNewConfig(run, attempts, problem);
      return;
    case 'endpoint-config-not-found':
      waitForNewConfig(run, attempts, problem);
      return;
    default:
      throw problem;
  }
}

/** What was just created may not be found for some seconds. */
function waitForNewConfig(run: Run, attempts: Attempts, problem: Problem): void {
  const now = run.world.clock.now();
  attempts.missingSince ??= now;
  if (now - attempts.missingSince >= 1000 * newConfigSeconds) throw problem;
  hinder(run, problem, 1);
}
