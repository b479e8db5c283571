import { Problem, problemFrom } from '../domain/problem.ts';
import { type Phrase, phrase } from '../domain/text/phrase.ts';

/** Something that the user wrote wrongly: which input, what stands there, what would be right. */
export interface Mistake {
  readonly input: string;
  /** The text that the user wrote; undefined where nothing is written. */
  readonly value: string | undefined;
  /** Follows on "`<input>`: `<value>` ", and says the remedy. */
  readonly text: Phrase;
}

/** Enough to find it by, and no more: it may be anything. */
const mostShown = 60;

/** A mistake as one line: ``canary-size: "60%" is out of bounds: …``. */
export function mistakeLine({ input, value, text }: Mistake): Phrase {
  if (value === undefined) return phrase`${input} ${text}`;
  const signs = [...value];
  const beginning = signs.length > mostShown ? `${signs.slice(0, mostShown).join('')}…` : value;
  return phrase`${input}: ${JSON.stringify(beginning)} ${text}`;
}

/** All mistakes as one problem. */
export function invalidInputs(mistakes: readonly Mistake[]): Problem {
  const count =
    mistakes.length === 1
      ? phrase`One input is wrong:`
      : phrase`${mistakes.length} inputs are wrong:`;
  return new Problem('invalid-inputs', count, {
    points: mistakes.map(mistakeLine),
    remedy: phrase`Nothing was called. Fix the inputs in the workflow and run it again.`,
  });
}

/** What to say of a file of the workspace that cannot be read; `thrown` says why. */
export function unreadable(thrown: unknown): Phrase {
  const { what, remedy } = problemFrom(thrown);
  return phrase`cannot be read: ${what} ${remedy}`;
}
