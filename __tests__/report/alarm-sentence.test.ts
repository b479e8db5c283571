import { describe, expect, it } from '@jest/globals';
import type { Metric, MetricAlarm } from '../../src/domain/alarms/alarm.ts';
import {
  type AlarmRecord,
  type ExaminedAlarm,
  nothingKnown,
} from '../../src/domain/cause/alarm-evidence.ts';
import { inLog } from '../../src/domain/text/log.ts';
import { alarmSentence } from '../../src/report/explain/alarm.ts';
import { compositeAlarm, metricAlarm } from '../domain/alarms.ts';
import { at } from '../domain/snapshots.ts';

const nothing = { ...nothingKnown, children: [] };
const minute = (index: number, value: number) => ({ at: at(60 * index), value });

function alarm(metric: Partial<Metric>, members: Partial<MetricAlarm> = {}): MetricAlarm {
  const watches = { ...metricAlarm.watches, name: 'Invocation5XXErrors', ...metric };
  const comparison = 'GreaterThanOrEqualToThreshold';
  return { ...metricAlarm, threshold: 1, comparison, ...members, watches } as MetricAlarm;
}

const said = (...records: Partial<ExaminedAlarm>[]) =>
  inLog(
    alarmSentence({
      kind: 'alarm',
      isContradicted: false,
      alarms: records.map((record) => {
        const name = record.name ?? 'fraud-5xx';
        return { name, examined: { ...nothing, ...record, name } };
      }),
    }),
  );

/** Tripped at 09:04:05 by one datapoint of the minute 09:03, of which each fleet has a part. */
function tripped(
  definition: MetricAlarm | undefined,
  value: number,
  fleets?: { readonly fresh?: number; readonly old?: number },
): AlarmRecord {
  const part = (number: number | undefined) => (number === undefined ? [] : [minute(3, number)]);
  return {
    ...nothing,
    ...{ name: 'fraud-5xx', alarm: definition, trippedAt: at(245) },
    ...{ decidedBy: [minute(3, value)], datapoints: [minute(2, 0), minute(3, value)] },
    fleets: fleets && { fresh: part(fleets.fresh), old: part(fleets.old) },
  };
}

describe('an alarm on errors is told with the errors of its minute', () => {
  it.each([
    [17, { fresh: 17 }, '17 errors in the minute 09:03, all of them on the new fleet'],
    [17, { fresh: 17, old: 0 }, '17 errors in the minute 09:03, all of them on the new fleet'],
    [1, { fresh: 1 }, '1 error in the minute 09:03, on the new fleet'],
    [17, { fresh: 12, old: 5 }, '17 errors in the minute 09:03, 12 of them on the new fleet'],
    [17, { fresh: 0, old: 17 }, '17 errors in the minute 09:03, all of them on the old fleet'],
    // By endpoint and variant alone, or not yet: nothing tells whose they were.
    [17, {}, '17 errors in the minute 09:03'],
    [17, { fresh: 19 }, '17 errors in the minute 09:03'],
    [17, { fresh: 0 }, '17 errors in the minute 09:03'],
    [17, undefined, '17 errors in the minute 09:03'],
  ])('%i, of which by fleet %j', (value, fleets, words) => {
    expect(said(tripped(alarm({}), value, fleets))).toBe(
      `The alarm fraud-5xx went to ALARM at 09:04 UTC: ${words}; its threshold is 1.`,
    );
  });

  it('as a share, where it watches their average', () => {
    const average = alarm({ statistic: 'Average' }, { threshold: 0.01 });
    expect(said(tripped(average, 0.3389, { fresh: 1, old: 0 }))).toBe(
      'The alarm fraud-5xx went to ALARM at 09:04 UTC: 33.89 % of the requests failed in the minute 09:03 (100 % on the new fleet, 0 % on the old one); its threshold is 1 %.',
    );
  });
});

describe('any other alarm is told with its statistic', () => {
  it.each([
    [
      alarm({ name: 'ModelLatency', statistic: 'Average' }, { threshold: 4000 }),
      [4346.2, { fresh: 6210, old: 2100 }],
      'the average of ModelLatency was 4.346 ms in the minute 09:03 (6.21 ms on the new fleet, 2.1 ms on the old one); its threshold is 4 ms',
    ],
    [
      alarm({ name: 'ModelLatency', statistic: 'p99', periodSeconds: 300 }, { threshold: 2e6 }),
      [2_500_000],
      'the p99 of ModelLatency was 2500 ms in the 5 min from 09:03; its threshold is 2000 ms',
    ],
    [
      alarm(
        { namespace: '/aws/sagemaker/Endpoints', name: 'CPUUtilization', periodSeconds: 10 },
        { threshold: 90 },
      ),
      [99.73],
      'the sum of CPUUtilization was 99.73 % in the 10 s from 09:03:00; its threshold is 90 %',
    ],
    [
      alarm(
        { name: 'Invocations' },
        { comparison: 'LessThanThreshold', threshold: 5, datapointsToAlarm: 3 },
      ),
      [2],
      'the sum of Invocations was 2 in the minute 09:03; its threshold is 5',
    ],
    [
      {
        ...metricAlarm,
        watches: {
          kind: 'expression',
          queries: [
            {
              ...{ id: 'e', returnsData: true, expression: '100 * f / n', periodSeconds: 60 },
              metric: undefined,
            },
          ],
        },
      } satisfies MetricAlarm,
      [28.8],
      '100 * f / n was 28.8 in the minute 09:03; its threshold is 5',
    ],
    [undefined, [28.8], 'the value was 28.8 at 09:03:00'],
  ] as const)('%#', (definition, [value, fleets], words) => {
    expect(said(tripped(definition, value, fleets))).toBe(
      `The alarm fraud-5xx went to ALARM at 09:04 UTC: ${words}.`,
    );
  });

  it('unless it treats missing data as breaching, and had none', () => {
    const reason = 'no datapoints were received for 1 period and 1 missing datapoint was treated';
    const record = { alarm: alarm({}, { treatMissingData: 'breaching' }), trippedAt: at(245) };
    expect(said({ ...record, reason })).toBe(
      'The alarm fraud-5xx went to ALARM at 09:04 UTC: there was no data, which it treats as breaching.',
    );
  });
});

it('without what CloudWatch named, the newest breaching datapoint before the change is told', () => {
  const record = tripped(alarm({}), 17);
  const datapoints = [minute(1, 3), minute(2, 4), minute(3, 0), minute(4.5, 30)];
  expect(said({ ...record, decidedBy: [], datapoints })).toContain('4 errors in the minute 09:02;');
});

it('a composite alarm is told by the alarms in its rule', () => {
  const children = [
    { ...nothing, name: 'fraud-any', alarm: compositeAlarm, trippedAt: at(246) },
    tripped(alarm({}), 17, { fresh: 17 }),
    { ...nothing, name: 'fraud-latency', alarm: alarm({}), trippedAt: at(250) },
    { ...nothing, name: 'unreadable' },
  ];
  const record = { name: 'fraud', alarm: compositeAlarm, trippedAt: at(247) };
  expect(said({ ...record, children })).toBe(
    'The composite alarm fraud went to ALARM at 09:04 UTC, by fraud-5xx (and fraud-latency, fraud-any): 17 errors in the minute 09:03, all of them on the new fleet; its threshold is 1.',
  );
  expect(said(record)).toBe('The composite alarm fraud went to ALARM at 09:04 UTC.');
});

it('several alarms are told in their order, some of them by name', () => {
  const records = [300, 290, 280, 270, 260].map((second) => ({
    ...{ name: `a${second}`, trippedAt: at(second) },
  }));
  expect(said(...records)).toBe(
    'The alarm a260 went to ALARM at 09:04 UTC. The alarm a270 went to ALARM at 09:04 UTC. The alarm a280 went to ALARM at 09:04 UTC. So did a290, a300.',
  );
});

it('an alarm that was in ALARM before the update is told as such', () => {
  expect(said({ redSince: at(-3600) })).toBe(
    'The alarm fraud-5xx was in ALARM already before the update began, since 08:00 UTC, 2026-03-02.',
  );
});

it('an alarm of which nothing is known went to ALARM, as SageMaker says', () => {
  expect(said({})).toBe('The alarm fraud-5xx went to ALARM.');
});
