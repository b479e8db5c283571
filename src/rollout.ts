import type { Outcome } from './domain/outcome.ts';
import type { RolloutRequest } from './domain/request.ts';
import type { World } from './ports.ts';
import { begin } from './steps/begin.ts';
import { outcomeOfFailure, outcomeOfTimeout } from './steps/ending.ts';
import { follow } from './steps/follow.ts';
import { leaveRecord } from './steps/record.ts';
import { newRun, type Run, tell, undoAll } from './steps/run.ts';
import { findTarget } from './steps/target.ts';
import { tryOut } from './steps/try-out.ts';

/** One configuration to one endpoint: look, plan, act, watch, try out, and tell each thing that happens. */
export async function rollout(request: RolloutRequest, world: World): Promise<Outcome> {
  const run = newRun(request, world);
  const outcome = await deploy(run).catch((thrown) => outcomeOfFailure(run, thrown));
  await undoAll(run);
  tell(run, { kind: 'ended', outcome, snapshot: run.latest });
  return outcome;
}

async function deploy(run: Run): Promise<Outcome> {
  const beginning = await begin(run, findTarget);
  if (!beginning) return outcomeOfTimeout(run);
  if (beginning.kind === 'ended') return tryOut(run, beginning.outcome);
  if (run.request.watch === 'start-only') return { kind: 'started' };
  const followed = (await follow(run, beginning.before)) ?? outcomeOfTimeout(run);
  const { before = beginning.before } = run;
  const outcome = await tryOut(run, followed, before);
  if (outcome.kind === 'deployed') await leaveRecord(run, before);
  return outcome;
}
