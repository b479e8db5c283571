import TestSequencer from '@jest/test-sequencer';

/** What takes longest, by the ends of its paths: whoever begins late with one ends late and alone. */
const slow = [
  ...['properties/properties.test.ts', 'foreign-text.test.ts', 'awscli.test.ts'],
  'kinds-of-configurations.test.ts',
];

/** Jest's own order, by what it knows of an earlier run, behind what is slow on a fresh machine too. */
export default class SlowFirst extends TestSequencer {
  sort(tests) {
    return super.sort(tests).toSorted((one, other) => rankOf(one) - rankOf(other));
  }
}

function rankOf({ path }) {
  const rank = slow.findIndex((end) => path.endsWith(end));
  if (rank >= 0) return rank;
  return slow.length + (/\/(journeys|__tests__\/transcripts)\//.test(path) ? 0 : 1);
}
