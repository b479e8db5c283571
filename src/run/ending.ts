import type { Outcome, Stage } from '../domain/outcome.ts';
import { type Problem, problemFrom } from '../domain/problem.ts';
import { type Run, stageOf } from './run.ts';

/** The time ran out: with the endpoint in sight the rollout just lasts longer, else its end is unknown. */
export function outcomeOfTimeout(run: Run): Outcome {
  const { startedAt, world } = run;
  const stage = stageOf(run);
  const problem = whyNothingIsKnown(run);
  if (problem && stage === 'nothing-requested') {
    return { kind: 'failed', problem, reason: { kind: 'none' } };
  }
  if (problem) return { kind: 'unknown', stage, problem };
  return { kind: 'timed-out', stage, seconds: Math.round((world.clock.now() - startedAt) / 1000) };
}

/** Stages in which it depends on a call of ours what comes. */
const waitingForACall: readonly Stage[] = [
  ...([
    'nothing-requested',
    'perhaps-requested',
    'smoke-rollback-due',
    'smoke-rollback-perhaps-requested',
  ] as const),
];

function whyNothingIsKnown(run: Run): Problem | undefined {
  const { hindrance, unheard } = run;
  return hindrance ?? (waitingForACall.includes(stageOf(run)) ? unheard : undefined);
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
  if (stage === 'nothing-requested') return { kind: 'failed', problem, reason: { kind: 'none' } };
  return { kind: 'unknown', stage, problem };
}
