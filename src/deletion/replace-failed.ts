import { firstPollSeconds } from '../domain/cadence.ts';
import type { Snapshot } from '../domain/endpoint.ts';
import { problemFrom } from '../domain/problem.ts';
import { change } from '../run/change.ts';
import { componentsOn } from '../run/components.ts';
import type { OutOfTime } from '../run/ending.ts';
import { type Run, tell } from '../run/run.ts';
import { tagsFor } from '../run/tags.ts';
import { type Attempts, noAttempts, waitOut } from '../start/update.ts';
import { type Again, again } from '../watch/observe.ts';
import { deleteEndpoint } from './delete-endpoint.ts';
import type { Purpose } from './purpose.ts';
import { removeScaling } from './remove-scaling.ts';

/**
 * Deletes a failed endpoint, so that one of its name can be created, and waits until it is gone. What is
 * no longer that endpoint, or not failed any more, is left alone: undefined, also then.
 *
 * @throws Problem where it cannot be deleted.
 */
export async function deleteFailed(run: Run, failed: Snapshot): Promise<OutOfTime | undefined> {
  const deleted = await deleteEndpoint(run, replacementOf(failed));
  switch (deleted.kind) {
    case 'out-of-time':
      return deleted;
    case 'gone':
    case 'created-again':
      tell(run, { kind: 'replacing', endpoint: failed });
      return undefined;
    case 'deleting':
    case 'not-meant':
      return undefined;
  }
}

/** Only what is `Failed` is deleted, and only the endpoint that was found so. */
function replacementOf(failed: Snapshot): Purpose {
  const attempts = noAttempts();
  let isReady = false;
  return {
    watch: 'until-gone',
    isMeant: (seen) => seen.status === 'Failed' && seen.createdAt === failed.createdAt,
    makeReady: async (run, seen) => {
      // It is polled once more right before: all that comes before may take minutes.
      if (isReady) return undefined;
      const held =
        (await removeScaling(run, seen)) ?? (await deleteComponents(run, seen, attempts));
      if (held) return held;
      await keepTags(run, seen);
      isReady = true;
      return again(0);
    },
  };
}

/** The tags are for the new endpoint: those that are read last count, and earlier ones where none can be read. */
async function keepTags(run: Run, seen: Snapshot): Promise<void> {
  const earlier = run.tags;
  run.tags = undefined;
  const tags = await tagsFor(run, seen);
  if (tags.kind !== 'found') run.tags = earlier;
}

/**
 * What DeleteEndpoint does with inference components is disputed: they go first.
 *
 * @throws Problem where one is refused.
 */
async function deleteComponents(
  run: Run,
  seen: Snapshot,
  attempts: Attempts,
): Promise<Again | undefined> {
  const components = await componentsOn(run, seen);
  if (components.kind !== 'found' || components.value.length === 0) return undefined;
  for (const name of components.value) {
    const held = await deleteComponent(run, name, attempts);
    if (held) return held;
  }
  return again(firstPollSeconds);
}

/** One that something is being done to, its deletion too, is waited for. */
async function deleteComponent(
  run: Run,
  name: string,
  attempts: Attempts,
): Promise<Again | undefined> {
  const { cancelled, deletions } = run.world;
  const call = { operation: 'DeleteInferenceComponent', name } as const;
  try {
    await change(run, call, () => deletions.deleteComponent(name, run.asked.endpointName));
  } catch (thrown) {
    cancelled.throwIfAborted();
    const problem = problemFrom(thrown);
    if (problem.passes) return waitOut(run, attempts, problem);
    const isFine = problem.code === 'component-not-found' || problem.code === 'update-in-progress';
    if (!isFine) throw problem;
  }
  attempts.unanswered = undefined;
  return undefined;
}
