import { listed, own, type Phrase, phrase } from '../domain/text/phrase.ts';
import type { Violation } from '../domain/violation.ts';
import type { Path } from './yaml.ts';

/** Names as the members of an API have them, misspelt too: with other characters a line of any file may look like a name. */
const shownName = /^([\p{L}\p{N}_][\p{L}\p{N}_ .\-/]{0,59}|<<)$/u;

/** A path as it is shown: names that hold anything else are left out. */
export function placeOf(path: Path): string {
  const steps = path.map((step) => {
    if (typeof step === 'number') return `[${step}]`;
    return `.${shownName.test(step) ? step : '(a name that is not shown)'}`;
  });
  return steps.join('').replace(/^\./, '');
}

/** What a schema says of a value that it does not take. */
interface Issue {
  readonly type: string;
  readonly message: string;
  readonly requirement?: unknown;
  readonly expected: string | null;
  readonly input: unknown;
  readonly path?: readonly { readonly key: unknown }[] | undefined;
}

/** What the issue says; `of` says which members there are. */
export function violationOf(issue: Issue, of: Phrase): Violation {
  const place = placeOf((issue.path ?? []).map(({ key }) => key as string | number));
  const at = (value: string | undefined, rule: Phrase) => ({ place, value, rule });
  const { type, expected, input: value } = issue;
  if (type === 'never')
    return at(undefined, phrase`is not a member of ${of}. Remove it, or fix its name.`);
  if (value === undefined) return at(undefined, phrase`is missing: ${of} needs it.`);
  const isPart = expected === 'Object' || expected === 'Array';
  const shown = isPart ? kindText(value) : shownText(value);
  if (type === 'check' || type === 'regex') return at(shown, ruleOf(issue));
  const right =
    type === 'integer' ? phrase`a whole number` : expectedText(expected ?? 'something else');
  return at(shown, phrase`is not valid here: write ${right}.`);
}

/** Valibot takes a rule's words as a plain string: the phrase is kept by what the rule requires. */
const rules = new WeakMap<object, Phrase>();

/** Remembers in which words a schema's requirement is told. */
export function ruled<Requirement extends object>(
  required: Requirement,
  words: Phrase,
): Requirement {
  rules.set(required, words);
  return required;
}

function ruleOf({ requirement, message }: Issue): Phrase {
  const isKnown = typeof requirement === 'object' || typeof requirement === 'function';
  return (isKnown && requirement && rules.get(requirement)) || phrase`${message}`;
}

function shownText(value: unknown): string {
  if (Array.isArray(value)) return `${value.length} ${value.length === 1 ? 'entry' : 'entries'}`;
  return typeof value === 'object' && value !== null ? 'an object' : String(value);
}

/** Where something larger is missing, what is there instead may be part of any file. */
function kindText(value: unknown): string {
  if (typeof value === 'object') return shownText(value);
  return typeof value === 'string' ? 'a text' : `a ${typeof value}`;
}

function expectedText(expected: string): Phrase {
  if (expected === 'Object') return phrase`an object`;
  if (expected === 'Array') return phrase`a list`;
  if (expected === 'boolean') return phrase`true or false`;
  if (expected === 'number' || expected === 'string') return phrase`a ${own(expected)}`;
  const choices = expected.replaceAll(/[()"]/g, '').split(' | ');
  return phrase`one of ${listed(choices)}`;
}
