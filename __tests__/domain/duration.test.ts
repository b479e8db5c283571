import { expect, it } from '@jest/globals';
import { durationText } from '../../src/domain/duration.ts';

it.each([
  [0, '0 s'],
  [0.4, '0 s'],
  [-3, '0 s'],
  [45, '45 s'],
  [59.6, '1 min'],
  [60, '1 min'],
  [61, '1 min 1 s'],
  [300, '5 min'],
  [584, '9 min 44 s'],
  [3599, '59 min 59 s'],
  [3600, '1 h'],
  [3659, '1 h'],
  [5400, '1 h 30 min'],
  [28_800, '8 h'],
  [90_061, '25 h 1 min'],
])('%d seconds read "%s"', (seconds, text) => {
  expect(String(durationText(seconds))).toBe(text);
});
