import { excerpt } from './excerpt.ts';
import { withoutRecognisable } from './recognisable.ts';
import { Url, withoutUrlSecrets } from './url.ts';

/**
 * A sentence of ours with text from elsewhere in it. A plain string is never ours: it may come from
 * a file, a tag, an input or an answer. What is ours are the words that stand in this code, which
 * only the tag `phrase` and `own` take, and numbers. Renderers make the rest harmless.
 */
export class Phrase {
  readonly parts: readonly Part[];

  constructor(parts: readonly Part[]) {
    this.parts = parts;
  }

  /** As a plain text, which no one takes for ours any more. */
  toString(): string {
    return this.parts.map((part) => (typeof part === 'string' ? part : part.foreign)).join('');
  }
}

type Part = OwnWords | Foreign;

declare const ours: unique symbol;
/** Words that stand in this code. */
type OwnWords = string & { readonly [ours]: true };

/** Text from elsewhere: it may hold anything. */
interface Foreign {
  readonly foreign: string;
}

/**
 * Builds a phrase: strings in it are foreign, phrases keep what they are. Types are checked again
 * as it runs: where a number should be, a text from elsewhere may stand.
 */
export function phrase(
  words: TemplateStringsArray,
  ...values: readonly (Phrase | Url | string | number)[]
): Phrase {
  const parts: Part[] = [words[0] as OwnWords];
  for (const [index, value] of values.entries()) {
    parts.push(...partsOf(value), words[index + 1] as OwnWords);
  }
  return new Phrase(parts);
}

function partsOf(value: unknown): readonly Part[] {
  if (value instanceof Phrase) return value.parts;
  if (value instanceof Url) return [value.href as string as OwnWords];
  if (typeof value === 'number') return [String(value) as OwnWords];
  return [{ foreign: textOf(value) }];
}

/** Characters of a text from elsewhere: no API answers as many, and a report has room for them. */
const longestForeign = 20_000;

/** What a reader may see of a text from elsewhere. */
export function shown({ foreign }: Foreign): string {
  return withoutUrlSecrets(withoutRecognisable(excerpt(foreign, longestForeign)));
}

/** Any value as a text, also one that does not have the type that it should have. */
export function textOf(value: unknown): string {
  return typeof value === 'string' ? value : (JSON.stringify(value) ?? String(value));
}

/** One of several words of ours, chosen by the code: a text that the compiler does not know is refused. */
export function own<const Words extends string>(words: Literal<Words>): Phrase {
  return new Phrase([words as string as OwnWords]);
}

/** `never` for `string` and for patterns such as `${number} s`. */
type Literal<Words extends string> = Empty extends Record<Words, true> ? never : Words;
type Empty = Record<never, never>;

/** A text that is made of harmless signs only, such as a time of day; any other is foreign. */
export function inForm(text: string, form: RegExp): Phrase {
  return form.test(text) ? new Phrase([text as OwnWords]) : phrase`${text}`;
}

/** A phrase again, of whose parts it is known that a phrase had them. */
export function revivedPhrase(parts: Phrase['parts']): Phrase {
  return new Phrase(parts);
}

export function joined<const Words extends string>(
  phrases: readonly Phrase[],
  separator: Literal<Words>,
): Phrase {
  return new Phrase(
    phrases.flatMap(({ parts }, index) => [...(index > 0 ? own(separator).parts : []), ...parts]),
  );
}

/** Our own words in lower case: a sentence that goes on. */
export function lowered({ parts }: Phrase): Phrase {
  return new Phrase(
    parts.map((part) => (typeof part === 'string' ? (part.toLowerCase() as OwnWords) : part)),
  );
}

export function listed(names: readonly string[]): Phrase {
  return joined(
    names.map((name) => phrase`${name}`),
    ', ',
  );
}
