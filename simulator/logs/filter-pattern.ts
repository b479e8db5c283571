import { refusal } from '../aws/aws-error.ts';
import { invalid } from './errors.ts';

type Matcher = (message: string) => boolean;

/**
 * A filter pattern of terms: all of them, none with a `-`, or any of those with a `?`; case counts.
 * https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/FilterAndPatternSyntax.html
 */
export function matcherOf(pattern: string): Matcher {
  if (/^\s*[{[%]/.test(pattern)) {
    throw refusal('patterns of JSON, columns and regular expressions are not modeled');
  }
  const terms = [...pattern.matchAll(/([?-]?)("(?:[^"\\]|\\.)*"|\S+)/g)].map(
    ([, sign = '', term = '']) => ({ sign, words: wordsOf(term) }),
  );
  const others = terms.filter(({ sign }) => sign !== '?');
  // Beside other terms, those with a question mark are ignored.
  if (others.length === 0 && terms.length > 0) {
    return (message) => terms.some(({ words }) => message.includes(words));
  }
  return (message) => others.every(({ sign, words }) => message.includes(words) === (sign !== '-'));
}

/** Anything but letters, digits and underscores has to be quoted. */
function wordsOf(term: string): string {
  if (/^".*"$/.test(term)) return term.slice(1, -1).replace(/\\(.)/g, '$1');
  if (!/^[\p{L}\p{N}_]+$/u.test(term)) throw invalid(`Invalid character(s) in term '${term}'`);
  return term;
}
