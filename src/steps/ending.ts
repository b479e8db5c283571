import type { Outcome } from '../domain/outcome.ts';
import { problemFrom } from '../domain/problem.ts';
import type { Run } from './run.ts';

/** The time ran out: with the endpoint in sight the rollout just lasts longer, else nobody knows. */
export function outcomeOfTimeout({ stage, startedAt, world, hindrance }: Run): Outcome {
  if (hindrance && stage === 'nothing-requested') {
    return { kind: 'failed', problem: hindrance, reason: { kind: 'none' } };
  }
  if (hindrance) return { kind: 'unknown', stage, problem: hindrance };
  return { kind: 'timed-out', stage, seconds: Math.round((world.clock.now() - startedAt) / 1000) };
}

/** Before an update of ours runs, whatever is thrown has failed the rollout; afterwards nobody knows. */
export function outcomeOfFailure({ stage, world }: Run, thrown: unknown): Outcome {
  if (world.cancelled.aborted) return { kind: 'cancelled', stage };
  const problem = problemFrom(thrown);
  if (stage === 'nothing-requested') return { kind: 'failed', problem, reason: { kind: 'none' } };
  return { kind: 'unknown', stage, problem };
}
