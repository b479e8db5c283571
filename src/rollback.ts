import { carryOut } from './carry-out.ts';
import type { Outcome } from './domain/outcome.ts';
import type { RolloutRequest } from './domain/request.ts';
import type { World } from './ports.ts';
import { newRun } from './run/run.ts';
import { leaveRedAlarmsOut } from './start/red-alarms.ts';
import { rollbackTargetFinder } from './start/rollback-target.ts';
import type { FindTarget } from './start/target.ts';

/**
 * Back to what served before, because someone wants it so: find the rollback, leave out the alarms
 * that are red, then go it like any rollout. `deployed` means that the endpoint has gone back.
 */
export function rollback(request: RolloutRequest, world: World): Promise<Outcome> {
  return carryOut(newRun(request, world), findRedTarget());
}

function findRedTarget(): FindTarget {
  const findRollbackTarget = rollbackTargetFinder();
  return async (run, before) => {
    const target = await findRollbackTarget(run, before);
    await leaveRedAlarmsOut(run, before);
    return target;
  };
}
