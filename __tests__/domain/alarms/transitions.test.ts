import { describe, expect, it } from '@jest/globals';
import { leftAlarmIn, transitionOf, tripIn } from '../../../src/domain/alarms/transitions.ts';
import { at } from '../snapshots.ts';

const decidedBy = (newState: unknown) =>
  transitionOf({ at: at(245), summary: '', data: JSON.stringify({ newState }) }).decidedBy;
const inWords = (stateReason: string) => decidedBy({ stateValue: 'ALARM', stateReason });
const inData = (stateReasonData: unknown) => decidedBy({ stateValue: 'ALARM', stateReasonData });
const seventeen = [{ at: at(180), value: 17 }];

describe('the datapoints by which an alarm changed are read', () => {
  it.each([
    ['in words, the day first', '[17.0 (02/03/26 09:03:00)] was greater'],
    ['in words, the month first', '[17.0 (03/02/26 09:03:00)] was greater'],
    ['in words, in ISO 8601', '[17.0 (2026-03-02T09:03:00Z)] was greater'],
    ['with an exponent', '[1.7E1 (02/03/26 09:03:00)] was greater'],
  ])('%s', (_, reason) => {
    expect(inWords(`Threshold Crossed: 1 out of the last 1 datapoints ${reason}`)).toEqual(
      seventeen,
    );
  });

  it('in words, several, by time', () => {
    const reason = '2 datapoints [21.0 (02/03/26 09:03:00), 4.0 (02/03/26 09:02:00)] were';
    expect(inWords(reason)).toEqual([
      { at: at(120), value: 4 },
      { at: at(180), value: 21 },
    ]);
  });

  it.each([
    [
      'in data, all that was evaluated',
      { evaluatedDatapoints: [{ timestamp: '2026-03-02T09:03:00.000+0000', value: 17 }] },
    ],
    [
      'in data, a single one',
      { startDate: '2026-03-02T09:03:00.000+0000', recentDatapoints: [17] },
    ],
    ['in data within a text', '{"startDate":"2026-03-02T10:03:00+01:00","recentDatapoints":[17]}'],
  ])('%s', (_, data) => {
    expect(inData(data)).toEqual(seventeen);
  });
});

describe('what is no datapoint is none', () => {
  it.each([
    'Threshold Crossed',
    '[17.0 (32/13/26 09:03:00)]',
    '[17.0 (02/03/26 25:03:00)]',
    '[17.0 (02/03/26 09:05:00)] lies after the change',
    '[17.0 (02/03/25 09:03:00)] is of another year',
    '[1e999 (02/03/26 09:03:00)]',
    '[NaN (02/03/26 09:03:00)]',
    `[${'9'.repeat(400)} (02/03/26 09:03:00)`.repeat(1000),
  ])('in the words %j', (reason) => {
    expect(inWords(reason)).toEqual([]);
  });

  it.each([
    null,
    [],
    17,
    '{',
    { evaluatedDatapoints: 'all' },
    { evaluatedDatapoints: [null, 17, { timestamp: 7, value: 1 }, { timestamp: 'now', value: 1 }] },
    { evaluatedDatapoints: [{ timestamp: '2026-03-02T09:03:00Z', value: '17' }] },
    { startDate: '2026-03-02T09:03:00Z', recentDatapoints: [1, 2] },
    { startDate: '0000-99-99T09:03:00Z', recentDatapoints: [1] },
    { __proto__: { recentDatapoints: [1] }, startDate: ['2026-03-02T09:03:00Z'] },
  ])('in the data %j', (data) => {
    expect(inData(data)).toEqual([]);
  });
});

describe('the first change to ALARM', () => {
  const change = (seconds: number, to: string | undefined) => ({
    ...{ at: at(seconds), from: undefined, to, reason: undefined, decidedBy: [] },
  });

  it('is followed by the next change away from it', () => {
    const changes = [change(1, 'OK'), change(2, 'ALARM'), change(3, undefined), change(4, 'OK')];
    expect(tripIn([...changes, change(5, 'ALARM')])).toEqual({
      trip: changes[1],
      recoveredAt: at(4),
    });
  });

  it('may be the last, or may be missing', () => {
    expect(tripIn([change(2, 'ALARM')])?.recoveredAt).toBeUndefined();
    expect(tripIn([change(2, 'INSUFFICIENT_DATA')])).toBeUndefined();
    expect(tripIn([])).toBeUndefined();
  });
});

describe('an alarm that was in ALARM at the beginning has left it', () => {
  const left = (...items: readonly { readonly summary?: string; readonly data?: object }[]) =>
    leftAlarmIn(
      items.map(({ summary = '', data = {} }, index) =>
        transitionOf({ at: at(index), summary, data: JSON.stringify(data) }),
      ),
    );
  const data = { oldState: { stateValue: 'ALARM' }, newState: { stateValue: 'OK' } };

  it('by the data, or the summary, of the first change', () => {
    expect(left({ data })).toBe(at(0));
    expect(left({ summary: 'Alarm updated from ALARM to INSUFFICIENT_DATA' })).toBe(at(0));
  });

  it('not where an earlier change tells of another state, or nothing is known', () => {
    expect(
      left({ summary: 'Alarm updated from OK to INSUFFICIENT_DATA' }, { data }),
    ).toBeUndefined();
    expect(left({ data: { oldState: 'ALARM', newState: data.newState } })).toBeUndefined();
    expect(left()).toBeUndefined();
  });
});
