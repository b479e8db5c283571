/** The form of a value in a request, as plain data. */
export type Shape =
  | Text
  | { readonly kind: 'choice'; readonly options: readonly string[] }
  | ({ readonly kind: 'integer' | 'decimal' } & Bounds)
  | { readonly kind: 'flag' }
  | { readonly kind: 'anything' }
  | List
  | Mapping
  | Structure;

export interface Bounds {
  readonly least?: number | undefined;
  readonly most?: number | undefined;
}

export interface Text extends Bounds {
  readonly kind: 'text';
  /** What the API calls texts of this form: it says what to write where one is not. */
  readonly name: string;
  readonly pattern?: RegExp | undefined;
}

export interface List extends Bounds {
  readonly kind: 'list';
  readonly item: Shape;
}

/** Values by names that the user chooses, such as the environment of a container: they are never shown. */
export interface Mapping extends Bounds {
  readonly kind: 'map';
  readonly key: Text;
  readonly value: Shape;
}

export interface Structure {
  readonly kind: 'structure';
  readonly members: Readonly<Record<string, Shape>>;
  /** Those of them that cannot be left out. */
  readonly needed: readonly string[];
}

export function text(name: string, least?: number, most?: number, pattern?: RegExp): Text {
  return { kind: 'text', name, least, most, pattern };
}

/** The options with spaces between them. */
export function choice(options: string): Shape {
  return { kind: 'choice', options: options.split(' ') };
}

export function integer(least?: number, most?: number): Shape {
  return { kind: 'integer', least, most };
}

export function decimal(least?: number, most?: number): Shape {
  return { kind: 'decimal', least, most };
}

export function list(item: Shape, least?: number, most?: number): List {
  return { kind: 'list', item, least, most };
}

export function map(key: Text, value: Shape, most?: number): Mapping {
  return { kind: 'map', key, value, most };
}

/** A name that ends in `!` is that of a member that cannot be left out. */
export function structure(members: Readonly<Record<string, Shape>>): Structure {
  const named = Object.entries(members);
  return {
    kind: 'structure',
    members: Object.fromEntries(named.map(([name, shape]) => [name.replace('!', ''), shape])),
    needed: named.flatMap(([name]) => (name.endsWith('!') ? [name.slice(0, -1)] : [])),
  };
}

export const flag: Shape = { kind: 'flag' };
export const anything: Shape = { kind: 'anything' };

/** Whether a value of the shape has such a member. What is in lists is at their own path. */
export function knows(shape: Shape, [name, ...inside]: readonly string[]): boolean {
  if (name === undefined) return true;
  if (shape.kind === 'list') return knows(shape.item, [name, ...inside]);
  if (shape.kind === 'map') return true;
  if (shape.kind !== 'structure' || !Object.hasOwn(shape.members, name)) return false;
  const member = shape.members[name];
  return member !== undefined && knows(member, inside);
}
