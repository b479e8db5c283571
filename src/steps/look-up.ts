import { unless } from '../cancellation.ts';
import { retryInSeconds } from '../domain/cadence.ts';
import type { LookedUp } from '../domain/preflight/finding.ts';
import { type Problem, type ProblemCode, problemFrom } from '../domain/problem.ts';
import type { Run } from './run.ts';

const missing: readonly ProblemCode[] = [
  'endpoint-not-found',
  'endpoint-config-not-found',
  'model-not-found',
];

/** Failures that pass are waited out so many times: what stays hidden then is told as not readable. */
const mostTries = 5;

/** What a call says: found, missing, or not readable. Only a cancelled job is thrown. */
export async function lookUp<T>({ world }: Run, call: () => Promise<T>): Promise<LookedUp<T>> {
  const { cancelled, clock } = world;
  for (let tries = 1; ; tries += 1) {
    try {
      return { kind: 'found', value: await unless(cancelled, call()) };
    } catch (thrown) {
      cancelled.throwIfAborted();
      const problem = problemFrom(thrown);
      if (!problem.passes || tries >= mostTries) return hidden(problem);
      await clock.sleep(retryInSeconds(problem, tries), cancelled);
    }
  }
}

function hidden(problem: Problem): LookedUp<never> {
  return missing.includes(problem.code) ? { kind: 'missing' } : { kind: 'not-readable', problem };
}
