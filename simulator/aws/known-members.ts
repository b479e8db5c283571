import type { Shape, Structure } from './shape.ts';

/** A request without what its shape does not know, unless it is open, and without nulls: AWS keeps neither. */
export function knownMembers(input: object, shape: Structure): object {
  return known(input, shape) as object;
}

function known(value: unknown, shape: Shape): unknown {
  if (shape.kind === 'list') {
    const given = (value as unknown[]).filter((each) => each !== null);
    return given.map((each) => known(each, shape.of));
  }
  if (shape.kind !== 'structure') return value;
  const given = value as Readonly<Record<string, unknown>>;
  const kept = Object.entries(shape.members).flatMap(([key, of]) => {
    const member = key.replace('!', '');
    const each = given[member] ?? undefined;
    return each === undefined ? [] : [[member, known(each, of)]];
  });
  return Object.fromEntries([...kept, ...(shape.keepsOthers ? others(given, shape) : [])]);
}

function others(given: Readonly<Record<string, unknown>>, { members }: Structure) {
  return Object.entries(given).filter(
    ([name, each]) => each !== null && !(name in members) && !(`${name}!` in members),
  );
}
