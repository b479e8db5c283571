import { AwsError } from './aws-error.ts';
import type { Bounds, Shape, Structure, Text } from './shape.ts';

/**
 * Checks a request against its shape, in AWS's words and with AWS's paths
 * (`productionVariants.1.member.modelName`): all that is wrong in one message.
 * A value of the wrong type is refused before that, when the request is read.
 */
export function validate(input: unknown, shape: Structure): void {
  checkType(input, shape);
  const complaints = complaintsAbout(input, shape, '');
  if (complaints.length === 0) return;
  const errors = complaints.length === 1 ? 'error' : 'errors';
  throw new AwsError(
    'ValidationException',
    `${complaints.length} validation ${errors} detected: ${complaints.join('; ')}`,
  );
}

function complaintsAbout(value: unknown, shape: Shape, path: string): string[] {
  return [
    ...constraintsBrokenBy(value, shape).map((constraint) => complain(path, value, constraint)),
    ...partsOf(value, shape, path).flatMap(({ part, of, at }) =>
      part === undefined || part === null ? [] : complaintsAbout(part, of, at),
    ),
    ...missingFrom(value, shape).map((member) =>
      complain(join(path, member), null, 'Member must not be null'),
    ),
    ...badKeysOf(value, shape).map((constraint) => complain(path, value, constraint)),
  ];
}

function complain(path: string, value: unknown, constraint: string): string {
  // Bytes are sensitive, and never repeated.
  const shown = value instanceof Uint8Array ? '' : value === null ? 'null ' : `'${show(value)}' `;
  return `Value ${shown}at '${path}' failed to satisfy constraint: ${constraint}`;
}

function constraintsBrokenBy(value: unknown, shape: Shape): string[] {
  switch (shape.kind) {
    case 'text':
      return [
        ...outOfBounds(String(value).length, shape, 'length'),
        ...(matches(String(value), shape)
          ? []
          : [`Member must satisfy regular expression pattern: ${shape.pattern}`]),
      ];
    case 'choice':
      return shape.values.includes(String(value))
        ? []
        : [`Member must satisfy enum value set: [${shape.values.join(', ')}]`];
    case 'number':
      return outOfBounds(Number(value), shape, 'value');
    case 'blob':
      return outOfBounds((value as Uint8Array).length, shape, 'length');
    case 'list':
      return outOfBounds((value as unknown[]).length, shape, 'length');
    case 'map':
      return outOfBounds(Object.keys(value as object).length, shape, 'length');
    default:
      return [];
  }
}

function outOfBounds(size: number, { min, max }: Bounds, what: 'length' | 'value'): string[] {
  if (max !== undefined && size > max) {
    return [`Member must have ${what} less than or equal to ${max}`];
  }
  if (min !== undefined && size < min) {
    return [`Member must have ${what} greater than or equal to ${min}`];
  }
  return [];
}

function matches(value: string, { pattern }: Text): boolean {
  return pattern === undefined || new RegExp(`^(?:${pattern})$`, 'u').test(value);
}

interface Part {
  readonly part: unknown;
  readonly of: Shape;
  readonly at: string;
}

function partsOf(value: unknown, shape: Shape, path: string): Part[] {
  if (shape.kind === 'list') {
    return (value as unknown[]).map((part, index) => ({
      part,
      of: shape.of,
      at: `${path}.${index + 1}.member`,
    }));
  }
  if (shape.kind === 'map') {
    return Object.entries(value as object).map(([key, part]) => ({
      part,
      of: shape.value,
      at: `${path}.${key}.member`,
    }));
  }
  if (shape.kind !== 'structure') return [];
  return Object.entries(shape.members).map(([name, of]) => {
    const member = name.replace('!', '');
    return { part: (value as Record<string, unknown>)[member], of, at: join(path, member) };
  });
}

function missingFrom(value: unknown, shape: Shape): string[] {
  if (shape.kind !== 'structure') return [];
  return Object.keys(shape.members)
    .filter((name) => name.endsWith('!'))
    .map((name) => name.slice(0, -1))
    .filter((member) => ((value as Record<string, unknown>)[member] ?? null) === null);
}

function badKeysOf(value: unknown, shape: Shape): string[] {
  if (shape.kind !== 'map') return [];
  const { key } = shape;
  const bad = Object.keys(value as object).some(
    (name) => constraintsBrokenBy(name, key).length > 0,
  );
  if (!bad) return [];
  return [
    `Map keys must satisfy constraint: [Member must have length less than or equal to ${key.max}, Member must have length greater than or equal to ${key.min ?? 0}, Member must satisfy regular expression pattern: ${key.pattern}]`,
  ];
}

function join(path: string, member: string): string {
  const name = member.charAt(0).toLowerCase() + member.slice(1);
  return path === '' ? name : `${path}.${name}`;
}

/** As Java prints it: lists in brackets, maps in braces. */
function show(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(show).join(', ')}]`;
  if (typeof value !== 'object' || value === null) return String(value);
  return `{${Object.entries(value)
    .map(([key, each]) => `${key}=${show(each)}`)
    .join(', ')}}`;
}

function checkType(value: unknown, shape: Shape): void {
  if (value === undefined || value === null) return;
  const problem = typeProblem(value, shape);
  if (problem) throw new AwsError('SerializationException', problem);
  for (const { part, of } of partsOf(value, shape, '')) checkType(part, of);
}

function typeProblem(value: unknown, shape: Shape): string | undefined {
  if (shape.kind === 'blob' && value instanceof Uint8Array) return undefined;
  const found = kindOf(value);
  const wanted = wantedFor(shape);
  if (found === wanted.found) {
    if (shape.kind !== 'number' || shape.type === 'Float' || Number.isInteger(value)) return;
    return 'NUMBER_VALUE can not be converted to an Integer';
  }
  if (found === 'list') return 'Start of list found where not expected';
  if (found === 'structure') return 'Start of structure or map found where not expected.';
  if (wanted.found === 'list') return 'Expected list or null';
  if (wanted.found === 'structure') return 'Expected null';
  const token = found === 'boolean' ? String(value).toUpperCase() : found.toUpperCase();
  return `${token}_VALUE can not be converted to ${wanted.words}`;
}

type Found = 'string' | 'number' | 'boolean' | 'list' | 'structure';

function kindOf(value: unknown): Found {
  if (Array.isArray(value)) return 'list';
  return typeof value === 'object' ? 'structure' : (typeof value as Found);
}

function wantedFor(shape: Shape): { readonly found: Found; readonly words: string } {
  switch (shape.kind) {
    case 'text':
    case 'choice':
      return { found: 'string', words: 'a String' };
    case 'number':
      return { found: 'number', words: shape.type === 'Integer' ? 'an Integer' : 'a Float' };
    case 'time':
      return { found: 'number', words: 'a Timestamp' };
    case 'boolean':
      return { found: 'boolean', words: 'a Boolean' };
    case 'list':
      return { found: 'list', words: 'a List' };
    default:
      return { found: 'structure', words: 'a Structure' };
  }
}
