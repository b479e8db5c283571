import { expect, it } from '@jest/globals';
import { historyItemOf, seriesById } from '../../src/adapters/cloudwatch-records.ts';

const time = new Date('2026-03-02T09:00:00Z');
const never = new Date(Number.NaN);

it.each([Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY])(
  'A datapoint of %d is none, nor is one without a time, and none is moved to the time of another.',
  (value) => {
    const Timestamps = [time, new Date(time.getTime() + 60_000), never];
    const results = [
      { Id: 'a', StatusCode: 'Complete' as const, Timestamps, Values: [value, 2, 3] },
    ];
    expect(seriesById(results, 'all').get('a')).toEqual({
      datapoints: [{ at: time.getTime() + 60_000, value: 2 }],
      extent: 'all',
    });
  },
);

it('A change of state without a time that is one tells nothing.', () => {
  expect(historyItemOf({ Timestamp: never, HistorySummary: 'x' })).toEqual([]);
  expect(historyItemOf({ HistorySummary: 'x' })).toEqual([]);
});
