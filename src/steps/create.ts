import { unless } from '../cancellation.ts';
import { firstLookSeconds } from '../domain/cadence.ts';
import { problemFrom } from '../domain/problem.ts';
import { hinder } from './look.ts';
import { type Run, tell } from './run.ts';
import type { Target } from './target.ts';
import type { Attempts } from './update.ts';

/**
 * Creates the endpoint configuration where it is still to be made. A call whose answer was lost,
 * or that another run was quicker than, needs another look first: it may be there by then.
 */
export async function createConfiguration(
  run: Run,
  target: Target,
  attempts: Attempts,
): Promise<'there' | 'look-again'> {
  if (target.kind !== 'made' || !target.isNew) return 'there';
  const { endpoints, cancelled } = run.world;
  try {
    await unless(
      cancelled,
      endpoints.createConfiguration(target.name, target.content, run.request),
    );
  } catch (thrown) {
    cancelled.throwIfAborted();
    const problem = problemFrom(thrown);
    if (problem.code === 'already-exists') {
      run.nextLookSeconds = firstLookSeconds;
      return 'look-again';
    }
    if (!problem.passes) throw problem;
    attempts.failures += 1;
    hinder(run, problem, attempts.failures);
    return 'look-again';
  }
  run.createdConfig = target.name;
  tell(run, { kind: 'created', endpointConfigName: target.name });
  return 'there';
}
