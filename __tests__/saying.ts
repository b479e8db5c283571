/** For `toEqual` and its like: a phrase that reads so, as plain text. */
export function saying(expected: string | RegExp): unknown {
  return {
    $$typeof: Symbol.for('jest.asymmetricMatcher'),
    asymmetricMatch: (words: unknown) =>
      typeof expected === 'string' ? String(words) === expected : expected.test(String(words)),
    toString: () => `words saying ${expected}`,
  };
}
