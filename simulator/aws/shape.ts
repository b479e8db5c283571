/** The form of a value in a request, as plain data. */
export type Shape =
  | Text
  | { readonly kind: 'choice'; readonly values: readonly string[] }
  | ({ readonly kind: 'number'; readonly type: 'Integer' | 'Float' } & Bounds)
  | { readonly kind: 'boolean' }
  | { readonly kind: 'time' }
  | ({ readonly kind: 'blob' } & Bounds)
  | ({ readonly kind: 'list'; readonly of: Shape } & Bounds)
  | ({ readonly kind: 'map'; readonly key: Text; readonly value: Shape } & Bounds)
  | Structure;

export interface Bounds {
  readonly min?: number;
  readonly max?: number;
}

export interface Text extends Bounds {
  readonly kind: 'text';
  readonly pattern?: string;
}

export interface Structure {
  readonly kind: 'structure';
  /** A name that ends in `!` is required. */
  readonly members: Readonly<Record<string, Shape>>;
  /** Members that are newer than the simulator are kept. */
  readonly keepsOthers?: true;
}

export function text(max?: number, pattern?: string, min?: number): Text {
  return {
    kind: 'text',
    ...(min === undefined ? {} : { min }),
    ...(max === undefined ? {} : { max }),
    ...(pattern === undefined ? {} : { pattern }),
  };
}

export function choice(...values: readonly string[]): Shape {
  return { kind: 'choice', values };
}

export function integer(min?: number, max?: number): Shape {
  return {
    kind: 'number',
    type: 'Integer',
    ...(min === undefined ? {} : { min }),
    ...(max === undefined ? {} : { max }),
  };
}

export const float: Shape = { kind: 'number', type: 'Float' };

export function list(of: Shape, min?: number, max?: number): Shape {
  return {
    kind: 'list',
    of,
    ...(min === undefined ? {} : { min }),
    ...(max === undefined ? {} : { max }),
  };
}

export function structure(members: Readonly<Record<string, Shape>>): Structure {
  return { kind: 'structure', members };
}

/** The same, and members that are newer than the simulator, at any depth. */
export function open<S extends Shape>(shape: S): S {
  if (shape.kind === 'list') return { ...shape, of: open(shape.of) };
  if (shape.kind !== 'structure') return shape;
  const members = Object.entries(shape.members).map(([name, of]) => [name, open(of)] as const);
  return { ...shape, members: Object.fromEntries(members), keepsOthers: true };
}

/** The shape with more values wherever there is a choice, as a later version of the API may have. */
export function withValues<S extends Shape>(shape: S, values: readonly string[]): S {
  if (shape.kind === 'choice') return { ...shape, values: [...shape.values, ...values] };
  if (shape.kind === 'list') return { ...shape, of: withValues(shape.of, values) };
  if (shape.kind !== 'structure') return shape;
  const members = Object.entries(shape.members).map(
    ([name, of]) => [name, withValues(of, values)] as const,
  );
  return { ...shape, members: Object.fromEntries(members) };
}

export const boolean: Shape = { kind: 'boolean' };
export const time: Shape = { kind: 'time' };

/** Bytes, up to so many. */
export function blob(max: number): Shape {
  return { kind: 'blob', max };
}
