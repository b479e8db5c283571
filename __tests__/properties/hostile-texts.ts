import { Problem } from '../../src/domain/problem.ts';
import { Phrase } from '../../src/domain/text/phrase.ts';

/** What each reader might take for its own language. */
export const poisons = [
  '::error::pwned',
  '\n::error::pwned',
  '\r::add-mask::live',
  '\u2028::stop-commands::x',
  ' \u0085::warning::pwned',
  '\v::notice::pwned',
  '##[error]pwned',
  '\u001b[31m',
  '`',
  '```\n',
  '|',
  '\\',
  '**',
  '\n\n# heading\n\n- list\n\n> quote\n\n',
  '@octocat',
  '`@acme/sre',
  ' #42 acme/fraud#7 ',
  '<img src=x onerror=alert(1)>',
  '</summary></details></td></table><!-- ',
  '-->',
  '[link](https://evil.example)',
  '](https://evil.example)',
  ' https://evil.example www.evil.example ',
  '![image](https://evil.example/i.png)',
  '~~~\n',
  '\u202e\u2066\u200b\ud83d',
];

/** The poison for a text: the same for the same text, another one in another round. */
export function poisonFor(text: string, round: number): string {
  const sum = [...text].reduce((total, sign) => total + sign.charCodeAt(0), round);
  return poisons[sum % poisons.length] ?? '';
}

/** Where a text stands in a value: the members that lead to it. */
export type Path = readonly string[];
type Change = (text: string, path: Path) => string;

/**
 * The value with every text from elsewhere in it changed: members, foreign parts of phrases, and
 * names with a hyphen, which are data. What our own code chose from a fixed set is left, and what is
 * equal stays equal.
 */
export function withTexts<T>(value: T, change: Change): T {
  return mapped(value, [], (leaf, path) =>
    typeof leaf === 'string' && !isLeft(path) ? change(leaf, path) : leaf,
  ) as T;
}

/** Members whose values are words of ours; `kind` and its like decide what else there is. */
const choices = [
  ...['kind', 'code', 'level', 'mode', 'phase', 'plan', 'stage', 'status', 'time', 'why'],
  ...[
    'dimension',
    'excluded',
    'how',
    'ifInProgress',
    'match',
    'onFailure',
    'operation',
    'preflight',
  ],
  ...['watch', 'Type', 'logGroup', 'shownTo', 'condition', 'showLogs'],
];

/** Of a story, what its links are made of: they lead where it says. */
const addresses = ['run', 'region'];

export function isLeft(path: Path): boolean {
  if (addresses.includes(path[0] ?? '')) return true;
  return choices.includes(path.findLast((name) => !/^\d+$/.test(name)) ?? '');
}

/** The paths of all leaves of a type. */
export function pathsOf(value: unknown, type: 'string' | 'number'): readonly Path[] {
  const paths: Path[] = [];
  mapped(value, [], (leaf, path) => {
    if (typeof leaf === type) paths.push(path);
    return leaf;
  });
  return paths;
}

/** The value with another leaf in some places, whatever type they should have. */
export function withLeaves<T>(value: T, places: readonly Path[], leaf: unknown): T {
  const changed = new Set(places.map((place) => place.join('/')));
  return mapped(value, [], (old, path) => (changed.has(path.join('/')) ? leaf : old)) as T;
}

type MapLeaf = (leaf: unknown, path: Path) => unknown;

function mapped(value: unknown, path: Path, map: MapLeaf): unknown {
  const inside = (name: string, member: unknown) => mapped(member, [...path, name], map);
  if (value instanceof Phrase) {
    return new Phrase(
      value.parts.map((part, index) =>
        typeof part === 'string' ? part : { foreign: String(inside(String(index), part.foreign)) },
      ),
    );
  }
  if (value instanceof Uint8Array || value === null || value === undefined) return value;
  if (Array.isArray(value)) return value.map((item, index) => inside(String(index), item));
  if (typeof value !== 'object') return map(value, path);
  const members = Object.entries(value).map(([name, member]) => [
    name.includes('-') && !(value instanceof Problem) ? String(map(name, [...path, name])) : name,
    inside(name, member),
  ]);
  const copy = value instanceof Problem ? Object.create(Problem.prototype) : {};
  return Object.assign(copy, Object.fromEntries(members));
}
