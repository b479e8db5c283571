import type { Mistake } from './mistake.ts';

/** What is wrong at a place in the document. */
export function mistakeAt(
  input: string,
  place: string,
  value: string | undefined,
  text: string,
): Mistake {
  return { input: `${input} ${place}`.trim(), value, text };
}

/** What a schema says of a value that it does not take. */
interface Issue {
  readonly type: string;
  readonly message: string;
  readonly expected: string | null;
  readonly input: unknown;
  readonly path?: readonly { readonly key: unknown }[] | undefined;
}

/** The issue as a mistake; `of` says which members there are. */
export function mistakeOf(input: string, issue: Issue, of: string): Mistake {
  const path = (issue.path ?? []).map(({ key }) =>
    typeof key === 'number' ? `[${key}]` : `.${key}`,
  );
  const at = (value: string | undefined, text: string) =>
    mistakeAt(input, path.join('').replace(/^\./, ''), value, text);
  const { type, expected, input: value } = issue;
  if (type === 'never') return at(undefined, `is no member of ${of}. Remove it, or mend its name.`);
  if (value === undefined) return at(undefined, `is missing: ${of} needs it.`);
  const shown = shownText(value);
  if (type === 'check' || type === 'regex') return at(shown, issue.message);
  const right = type === 'integer' ? 'a whole number' : expectedText(expected ?? 'something else');
  return at(type === 'array' ? JSON.stringify(value) : shown, `is not right here: write ${right}.`);
}

function shownText(value: unknown): string {
  if (Array.isArray(value)) return `${value.length} ${value.length === 1 ? 'entry' : 'entries'}`;
  return typeof value === 'string' ? value : JSON.stringify(value);
}

function expectedText(expected: string): string {
  if (expected === 'Object') return 'an object';
  if (expected === 'Array') return 'a list';
  if (expected === 'boolean') return 'true or false';
  if (expected === 'number' || expected === 'string') return `a ${expected}`;
  return `one of ${expected.replaceAll(/[()"]/g, '').replaceAll(' | ', ', ')}`;
}
