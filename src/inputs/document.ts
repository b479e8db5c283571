import type { Shape } from '../domain/api/shape.ts';
import { isObject, type JsonValue } from '../domain/json.ts';
import { own, Phrase, phrase } from '../domain/text/phrase.ts';
import type { Unknown } from '../domain/unknown.ts';
import type { Violation } from '../domain/violation.ts';
import { type Author, check } from './check.ts';
import type { InputName } from './declared.ts';
import { withoutComments } from './json-comments.ts';
import { inDocument } from './mistake.ts';
import { otherText } from './other-texts.ts';
import { placeOf } from './place.ts';
import { readYaml } from './yaml.ts';

/** What a document has to be: its members, and what it is called. */
export interface DocumentKind {
  readonly form: Shape;
  /** Follows on "the shape of", for a reader. */
  readonly shape: Phrase;
  /** What it is as a whole; unset: an object. */
  readonly top?: 'object' | 'list';
  /** Who says which members there are; unset: the API, which grows every month. */
  readonly author?: Author;
  /** The document inside of what is written, or why it is another one. */
  readonly unwrap?: (written: JsonValue) => JsonValue | Phrase;
  /** Puts into the document what other inputs say. */
  readonly amend?: ((written: JsonValue) => Amended) | undefined;
}

/** A document into which other inputs have put something. */
export interface Amended {
  readonly written: JsonValue;
  /** Why something could not be put into it. */
  readonly mistakes: readonly Violation[];
  /** Where else a place of the document is written: in that input, as what is left. */
  readonly elsewhere: ReadonlyMap<string, Elsewhere>;
}

/** A place in another input; without a text nothing of what is there may be shown. */
export interface Elsewhere {
  readonly input: InputName;
  readonly place: string;
  readonly isShown: boolean;
}

/** A document as far as it could be read, and everything that is wrong with its members. */
export interface Document {
  /** What is written, right or wrong; undefined where it cannot be read, or is something else as a whole. */
  readonly written: JsonValue | undefined;
  /** The same with the names that misspelled members are likely to mean. */
  readonly likely: JsonValue | undefined;
  readonly mistakes: readonly Violation[];
  /** What may be newer than this version. */
  readonly unknown: readonly Unknown[];
  /** A rule of the document that is broken, by the input in which it has to be fixed. */
  readonly named: (violation: Violation) => Violation;
}

const theApi: Author = { of: phrase`the API`, mayBeNewer: true };

/** Reads YAML or JSON. Mistakes are named by the input and their path in the document. */
export function readDocument(input: InputName, text: string, kind: DocumentKind): Document {
  const { form, shape, top = 'object', author = theApi, unwrap = (value) => value } = kind;
  const other = otherText(text, shape);
  if (other) return unread(input, other);
  const yaml = readYaml(withoutComments(text));
  const why = yaml.kind === 'unreadable' ? yaml.why : otherThan(top, yaml.value);
  if (yaml.kind === 'unreadable' || why !== undefined) {
    const asked = phrase`Write YAML or JSON in the shape of ${shape}.`;
    return unread(input, phrase`cannot be read: ${why ?? ''} ${asked}`);
  }
  const document = unwrap(yaml.value);
  if (document instanceof Phrase) return unread(input, document);
  const amended = kind.amend?.(document) ?? asWritten(document);
  const { written } = amended;
  const named = namer(input, amended);
  const { likely, violations, unknown } = check(written, form, author);
  const all = [
    ...yaml.faults.map(({ path, rule }) => ({ place: placeOf(path), value: undefined, rule })),
    ...withoutEmpty(violations),
  ].map(named);
  const mistakes = [...all, ...amended.mistakes].filter(
    (one, index, every) => every.findIndex((o) => o.place === one.place) === index,
  );
  const placed = unknown.map((each) => ({
    ...each,
    place: named({ place: each.place, value: undefined, rule: phrase`` }).place,
  }));
  return { written, likely, mistakes, unknown: placed, named };
}

function unread(input: InputName, rule: Phrase): Document {
  const named = namer(input, asWritten(null));
  const mistake = named({ place: '', value: undefined, rule });
  return { written: undefined, likely: undefined, mistakes: [mistake], unknown: [], named };
}

function asWritten(written: JsonValue): Amended {
  return { written, mistakes: [], elsewhere: new Map() };
}

function namer(input: InputName, { elsewhere }: Amended): Document['named'] {
  return (violation) => {
    const other = elsewhere.get(violation.place);
    if (!other) return inDocument(input, violation);
    const value = other.isShown ? violation.value : undefined;
    return inDocument(other.input, { ...violation, place: other.place, value });
  };
}

/** Enough to be the rest of a skeleton, such as the AWS CLI's. */
const manyEmpty = 3;

/** Empty strings where none is taken are one mistake, where there are many. */
function withoutEmpty(violations: readonly Violation[]): readonly Violation[] {
  const empty = violations.filter(({ value }) => value === '');
  if (empty.length < manyEmpty) return violations;
  const [first, second, ...others] = empty.map(({ place }) => place);
  const rule = phrase`has empty strings, as a skeleton of the AWS CLI has them: fill in or remove ${first ?? ''}, ${second ?? ''} and ${others.length} more.`;
  return [
    { place: '', value: undefined, rule },
    ...violations.filter((violation) => !empty.includes(violation)),
  ];
}

/** What a document is instead, without any of it: it may be another file than was meant. */
function otherThan(top: 'object' | 'list', value: JsonValue): Phrase | undefined {
  const isRight = top === 'list' ? Array.isArray(value) : isObject(value);
  if (isRight) return undefined;
  if (value === null) return phrase`it is empty.`;
  const is = Array.isArray(value) ? 'a list' : isObject(value) ? 'a mapping' : 'a string';
  return phrase`it is ${own(is)}, not ${own(top === 'list' ? 'a list' : 'a mapping')}.`;
}
