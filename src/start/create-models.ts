import { firstPollSeconds } from '../domain/cadence.ts';
import type { JsonObject } from '../domain/json.ts';
import { withMark } from '../domain/mark.ts';
import type { ChosenModel } from '../domain/models/chosen-model.ts';
import { problemFrom } from '../domain/problem.ts';
import { change } from '../run/change.ts';
import type { Run } from '../run/run.ts';
import { type Again, again } from '../watch/observe.ts';
import type { Target } from './target.ts';
import { type Attempts, waitOut } from './update.ts';

/**
 * Creates the models that are still to be created, before anything else is. A call whose answer was
 * lost, or that another run was quicker than, needs another poll first.
 */
export async function createModels(
  run: Run,
  { models = [] }: Target,
  attempts: Attempts,
): Promise<Again | undefined> {
  for (const { name, content, isNew, datedAt } of models) {
    if (!isNew || !content) continue;
    const held = await createModel(run, { name, content, datedAt }, attempts);
    if (held) return held;
  }
  return undefined;
}

async function createModel(
  run: Run,
  { name, content, datedAt }: Pick<ChosenModel, 'name' | 'datedAt'> & { content: JsonObject },
  attempts: Attempts,
): Promise<Again | undefined> {
  const { asked, world } = run;
  const { endpointName, redeploy, tags } = asked;
  const mark = {
    endpointName,
    run: redeploy ? world.origin.run : undefined,
    newestModelAt: datedAt,
  };
  const request = { ...asked, tags: withMark(tags, mark) };
  try {
    await change(run, { operation: 'CreateModel', name }, () =>
      world.endpoints.createModel(name, content, request),
    );
  } catch (thrown) {
    world.cancelled.throwIfAborted();
    const problem = problemFrom(thrown);
    if (problem.code === 'already-exists') return again(firstPollSeconds);
    if (!problem.passes) throw problem;
    return waitOut(run, attempts, problem);
  }
  attempts.unanswered = undefined;
  attempts.missingSince = undefined;
  return undefined;
}
