/** A value as JSON has it. */
export type JsonValue =
  | string
  | number
  | boolean
  | null
  | readonly JsonValue[]
  | { readonly [member: string]: JsonValue };
/** Members of the API that may be newer than this code: whatever they are, they are kept. */
export type JsonObject = { readonly [member: string]: JsonValue };

/**
 * A number as it is written, whatever its digits: https://tc39.es/proposal-json-parse-with-source/.
 * Node 20, on which no runner starts the action any more, has none of it, and rounds.
 */
const written = JSON as unknown as {
  rawJSON?(text: string): JsonObject;
  isRawJSON?(value: unknown): boolean;
};

type Reviver = (member: string, value: JsonValue, at?: { readonly source?: string }) => JsonValue;

/** Reads JSON. Whole numbers that JavaScript rounds keep their digits: they are written as they came. */
export function jsonFrom(text: string): JsonValue {
  const exact: Reviver = (_, value, { source = '' } = {}) =>
    Number.isInteger(value) && !Number.isSafeInteger(value)
      ? (written.rawJSON?.(source) ?? value)
      : value;
  return JSON.parse(text, exact as Parameters<typeof JSON.parse>[1]);
}

/** Never a number that keeps its digits. */
export function isObject(value: JsonValue | undefined): value is JsonObject {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  return written.isRawJSON?.(value) !== true;
}

/** The text that an object has under a name; undefined where it has none. */
export function textAt(object: JsonObject, member: string): string | undefined {
  const value = object[member];
  return typeof value === 'string' ? value : undefined;
}

/** The number that an object has under a name; undefined where it has none. */
export function numberAt(object: JsonObject, member: string): number | undefined {
  const value = object[member];
  return typeof value === 'number' ? value : undefined;
}

/** The object that an object has under a name; undefined where it has none. */
export function objectAt(object: JsonObject, member: string): JsonObject | undefined {
  const value = object[member];
  return isObject(value) ? value : undefined;
}

/** The objects in the list that an object has under a name; none where it has no list. */
export function objectsAt(object: JsonObject, member: string): readonly JsonObject[] {
  const value = object[member];
  return Array.isArray(value) ? value.filter(isObject) : [];
}

/** The object without some of its members. */
export function without(object: JsonObject, members: readonly string[]): JsonObject {
  return Object.fromEntries(Object.entries(object).filter(([name]) => !members.includes(name)));
}

/** The object with some of its members only. */
export function only(object: JsonObject, members: readonly string[]): JsonObject {
  return Object.fromEntries(Object.entries(object).filter(([name]) => members.includes(name)));
}

/** The value without members that are null, at any depth. Lists keep their gaps. */
export function withoutNulls(value: JsonValue): JsonValue {
  if (Array.isArray(value)) return value.map(withoutNulls);
  if (!isObject(value)) return value;
  const members = Object.entries(value).filter(([, member]) => member !== null);
  return Object.fromEntries(members.map(([name, member]) => [name, withoutNulls(member)]));
}
