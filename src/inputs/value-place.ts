import type { Shape } from '../domain/api/shape.ts';
import { variantNameOf } from '../domain/endpoint-config.ts';
import { isObject, type JsonObject, type JsonValue, objectsAt } from '../domain/json.ts';
import { likelyName, otherSpelling } from '../domain/text/likely-name.ts';
import { listed, Phrase, phrase } from '../domain/text/phrase.ts';
import { shownText } from './place.ts';
import type { Path } from './yaml.ts';

/** A place in a document: what stands there, and what the API takes there, as far as either is known. */
export interface Place {
  readonly path: Path;
  readonly value: JsonValue | undefined;
  readonly shape: Shape | undefined;
  /** Whether the user chooses its name: it may be empty, as a variable of a container. */
  readonly isFree?: boolean;
}

const variantLists = ['ProductionVariants', 'ShadowProductionVariants'] as const;

/** Where a path leads in a configuration: its first step is a variant's name or a top-level member; or why nowhere. */
export function placeIn(document: JsonObject, form: Shape, path: Path): Place | Phrase {
  const top: Place = { path: [], value: document, shape: form };
  const [first = '', ...rest] = path;
  const variant = variantsIn(top).find(({ value }) => nameOf(value) === first);
  const isMember = Object.hasOwn(membersOf(top), first) || Object.hasOwn(document, first);
  if (variant && isMember) {
    return phrase`begins with the name of a variant that is a top-level member too: begin with ${String(variant.path[0])}[${Number(variant.path[1])}].`;
  }
  if (variant) return descend(variant, rest);
  return isMember ? descend(top, path) : leadsNowhere(top, String(first));
}

function descend(place: Place, [step, ...rest]: Path): Place | Phrase {
  if (step === undefined) return place;
  const next = inside(place, step);
  return next instanceof Phrase ? next : descend(next, rest);
}

function inside(place: Place, step: string | number): Place | Phrase {
  const { value, shape } = place;
  switch (shape?.kind) {
    case 'structure':
      return member(place, step);
    case 'list':
      return entry(place, step);
    case 'map':
      return named(member({ ...place, shape: undefined }, step), shape.value);
    case 'anything':
    case undefined:
      if (Array.isArray(value)) return entry(place, step);
      return isObject(value) || (value ?? null) === null ? member(place, step) : single(place);
    default:
      return single(place);
  }
}

/** What stands under a name that the user chooses. */
function named(place: Place | Phrase, shape: Shape): Place | Phrase {
  return place instanceof Phrase ? place : { ...place, shape, isFree: true };
}

/** A member, also one that is to be; one that is not known follows the rules of the file. */
function member(place: Place, step: string | number): Place | Phrase {
  if (typeof step === 'number') return phrase`leads nowhere: the API has no list here.`;
  const members = membersOf(place);
  const there = isObject(place.value) && Object.hasOwn(place.value, step);
  const shape = Object.hasOwn(members, step) ? members[step] : undefined;
  const meant = shape || there ? undefined : likelyName(step, Object.keys(members));
  if (meant !== undefined) {
    return phrase`leads nowhere: ${step} is not a member of the API. Did you mean ${meant}?`;
  }
  const value = isObject(place.value) && there ? place.value[step] : undefined;
  return { path: [...place.path, step], value, shape };
}

function entry(place: Place, step: string | number): Place | Phrase {
  const entries = Array.isArray(place.value) ? (place.value as readonly JsonValue[]) : [];
  const index = Number(step);
  if (!Number.isInteger(index)) {
    return phrase`leads nowhere: ${lastOf(place)} is a list. Write the index of an entry, such as ${lastOf(place)}[0].`;
  }
  if (index >= entries.length) {
    return phrase`leads nowhere: ${lastOf(place)} has ${shownText(entries)} in the file, and indexes begin with 0.`;
  }
  const shape = place.shape?.kind === 'list' ? place.shape.item : undefined;
  return { path: [...place.path, index], value: entries[index], shape };
}

function single(place: Place): Phrase {
  return phrase`leads nowhere: ${lastOf(place)} is a single value, with nothing under it.`;
}

/** What was likely meant by a first step that names neither a variant nor a member. */
function leadsNowhere(top: Place, first: string): Phrase {
  const variants = variantsIn(top);
  const names = variants.map(({ value }) => nameOf(value));
  const [one] = names;
  const isOfVariant = variants.some((variant) => Object.hasOwn(membersOf(variant), first));
  const candidates = [...names, ...Object.keys(membersOf(top))];
  const meant =
    isOfVariant && one !== undefined
      ? `${one}.${first}`
      : (otherSpelling(first, candidates) ?? likelyName(first, candidates));
  const known = names.length > 0 ? phrase`The variants of the file: ${listed(names)}.` : phrase``;
  const hint = meant === undefined ? known : phrase`Did you mean ${meant}?`;
  return phrase`leads nowhere: ${first} is neither a variant of the file nor a top-level member. ${hint}`;
}

function variantsIn(top: Place): readonly Place[] {
  const document = isObject(top.value) ? top.value : {};
  return variantLists.flatMap((name) =>
    objectsAt(document, name).map((value) => {
      const all = document[name] as readonly JsonValue[];
      const list = membersOf(top)[name];
      const shape = list?.kind === 'list' ? list.item : undefined;
      return { path: [name, all.indexOf(value)], value, shape };
    }),
  );
}

function nameOf(value: JsonValue | undefined): string {
  return isObject(value) ? variantNameOf(value) : '';
}

function membersOf({ shape }: Place): Readonly<Record<string, Shape>> {
  return shape?.kind === 'structure' ? shape.members : {};
}

/** The last step that has a name. */
function lastOf({ path }: Place): string {
  return String(path.findLast((step) => typeof step === 'string') ?? '');
}
