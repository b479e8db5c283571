import { firstLookSeconds } from '../domain/cadence.ts';
import type { JsonObject } from '../domain/json.ts';
import { problemFrom } from '../domain/problem.ts';
import { change } from '../run/change.ts';
import type { Run } from '../run/run.ts';
import type { Target } from './target.ts';
import { type Attempts, waitOut } from './update.ts';

/**
 * Creates the endpoint configuration where it is still to be made. A call whose answer was lost,
 * or that another run was quicker than, needs another poll first: it may be there by then.
 */
export async function createConfigurations(
  run: Run,
  target: Target,
  attempts: Attempts,
): Promise<'there' | 'poll-again'> {
  if (target.kind !== 'made') return 'there';
  for (const name of target.toCreate) {
    if ((await createConfiguration(run, { ...target, name }, attempts)) === 'poll-again') {
      return 'poll-again';
    }
  }
  return 'there';
}

async function createConfiguration(
  run: Run,
  { name, content }: { readonly name: string; readonly content: JsonObject },
  attempts: Attempts,
): Promise<'there' | 'poll-again'> {
  const { endpoints, cancelled } = run.world;
  try {
    await change(run, { operation: 'CreateEndpointConfig', name }, () =>
      endpoints.createConfiguration(name, content, run.request),
    );
  } catch (thrown) {
    cancelled.throwIfAborted();
    const problem = problemFrom(thrown);
    if (problem.code === 'already-exists') {
      run.nextPollSeconds = firstLookSeconds;
      return 'poll-again';
    }
    if (!problem.passes) throw problem;
    waitOut(run, attempts, problem);
    return 'poll-again';
  }
  run.unheard = undefined;
  return 'there';
}
