import type { Phrase } from './text/phrase.ts';

/** A value that breaks a rule at a place. */
export interface Violation {
  /** Where, such as `canary-size` or `ProductionVariants[0].ModelName`; empty: all of it together. */
  readonly place: string;
  /** What is written there; undefined where nothing is, or where it must not be shown. */
  readonly value: string | undefined;
  /** What is wrong and what would be right: follows on phrase`\`<value>\` `. */
  readonly rule: Phrase;
}
