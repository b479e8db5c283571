import type { Outcome } from './domain/outcome.ts';
import { problemFrom } from './domain/problem.ts';
import type { RolloutRequest } from './domain/request.ts';
import type { World } from './ports.ts';
import { begin } from './steps/begin.ts';
import { follow } from './steps/follow.ts';
import { newRun, type Run, tell } from './steps/run.ts';

/** One configuration to one endpoint: look, plan, act, watch, and tell each thing that happens. */
export async function rollout(request: RolloutRequest, world: World): Promise<Outcome> {
  const run = newRun(request, world);
  const outcome = await deploy(run).catch((thrown) => outcomeOfFailure(run, thrown));
  tell(run, { kind: 'ended', outcome, snapshot: run.latest });
  return outcome;
}

async function deploy(run: Run): Promise<Outcome> {
  const beginning = await begin(run);
  if (!beginning) return outcomeOfTimeout(run);
  if (beginning.kind === 'ended') return beginning.outcome;
  if (run.request.watch === 'start-only') return { kind: 'started' };
  return (await follow(run, beginning.before)) ?? outcomeOfTimeout(run);
}

/** The time ran out: with the endpoint in sight the rollout just lasts longer, else nobody knows. */
function outcomeOfTimeout({ stage, startedAt, world, hindrance }: Run): Outcome {
  if (hindrance && stage === 'nothing-requested') {
    return { kind: 'failed', problem: hindrance, reason: { kind: 'none' } };
  }
  if (hindrance) return { kind: 'unknown', stage, problem: hindrance };
  return { kind: 'timed-out', stage, seconds: Math.round((world.clock.now() - startedAt) / 1000) };
}

/** Before an update of ours runs, whatever is thrown has failed the rollout; afterwards nobody knows. */
function outcomeOfFailure({ stage, world }: Run, thrown: unknown): Outcome {
  if (world.cancelled.aborted) return { kind: 'cancelled', stage };
  const problem = problemFrom(thrown);
  if (stage === 'nothing-requested') return { kind: 'failed', problem, reason: { kind: 'none' } };
  return { kind: 'unknown', stage, problem };
}
