import { isObject, type JsonObject, type JsonValue } from './json.ts';

/** Whether a value from elsewhere is of a form. A structure has no members but its own. */
export type Shape = (value: JsonValue) => boolean;

interface Bounds {
  readonly least?: number;
  readonly most?: number;
}

const isWithin = (value: number, { least = -Infinity, most = Infinity }: Bounds) =>
  value >= least && value <= most;

/** Characters that AWS takes in texts of all kinds. */
const printable = /^[\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}\r\n\t]*$/u;

export function text(most: number, pattern = printable): Shape {
  return (value) =>
    typeof value === 'string' && isWithin(value.length, { least: 1, most }) && pattern.test(value);
}

export function whole(bounds: Bounds = {}): Shape {
  return (value) => Number.isSafeInteger(value) && isWithin(Number(value), bounds);
}

export const decimal: Shape = (value) => typeof value === 'number' && Number.isFinite(value);

export const flag: Shape = (value) => typeof value === 'boolean';

export function choice(...options: readonly string[]): Shape {
  return (value) => typeof value === 'string' && options.includes(value);
}

export function list(item: Shape, most: number): Shape {
  return (value) => Array.isArray(value) && value.length <= most && value.every(item);
}

/** Entries of a form each; those from `needed` on may be left out. */
export function tuple(items: readonly Shape[], needed = items.length): Shape {
  return (value) =>
    Array.isArray(value) &&
    isWithin(value.length, { least: needed, most: items.length }) &&
    value.every((entry, index) => items[index]?.(entry));
}

/** Values of a form under names of a form. */
export function record(name: Shape, item: Shape): Shape {
  return (value) =>
    isObject(value) && Object.entries(value).every(([key, entry]) => name(key) && item(entry));
}

/** A name that ends in `!` is that of a member that cannot be left out. */
export function structure(members: Readonly<Record<string, Shape>>): Shape {
  const needed = Object.keys(members).filter((name) => name.endsWith('!'));
  const shapes = new Map(
    Object.entries(members).map(([name, shape]) => [name.replace('!', ''), shape]),
  );
  return (value) =>
    isObject(value) &&
    needed.every((name) => Object.hasOwn(value, name.replace('!', ''))) &&
    Object.entries(value).every(([name, member]) => shapes.get(name)?.(member));
}

/** All of them at once. */
export function both(shape: Shape, rule: (value: JsonObject) => boolean): Shape {
  return (value) => shape(value) && isObject(value) && rule(value);
}
