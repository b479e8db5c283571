import type { Outcome } from './domain/outcome.ts';
import type { RolloutRequest } from './domain/request.ts';
import type { World } from './ports.ts';
import { begin } from './steps/begin.ts';
import { outcomeOfFailure, outcomeOfTimeout } from './steps/ending.ts';
import { follow } from './steps/follow.ts';
import { leaveRecord } from './steps/record.ts';
import { leaveRedAlarmsOut } from './steps/red-alarms.ts';
import { newRun, type Run, tell, undoAll } from './steps/run.ts';
import type { FindTarget } from './steps/target.ts';
import { tryOut } from './steps/try-out.ts';
import { wayBackFinder } from './steps/way-back.ts';

/**
 * Back to what served before, because somebody wants it so: find the way back, leave out the alarms
 * that are red, then go it like any rollout. `deployed` means that the endpoint has gone back.
 */
export async function rollback(request: RolloutRequest, world: World): Promise<Outcome> {
  const run = newRun(request, world);
  const outcome = await goBack(run).catch((thrown) => outcomeOfFailure(run, thrown));
  await undoAll(run);
  tell(run, { kind: 'ended', outcome, snapshot: run.latest });
  return outcome;
}

async function goBack(run: Run): Promise<Outcome> {
  const beginning = await begin(run, findTargetBack());
  if (!beginning) return outcomeOfTimeout(run);
  if (beginning.kind === 'ended') return tryOut(run, beginning.outcome);
  if (run.request.watch === 'start-only') return { kind: 'started' };
  const followed = (await follow(run, beginning.before)) ?? outcomeOfTimeout(run);
  const outcome = await tryOut(run, followed);
  if (outcome.kind === 'deployed') await leaveRecord(run, beginning.before);
  return outcome;
}

function findTargetBack(): FindTarget {
  const findWayBack = wayBackFinder();
  return async (run, before) => {
    const target = await findWayBack(run, before);
    await leaveRedAlarmsOut(run, before);
    return target;
  };
}
