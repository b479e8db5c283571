import { expect, it } from '@jest/globals';
import { evidenceOf } from '../../../src/domain/cause/containers-read.ts';
import { type Shown, shownTo } from '../../../src/domain/cause/log-readers.ts';

it.each([
  ['everything', 'public', 'everyone'],
  ['everything', 'unknown', 'everyone'],
  ['auto', 'private', 'summary'],
  ['auto', 'internal', 'summary'],
  ['auto', 'public', 'no-one'],
  ['auto', 'unknown', 'no-one'],
  ['nothing', 'private', 'no-one'],
  ['nothing', 'public', 'no-one'],
] as const)(
  'show-logs that means %s shows lines of a %s repository to: %s',
  (asked, visibility, shown) => {
    expect(shownTo(asked, visibility)).toBe(shown);
  },
);

const read = (shown: Shown) =>
  evidenceOf(
    {
      ...{ logGroup: 'found', isComplete: true, since: 0, unread: undefined },
      streams: [{ name: 'AllTraffic/i-1', createdAt: 5 }],
      events: new Map([
        ['AllTraffic/i-1', [{ at: 6, message: 'Model of customer 7 loaded\nImportError: x' }]],
      ]),
    },
    shown,
  ).containers.map(({ lines, summaryLines }) => [
    lines.map(({ text }) => text),
    summaryLines.map(({ text }) => text),
  ]);

it('Lines that no reader may see are kept nowhere, and the summary has failures only.', () => {
  expect(read('everyone')).toEqual([[['Model of customer 7 loaded', 'ImportError: x'], []]]);
  expect(read('summary')).toEqual([[[], ['ImportError: x']]]);
  expect(read('no-one')).toEqual([[[], []]]);
});

it('Containers that fail in the same way are told once, the worst first.', () => {
  const streams = ['a', 'b', 'c', 'd'].map((name, index) => ({ name, createdAt: index }));
  const messages = { a: 'ImportError: x 1', b: 'fine', c: 'ImportError: x 2', d: 'Worker died' };
  const { containers, more } = evidenceOf(
    {
      ...{ logGroup: 'found', isComplete: true, since: 0, unread: undefined, streams },
      events: new Map(
        Object.entries(messages).map(([name, message]) => [name, [{ at: 9, message }]]),
      ),
    },
    'everyone',
  );
  expect(containers.map(({ stream, condition, alike }) => [stream, condition, alike])).toEqual([
    ['d', 'died', 0],
    ['c', 'failing', 1],
    ['b', 'no-failure', 0],
  ]);
  expect(more).toBe(0);
});
