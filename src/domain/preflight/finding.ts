import type { Problem } from '../problem.ts';
import { listed, type Phrase, phrase } from '../text/phrase.ts';

/** What one rule has to say before anything is created or updated. */
export interface Finding {
  /** The rule, by a name that stays. */
  readonly id: string;
  /** `error`: the rollout would fail or do harm; `not-checked`: what it takes could not be looked up. */
  readonly level: 'error' | 'warning' | 'remark' | 'not-checked';
  /** What was seen, where; named by its name. */
  readonly seen: Phrase;
  /** Why it matters. */
  readonly why: Phrase;
  /** What to do. */
  readonly remedy: Phrase;
}

/** Something that was looked up for the pre-flight. */
export type LookedUp<T> =
  | { readonly kind: 'found'; readonly value: T }
  | { readonly kind: 'missing' }
  /** The role may not read it, or the service did not answer. */
  | { readonly kind: 'not-readable'; readonly problem: Problem };

/** What a rule is about, for the report of one that could not be checked. */
export interface Subject {
  readonly id: string;
  /** What stays unknown: whole sentence. */
  readonly unknown: Phrase;
}

/**
 * The findings about a thing, where it could be read. What is missing is told by the rule that
 * wants it to exist; what could not be read is never passed.
 */
export function judged<T>(
  subject: Subject,
  thing: LookedUp<T>,
  judge: (value: T) => readonly Finding[],
): readonly Finding[] {
  switch (thing.kind) {
    case 'found':
      return judge(thing.value);
    case 'missing':
      return [];
    case 'not-readable':
      return [notChecked(subject, [], thing.problem)];
  }
}

/** A check that was not done, about things of these names. */
export function notChecked(
  { id, unknown }: Subject,
  names: readonly string[],
  problem: Problem,
): Finding {
  const about = names.length > 0 ? phrase`${listed(names)}: ` : phrase``;
  return {
    id,
    level: 'not-checked',
    seen: phrase`${about}${problem.what}`,
    why: unknown,
    remedy: problem.remedy,
  };
}
