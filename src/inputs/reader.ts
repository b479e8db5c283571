import type { CapacitySize } from '../domain/deployment-config.ts';
import { listed, type Phrase, phrase } from '../domain/text/phrase.ts';
import { secondsOf } from './duration.ts';
import type { Mistake } from './mistake.ts';
import { sizeOf } from './size.ts';

/** Names of endpoints, configurations, models and variants, by the API model. */
const resourceName = /^[a-zA-Z0-9](-*[a-zA-Z0-9]){0,62}$/;
const longestName = 63;

/**
 * Reads each input's text strictly. A text that cannot be read is a mistake, remembered with the
 * others, and the input counts as not given.
 */
export class InputReader {
  readonly mistakes: Mistake[] = [];
  readonly #textOf: (input: string) => string;

  constructor(textOf: (input: string) => string) {
    this.#textOf = textOf;
  }

  /** The text without space around it; undefined where it is empty. */
  text(input: string): string | undefined {
    return this.#textOf(input).trim() || undefined;
  }

  /** The name of an endpoint; required. */
  resourceName(input: string): string {
    const text = this.optionalResourceName(input);
    if (this.text(input) === undefined)
      this.mistake(input, undefined, phrase`is missing: write the name.`);
    return text ?? '';
  }

  /** The name of a configuration, a model or a variant. */
  optionalResourceName(input: string): string | undefined {
    const text = this.text(input);
    if (text === undefined || (text.length <= longestName && resourceName.test(text))) return text;
    this.mistake(
      input,
      text,
      phrase`is not a valid name: write 1 to ${longestName} letters, digits and hyphens, with no hyphen at the start or the end.`,
    );
    return undefined;
  }

  choice<const T extends string>(input: string, choices: readonly [T, ...T[]]): T {
    const text = this.text(input);
    if (text === undefined) return choices[0];
    const choice = choices.find((candidate) => candidate === text);
    if (choice === undefined) {
      this.mistake(input, text, phrase`is not known: write one of ${listed(choices)}.`);
    }
    return choice ?? choices[0];
  }

  /** A list, by commas or lines, of words from a fixed set. */
  choices<const T extends string>(input: string, choices: readonly T[]): readonly T[] {
    return this.list(input).flatMap((text) => {
      const choice = choices.find((candidate) => candidate === text);
      if (choice) return [choice];
      this.mistake(input, text, phrase`is not known: write some of ${listed(choices)}.`);
      return [];
    });
  }

  /** The words of YAML 1.2 for a boolean; `otherwise` where nothing is written. */
  boolean(input: string, otherwise: boolean): boolean {
    const text = this.text(input);
    if (text === undefined) return otherwise;
    if (/^(true|True|TRUE)$/.test(text)) return true;
    if (!/^(false|False|FALSE)$/.test(text))
      this.mistake(input, text, phrase`is not known: write true or false.`);
    return false;
  }

  /** A boolean, or another word; that word where nothing is written. */
  booleanOr<const T extends string>(input: string, word: T): boolean | T {
    const text = this.text(input);
    if (text === undefined || text === word) return word;
    if (/^(true|True|TRUE)$/.test(text)) return true;
    if (!/^(false|False|FALSE)$/.test(text))
      this.mistake(input, text, phrase`is not known: write true, false or ${word}.`);
    return false;
  }

  /** A duration in seconds. */
  duration(
    input: string,
    bounds?: { readonly leastSeconds: number; readonly mostSeconds?: number },
  ): number | undefined {
    const text = this.text(input);
    if (text === undefined) return undefined;
    const seconds = secondsOf(text);
    if (seconds === undefined) {
      this.mistake(
        input,
        text,
        phrase`is not a valid duration: write it like 300, 300s, 5m or 1h30m.`,
      );
    } else if (bounds && seconds < bounds.leastSeconds) {
      this.mistake(input, text, phrase`is too short: write ${bounds.leastSeconds}s or more.`);
    } else if (bounds?.mostSeconds !== undefined && seconds > bounds.mostSeconds) {
      this.mistake(input, text, phrase`is too long: write ${bounds.mostSeconds}s or less.`);
    }
    return seconds;
  }

  /** A duration in seconds, or a word; that word where nothing is written, or nothing that can be read. */
  durationOr<const T extends string>(
    input: string,
    word: T,
    bounds: { readonly leastSeconds: number },
  ): number | T {
    const text = this.text(input);
    if (text === undefined || text === word) return word;
    if (secondsOf(text) !== undefined) return this.duration(input, bounds) ?? word;
    this.mistake(
      input,
      text,
      phrase`is not a valid duration: write ${word}, or a duration like 30s or 2m.`,
    );
    return word;
  }

  size(input: string): CapacitySize | undefined {
    const text = this.text(input);
    if (text === undefined) return undefined;
    const size = sizeOf(text);
    if (!size) {
      this.mistake(
        input,
        text,
        phrase`is not a valid size: write a percentage like 10% or a number of instances like 2.`,
      );
    }
    return size;
  }

  list(input: string): readonly string[] {
    return (this.text(input) ?? '')
      .split(/[,\n]/)
      .map((entry) => entry.trim())
      .filter((entry) => entry !== '');
  }

  /** A whole number, one or more. */
  count(input: string): number | undefined {
    const text = this.text(input);
    if (text === undefined) return undefined;
    if (/^[1-9]\d{0,5}$/.test(text)) return Number(text);
    this.mistake(
      input,
      text,
      phrase`is not a valid number of instances: write a whole number, 1 or more.`,
    );
    return undefined;
  }

  /** The number of a pull request. */
  number(input: string): number | undefined {
    const text = this.text(input);
    if (text === undefined) return undefined;
    if (/^#?[1-9]\d{0,9}$/.test(text)) return Number(text.replace('#', ''));
    this.mistake(input, text, phrase`is not a valid pull request number: write it like 123.`);
    return undefined;
  }

  /** Remembers a mistake; the text follows on "`<input>`: `<value>` ", and says the remedy. */
  mistake(input: string, value: string | undefined, text: Phrase): void {
    this.mistakes.push({ input, value, text });
  }
}
