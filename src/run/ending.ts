import type { Outcome, Stage } from '../domain/outcome.ts';
import { type Problem, problemFrom } from '../domain/problem.ts';
import { type Run, stageOf } from './run.ts';

/** The time to observe the endpoint ran out. */
export interface OutOfTime {
  readonly kind: 'out-of-time';
  /** What kept the run from seeing the endpoint, or AWS from answering its call, at that time. */
  readonly hindrance: Problem | undefined;
}

/** Where the endpoint can be read the rollout just takes longer; otherwise its end is unknown. */
export function outcomeOfTimeout(run: Run, { hindrance: problem }: OutOfTime): Outcome {
  const { startedAt, world } = run;
  const stage = stageOf(run);
  if (problem && nothingRuns(stage)) {
    return { kind: 'failed', problem, reason: { kind: 'none' } };
  }
  if (problem) return { kind: 'unknown', stage, problem };
  return { kind: 'timed-out', stage, seconds: Math.round((world.clock.now() - startedAt) / 1000) };
}

/**
 * Before an update of ours runs, whatever is thrown has failed the rollout; afterwards, and where the
 * endpoint's status is not known, its end is unknown.
 */
export function outcomeOfFailure(run: Run, thrown: unknown): Outcome {
  const stage = stageOf(run);
  if (run.world.cancelled.aborted) return { kind: 'cancelled', stage };
  const problem = problemFrom(thrown);
  if (problem.code === 'unknown-status') return { kind: 'unknown', stage, problem };
  if (nothingRuns(stage)) return { kind: 'failed', problem, reason: { kind: 'none' } };
  return { kind: 'unknown', stage, problem };
}

/** Whether no call of ours may lead to anything any more. */
function nothingRuns(stage: Stage): boolean {
  return stage === 'nothing-requested' || stage === 'replacing';
}

/** Nothing counts as deployed where what was joined may not be what is requested. */
export function unlessInDoubt({ told }: Run, outcome: Outcome): Outcome {
  const { doubt: problem } = told.state;
  if (!problem || outcome.kind !== 'deployed') return outcome;
  return { kind: 'failed', problem, reason: { kind: 'none' } };
}
