import { cleanUp } from './deletion/clean-up.ts';
import { type Deletion, deleteEndpoint } from './deletion/delete-endpoint.ts';
import { checkOwner } from './deletion/owner.ts';
import type { Purpose } from './deletion/purpose.ts';
import { removeScaling } from './deletion/remove-scaling.ts';
import { afterDeletion } from './deletion/tasks.ts';
import type { Outcome } from './domain/outcome.ts';
import type { RolloutRequest } from './domain/request.ts';
import type { World } from './ports.ts';
import { type OutOfTime, outcomeOfFailure, outcomeOfTimeout } from './run/ending.ts';
import { latestOf, newRun, type Run, stageOf, tell } from './run/run.ts';
import { findLeftScaling } from './scaling/find.ts';
import { putScalingBack } from './scaling/put-back.ts';

/** Deletes the endpoint, and then what this action created for it and nothing needs any more. */
export async function deletion(request: RolloutRequest, world: World): Promise<Outcome> {
  const run = newRun(request, world);
  const outcome = await deleteAll(run).catch((thrown) => outcomeOfFailure(run, thrown));
  // What was taken off an endpoint that is, or may be, deleted is not restored on it.
  if (stageOf(run) === 'nothing-requested') await putScalingBack(run);
  if (outcome.kind === 'deleted') {
    endScaling(run);
    await cleanUp(run, afterDeletion);
  }
  tell(run, { kind: 'ended', outcome, snapshot: latestOf(run) });
  return outcome;
}

async function deleteAll(run: Run): Promise<Outcome> {
  const deleted = await deleteEndpoint(run, forGood(run));
  if (deleted.kind === 'out-of-time') return outcomeOfTimeout(run, deleted);
  return outcomeOf(deleted);
}

/** Whatever has the name, where it may be deleted. */
function forGood({ asked }: Run): Purpose {
  return {
    isMeant: () => true,
    makeReady: async (run, seen) => {
      await checkOwner(run, seen);
      if (!run.scaling.isOff) await findLeftScaling(run, seen);
      return removeScaling(run, seen);
    },
    watch: asked.watch === 'start-only' ? 'start-only' : 'until-gone',
  };
}

/** What was taken off is not to be restored any more. */
function endScaling(run: Run): void {
  const scaled = run.scaling.saved?.targets ?? [];
  if (scaled.length > 0) tell(run, { kind: 'scaling', change: { kind: 'ended', scaled } });
}

function outcomeOf(deleted: Exclude<Deletion, OutOfTime>): Outcome {
  switch (deleted.kind) {
    case 'gone':
      return { kind: 'deleted', how: deleted.how };
    case 'deleting':
      return { kind: 'started' };
    case 'not-meant':
      throw new Error('Whatever has the name is meant.');
    case 'created-again':
      return { kind: 'superseded', by: deleted.by, how: 'created-again' };
  }
}
