import { carryOut } from './carry-out.ts';
import type { Outcome } from './domain/outcome.ts';
import type { RolloutRequest } from './domain/request.ts';
import type { World } from './ports.ts';
import { newRun } from './run/run.ts';
import { findTarget } from './start/find-target.ts';

/** One configuration to one endpoint: observe, plan, act, watch, smoke-test, and tell each thing that happens. */
export function rollout(request: RolloutRequest, world: World): Promise<Outcome> {
  return carryOut(newRun(request, world), findTarget);
}
