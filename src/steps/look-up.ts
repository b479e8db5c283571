import { unless } from '../cancellation.ts';
import type { LookedUp } from '../domain/preflight/finding.ts';
import { type ProblemCode, problemFrom } from '../domain/problem.ts';
import type { Run } from './run.ts';

const missing: readonly ProblemCode[] = [
  'endpoint-not-found',
  'endpoint-config-not-found',
  'model-not-found',
];

/** What an answer says: found, missing, or not readable. Only a cancelled job is thrown. */
export async function lookUp<T>({ world }: Run, answer: Promise<T>): Promise<LookedUp<T>> {
  try {
    return { kind: 'found', value: await unless(world.cancelled, answer) };
  } catch (thrown) {
    world.cancelled.throwIfAborted();
    const problem = problemFrom(thrown);
    return missing.includes(problem.code) ? { kind: 'missing' } : { kind: 'not-readable', problem };
  }
}
