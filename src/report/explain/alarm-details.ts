import { breachOf } from '../../domain/alarms/breach.ts';
import { metricOf, periodOf, watchedQuery } from '../../domain/alarms/watched.ts';
import { type AlarmRecord, nothingKnown } from '../../domain/cause/alarm-evidence.ts';
import type { NamedAlarm } from '../../domain/cause/kinds.ts';
import type { Instant } from '../../domain/request.ts';
import { inLog } from '../../domain/text/log.ts';
import { phrase } from '../../domain/text/phrase.ts';
import { isoTime } from '../../domain/time.ts';

/** An alarm of the cause as the output `report` has it: docs/report.md. */
export function alarmDetails({ name, examined }: NamedAlarm): object {
  return {
    ...recordDetails({ ...nothingKnown, ...examined, name }),
    children: (examined?.children ?? []).map(recordDetails),
  };
}

function recordDetails(record: AlarmRecord): object {
  const { name, alarm, trippedAt, recoveredAt, redSince, reason } = record;
  const breach = breachOf(record);
  return {
    name,
    'went-to-alarm-at': timeOrNull(trippedAt),
    'left-alarm-at': timeOrNull(recoveredAt),
    'in-alarm-before-since': timeOrNull(redSince),
    ...definitionDetails(alarm),
    datapoint: breach
      ? {
          at: isoTime(breach.at),
          value: breach.value,
          'new-fleet': breach.fresh ?? null,
          'old-fleet': breach.old ?? null,
        }
      : null,
    datapoints: record.datapoints.map(({ at, value }) => ({ at: isoTime(at), value })),
    reason: reason === undefined ? null : inLog(phrase`${reason}`),
  };
}

function definitionDetails(alarm: AlarmRecord['alarm']) {
  const isMetric = alarm?.kind === 'metric';
  const metric = isMetric ? metricOf(alarm) : undefined;
  return {
    type: alarm?.kind ?? null,
    namespace: metric?.namespace ?? null,
    metric: metric?.name ?? null,
    expression: (isMetric && watchedQuery(alarm)?.expression) || null,
    statistic: metric?.statistic ?? null,
    'period-seconds': (isMetric && periodOf(alarm)) || null,
    comparison: isMetric ? alarm.comparison : null,
    threshold: (isMetric ? alarm.threshold : undefined) ?? null,
  };
}

function timeOrNull(at: Instant | undefined): string | null {
  return at === undefined ? null : isoTime(at);
}
