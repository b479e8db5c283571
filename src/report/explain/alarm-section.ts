import { breachOf } from '../../domain/alarms/breach.ts';
import { metricOf, periodOf, watchedQuery } from '../../domain/alarms/watched.ts';
import {
  type AlarmEvidence,
  type AlarmRecord,
  wasInAlarm,
} from '../../domain/cause/alarm-evidence.ts';
import { trippedTooLate } from '../../domain/cause/told-by-evidence.ts';
import { durationText } from '../../domain/duration.ts';
import type { Lifecycle } from '../../domain/lifecycle.ts';
import type { PhaseSpan } from '../../domain/phase-span.ts';
import type { Problem } from '../../domain/problem.ts';
import { link, type Markdown, md, together } from '../../domain/text/markdown.ts';
import { joined, listed, lowered, type Phrase, phrase } from '../../domain/text/phrase.ts';
import { isNothing, nothing } from '../limit.ts';
import { alarmUrl } from '../links.ts';
import { phaseText } from '../phase.ts';
import type { ReportData } from '../report-data.ts';
import { type Cell, fold, table } from '../table.ts';
import { dateOf, timeOfDay } from '../time.ts';
import { trippedFirst } from './alarm.ts';
import { alarmChart } from './alarm-chart.ts';
import { expressionOf, happenedPhrase } from './alarm-happened.ts';
import { metricPhrase, minuteOf, statisticPhrase, thresholdPhrase } from './alarm-words.ts';

/** Alarms that are shown with their datapoints. */
const mostShown = 4;

/** What CloudWatch tells of the alarms: those that went to ALARM, and what could not be read. */
export function alarmSection(reportData: ReportData, lifecycle: Lifecycle): Markdown {
  const { alarmEvidence } = lifecycle;
  if (!alarmEvidence) return nothing;
  const shown = shownIn(alarmEvidence);
  const parts = [
    ...shown.slice(0, mostShown).map((record) => alarmPart(reportData, record, lifecycle)),
    remaining(alarmEvidence, shown),
    ...unreadPhrases(alarmEvidence).map((words) => md`${words}`),
  ];
  return together(
    parts.filter((part) => !isNothing(part)),
    '\n\n',
  );
}

/** What could not be read: one line for each kind of failure. */
export function unreadPhrases({ unread }: AlarmEvidence): readonly Phrase[] {
  return unread.map(
    ({ what, remedy }: Problem) =>
      phrase`Not everything about the alarms could be read: ${what} ${remedy}`,
  );
}

/** By time; a composite alarm before those in its rule. */
function shownIn({ alarms }: AlarmEvidence): readonly AlarmRecord[] {
  const red = alarms.filter(wasInAlarm);
  const inOrder = red.toSorted((a, b) => (a.trippedAt ?? 0) - (b.trippedAt ?? 0));
  const all = inOrder.flatMap((alarm) => [alarm, ...trippedFirst(alarm.children)]);
  return [...new Map(all.map((record) => [record.name, record])).values()];
}

/** Those that did not go to ALARM, or are too many to show. */
function remaining({ alarms, unread }: AlarmEvidence, shown: readonly AlarmRecord[]): Markdown {
  const more = shown.slice(mostShown).map(({ name }) => name);
  const quiet = alarms.filter((alarm) => !shown.some(({ name }) => name === alarm.name));
  const names = quiet.map(({ name }) => name);
  const lines = [
    ...(more.length > 0 ? [phrase`Went to ALARM too: ${listed(more)}.`] : []),
    ...(names.length > 0 && unread.length === 0
      ? [phrase`Did not go to ALARM during this rollout: ${listed(names)}.`]
      : []),
  ];
  return lines.length > 0 ? md`${joined(lines, ' ')}` : nothing;
}

function alarmPart({ region }: ReportData, record: AlarmRecord, lifecycle: Lifecycle): Markdown {
  const rows: readonly (readonly [Phrase, Cell | undefined])[] = [
    [phrase`Alarm`, link(phrase`${record.name}`, alarmUrl(region, record.name))],
    [phrase`In ALARM`, inAlarmPhrase(record, lifecycle)],
    ...definitionRows(record),
    [phrase`Datapoint`, datapointPhrase(record)],
  ];
  const [first = [], ...others] = rows.flatMap(([name, cell]) => (cell ? [[name, cell]] : []));
  const chart = alarmChart(record);
  const context = phasesPhrase(lifecycle.phases);
  const parts = [
    table(first, others),
    ...(chart ? [chart.chart, md`${chart.legend} ${context}`] : []),
    ...(record.reason ? [fold(phrase`CloudWatch's words`, md`${record.reason}`)] : []),
  ];
  return together(parts, '\n\n');
}

function inAlarmPhrase(record: AlarmRecord, lifecycle: Lifecycle): Phrase | undefined {
  const { trippedAt, recoveredAt, redSince } = record;
  if (trippedAt === undefined) {
    if (redSince === undefined) {
      return recoveredAt === undefined
        ? undefined
        : phrase`until ${timeOfDay(recoveredAt)} UTC, since before the update began`;
    }
    return phrase`since ${timeOfDay(redSince)} UTC, ${dateOf(redSince)}: before the update began`;
  }
  const late = trippedTooLate(record, lifecycle) ? phrase`, after the rollback began` : phrase``;
  return recoveredAt === undefined
    ? phrase`since ${timeOfDay(trippedAt)} UTC${late}`
    : phrase`from ${timeOfDay(trippedAt)} to ${timeOfDay(recoveredAt)} UTC${late}`;
}

/** Metric, statistic and threshold in words, or the rule of a composite alarm. */
function definitionRows({ alarm }: AlarmRecord): readonly (readonly [Phrase, Cell | undefined])[] {
  if (!alarm)
    return [[phrase`Definition`, phrase`not known: it was deleted, or could not be read`]];
  if (alarm.kind === 'composite') return [[phrase`Rule`, phrase`${alarm.rule}`]];
  if (alarm.kind !== 'metric') return [];
  const metric = metricOf(alarm);
  const period = periodOf(alarm);
  const lasts = period === undefined ? phrase`` : phrase` over ${durationText(period)}`;
  const made = watchedQuery(alarm);
  return [
    [phrase`Metric`, metric ? metricPhrase(metric) : made?.metric && metricPhrase(made.metric)],
    [phrase`Expression`, made?.expression === undefined ? undefined : expressionOf(alarm)],
    [phrase`Statistic`, metric ? phrase`${statisticPhrase(metric.statistic)}${lasts}` : undefined],
    [phrase`Threshold`, thresholdPhrase(alarm)],
  ];
}

function datapointPhrase(record: AlarmRecord): Phrase | undefined {
  return breachOf(record) ? happenedPhrase(record) : undefined;
}

/** `21:24 provisioning · 21:27 traffic to 1 of 3 · 21:28 baking`. */
function phasesPhrase(phases: readonly PhaseSpan[]): Phrase {
  const words = phases.map(
    ({ phase, from, traffic, sharePercent }) =>
      phrase`${minuteOf(from)} ${
        phase === 'shifting-traffic' && traffic && traffic.newDesired > 0
          ? phrase`traffic to ${traffic.newInstances} of ${traffic.newDesired}`
          : lowered(phaseText(phase, sharePercent))
      }`,
  );
  return words.length > 0 ? phrase`The rollout, in UTC: ${joined(words, ' · ')}.` : phrase``;
}
