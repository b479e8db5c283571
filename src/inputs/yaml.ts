import {
  type Document,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  parseAllDocuments,
  type Scalar,
  type YAMLError,
  type YAMLMap,
} from 'yaml';
import { isObject, type JsonValue } from '../domain/json.ts';
import { type Phrase, phrase } from '../domain/text/phrase.ts';
import { limits, rules, whys } from './yaml-words.ts';

/** Where something stands in a document: names of members and indexes of entries. */
export type Path = readonly (string | number)[];

/** Something that YAML takes and JSON does not have. */
export interface YamlFault {
  readonly path: Path;
  /** What is wrong and what would be right. */
  readonly rule: Phrase;
}

/** A text as YAML or JSON. None of it is in the words that say what is wrong. */
export type Yaml =
  | { readonly kind: 'read'; readonly value: JsonValue; readonly faults: readonly YamlFault[] }
  | { readonly kind: 'unreadable'; readonly why: Phrase };

/**
 * Reads YAML 1.2, and JSON with it, without printing anything: the reader's own errors and warnings
 * quote the text, which may hold commands to the runner. https://yaml.org/spec/1.2.2/
 */
export function readYaml(text: string): Yaml {
  try {
    const options = { logLevel: 'error', resolveKnownTags: false, uniqueKeys: false } as const;
    const documents = [...parseAllDocuments(text, options)];
    const [document, ...more] = documents.filter(({ contents }) => !isNothing(contents));
    const error = documents.flatMap(errorsOf)[0];
    if (error) return { kind: 'unreadable', why: errorText(error) };
    if (more.length > 0) return { kind: 'unreadable', why: whys.several };
    if (!document) return { kind: 'read', value: null, faults: [] };
    const reading = new Reading();
    const { value } = reading.read(document.contents, []);
    return { kind: 'read', value, faults: reading.faults };
  } catch (thrown) {
    // The package calls itself for each level, and a stack has an end.
    const isTooDeep = thrown instanceof RangeError;
    return { kind: 'unreadable', why: isTooDeep ? whys.tooDeep : whys.invalid('', phrase``) };
  }
}

function isNothing(node: unknown): boolean {
  if (!isScalar(node)) return node === null;
  return node.value === null && node.source === '' && !node.tag && !node.anchor;
}

/** Warnings count: what cannot be understood for sure is not read. Tags are found where they stand. */
function errorsOf({ errors, warnings, directives }: Document): readonly YAMLError[] {
  const harmless = ['BAD_INDENT', 'TAG_RESOLVE_FAILED', 'BAD_COLLECTION_TYPE'];
  const grave = warnings.filter(({ code }) => !harmless.includes(code));
  const isOld = directives?.yaml.version === '1.1';
  const old = { code: 'BAD_DIRECTIVE' } as YAMLError;
  return [...errors, ...grave, ...(isOld ? [old] : [])];
}

function errorText({ code, linePos }: YAMLError): Phrase {
  const [start] = linePos ?? [];
  const place = start ? phrase` at line ${start.line}, column ${start.col}` : phrase``;
  return whys.invalid(code, place);
}

/** A value, and how long it is in characters, what aliases stand for included. */
interface Read {
  readonly value: JsonValue;
  readonly length: number;
}

const nothing: Read = { value: null, length: 0 };

const plainTags: Readonly<Record<string, (value: unknown) => boolean>> = {
  str: (value) => typeof value === 'string',
  int: Number.isInteger,
  float: (value) => typeof value === 'number',
  bool: (value) => typeof value === 'boolean',
  null: (value) => value === null,
  map: isMap,
  seq: isSeq,
};

/** From the nodes of a document to a value of JSON. */
class Reading {
  readonly faults: YamlFault[] = [];
  readonly #anchors = new Map<string, Read>();
  #length = 0;

  read(node: unknown, path: Path): Read {
    if (isAlias(node)) return this.#alias(node.source, path);
    if (path.length > limits.levels) return this.#fault(path, 'tooDeep');
    const { anchor, tag } = Object(node) as { readonly anchor?: string; readonly tag?: string };
    if (tag !== undefined && !isPlain(tag, node)) this.#fault(path, 'tag');
    // An anchor stands for nothing until its value has been read: none holds itself.
    if (anchor !== undefined) this.#anchors.delete(anchor);
    const read = this.#content(node, path);
    if (anchor !== undefined) this.#anchors.set(anchor, read);
    return read;
  }

  #content(node: unknown, path: Path): Read {
    if (isMap(node)) return this.#map(node, path);
    if (isScalar(node)) return this.#scalar(node, path);
    if (!isSeq(node)) return nothing;
    const all = node.items.map((item, index) => this.read(item, [...path, index]));
    return this.#counted({ value: all.map(({ value }) => value), length: total(all) }, 1);
  }

  #scalar({ value, source = '' }: Scalar, path: Path): Read {
    if (typeof value === 'number' && /^[-+]?0\d/.test(source)) return this.#fault(path, 'octal');
    if (typeof value === 'number' && !Number.isFinite(value)) return this.#fault(path, 'infinite');
    if (Number.isInteger(value) && !Number.isSafeInteger(value))
      return this.#fault(path, 'inexact');
    return this.#counted({ value: value as JsonValue, length: 0 }, String(value).length);
  }

  #map({ items }: YAMLMap, path: Path): Read {
    const members = new Map<string, JsonValue>();
    const merged: JsonValue[] = [];
    const all = items.map((pair) => {
      const name = this.#name(pair.key, path);
      if (name === undefined) return nothing;
      const place = [...path, name];
      const read = this.read(pair.value, place);
      if (name === '<<' && isMergeKey(pair.key)) merged.push(...this.#merged(read.value, place));
      else if (members.has(name)) this.#fault(place, 'repeated');
      else members.set(name, read.value);
      return read;
    });
    const value = Object.fromEntries([...entriesOf(merged), ...members]);
    return this.#counted({ value, length: total(all) }, [...members.keys()].join().length);
  }

  #name(key: unknown, path: Path): string | undefined {
    const name = isScalar(key) && key.value !== null && !key.tag ? String(key.value) : undefined;
    if (name !== undefined && name !== '__proto__') return name;
    this.#fault(path, 'name');
    return undefined;
  }

  /** https://yaml.org/type/merge.html */
  #merged(value: JsonValue, path: Path): readonly JsonValue[] {
    const sources = Array.isArray(value) ? value : [value];
    if (!sources.every(isObject)) this.#fault(path, 'merge');
    return sources.filter(isObject);
  }

  #alias(name: string, path: Path): Read {
    const read = this.#anchors.get(name);
    return read ? this.#counted(read, read.length) : this.#fault(path, 'alias');
  }

  #counted({ value, length }: Read, more: number): Read {
    const isTooLong = this.#length > limits.characters;
    this.#length += more;
    if (!isTooLong && this.#length > limits.characters) this.#fault([], 'tooLong');
    return this.#length > limits.characters ? nothing : { value, length: length + more };
  }

  #fault(path: Path, rule: keyof typeof rules): Read {
    this.faults.push({ path, rule: rules[rule] });
    return nothing;
  }
}

function isPlain(tag: string, node: unknown): boolean {
  if (tag === '!') return true;
  const fits = plainTags[tag.replace('tag:yaml.org,2002:', '')];
  return fits !== undefined && tag.startsWith('tag:') && fits(isScalar(node) ? node.value : node);
}

function isMergeKey(key: unknown): boolean {
  return isScalar(key) && key.type === 'PLAIN';
}

function total(all: readonly Read[]): number {
  return all.reduce((sum, { length }) => sum + length, 0);
}

/** The first of the sources wins. */
function entriesOf(sources: readonly JsonValue[]): readonly (readonly [string, JsonValue])[] {
  return sources.toReversed().flatMap((source) => (isObject(source) ? Object.entries(source) : []));
}
