import { unless } from '../cancellation.ts';
import { firstLookSeconds } from '../domain/cadence.ts';
import { isAbsent, type Snapshot } from '../domain/endpoint.ts';
import { type Problem, type ProblemCode, problemFrom } from '../domain/problem.ts';
import type { Instant } from '../domain/request.ts';
import { hinder } from './look.ts';
import { type Run, startWatch, tell } from './run.ts';

/** What became of the calls of UpdateEndpoint so far. */
export interface Attempts {
  failures: number;
  refusals: number;
  /** A call whose answer was lost may have taken effect: the look before it, and when it was. */
  lost: { readonly before: Snapshot; readonly at: Instant } | undefined;
  /** When the configuration was first not found. */
  missingSince: Instant | undefined;
}

export function noAttempts(): Attempts {
  return { failures: 0, refusals: 0, lost: undefined, missingSince: undefined };
}

/** How long to look for the effect of a call whose answer was lost, before it is repeated. */
const lostAnswerSeconds = 15;
/** A configuration that was just created may not be found for some seconds. */
const newConfigSeconds = 20;
/** Refusals that `if-in-progress: fail` takes while no look shows what is in progress. */
const refusalsToFail = 3;

/** Failures after which nobody knows whether the call took effect. */
const mayHaveTaken: readonly ProblemCode[] = ['unavailable', 'unreachable', 'unexpected'];

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
  const { clock, cancelled, endpoints } = run.world;
  if (attempts.lost && clock.now() - attempts.lost.at < 1000 * lostAnswerSeconds) {
    run.nextLookSeconds = firstLookSeconds;
    return 'look-again';
  }
  run.stage = 'perhaps-requested';
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
  const { deployment } = run.request;
  const watchSeconds = startWatch(run, { deployment, before, startedAt: clock.now() });
  run.nextLookSeconds = firstLookSeconds;
  tell(run, { kind: 'requested', before, watchSeconds });
  return 'accepted';
}

function refused(
  run: Run,
  before: Snapshot,
  { attempts, problem }: { attempts: Attempts; problem: Problem },
): void {
  const now = run.world.clock.now();
  if (mayHaveTaken.includes(problem.code)) attempts.lost = { before, at: now };
  if (!attempts.lost) run.stage = 'nothing-requested';
  switch (problem.code) {
    case 'throttled':
    case 'unavailable':
    case 'unreachable':
      attempts.failures += 1;
      hinder(run, problem, attempts.failures);
      return;
    case 'already-exists':
    case 'update-in-progress':
      attempts.refusals += 1;
      if (run.request.ifInProgress === 'fail' && attempts.refusals >= refusalsToFail) throw problem;
      run.nextLookSeconds = firstLookSeconds;
      return;
    case 'endpoint-config-not-found':
      attempts.missingSince ??= now;
      if (now - attempts.missingSince >= 1000 * newConfigSeconds) throw problem;
      hinder(run, problem, 1);
      return;
    default:
      throw problem;
  }
}
