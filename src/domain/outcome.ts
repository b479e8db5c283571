import type { Problem } from './problem.ts';
import type { Trial } from './smoke-test.ts';

/**
 * Why a rollout ended as it did: SageMaker's FailureReason at its end, or the action's own smoke
 * test. The text of an earlier rollback stays until an update succeeds, so the same text as before
 * proves nothing about this rollout.
 */
export type Reason =
  | { readonly kind: 'given'; readonly text: string }
  | { readonly kind: 'same-as-before'; readonly text: string }
  /** The action itself went back. */
  | { readonly kind: 'smoke-test'; readonly trials: readonly Trial[] }
  | { readonly kind: 'none' };

/** How a rollout ended. A rollback is a value that the program knows how to say. */
export type Outcome =
  /** The requested configuration serves, in service, with nothing pending. */
  | { readonly kind: 'deployed' }
  /** It served already, nothing was pending, and nothing was called. */
  | { readonly kind: 'unchanged' }
  /** Nothing was done: this is what would be, and whether the pre-flight would stop it. */
  | { readonly kind: 'planned'; readonly hasChanges: boolean; readonly isBlocked: boolean }
  /** The update was started or is running, and nobody asked to watch it. */
  | { readonly kind: 'started' }
  /** In service on the configuration from before. */
  | { readonly kind: 'rolled-back'; readonly reason: Reason }
  /** SageMaker refused the update, or it ended in a status that serves wrongly or not at all. */
  | { readonly kind: 'failed'; readonly problem: Problem; readonly reason: Reason }
  /** Somebody else's update came after ours. */
  | { readonly kind: 'superseded'; readonly by: string }
  /** The watch ended, the rollout may go on. */
  | { readonly kind: 'timed-out'; readonly stage: Stage; readonly seconds: number }
  | { readonly kind: 'cancelled'; readonly stage: Stage }
  /** The watch ended without a verdict. */
  | { readonly kind: 'unknown'; readonly stage: Stage; readonly problem: Problem };
export type OutcomeKind = Outcome['kind'];

/** How far a run had come: is there an update that goes on without us? */
export type Stage =
  | 'nothing-requested'
  | 'perhaps-requested'
  | 'update-running'
  /** The requested configuration serves; it is being tried out. */
  | 'trying-out'
  /** The smoke test failed; the update back is not requested, perhaps requested, or runs. */
  | 'turn-due'
  | 'turn-perhaps-requested'
  | 'turning-back';

const failing: readonly OutcomeKind[] = [
  'failed',
  'timed-out',
  'cancelled',
  'superseded',
  'unknown',
];

/** Whether the step fails. */
export function failsTheStep(outcome: Outcome, failOnRollback: boolean): boolean {
  if (outcome.kind === 'planned') return outcome.isBlocked;
  return failing.includes(outcome.kind) || (outcome.kind === 'rolled-back' && failOnRollback);
}
