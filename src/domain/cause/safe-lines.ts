import type { Instant } from '../request.ts';
import { namesTheNext, redacted } from '../text/redacted.ts';
import { visible } from '../text/visible.ts';
import { kindOf } from './failure-lines.ts';

export interface Line {
  readonly at: Instant;
  readonly text: string;
}

/** What is left out, although its own line does not name it. */
type Hidden =
  | 'nothing'
  /** The lines of a private key: so many more at most, since its end may be missing. */
  | { readonly keyLines: number }
  /** The lines that are further to the right: the value of a name in a line of its own. */
  | { readonly indent: number };

/** Of RSA with 16,384 bits, and some more. */
const longestKey = 220;

/**
 * Neither the lines of a private key nor what the line before names, over however many events it goes, nor
 * secrets, nor what controls a terminal. What tells of a failure stays, but for its secrets.
 */
export function safeLines(lines: readonly Line[]): readonly Line[] {
  let hidden: Hidden = 'nothing';
  return lines.flatMap(({ at, text: written }) => {
    const text = withoutInvisible(written);
    const isHidden = hides(hidden, text) && kindOf(text) === 'other';
    hidden = after(hidden, text, isHidden);
    return isHidden ? [] : [{ at, text: visible(redacted(text)).trimEnd() }];
  });
}

function hides(hidden: Hidden, text: string): boolean {
  if (hidden === 'nothing') return false;
  return 'keyLines' in hidden || indentOf(text) > hidden.indent;
}

function after(before: Hidden, text: string, wasHidden: boolean): Hidden {
  const begins = text.lastIndexOf('-----BEGIN');
  const isOfKey = /-----BEGIN [A-Z ]{0,40}PRIVATE KEY/.test(text);
  if (isOfKey && text.lastIndexOf('-----END') < begins) return { keyLines: longestKey };
  if (before !== 'nothing' && 'keyLines' in before) {
    const isOver = /-----END [A-Z ]{0,40}PRIVATE KEY/.test(text) || before.keyLines <= 1;
    return isOver ? 'nothing' : { keyLines: before.keyLines - 1 };
  }
  if (wasHidden) return before;
  return namesTheNext(text) ? { indent: indentOf(text) } : 'nothing';
}

/** Spaces before the first sign. */
function indentOf(text: string): number {
  return /^\s*/.exec(text)?.[0].length ?? 0;
}

/** Without what moves a terminal's cursor, colors or links (ECMA-48), and signs that split a word unseen. */
function withoutInvisible(text: string): string {
  return (
    text
      .replaceAll(
        // biome-ignore lint/suspicious/noControlCharactersInRegex: they begin with one.
        /\u001b\[[0-?]*[ -/]*[@-~]|\u001b\][^\u0007\u001b]*(?:\u0007|\u001b\\)?|\u001b[@-_]?/g,
        '',
      )
      // Tabs and line breaks separate words.
      .replaceAll(/(?![\t-\r\u0085])[\p{Cc}\p{Cf}]/gu, '')
  );
}
