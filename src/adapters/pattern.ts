import { runInNewContext } from 'node:vm';
import { longestMatchedText, type Match, millisecondsToMatch } from '../domain/pattern.ts';

/** The pattern and the text go in as values: nothing of them is run as code. */
const script = "new RegExp(pattern, 's').test(text)";

/**
 * Looks for a regular expression in a text, for a limited time: one that goes back and forth over a
 * text can take years. Nothing else happens meanwhile, and no signal is heard.
 */
export function matches(pattern: string, text: string): Match {
  const values = { pattern, text: text.slice(0, longestMatchedText) };
  try {
    const isFound = runInNewContext(script, values, { timeout: millisecondsToMatch });
    return isFound === true ? 'found' : 'not-found';
  } catch {
    return 'gave-up';
  }
}
