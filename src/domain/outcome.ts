import type { Problem } from './problem.ts';
import type { SmokeResult } from './smoke-test.ts';

/**
 * Why a rollout ended as it did: SageMaker's FailureReason at its end, or the action's own smoke
 * test. The text of an earlier rollback stays until an update succeeds, so the same text as before
 * proves nothing about this rollout.
 */
export type Reason =
  | { readonly kind: 'given'; readonly text: string }
  | { readonly kind: 'same-as-before'; readonly text: string }
  /** The action itself went back. */
  | { readonly kind: 'smoke-test'; readonly smokeResults: readonly SmokeResult[] }
  | { readonly kind: 'none' };

/** How a rollout ended. A rollback is a value that the program knows how to say. */
export type Outcome =
  /** The requested configuration serves, in service, with nothing pending. */
  | { readonly kind: 'deployed' }
  /** It served already, nothing was pending, and nothing was called. */
  | { readonly kind: 'unchanged' }
  /** Nothing was done: this is what would be, and whether the pre-flight would stop it. */
  | { readonly kind: 'planned'; readonly hasChanges: boolean; readonly isBlocked: boolean }
  /** There is no endpoint any more; `already-gone`: this run has seen none. */
  | { readonly kind: 'deleted'; readonly how: 'deleted' | 'already-gone' }
  /** The update was started or is running, and no one asked to watch it. */
  | { readonly kind: 'started' }
  /** In service on the configuration from before. */
  | { readonly kind: 'rolled-back'; readonly reason: Reason }
  /** SageMaker refused the update, or it ended in a status that serves wrongly or not at all. */
  | { readonly kind: 'failed'; readonly problem: Problem; readonly reason: Reason }
  /** Another update came after ours, or the endpoint itself was deleted and created again. */
  | {
      readonly kind: 'superseded';
      /** The configuration that this brings. */
      readonly by: string;
      readonly how: 'updated' | 'created-again';
    }
  /** The watch ended, the rollout may go on. */
  | { readonly kind: 'timed-out'; readonly stage: Stage; readonly seconds: number }
  | { readonly kind: 'cancelled'; readonly stage: Stage }
  /** The watch ended without a verdict. */
  | { readonly kind: 'unknown'; readonly stage: Stage; readonly problem: Problem };
export type OutcomeKind = Outcome['kind'];

/** How far a run had come: is there an update that goes on without us? */
export type Stage =
  /** What the run has told is lost. */
  | 'not-known'
  | 'nothing-requested'
  | 'perhaps-requested'
  | 'update-running'
  /** SageMaker rolls the update back, and has not come to its end. */
  | 'rolling-back'
  /** DeleteEndpoint was sent and not answered; it was accepted. */
  | 'deletion-perhaps-requested'
  | 'deleting'
  /** A failed endpoint was deleted, and the creation of the new one is not requested. */
  | 'replacing'
  /** The requested configuration serves; it is being smoke-tested. */
  | 'smoke-testing'
  /** The smoke test failed; the update back is not requested, perhaps requested, or runs. */
  | 'smoke-rollback-due'
  | 'smoke-rollback-perhaps-requested'
  | 'smoke-rollback';

/** What every outcome means for the step, the report and the timeline: a new one does not compile without. */
export interface OutcomeFacts {
  /** Whether the step fails; the inputs, or what the plan found, decide about the others. */
  readonly fails: 'always' | 'never' | 'unless-allowed' | 'where-blocked';
  /** Whether it tells how the update ended: its last phase is over. */
  readonly settles: boolean;
  /** The box on the pull request that says why. */
  readonly box: 'CAUTION' | 'WARNING';
  /** Whether the people of the pull request are told by a comment of its own. */
  readonly notifies: boolean;
  /** Whether alarms and logs are read for why it ended so. */
  readonly isExamined: boolean;
}

export const outcomes: Readonly<Record<OutcomeKind, OutcomeFacts>> = {
  deployed: { fails: 'never', settles: true, box: 'WARNING', notifies: false, isExamined: false },
  unchanged: { fails: 'never', settles: false, box: 'WARNING', notifies: false, isExamined: false },
  planned: {
    fails: 'where-blocked',
    settles: false,
    box: 'WARNING',
    notifies: false,
    isExamined: false,
  },
  deleted: { fails: 'never', settles: false, box: 'WARNING', notifies: false, isExamined: false },
  started: { fails: 'never', settles: false, box: 'WARNING', notifies: false, isExamined: false },
  'rolled-back': {
    fails: 'unless-allowed',
    settles: true,
    box: 'CAUTION',
    notifies: true,
    isExamined: true,
  },
  failed: { fails: 'always', settles: true, box: 'CAUTION', notifies: true, isExamined: true },
  superseded: { fails: 'always', settles: true, box: 'WARNING', notifies: true, isExamined: false },
  'timed-out': {
    fails: 'always',
    settles: false,
    box: 'WARNING',
    notifies: true,
    isExamined: true,
  },
  cancelled: {
    fails: 'always',
    settles: false,
    box: 'WARNING',
    notifies: false,
    isExamined: false,
  },
  unknown: { fails: 'always', settles: false, box: 'WARNING', notifies: true, isExamined: false },
};

/** Whether the step fails. */
export function failsTheStep(outcome: Outcome, failOnRollback: boolean): boolean {
  switch (outcomes[outcome.kind].fails) {
    case 'always':
      return true;
    case 'never':
      return false;
    case 'unless-allowed':
      return failOnRollback;
    case 'where-blocked':
      return outcome.kind !== 'planned' || outcome.isBlocked;
  }
}
