import type { CapacitySize } from '../domain/deployment-config.ts';
import { keeps, resourceInArn, resourceName } from '../domain/names.ts';
import { listed, type Phrase, phrase } from '../domain/text/phrase.ts';
import type { Unknown } from '../domain/unknown.ts';
import type { Violation } from '../domain/violation.ts';
import { declared, type InputName } from './declared.ts';
import { secondsOf } from './duration.ts';
import { sizeOf } from './size.ts';

/** The inputs whose default is among these texts; `''`: those that have none. */
type InputsWith<Default extends string> = {
  [Name in InputName]: (typeof declared)[Name] extends Default ? Name : never;
}[InputName];

/** What ARNs call the resources that inputs name. */
const kindsInArns: Partial<Record<InputName, string>> = {
  'endpoint-config-name': 'endpoint-config',
  'endpoint-name': 'endpoint',
  'model-name': 'model',
};

/**
 * Reads each input's text strictly. A text that cannot be read is a mistake, remembered with the
 * others, and the input counts as not given.
 */
export class InputReader {
  readonly mistakes: Violation[] = [];
  /** What documents hold that may be newer than this version. */
  readonly unknown: Unknown[] = [];
  /** Where resources are that ARNs name. */
  readonly regions: { readonly input: InputName; readonly arn: string; readonly region: string }[] =
    [];
  readonly #textOf: (input: InputName) => string;

  constructor(textOf: (input: InputName) => string) {
    this.#textOf = textOf;
  }

  /** The text without space around it, or the default; undefined where there is neither. */
  text(input: InputName): string | undefined {
    return this.#textOf(input).trim() || declared[input] || undefined;
  }

  /** The name of an endpoint; required. */
  resourceName(input: InputName): string {
    const text = this.optionalResourceName(input);
    if (this.text(input) === undefined)
      this.mistake(input, undefined, phrase`is missing: write the name.`);
    return text ?? '';
  }

  /** The name of a configuration, a model or a variant; taken out of its ARN, where that is given. */
  optionalResourceName(input: InputName): string | undefined {
    const text = this.text(input);
    if (text === undefined || keeps(text, resourceName)) return text;
    const resource = resourceInArn(text);
    if (!resource || resource.kind !== kindsInArns[input]) {
      this.mistake(input, text, phrase`is not a valid name: write ${resourceName.right}.`);
      return undefined;
    }
    this.regions.push({ input, arn: text, region: resource.region });
    return resource.name;
  }

  /** One of some words. */
  choice<const T extends string>(input: InputsWith<T>, choices: readonly T[]): T {
    const text = this.text(input);
    const choice = choices.find((candidate) => candidate === text);
    if (choice === undefined) {
      this.mistake(input, text, phrase`is not known: write one of ${listed(choices)}.`);
    }
    return choice ?? (declared[input] as T);
  }

  /** A list, by commas or lines, of words from a fixed set. */
  choices<const T extends string>(input: InputName, choices: readonly T[]): readonly T[] {
    return this.list(input).flatMap((text) => {
      const choice = choices.find((candidate) => candidate === text);
      if (choice) return [choice];
      this.mistake(input, text, phrase`is not known: write some of ${listed(choices)}.`);
      return [];
    });
  }

  /** The words of YAML 1.2 for a boolean. */
  boolean(input: InputsWith<'true' | 'false'>): boolean {
    const text = this.text(input) ?? '';
    if (/^(true|True|TRUE)$/.test(text)) return true;
    if (!/^(false|False|FALSE)$/.test(text))
      this.mistake(input, text, phrase`is not known: write true or false.`);
    return false;
  }

  /** A boolean, or another word. */
  booleanOr<const T extends string>(input: InputsWith<T | 'true' | 'false'>, word: T): boolean | T {
    const text = this.text(input) ?? word;
    if (text === word) return word;
    if (/^(true|True|TRUE)$/.test(text)) return true;
    if (!/^(false|False|FALSE)$/.test(text))
      this.mistake(input, text, phrase`is not known: write true, false or ${word}.`);
    return false;
  }

  /** A duration in seconds. */
  duration(
    input: InputName,
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

  /** A duration in seconds, or a word, which is the default; that word where nothing can be read. */
  durationOr<const T extends string>(
    input: InputsWith<T>,
    word: T,
    bounds: { readonly leastSeconds: number },
  ): number | T {
    const text = this.text(input) ?? word;
    if (text === word) return word;
    if (secondsOf(text) !== undefined) return this.duration(input, bounds) ?? word;
    this.mistake(
      input,
      text,
      phrase`is not a valid duration: write ${word}, or a duration like 30s or 2m.`,
    );
    return word;
  }

  size(input: InputName): CapacitySize | undefined {
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

  list(input: InputName): readonly string[] {
    return (this.text(input) ?? '')
      .split(/[,\n]/)
      .map((entry) => entry.trim())
      .filter((entry) => entry !== '');
  }

  /** A whole number, one or more, of these. */
  count(input: InputName, things = phrase`instances`): number | undefined {
    const text = this.text(input);
    if (text === undefined) return undefined;
    if (/^[1-9]\d{0,5}$/.test(text)) return Number(text);
    this.mistake(
      input,
      text,
      phrase`is not a valid number of ${things}: write a whole number, 1 or more.`,
    );
    return undefined;
  }

  /** The number of a pull request. */
  number(input: InputName): number | undefined {
    const text = this.text(input);
    if (text === undefined) return undefined;
    if (/^#?[1-9]\d{0,9}$/.test(text)) return Number(text.replace('#', ''));
    this.mistake(input, text, phrase`is not a valid pull request number: write it like 123.`);
    return undefined;
  }

  /** Remembers a mistake; the rule follows on "`<input>`: `<value>` ", and says the remedy. */
  mistake(input: InputName, value: string | undefined, rule: Phrase): void {
    this.mistakes.push({ place: input, value, rule });
  }
}
