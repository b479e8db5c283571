import { type Phrase, phrase } from './phrase.ts';

/** A character that no credential and no token has, in words: no header can be written with it. */
export function strayIn(secret: string): Phrase | undefined {
  const [stray] = /[^!-~]/.exec(secret) ?? [];
  if (stray === undefined) return undefined;
  if (stray === '\n' || stray === '\r') return phrase`a line break`;
  return stray === ' ' ? phrase`a space` : phrase`a character that is not printable ASCII`;
}
