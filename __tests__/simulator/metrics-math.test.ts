import { describe, expect, it } from '@jest/globals';
import { calculate, type Series } from '../../simulator/metrics/calculate.ts';
import { childrenIn, holds, readRule } from '../../simulator/metrics/composite-rule.ts';
import { readExpression } from '../../simulator/metrics/expression.ts';
import { statisticOf } from '../../simulator/metrics/statistics.ts';

const none = undefined;

/** Requests, errors and a metric that never has data, over four minutes. */
const series: Readonly<Record<string, Series>> = {
  n: [100, 60, none, 0],
  e: [5, none, 2, 0],
  m: [none, none, none, none],
};

function worked(expression: string): Series {
  return calculate(readExpression(expression), 4, (id) => series[id] ?? []);
}

describe('metric math', () => {
  it.each([
    ['e', [5, none, 2, 0]],
    ['n + e', [105, 60, 2, 0]],
    ['n - e * 2', [90, 60, -4, 0]],
    ['(n - e) * 2', [190, 120, -4, 0]],
    ['100 * e / n', [5, 0, none, none]],
    ['-e', [-5, none, -2, 0]],
    ['n + m', [100, 60, none, 0]],
    ['m + 1', [none, none, none, none]],
    ['n >= 60', [1, 1, none, 0]],
    ['n >= 50 AND e >= 3', [1, 0, 0, 0]],
    ['n >= 50 && e >= 3 || e == 2', [1, 0, 1, 0]],
    ['n > 0 or e > 0', [1, 1, 1, 0]],
    ['IF(n >= 50 AND e >= 3, 100 * e / n, 0)', [5, 0, 0, 0]],
    ['IF(n > 50, n)', [100, 60, none, none]],
    ['IF(m > 1, 1, 0)', [none, none, none, none]],
    ['FILL(e, 0)', [5, 0, 2, 0]],
    ['FILL(m, 7) + n', [107, 67, 7, 7]],
    ['CEIL(e / 2) + FLOOR(n / 9) + ABS(0 - e)', [19, 6, 3, 0]],
    ['IF(n >= 50 AND m >= 50, 100 * (e/n - m/m), 0)', [0, 0, none, 0]],
  ])('%s', (expression, expected) => expect(worked(expression)).toEqual(expected));

  it('counts a metric as 0 where another one of the expression has a datapoint', () => {
    expect(worked('IF(n >= 50 AND m >= 50, 1, 0)')).toEqual([0, 0, none, 0]);
  });

  it.each([
    ['', 'The expression is empty'],
    ['n +', 'The expression ends too early'],
    ['(n', 'The expression ends too early'],
    ['n e', 'Unexpected "e"'],
    ['n ; e', 'Unexpected ";"'],
    ['N', 'Unexpected "N"'],
    ['SEARCH("x")', 'The function SEARCH is not modeled'],
    ['IF(n)', 'IF does not take 1 arguments'],
  ])('that cannot be read is refused: %s', (expression, message) =>
    expect(() => readExpression(expression)).toThrow(message),
  );
});

describe('statistics of samples', () => {
  const samples = [0, 0, 1, 0, 1];
  it.each([
    ['SampleCount', 5],
    ['Sum', 2],
    ['Average', 0.4],
    ['Minimum', 0],
    ['Maximum', 1],
    ['p50', 0],
    ['p100', 1],
    ['p62.5', 0.5],
  ])('%s', (name, expected) => expect(statisticOf(name)?.(samples)).toBe(expected));

  it.each(['sum', 'p101', 'p', 'TM(10%:90%)', 'toString'])('%s is none that is modeled', (name) =>
    expect(statisticOf(name)).toBeUndefined(),
  );
});

describe('the rule of a composite alarm', () => {
  const states = { a: 'ALARM', b: 'OK', 'c (d)': 'INSUFFICIENT_DATA' } as const;
  const stateOf = (name: string) => states[name as keyof typeof states] ?? 'OK';
  it.each([
    ['ALARM(a)', true],
    ['ALARM("b")', false],
    ['OK(b) AND INSUFFICIENT_DATA("c (d)")', true],
    ['ALARM(b) OR (ALARM(a) AND NOT ALARM(b))', true],
    ['ALARM(a) AND ALARM(b) OR TRUE', true],
    ['NOT (TRUE OR FALSE)', false],
  ])('%s', (rule, expected) => expect(holds(readRule(rule), stateOf)).toBe(expected));

  it('names its children, each once', () => {
    expect(childrenIn(readRule('ALARM(a) OR NOT OK("b") AND OK(a)'))).toEqual(['a', 'b']);
  });

  it.each(['', 'ALARM', 'ALARM(a', 'ALARM(a) ALARM(b)', 'FINE(a)', '(ALARM(a)'])(
    'that cannot be read is refused: %s',
    (rule) => expect(() => readRule(rule)).toThrow(),
  );
});
