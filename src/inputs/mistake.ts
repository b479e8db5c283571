import { Problem, problemFrom } from '../domain/problem.ts';
import { isSecretName } from '../domain/secret-name.ts';
import { type Phrase, phrase } from '../domain/text/phrase.ts';
import type { Violation } from '../domain/violation.ts';
import type { InputName } from './declared.ts';

/** Enough to find it by, and no more: it may be anything. */
const mostShown = 60;

/** A mistake as one line: ``canary-size: "60%" is out of bounds: …``. */
export function mistakeLine({ place, value, rule }: Violation): Phrase {
  if (value === undefined) return phrase`${place} ${rule}`;
  const signs = [...value];
  const beginning = signs.length > mostShown ? `${signs.slice(0, mostShown).join('')}…` : value;
  return phrase`${place}: ${JSON.stringify(beginning)} ${rule}`;
}

/** What is wrong at a place in the document that an input holds or names; what a secret holds is not shown. */
export function inDocument(input: InputName, { place, value, rule }: Violation): Violation {
  const isSecret = place.split(/[.[\] ]/).some(isSecretName);
  return { place: `${input} ${place}`.trim(), value: isSecret ? undefined : value, rule };
}

/** All mistakes as one problem. */
export function invalidInputs(mistakes: readonly Violation[]): Problem {
  const count =
    mistakes.length === 1
      ? phrase`One input is wrong:`
      : phrase`${mistakes.length} inputs are wrong:`;
  return new Problem('invalid-inputs', count, {
    points: mistakes.map(mistakeLine),
    remedy: phrase`No AWS call was made. Fix the inputs in the workflow and run it again.`,
  });
}

/** What to say of a file of the workspace that cannot be read; `thrown` says why. */
export function unreadable(thrown: unknown): Phrase {
  const { what, remedy } = problemFrom(thrown);
  return phrase`cannot be read: ${what} ${remedy}`;
}
