import * as v from 'valibot';
import { parse } from 'yaml';
import { mistakeAt, mistakeOf } from './document-mistake.ts';
import type { Mistake } from './mistake.ts';

/** What a document has to be: its members, and what it is called. */
export interface DocumentKind<Schema extends v.GenericSchema> {
  readonly schema: Schema;
  /** Follows on "the shape of", for a reader. */
  readonly shape: string;
  /** What it is as a whole; unset: an object. */
  readonly top?: 'object' | 'list';
  /** Who says which members there are; unset: the API. */
  readonly of?: string;
}

/** A document as far as it could be read, and everything that is wrong with its members. */
export interface Document<T> {
  /** Undefined where there are mistakes. */
  readonly value: T | undefined;
  /** What stands there, right or wrong; undefined where it is no YAML, or no object. */
  readonly written: object | undefined;
  readonly mistakes: readonly Mistake[];
}

/** Reads YAML or JSON. Mistakes are named by the input and their path in the document. */
export function readDocument<Schema extends v.GenericSchema>(
  input: string,
  text: string,
  { schema, shape, top = 'object', of = 'the API' }: DocumentKind<Schema>,
): Document<v.InferOutput<Schema>> {
  const parsed = parseYaml(text, shape);
  if ('error' in parsed) {
    const mistake = { input, value: undefined, text: `cannot be read: ${parsed.error}` };
    return { value: undefined, written: undefined, mistakes: [mistake] };
  }
  const { value } = parsed;
  if (Array.isArray(value) !== (top === 'list')) {
    const text = `is not right here: write ${top === 'list' ? 'a list' : 'an object'}.`;
    const mistake = mistakeAt(input, '', JSON.stringify(value), text);
    return { value: undefined, written: undefined, mistakes: [mistake] };
  }
  const written = typeof value === 'object' && value !== null ? value : undefined;
  const result = v.safeParse(schema, value);
  if (result.success) return { value: result.output, written, mistakes: [] };
  const all = result.issues.map((issue) => mistakeOf(input, issue, of));
  const mistakes = all.filter((one, at) => all.findIndex((o) => o.input === one.input) === at);
  return { value: undefined, written, mistakes };
}

function parseYaml(
  text: string,
  shape: string,
): { readonly value: unknown } | { readonly error: string } {
  try {
    return { value: parse(text) };
  } catch (thrown) {
    const [firstLine] = String(thrown instanceof Error ? thrown.message : thrown).split('\n');
    return { error: `${firstLine} Write YAML or JSON in the shape of ${shape}.` };
  }
}

interface Bounds {
  readonly least?: number;
  readonly most?: number;
}

/**
 * An object with these members and no others. Valibot's own strict object would name the first
 * of several unknown members only.
 */
export function object<const Members extends v.ObjectEntries>(members: Members) {
  const named: unknown = v.objectWithRest(members, v.never());
  return named as v.StrictObjectSchema<Members, undefined>;
}

export function optional<Schema extends v.GenericSchema>(schema: Schema) {
  return v.optional(schema);
}

/** An object whose members may all be left out but those in `needed`. */
export function structure(optionals: v.ObjectEntries, needed: v.ObjectEntries = {}) {
  const loose = Object.entries(optionals).map(
    ([name, schema]) => [name, v.optional(schema as v.GenericSchema)] as const,
  );
  return object({ ...needed, ...Object.fromEntries(loose) });
}

export function integer(bounds: Bounds = {}) {
  return v.pipe(v.number(), v.integer(), within(bounds));
}

export function decimal(bounds: Bounds = {}) {
  return v.pipe(v.number(), v.finite(), within(bounds));
}

export function flag() {
  return v.boolean();
}

export function anything() {
  return v.unknown();
}

export function oneOf<const Options extends v.PicklistOptions>(options: Options) {
  return v.picklist(options);
}

/** Any text, of a length; `right` says what to write where the text does not match the pattern. */
export function text(length: Bounds = {}, { pattern, right }: Pattern = anyText) {
  return v.pipe(
    v.string(),
    v.check(
      (written) => isWithin([...written].length, length),
      `is not right here: write ${rangeText(length)} characters.`,
    ),
    v.regex(pattern, `is not right here: write ${right}.`),
  );
}

/** What a text has to look like, and that in words. */
export interface Pattern {
  readonly pattern: RegExp;
  readonly right: string;
}

const anyText: Pattern = { pattern: /^/, right: 'a text' };

export function list<Schema extends v.GenericSchema>(item: Schema, length: Bounds = {}) {
  return v.pipe(
    v.array(item),
    v.check(
      (items) => isWithin(items.length, length),
      `are not right here: the API takes ${rangeText(length)}.`,
    ),
  );
}

function within(bounds: Bounds) {
  return v.check<number, string>(
    (value) => isWithin(value, bounds),
    `is out of bounds: the API takes ${rangeText(bounds)}.`,
  );
}

function isWithin(value: number, { least = -Infinity, most = Infinity }: Bounds): boolean {
  return value >= least && value <= most;
}

function rangeText({ least, most }: Bounds): string {
  if (most === undefined) return `${least ?? 0} or more`;
  return least === undefined || least === 0 ? `at most ${most}` : `${least} to ${most}`;
}
