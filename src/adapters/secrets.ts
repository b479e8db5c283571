import { withoutRecognisable } from '../domain/text/recognisable.ts';
import { type Spelling, spellingsOf, without } from './spellings.ts';

/** Shorter texts are no secrets that anyone guards, and hiding them would hide half of the log. */
const shortestSecret = 16;
/** Of a text that is a password for certain. */
const shortestPassword = 8;

/**
 * What is to appear nowhere. The runner hides secrets in the log only: not in a comment, an output
 * or a summary, where an error of AWS may quote the request that it refuses, in some encoding.
 */
export class Secrets {
  readonly #known = new Set<string>();
  readonly #spellings: Spelling[] = [];

  /** From here on this text is left out of everything that is written or sent. Answers whether it is one to hide. */
  remember(text: string, kind: 'key' | 'password' = 'key'): boolean {
    const shortest = kind === 'key' ? shortestSecret : shortestPassword;
    // Of a text of several lines, each is one to hide: it may be told alone.
    const found = [text, ...text.split(/\r?\n/)].filter(({ length }) => length >= shortest);
    for (const secret of found) {
      if (!this.#known.has(secret)) this.#spellings.push(...spellingsOf(secret));
      this.#known.add(secret);
    }
    return found.length > 0;
  }

  /** The text without the secrets in it. */
  redacted(text: string): string {
    const clean = this.#spellings.reduce(without, text);
    return withoutRecognisable(clean).replaceAll(base64Run, (run) => (hides(run) ? '***' : run));
  }
}

/** It does not begin within an escape of JSON, of which the rest would be left. */
const base64Run = /(?<!\\(?:u[\da-f]{0,3})?)[\w+/-]{24,}={0,2}/g;

/** Whether what is in base64 holds a secret that is known by its form: at some alignment. */
function hides(run: string): boolean {
  return [0, 1, 2, 3].some((from) => {
    const text = Buffer.from(run.slice(from), 'base64').toString('latin1');
    return withoutRecognisable(text) !== text;
  });
}
