import type { Missing } from './missing-scaling.ts';
import type { Problem } from './problem.ts';
import type { SavedScaling } from './saved-form.ts';
import type { RefusedTags } from './saved-scaling.ts';
import type { InTheWay, RetentionChoice, ScaledVariant } from './scaling.ts';

/** What happened to the endpoint's auto scaling. */
export type ScalingChange =
  /** What is scaled, what of it would make SageMaker refuse the update, and whether counts are kept. */
  | {
      readonly kind: 'found';
      readonly scaled: readonly ScaledVariant[];
      readonly inTheWay: readonly InTheWay[];
      /** Undefined where no update is to begin. */
      readonly choice: RetentionChoice | undefined;
    }
  /** The role may not read it, or no call is answered: it is left alone. */
  | {
      readonly kind: 'not-read';
      readonly problem: Problem;
      /** The variants whose scalable targets are known all the same; undefined: nothing is. */
      readonly targets?: readonly string[] | undefined;
    }
  /** An interrupted run removed scaling, and its tags say how to restore it. */
  | { readonly kind: 'left-by-a-run'; readonly saved: SavedScaling }
  /** Tags that look as if a run had left them, and from which nothing is restored: they are left alone. */
  | { readonly kind: 'tags-refused'; readonly refused: readonly RefusedTags[] }
  /** Kept in the tags of the endpoint, and read back. */
  | { readonly kind: 'saved'; readonly saved: SavedScaling; readonly tags: number }
  | { readonly kind: 'taken-off'; readonly scaled: readonly ScaledVariant[] }
  /** Removed for good: its endpoint was deleted. */
  | { readonly kind: 'ended'; readonly scaled: readonly ScaledVariant[] }
  /** More instances are asked for while nothing scales. */
  | { readonly kind: 'scaling-up'; readonly counts: readonly Count[] }
  /** All of it stands as it stood, on what serves. */
  | {
      readonly kind: 'restored';
      readonly scaled: readonly ScaledVariant[];
      /** Saved variants that do no longer serve, or have become another kind. */
      readonly dropped: readonly ScaledVariant[];
      /** An update still runs: the next run checks that it stands on what serves in the end. */
      readonly isForNow: boolean;
    }
  /** Something is missing. */
  | {
      readonly kind: 'incomplete';
      readonly missing: readonly Missing[];
      readonly scaled: readonly ScaledVariant[];
      readonly problem: Problem;
    };

/** A variant's instances: how many there were, how many are wanted. */
export interface Count {
  readonly variant: string;
  readonly from: number;
  readonly to: number;
}

/** What of the scaling is missing at the end, by the last that was told. */
export function unfinishedScaling(
  change: readonly ScalingChange[],
): Extract<ScalingChange, { kind: 'incomplete' }> | undefined {
  const last = change.findLast(({ kind }) => kind === 'restored' || kind === 'incomplete');
  return last?.kind === 'incomplete' ? last : undefined;
}
