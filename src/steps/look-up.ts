import { unless } from '../cancellation.ts';
import { retryInSeconds } from '../domain/cadence.ts';
import type { LookedUp } from '../domain/preflight/finding.ts';
import { type Problem, type ProblemCode, problemFrom } from '../domain/problem.ts';
import { type Run, tell } from './run.ts';

const missing: readonly ProblemCode[] = [
  'endpoint-not-found',
  'endpoint-config-not-found',
  'model-not-found',
];

/** Failures that pass are waited out so many times: what stays hidden then is told as not readable. */
const usualTries = 5;

/**
 * What a call says: found, missing, or not readable. Failures that pass are told, and waited out
 * while the run has time for it. Only a cancelled job is thrown.
 */
export async function lookUp<T>(
  run: Run,
  call: () => Promise<T>,
  mostTries = usualTries,
): Promise<LookedUp<T>> {
  const { cancelled, clock } = run.world;
  for (let tries = 1; ; tries += 1) {
    try {
      const value = await unless(cancelled, call());
      if (tries > 1) tell(run, { kind: 'resumed' });
      return { kind: 'found', value };
    } catch (thrown) {
      cancelled.throwIfAborted();
      const problem = problemFrom(thrown);
      const seconds = retryInSeconds(problem, tries);
      const isLate = clock.now() + 1000 * seconds >= run.deadline;
      if (!problem.passes || tries >= mostTries || isLate) return hidden(problem);
      if (tries === 1) tell(run, { kind: 'hindered', problem, retryInSeconds: seconds });
      await clock.sleep(seconds, cancelled);
    }
  }
}

function hidden(problem: Problem): LookedUp<never> {
  return missing.includes(problem.code) ? { kind: 'missing' } : { kind: 'not-readable', problem };
}
