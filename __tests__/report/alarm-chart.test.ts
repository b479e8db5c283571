import { describe, expect, it } from '@jest/globals';
import type { Metric, MetricAlarm } from '../../src/domain/alarms/alarm.ts';
import { type AlarmRecord, nothingKnown } from '../../src/domain/cause/alarm-evidence.ts';
import { inLog } from '../../src/domain/text/log.ts';
import { alarmChart } from '../../src/report/explain/alarm-chart.ts';
import { metricAlarm } from '../domain/alarms.ts';
import { at } from '../domain/snapshots.ts';

const minute = (index: number, value: number) => ({ at: at(60 * index), value });

function alarm(metric: Partial<Metric>, threshold = 1): MetricAlarm {
  return { ...metricAlarm, threshold, watches: { ...metricAlarm.watches, ...metric } as never };
}

function record(members: Partial<AlarmRecord>): AlarmRecord {
  return { ...nothingKnown, name: 'fraud-5xx', alarm: alarm({}), trippedAt: at(245), ...members };
}

const linesOf = (members: Partial<AlarmRecord>) =>
  alarmChart(record(members))?.chart.text.split('xychart-beta\n')[1]?.split('\n');

it('the datapoints of an alarm are drawn as bars, those of the new fleet before all, and its threshold as a line', () => {
  const errors = record({
    datapoints: [minute(0, 0), minute(1, 2), minute(3, 17)],
    fleets: { fresh: [minute(3, 12)], old: [minute(1, 2), minute(3, 5)] },
  });
  expect(alarmChart(errors)?.chart.text).toBe(`\`\`\`mermaid
---
config:
  xyChart:
    width: 400
    height: 220
    titleFontSize: 14
    xAxis:
      labelFontSize: 11
    yAxis:
      labelFontSize: 11
  themeVariables:
    xyChart:
      plotColorPalette: "#8b949e, #2f81f7, #f85149"
---
xychart-beta
    title "Errors"
    x-axis ["09:00", "09:01", "09:02", "09:03"]
    y-axis 0 --> 22
    bar [0, 2, 0, 17]
    bar [0, 0, 0, 12]
    line [1, 1, 1, 1]
\`\`\``);
  const { legend } = alarmChart(errors) ?? {};
  expect(legend && inLog(legend)).toBe(
    'Blue: on the new fleet. Gray: the others. Red: the threshold.',
  );
});

it('latencies are drawn in milliseconds, and a period without data stands at the bottom', () => {
  const latency = record({
    alarm: alarm({ name: 'ModelLatency', statistic: 'p99' }, 4000),
    datapoints: [minute(0, 1234.5), minute(2, 4346)],
  });
  const { chart, legend } = alarmChart(latency) ?? {};
  expect(chart?.text).toContain('title "Latency in ms"');
  expect(chart?.text).toContain('    bar [1.2345, 0, 4.346]\n    line [4, 4, 4]\n');
  expect(legend && inLog(legend)).toBe(
    'Blue: what the alarm watches. Red: its threshold. Periods without data stand at the bottom.',
  );
});

it.each([
  [{ statistic: 'Average' }, 0.25, 'title "Failed requests in %"', 'bar [25]'],
  [
    { namespace: '/aws/sagemaker/Endpoints', name: 'CPUUtilization' },
    99.5,
    'title "Utilization in %"',
    'bar [99.5]',
  ],
  [{ namespace: 'Acme', name: '"] bar [' }, -3, 'title "What the alarm watches"', 'bar [-3]'],
])('%j has a title and values of its kind', (metric, value, title, bar) => {
  const text = linesOf({ alarm: alarm(metric), datapoints: [minute(0, value)] })?.join('\n');
  expect(text).toContain(title);
  expect(text).toContain(bar);
});

describe('a chart has six times at most', () => {
  it.each([
    [60, 6, 'bar 6', ['09:00', '09:01', '09:02', '09:03', '09:04', '09:05']],
    [60, 20, 'bar 20', ['09:00', '09:04', '09:08', '09:12', '09:16']],
    [60, 13, 'bar 13', ['09:00', '09:03', '09:06', '09:09']],
    [60, 500, 'bar 60', ['16:20', '16:30', '16:40', '16:50', '17:00', '17:10']],
    [10, 3, 'bar 3', ['09:00:00', '09:00:10', '09:00:20']],
    [86_400, 3, 'bar 3', ['03-02', '03-03', '03-04']],
  ])('of %i s, %i of them: %s', (periodSeconds, count, bars, times) => {
    const datapoints = Array.from({ length: count }, (_, index) => ({
      ...{ at: at(periodSeconds * index), value: index },
    }));
    const lines = linesOf({ alarm: alarm({ periodSeconds }), datapoints }) ?? [];
    const [, axis = ''] = lines;
    const labels = axis.match(/"[^"]*"/g) ?? [];
    expect(`bar ${labels.length}`).toBe(bars);
    expect(new Set(labels).size).toBe(labels.length);
    expect(labels.filter((label) => /\d/.test(label))).toEqual(times.map((time) => `"${time}"`));
    expect(lines[3]?.split(',')).toHaveLength(labels.length);
  });
});

describe('what Mermaid would not take is not drawn', () => {
  const good = [minute(0, 1), minute(1, 2)];
  it.each<[string, Partial<AlarmRecord>]>([
    ['no datapoint', { datapoints: [] }],
    ['no definition', { alarm: undefined, datapoints: good }],
    ['a band', { alarm: { ...alarm({}), threshold: undefined }, datapoints: good }],
    ['a value that is no number', { datapoints: [minute(0, Number.NaN)] }],
    ['an endless value', { datapoints: [minute(0, Number.POSITIVE_INFINITY)] }],
    ['a huge value', { datapoints: [minute(0, 1e21)] }],
    ['tiny values', { alarm: alarm({}, 1e-7), datapoints: [minute(0, 1e-8)] }],
    ['a threshold that is no number', { alarm: alarm({}, Number.NaN), datapoints: good }],
    ['a time that is no number', { datapoints: [{ at: Number.NaN, value: 1 }] }],
    ['a period that is none', { alarm: alarm({ periodSeconds: 0 }), datapoints: good }],
    ['a text for a number', { datapoints: [minute(0, '1]\nbar [' as never)] }],
  ])('%s', (_, members) => {
    expect(alarmChart(record(members))).toBeUndefined();
  });

  it('and what it would take has no exponent, whatever its size', () => {
    const values = [0.0001, 12_345.789_123_456_7, 1e-7, -0, 4e4, 0.1 + 0.2];
    expect(linesWith(values, 1e-5)).toEqual([
      '    y-axis 0 --> 55000',
      '    bar [0.0001, 12345.789123, 0, 0, 40000, 0.3]',
      '    line [0.00001, 0.00001, 0.00001, 0.00001, 0.00001, 0.00001]',
    ]);
  });

  it.each([
    [6e4, 'Errors, in thousands', '60'],
    [6e7, 'Errors, in millions', '60'],
    [5e12, 'Errors, in billions', '5000'],
  ])('and %d is drawn as %s', (value, title, bar) => {
    const lines = linesOf({ alarm: alarm({}), datapoints: [minute(0, value)] }) ?? [];
    expect([lines[0], lines[3]]).toEqual([`    title "${title}"`, `    bar [${bar}]`]);
  });

  it('and its axis is long enough for its highest value, and not twice as long', () => {
    for (let value = 0.001; value < 4e4; value *= 1.07) {
      const [axis = ''] = linesWith([value], 0);
      const to = Number(axis.split('--> ')[1]);
      expect([value, to >= value && to <= 2 * value]).toEqual([value, true]);
    }
  });

  function linesWith(values: readonly number[], threshold: number): readonly string[] {
    const datapoints = values.map((value, index) => minute(index, value));
    return linesOf({ alarm: alarm({}, threshold), datapoints })?.slice(2, -1) ?? [];
  }
});
