import { firstPollSeconds } from '../domain/cadence.ts';
import type { JsonObject } from '../domain/json.ts';
import { Problem, problemFrom } from '../domain/problem.ts';
import { phrase } from '../domain/text/phrase.ts';
import { change } from '../run/change.ts';
import type { Run } from '../run/run.ts';
import { type Again, again } from '../watch/observe.ts';
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
): Promise<Again | undefined> {
  if (target.kind !== 'made') return undefined;
  for (const name of target.toCreate) {
    const held = await createConfiguration(run, { ...target, name }, attempts);
    if (held) return held;
  }
  return undefined;
}

async function createConfiguration(
  run: Run,
  { name, content }: { readonly name: string; readonly content: JsonObject },
  attempts: Attempts,
): Promise<Again | undefined> {
  const { endpoints, cancelled } = run.world;
  try {
    await change(run, { operation: 'CreateEndpointConfig', name }, () =>
      endpoints.createConfiguration(name, content, run.asked),
    );
  } catch (thrown) {
    cancelled.throwIfAborted();
    const problem = problemFrom(thrown);
    if (problem.code === 'already-exists') return again(firstPollSeconds);
    if (!problem.passes) throw ofCopy(run, problem);
    return waitOut(run, attempts, problem);
  }
  attempts.unanswered = undefined;
  return undefined;
}

/** What serves is copied as it is: what is refused of it can be fixed in a file only. */
function ofCopy({ asked: { source } }: Run, problem: Problem): Problem {
  if (problem.code !== 'refused' || source.kind !== 'model') return problem;
  return new Problem('refused', problem.what, {
    remedy: phrase`\`model-name\` copies the configuration that serves, and SageMaker refuses a member of that copy. Give the configuration as \`endpoint-config-file\`, without what it refuses.`,
    said: problem.said,
    cause: problem,
  });
}
