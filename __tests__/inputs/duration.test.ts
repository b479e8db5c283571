import { describe, expect, it } from '@jest/globals';
import { secondsOf } from '../../src/inputs/duration.ts';

describe('a duration', () => {
  it.each([
    ['0', 0],
    ['300', 300],
    ['300s', 300],
    ['5m', 300],
    ['1h', 3600],
    ['1h30m', 5400],
    ['1h30m15s', 5415],
    ['1h15s', 3615],
    ['90m', 5400],
    ['007', 7],
  ])('%s: %d seconds', (text, seconds) => {
    expect(secondsOf(text)).toBe(seconds);
  });

  it.each([
    '',
    's',
    'h',
    '-5',
    '+5',
    '1.5h',
    '5 m',
    '5M',
    '5min',
    '30s1m',
    '1h30',
    '5m5m',
    '1d',
    '1e3',
    '0x10',
    '٣',
    'forever',
    '9007199254740992',
    '9007199254740991h',
  ])('"%s": none', (text) => {
    expect(secondsOf(text)).toBeUndefined();
  });
});
