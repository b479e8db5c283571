import * as v from 'valibot';
import { isObject, type JsonValue } from '../domain/json.ts';
import { own, type Phrase, phrase } from '../domain/text/phrase.ts';
import type { Violation } from '../domain/violation.ts';
import type { InputName } from './declared.ts';
import { placeOf, ruled, violationOf } from './document-mistake.ts';
import { inDocument } from './mistake.ts';
import { readYaml } from './yaml.ts';

/** What a document has to be: its members, and what it is called. */
export interface DocumentKind<Schema extends v.GenericSchema> {
  readonly schema: Schema;
  /** Follows on "the shape of", for a reader. */
  readonly shape: Phrase;
  /** What it is as a whole; unset: an object. */
  readonly top?: 'object' | 'list';
  /** Who says which members there are; unset: the API. */
  readonly of?: Phrase;
}

/** A document as far as it could be read, and everything that is wrong with its members. */
export interface Document<T> {
  /** Undefined where there are mistakes. */
  readonly value: T | undefined;
  /** What is written, right or wrong; undefined where it cannot be read, or is something else as a whole. */
  readonly written: object | undefined;
  readonly mistakes: readonly Violation[];
}

/** Reads YAML or JSON. Mistakes are named by the input and their path in the document. */
export function readDocument<Schema extends v.GenericSchema>(
  input: InputName,
  text: string,
  { schema, shape, top = 'object', of = phrase`the API` }: DocumentKind<Schema>,
): Document<v.InferOutput<Schema>> {
  const yaml = readYaml(text);
  const why = yaml.kind === 'unreadable' ? yaml.why : otherThan(top, yaml.value);
  if (yaml.kind === 'unreadable' || why !== undefined) {
    const words = phrase`cannot be read: ${why ?? ''} Write YAML or JSON in the shape of ${shape}.`;
    const mistake = inDocument(input, { place: '', value: undefined, rule: words });
    return { value: undefined, written: undefined, mistakes: [mistake] };
  }
  const written = yaml.value as object;
  const result = v.safeParse(schema, written);
  const all = [
    ...yaml.faults.map(({ path, rule }) => ({ place: placeOf(path), value: undefined, rule })),
    ...(result.issues ?? []).map((issue) => violationOf(issue, of)),
  ].map((violation) => inDocument(input, violation));
  if (result.success && all.length === 0) return { value: result.output, written, mistakes: [] };
  const mistakes = all.filter(
    (one, index) => all.findIndex((o) => o.place === one.place) === index,
  );
  return { value: undefined, written, mistakes };
}

/** What a document is instead, without any of it: it may be another file than was meant. */
function otherThan(top: 'object' | 'list', value: JsonValue): Phrase | undefined {
  const isRight = top === 'list' ? Array.isArray(value) : isObject(value);
  if (isRight) return undefined;
  if (value === null) return phrase`it is empty.`;
  const is = Array.isArray(value) ? 'a list' : isObject(value) ? 'a mapping' : 'a text';
  return phrase`it is ${own(is)}, not ${own(top === 'list' ? 'a list' : 'a mapping')}.`;
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
      ruled(
        (written: string) => isWithin([...written].length, length),
        phrase`is not valid here: write ${rangeText(length)} characters.`,
      ),
    ),
    v.regex(ruled(pattern, phrase`is not valid here: write ${right}.`)),
  );
}

/** What a text has to look like, and that in words. */
export interface Pattern {
  readonly pattern: RegExp;
  readonly right: Phrase;
}

const anyText: Pattern = { pattern: /^/, right: phrase`a text` };

export function list<Schema extends v.GenericSchema>(item: Schema, length: Bounds = {}) {
  return v.pipe(
    v.array(item),
    v.check(
      ruled(
        (items: v.InferOutput<Schema>[]) => isWithin(items.length, length),
        phrase`are not valid here: the API takes ${rangeText(length)}.`,
      ),
    ),
  );
}

function within(bounds: Bounds) {
  return v.check(
    ruled(
      (value: number) => isWithin(value, bounds),
      phrase`is out of bounds: the API takes ${rangeText(bounds)}.`,
    ),
  );
}

function isWithin(value: number, { least = -Infinity, most = Infinity }: Bounds): boolean {
  return value >= least && value <= most;
}

function rangeText({ least, most }: Bounds): Phrase {
  if (most === undefined) return phrase`${least ?? 0} or more`;
  return least === undefined || least === 0 ? phrase`at most ${most}` : phrase`${least} to ${most}`;
}
