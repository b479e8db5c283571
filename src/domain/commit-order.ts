import type { Problem } from './problem.ts';

/** The commit of this run against the one that was rolled out last, on the same branch. */
export type CommitOrder =
  /** Nothing is to be compared: another branch, no record, the same commit, or no one asks. */
  | { readonly kind: 'not-compared' }
  | {
      readonly kind: 'older' | 'newer' | 'unrelated';
      readonly own: string;
      readonly recorded: string;
    }
  | { readonly kind: 'other-repository'; readonly recorded: string; readonly run: string }
  | { readonly kind: 'not-known'; readonly recorded: string; readonly problem: Problem };
