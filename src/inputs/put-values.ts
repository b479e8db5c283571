import type { Shape } from '../domain/api/shape.ts';
import { isObject, type JsonObject, type JsonValue } from '../domain/json.ts';
import { Phrase, phrase } from '../domain/text/phrase.ts';
import type { Violation } from '../domain/violation.ts';
import { type ConfigValue, howToWrite } from './config-values.ts';
import type { Amended, Elsewhere } from './document.ts';
import { inDocument } from './mistake.ts';
import { placeOf } from './place.ts';
import { type Place, placeIn } from './value-place.ts';
import type { Path } from './yaml.ts';

const input = 'endpoint-config-values';

/** A line and the place in the document to which it leads. */
interface Placed {
  readonly value: ConfigValue;
  readonly place: Place;
}

/**
 * Puts each value into the document as one scalar at one place: no value can bring another member. What the
 * API takes at that place is left to the check of the whole document.
 */
export function putValues(
  written: JsonValue,
  form: Shape,
  values: readonly ConfigValue[],
): Amended {
  const mistakes: Violation[] = [];
  const placed: Placed[] = [];
  for (const value of isObject(written) ? values : []) {
    const place = placeIn(written as JsonObject, form, value.path);
    const wrong = place instanceof Phrase ? place : whyNot({ value, place }, placed);
    if (wrong) mistakes.push(mistakeIn(value, wrong));
    else if (!(place instanceof Phrase)) placed.push({ value, place });
  }
  const elsewhere = new Map<string, Elsewhere>();
  const put = placed.reduce((document, { value, place }) => {
    for (const length of newSteps(document, place.path)) {
      const path = value.path.slice(0, value.path.length - place.path.length + length);
      elsewhere.set(placeOf(place.path.slice(0, length)), elsewhereOf(value, path));
    }
    return withValue(document, place.path, scalarOf(value, place.shape));
  }, written);
  return { written: put, mistakes, elsewhere };
}

function mistakeIn(value: ConfigValue, rule: Phrase): Violation {
  const { place, isShown } = elsewhereOf(value, value.path);
  if (isShown) return inDocument(input, { place, value: value.text, rule });
  return inDocument(input, { place, value: undefined, rule: phrase`cannot be set.` });
}

function elsewhereOf({ line, isShown }: ConfigValue, path: Path): Elsewhere {
  return { input, place: isShown ? `line ${line} ${placeOf(path)}` : `line ${line}`, isShown };
}

/** Why a value cannot be put there, beside those before it. */
function whyNot({ value, place }: Placed, earlier: readonly Placed[]): Phrase | undefined {
  const { text, isQuoted } = value;
  const isMeant = isQuoted && (text !== '' || place.isFree);
  if (!isMeant && (text === '' || text === 'null')) {
    return phrase`has no value: the expression behind it may be empty. Write a value, or remove the line.`;
  }
  const kind = place.shape?.kind;
  const last = String(place.path.at(-1));
  if (kind === 'structure' || kind === 'map' || isObject(place.value)) {
    return phrase`cannot stand for ${last}, which is an object: set one of its members.`;
  }
  if (kind === 'list' || Array.isArray(place.value)) {
    return phrase`cannot stand for ${last}, which is a list: set one of its entries, such as ${last}[0].`;
  }
  const other = earlier.find((one) => isWithin(one.place.path, place.path));
  return (
    other &&
    phrase`is set by line ${other.value.line} too: keep one of the two lines. ${howToWrite}`
  );
}

/** Whether one of the paths is the other, or the beginning of it. */
function isWithin(one: Path, other: Path): boolean {
  const length = Math.min(one.length, other.length);
  return one.slice(0, length).every((step, index) => step === other[index]);
}

/** What is written there by this line alone: the value itself, and the objects around it that the file lacks. */
function newSteps(document: JsonValue, path: Path): readonly number[] {
  let value: JsonValue | undefined = document;
  return path.flatMap((step, index) => {
    value = memberOf(value, step);
    return (value ?? null) === null || index === path.length - 1 ? [index + 1] : [];
  });
}

function memberOf(value: JsonValue | undefined, step: string | number): JsonValue | undefined {
  if (Array.isArray(value)) return (value as readonly JsonValue[])[Number(step)];
  return isObject(value) && Object.hasOwn(value, step) ? value[step] : undefined;
}

/** What is no object, where the API has one, stays as it is: that is a mistake of the file. */
function withValue(value: JsonValue | undefined, path: Path, scalar: JsonValue): JsonValue {
  const [step, ...rest] = path;
  if (step === undefined) return scalar;
  const inside = withValue(memberOf(value, step), rest, scalar);
  if (Array.isArray(value)) return value.with(Number(step), inside);
  if (isObject(value)) return { ...value, [step]: inside };
  return (value ?? null) === null ? { [step]: inside } : (value as JsonValue);
}

const number = /^-?(0|[1-9]\d*)(\.\d+)?([eE][+-]?\d+)?$/;
const booleans: Readonly<Record<string, boolean>> = {
  true: true,
  True: true,
  TRUE: true,
  false: false,
  False: false,
  FALSE: false,
};

/** The value in the type that the API has for it; what cannot be read so stays a text, which the check refuses. */
function scalarOf({ text, isQuoted }: ConfigValue, shape: Shape | undefined): JsonValue {
  switch (shape?.kind) {
    case 'text':
    case 'choice':
      return text;
    case 'integer':
    case 'decimal':
      return numberIn(text) ?? text;
    case 'flag':
      return booleanIn(text) ?? text;
    default:
      return isQuoted ? text : (numberIn(text) ?? booleanIn(text) ?? text);
  }
}

function numberIn(text: string): number | undefined {
  const value = number.test(text) ? Number(text) : Number.NaN;
  const isExact =
    Number.isFinite(value) && (!Number.isInteger(value) || Number.isSafeInteger(value));
  return isExact ? value : undefined;
}

function booleanIn(text: string): boolean | undefined {
  return Object.hasOwn(booleans, text) ? booleans[text] : undefined;
}
