import type { MetricAlarm } from '../../domain/alarms/alarm.ts';
import { metricOf, periodOf } from '../../domain/alarms/watched.ts';
import type { AlarmRecord, Datapoint } from '../../domain/cause/alarm-evidence.ts';
import type { Instant } from '../../domain/request.ts';
import { type Markdown, md, together } from '../../domain/text/markdown.ts';
import { inForm, joined, own, type Phrase, phrase } from '../../domain/text/phrase.ts';
import { isoTime } from '../../domain/time.ts';
import { axisOf, listOf, plain } from './alarm-axis.ts';
import { isCountOfErrors } from './alarm-happened.ts';
import { subjectOf } from './alarm-words.ts';

/** A chart, and which color is what: older versions of Mermaid draw no legend. */
export interface Chart {
  readonly chart: Markdown;
  readonly legend: Phrase;
}

const mostPeriods = 60;
const mostLabels = 6;
const colors = { fresh: '#2f81f7', rest: '#8b949e', threshold: '#f85149' } as const;

/**
 * The datapoints of an alarm as bars, with its threshold as a line: a period without data has no bar.
 * Undefined where there is nothing to draw, or anything that Mermaid would not take.
 */
export function alarmChart({ alarm, datapoints, fleets }: AlarmRecord): Chart | undefined {
  if (alarm?.kind !== 'metric' || alarm.threshold === undefined) return undefined;
  const times = timesOf(datapoints, periodOf(alarm));
  if (times.length === 0) return undefined;
  const isErrors = isCountOfErrors(alarm);
  const isShared = isErrors && fleets !== undefined && fleets.fresh.length > 0;
  const series = isShared ? [datapoints, fleets.fresh] : [datapoints];
  const threshold = Number(alarm.threshold) * unitOf(alarm);
  const values = series.map((each) => valuesAt(times, each, unitOf(alarm)));
  const axis = axisOf([...values.flat(), threshold]);
  if (!axis) return undefined;
  const lines = [
    md`    title "${titleOf(alarm)}${axis.words}"`,
    md`    x-axis [${labels(times, Number(periodOf(alarm)))}]`,
    md`    y-axis ${plain(axis.from)} --> ${plain(axis.to)}`,
    ...values.map((each) => md`    bar [${listOf(each, axis)}]`),
    md`    line [${listOf(
      times.map(() => threshold),
      axis,
    )}]`,
  ];
  const chart = together([md`\`\`\`mermaid`, settings(isShared), ...lines, md`\`\`\``], '\n');
  const hasGaps = !isErrors && values.some((each) => each.includes(undefined));
  return { chart, legend: legend(isShared, hasGaps) };
}

function legend(isShared: boolean, hasGaps: boolean): Phrase {
  const colors = isShared
    ? phrase`Blue: on the new fleet. Gray: the others. Red: the threshold.`
    : phrase`Blue: what the alarm watches. Red: its threshold.`;
  return hasGaps ? phrase`${colors} Periods without data stand at the bottom.` : colors;
}

function settings(isShared: boolean): Markdown {
  const palette = isShared
    ? phrase`${own(colors.rest)}, ${own(colors.fresh)}, ${own(colors.threshold)}`
    : phrase`${own(colors.fresh)}, ${own(colors.threshold)}`;
  return md`---
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
      plotColorPalette: "${palette}"
---
xychart-beta`;
}

/** Every period from the first datapoint to the last; none where a time is not one. */
function timesOf(
  datapoints: readonly Datapoint[],
  seconds: number | undefined,
): readonly Instant[] {
  const [first, last] = [datapoints[0]?.at, datapoints.at(-1)?.at];
  const ms = 1000 * Number(seconds);
  if (!Number.isSafeInteger(first) || !Number.isSafeInteger(last) || !(ms > 0)) return [];
  const from = Number(first);
  const count = Math.floor((Number(last) - from) / ms) + 1;
  if (!(count > 0)) return [];
  const left = Math.max(0, count - mostPeriods);
  return Array.from({ length: count - left }, (_, index) => from + ms * (left + index));
}

/** In the unit of the chart; undefined: no data. */
function valuesAt(
  times: readonly Instant[],
  datapoints: readonly Datapoint[],
  unit: number,
): readonly (number | undefined)[] {
  const values = new Map(datapoints.map(({ at, value }) => [at, Number(value) * unit]));
  return times.map((at) => values.get(at));
}

/** Latencies in milliseconds, averages of failures in percent. */
function unitOf(alarm: MetricAlarm): number {
  const metric = metricOf(alarm);
  if (!metric || metric.statistic === 'SampleCount') return 1;
  const subject = subjectOf(metric);
  if (subject === 'latency') return 1 / 1000;
  return subject === 'errors' && metric.statistic === 'Average' ? 100 : 1;
}

function titleOf(alarm: MetricAlarm): Phrase {
  const metric = metricOf(alarm);
  switch (metric && metric.statistic !== 'SampleCount' ? subjectOf(metric) : 'other') {
    case 'errors':
      return metric?.statistic === 'Average' ? phrase`Failed requests in %` : phrase`Errors`;
    case 'latency':
      return phrase`Latency in ms`;
    case 'utilization':
      return phrase`Utilization in %`;
    case 'other':
      return phrase`What the alarm watches`;
  }
}

/** Some times of day; the others are texts that differ and show nothing. Empty ones fall together. */
function labels(times: readonly Instant[], seconds: number): Phrase {
  const step = Math.ceil(times.length / mostLabels);
  // At the end of many narrow bars, a label sticks out of the chart.
  const ends = step > 1 ? times.length - 1 : times.length;
  const texts = times.map((at, index) =>
    index % step === 0 && index < ends ? timeLabel(at, seconds) : blankLabel(index),
  );
  return joined(
    texts.map((text) => phrase`"${text}"`),
    ', ',
  );
}

/** Its number in digits that have no width. */
function blankLabel(index: number): Phrase {
  const digits = index.toString(2).replaceAll('0', '\u200b').replaceAll('1', '\u200c');
  return inForm(digits, /^[\u200b\u200c]+$/);
}

function timeLabel(at: Instant, seconds: number): Phrase {
  const iso = isoTime(at);
  if (seconds >= 86_400) return inForm(iso.slice(5, 10), /^\d\d-\d\d$/);
  return inForm(iso.slice(11, seconds % 60 === 0 ? 16 : 19), /^\d\d:\d\d(:\d\d)?$/);
}
