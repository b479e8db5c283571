import { unless } from '../cancellation.ts';
import { firstPollSeconds, retryInSeconds } from '../domain/cadence.ts';
import type { LookedUp } from '../domain/preflight/finding.ts';
import { type Problem, type ProblemCode, problemFrom } from '../domain/problem.ts';
import type { Instant } from '../domain/request.ts';
import type { World } from '../ports.ts';
import { inTime } from './in-time.ts';
import { deadlineOf, type Run, tell } from './run.ts';

const missing: readonly ProblemCode[] = [
  'endpoint-not-found',
  'endpoint-config-not-found',
  'model-not-found',
];

/** Failures that pass are waited out so many times: what stays hidden then is told as not readable. */
const usualTries = 5;

/** What the whole rollout hangs on is waited for some ten minutes. */
export const patientTries = 12;

/** What was just created may not be found for some seconds. */
const pollsForNew = 4;

/**
 * What a call says: found, missing, or not readable. Failures that pass are told, and waited out
 * while the run has time for it. Only a cancelled job is thrown.
 */
export async function lookUp<T>(
  run: Run,
  call: () => Promise<T>,
  mostTries = usualTries,
  deadline: Instant = deadlineOf(run),
): Promise<LookedUp<T>> {
  const { world } = run;
  let isHindered = false;
  const goesOn: GoesOn = (problem, attempts, seconds) => {
    if (attempts >= mostTries || world.clock.now() + 1000 * seconds >= deadline) return false;
    if (!isHindered) tell(run, { kind: 'hindered', problem, retryInSeconds: seconds });
    isHindered = true;
    return true;
  };
  try {
    const value = await patiently(world, () => inTime(world, deadline, call), goesOn);
    if (isHindered) tell(run, { kind: 'resumed' });
    return { kind: 'found', value };
  } catch (thrown) {
    world.cancelled.throwIfAborted();
    return hidden(problemFrom(thrown));
  }
}

/** As `lookUp`, with time for what was just created to be found. */
export async function lookUpNew<T>(
  run: Run,
  call: () => Promise<T>,
  mostTries = usualTries,
): Promise<LookedUp<T>> {
  const { clock, cancelled } = run.world;
  for (let polls = 1; ; polls += 1) {
    const found = await lookUp(run, call, mostTries);
    const isLast = polls >= pollsForNew || clock.now() >= deadlineOf(run);
    if (found.kind !== 'missing' || isLast) return found;
    await clock.sleep(firstPollSeconds, cancelled);
  }
}

/** Whether to try again in so many seconds, after so many attempts that failed in a way that passes. */
type GoesOn = (problem: Problem, attempts: number, seconds: number) => boolean;

/** The answer to a call that may be repeated; failures that pass are waited out. Throws a Problem. */
export async function patiently<T>(
  { cancelled, clock }: World,
  call: () => Promise<T>,
  goesOn: GoesOn = (_, attempts) => attempts < usualTries,
): Promise<T> {
  for (let attempts = 1; ; attempts += 1) {
    try {
      return await unless(cancelled, call());
    } catch (thrown) {
      cancelled.throwIfAborted();
      const problem = problemFrom(thrown);
      const seconds = retryInSeconds(problem, attempts);
      if (!problem.passes || !goesOn(problem, attempts, seconds)) throw problem;
      await clock.sleep(seconds, cancelled);
    }
  }
}

/** As `patiently`, as long as there is time: beyond `end` nothing is tried again, or waited for. */
export function patientlyUntil<T>(world: World, end: Instant, call: () => Promise<T>): Promise<T> {
  const goesOn: GoesOn = (_, attempts, seconds) =>
    attempts < usualTries && world.clock.now() + 1000 * seconds < end;
  return patiently(world, () => inTime(world, end, call), goesOn);
}

function hidden(problem: Problem): LookedUp<never> {
  return missing.includes(problem.code) ? { kind: 'missing' } : { kind: 'not-readable', problem };
}
