import { describe, expect, it } from '@jest/globals';
import { matches } from '../../src/adapters/pattern.ts';
import { longestMatchedText } from '../../src/domain/pattern.ts';

const many = 'a'.repeat(41);

describe("a user's regular expression", () => {
  it.each([
    ['^b?a', 'ab', 'found'],
    ['a.*c', 'a\nb\u2028c', 'found'],
    ['^b', 'ab', 'not-found'],
    ['x', '', 'not-found'],
    ['a(', 'a(', 'gave-up'],
    ['"\\); process\\.exit\\(1\\)', '"); process.exit(1)', 'found'],
  ])('is searched for as it is written: %j in %j', (pattern, text, match) => {
    expect(matches(pattern, text)).toBe(match);
  });

  it.each([
    ['^(a+)+$', `${many}!`],
    ['(a|a)*b', many],
    ['^(?=(a+)+$)', `${many}!`],
  ])('is given up where it goes back and forth for ever: %j', (pattern, text) => {
    expect(matches(pattern, text)).toBe('gave-up');
  });

  it('is searched for in the beginning of a very long text', () => {
    const long = 'a'.repeat(longestMatchedText);
    expect(matches('b', `${long}b`)).toBe('not-found');
    expect(matches('b', `${long.slice(1)}b`)).toBe('found');
  });
});
