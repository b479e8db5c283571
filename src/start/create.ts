import { firstPollSeconds } from '../domain/cadence.ts';
import { namesFor } from '../domain/config-name.ts';
import { withMark } from '../domain/mark.ts';
import { modelSourceInput } from '../domain/preflight/written.ts';
import { Problem, problemFrom } from '../domain/problem.ts';
import type { Tag } from '../domain/tags.ts';
import { listed, phrase } from '../domain/text/phrase.ts';
import { change } from '../run/change.ts';
import type { Run } from '../run/run.ts';
import { type Again, again } from '../watch/observe.ts';
import { createModels } from './create-models.ts';
import type { Target } from './target.ts';
import { type Attempts, waitForNew, waitOut } from './update.ts';

/**
 * Creates what is still to be made: the models first, then the endpoint configuration. A call whose answer was lost,
 * or that another run was quicker than, needs another poll first: it may be there by then.
 */
export async function createMissing(
  run: Run,
  target: Target,
  attempts: Attempts,
): Promise<Again | undefined> {
  const heldByModel = await createModels(run, target, attempts);
  if (heldByModel || target.kind !== 'made') return heldByModel;
  for (const name of target.toCreate) {
    const held = await createConfiguration(run, { ...target, name }, attempts);
    if (held) return held;
  }
  return undefined;
}

async function createConfiguration(
  run: Run,
  target: Extract<Target, { kind: 'made' }>,
  attempts: Attempts,
): Promise<Again | undefined> {
  const { name, content } = target;
  const tags = tagsOfNew(run, target);
  const { endpoints, cancelled } = run.world;
  try {
    await change(run, { operation: 'CreateEndpointConfig', name }, () =>
      endpoints.createConfiguration(name, content, { ...run.asked, tags }),
    );
  } catch (thrown) {
    cancelled.throwIfAborted();
    const problem = problemFrom(thrown);
    if (problem.code === 'already-exists') return again(firstPollSeconds);
    const late = problem.code === 'model-not-found' && notFoundYet(target, problem);
    if (late) return waitForNew(run, attempts, late);
    if (!problem.passes) throw ofCopy(run, problem);
    return waitOut(run, attempts, problem);
  }
  attempts.unanswered = undefined;
  attempts.missingSince = undefined;
  return undefined;
}

/** Of a model of this run, or of one that was ended right after it created it; undefined: it has none. */
function notFoundYet({ models = [] }: Target, problem: Problem): Problem | undefined {
  const made = models.flatMap(({ name, content }) => (content ? [name] : []));
  if (made.length === 0) return undefined;
  const what = phrase`SageMaker does not find a model yet that was just created: ${listed(made)}.`;
  return new Problem('model-not-found', what, {
    remedy: phrase`A new model is found some seconds later.`,
    rerun: phrase`Re-run this job: it uses what exists.`,
    said: problem.said,
    cause: problem,
  });
}

/** What serves is copied as it is: what is refused of it can be fixed in a file only. */
function ofCopy({ asked: { source } }: Run, problem: Problem): Problem {
  if (problem.code !== 'refused' || source.kind !== 'model') return problem;
  return new Problem('refused', problem.what, {
    remedy: phrase`${modelSourceInput(source.model)} copies the configuration that serves, and SageMaker refuses a member of that copy. Give the configuration as \`endpoint-config-file\`, without what it refuses.`,
    said: problem.said,
    cause: problem,
  });
}

/** A name that is made of the content is marked with what else it is made of: it may be deleted one day. */
function tagsOfNew(
  { asked, world }: Run,
  { name, content, datedAt }: Extract<Target, { kind: 'made' }>,
): readonly Tag[] {
  const { endpointName, tags } = asked;
  const nameOf = namesFor(endpointName, world.digest);
  const run = asked.redeploy ? world.origin.run : undefined;
  const made = [undefined, datedAt]
    .map((newestModelAt) => ({ endpointName, run, newestModelAt }))
    .find((parts) => nameOf({ content, ...parts }) === name);
  return made ? withMark(tags, made) : tags;
}
