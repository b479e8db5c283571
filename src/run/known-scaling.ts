import type { Problem } from '../domain/problem.ts';
import type { SavedScaling } from '../domain/saved-form.ts';
import type { InTheWay, ScaledVariant } from '../domain/scaling.ts';

/** What a run knows of the endpoint's auto scaling. */
export interface KnownScaling {
  /** What is to stand on the variants that serve; undefined: no one looked, or no one may. */
  readonly scaled: readonly ScaledVariant[] | undefined;
  readonly inTheWay: readonly InTheWay[];
  /** What is in the way too, and cannot be saved because of the problem; undefined: nothing. */
  readonly unsaved: UnsavedScaling | undefined;
  /** What the tags of the endpoint keep, of an interrupted run or of this one. */
  readonly saved: SavedScaling | undefined;
  /** Whether this run has made way for its update. */
  readonly isOff: boolean;
  /** Why it cannot be read, as it was told. */
  readonly hidden: Problem | undefined;
}

/** Scaling that would have to be off during the update, by scalable targets of which no more may be read. */
export interface UnsavedScaling {
  readonly inTheWay: readonly InTheWay[];
  readonly problem: Problem;
}

export const nothingKnown: KnownScaling = {
  scaled: undefined,
  inTheWay: [],
  unsaved: undefined,
  saved: undefined,
  isOff: false,
  hidden: undefined,
};
