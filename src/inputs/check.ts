import type { Bounds, List, Mapping, Shape, Structure, Text } from '../domain/api/shape.ts';
import { isObject, type JsonObject, type JsonValue } from '../domain/json.ts';
import { likelyName, otherSpelling } from '../domain/text/likely-name.ts';
import { joined, listed, type Phrase, phrase } from '../domain/text/phrase.ts';
import type { Unknown } from '../domain/unknown.ts';
import type { Violation } from '../domain/violation.ts';
import { rightText } from './api-texts.ts';
import { isWithin, wrongEntry } from './map-entry.ts';
import { placeOf, rangeText, shownText, shownType } from './place.ts';
import type { Path } from './yaml.ts';

/** A value against a shape. */
export interface Checked {
  /** The value with the names that misspelled members are likely to mean. */
  readonly likely: JsonValue;
  readonly violations: readonly Violation[];
  /** What may be newer than the shape; nothing where the shape says it all. */
  readonly unknown: readonly Unknown[];
}

/** All members of the API are written so: another name is none of a newer version either. */
const apiName = /^[A-Z][A-Za-z0-9]*$/;

/** Who says which members there are, and whether there may be others by now. */
export interface Author {
  /** Follows on "is not a member of". */
  readonly of: Phrase;
  readonly mayBeNewer: boolean;
}

export function check(value: JsonValue, shape: Shape, author: Author): Checked {
  const checking = new Checking(author);
  const likely = checking.check(value, shape, []);
  const { violations, unknown } = checking;
  return { likely, violations, unknown };
}

class Checking {
  readonly violations: Violation[] = [];
  readonly unknown: Unknown[] = [];
  readonly #author: Author;

  constructor(author: Author) {
    this.#author = author;
  }

  check(value: JsonValue, shape: Shape, path: Path): JsonValue {
    switch (shape.kind) {
      case 'structure':
        if (isObject(value)) return this.#structure(value, shape, path);
        return this.#wrong(path, shownType(value), phrase`an object`, value);
      case 'list':
        if (Array.isArray(value)) return this.#list(value, shape, path);
        return this.#wrong(path, shownType(value), phrase`a list`, value);
      case 'map':
        if (isObject(value)) return this.#map(value, shape, path);
        return this.#wrong(path, shownType(value), phrase`an object`, value);
      case 'text':
        if (typeof value === 'string') return this.#text(value, shape, path);
        return this.#wrong(path, shownText(value), phrase`a string`, value);
      case 'choice':
        return this.#choice(value, shape.options, path);
      case 'integer':
      case 'decimal':
        return this.#number(value, shape, path);
      case 'flag':
        if (typeof value === 'boolean') return value;
        return this.#wrong(path, shownText(value), phrase`true or false`, value);
      case 'anything':
        return value;
    }
  }

  #structure(value: JsonObject, { members, needed }: Structure, path: Path): JsonObject {
    const names = Object.keys(value);
    const absent = Object.keys(members).filter((name) => !names.includes(name));
    const foreign = names.filter((name) => !Object.hasOwn(members, name));
    const right = (name: string) =>
      otherSpelling(name, Object.keys(members)) ?? likelyName(name, absent);
    const meant = new Map(foreign.map((name) => [name, right(name)]));
    const perhapsNew = foreign.filter((name) => !meant.get(name) && this.#mayBeNew(name));
    const likely: Record<string, JsonValue> = {};
    for (const [name, shape] of Object.entries(members)) {
      const written = Object.hasOwn(value, name) ? value[name] : undefined;
      if (written !== undefined) likely[name] = this.check(written, shape, [...path, name]);
      else if (needed.includes(name) && ![...meant.values()].includes(name))
        this.#missing([...path, name], perhapsNew);
    }
    for (const [name, right] of meant) {
      const at = [...path, name];
      const [written = null, shape] = [
        value[name],
        right === undefined ? undefined : members[right],
      ];
      this.#foreign(at, right);
      likely[right ?? name] = shape ? this.check(written, shape, at) : written;
    }
    return likely;
  }

  /** One of the members beside it that are perhaps new may be meant for it. */
  #missing(path: Path, beside: readonly string[]): void {
    const { of } = this.#author;
    const names = beside.map((name) => phrase`${name}`);
    const rule = phrase`is missing: ${of} needs it. If ${joined(names, ' or ')} is meant for it, fix the name.`;
    const alone = phrase`is missing: ${of} needs it.`;
    this.#violate(path, undefined, beside.length > 0 ? rule : alone);
  }

  #mayBeNew(name: string): boolean {
    return this.#author.mayBeNewer && apiName.test(name);
  }

  /** A member that is not known: of that right name, or perhaps a new one. */
  #foreign(path: Path, right: string | undefined): void {
    const { of } = this.#author;
    if (right !== undefined) {
      this.#violate(path, undefined, phrase`is not a member of ${of}: write ${right}.`);
    } else if (this.#mayBeNew(String(path.at(-1)))) {
      this.unknown.push({ place: placeOf(path) });
    } else {
      this.#violate(path, undefined, phrase`is not a member of ${of}. Remove it, or fix its name.`);
    }
  }

  #list(value: readonly JsonValue[], { item, ...bounds }: List, path: Path): JsonValue {
    if (!isWithin(value.length, bounds)) {
      const rule = phrase`are not valid here: the API takes ${rangeText(bounds)}.`;
      this.#violate(path, shownText(value), rule);
    }
    return value.map((entry, index) => this.check(entry, item, [...path, index]));
  }

  #map(value: JsonObject, { key, value: inside, ...bounds }: Mapping, path: Path): JsonValue {
    const entries = Object.entries(value);
    if (!isWithin(entries.length, bounds)) {
      const rule = phrase`has ${entries.length} entries: the API takes ${rangeText(bounds)}.`;
      this.#violate(path, undefined, rule);
    }
    for (const [name, entry] of entries) {
      const at = [...path, name];
      const rule = wrongEntry(name, entry, { key, value: inside });
      if (rule) this.#violate(at, undefined, rule);
    }
    return value;
  }

  #text(value: string, shape: Text, path: Path): string {
    const right = rightText(value, shape);
    if (isWithin([...value].length, shape)) {
      return right ? this.#wrong(path, value, right, value) : value;
    }
    const isArn = value.startsWith('arn:') && right;
    return this.#wrong(path, value, isArn || phrase`${rangeText(shape)} characters`, value);
  }

  #choice(value: JsonValue, known: readonly string[], path: Path): JsonValue {
    if (typeof value === 'string' && known.includes(value)) return value;
    const isNew = typeof value === 'string' && value !== '' && !likelyName(value, known);
    if (!isNew || !this.#author.mayBeNewer) {
      return this.#wrong(path, shownText(value), phrase`one of ${listed(known)}`, value);
    }
    this.unknown.push({ place: placeOf(path), value: { written: value, known } });
    return value;
  }

  #number(value: JsonValue, { kind, ...bounds }: Bounds & { kind: string }, path: Path): JsonValue {
    if (typeof value !== 'number') {
      return this.#wrong(path, shownText(value), phrase`a number`, value);
    }
    if (kind === 'integer' && !Number.isInteger(value)) {
      return this.#wrong(path, shownText(value), phrase`a whole number`, value);
    }
    if (!isWithin(value, bounds)) {
      const rule = phrase`is out of bounds: the API takes ${rangeText(bounds)}.`;
      this.#violate(path, shownText(value), rule);
    }
    return value;
  }

  #wrong<T>(path: Path, shown: string, right: Phrase, value: T): T {
    this.#violate(path, shown, phrase`is not valid here: write ${right}.`);
    return value;
  }

  #violate(path: Path, value: string | undefined, rule: Phrase): void {
    this.violations.push({ place: placeOf(path), value, rule });
  }
}
