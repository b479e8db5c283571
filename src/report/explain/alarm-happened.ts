import type { MetricAlarm } from '../../domain/alarms/alarm.ts';
import { type Breach, breachOf } from '../../domain/alarms/breach.ts';
import { metricOf, periodOf, watchedQuery } from '../../domain/alarms/watched.ts';
import type { AlarmRecord } from '../../domain/cause/alarm-evidence.ts';
import { joined, own, type Phrase, phrase } from '../../domain/text/phrase.ts';
import { periodPhrase, statisticPhrase, subjectOf, valuePhrase } from './alarm-words.ts';

/** `17 errors in the minute 21:28, all of them on the new fleet`; undefined where no datapoint is known. */
export function happenedPhrase(record: AlarmRecord): Phrase | undefined {
  const { alarm } = record;
  const breach = breachOf(record);
  if (!breach) {
    return isWithoutData(record)
      ? phrase`there was no data, which it treats as breaching`
      : undefined;
  }
  if (alarm?.kind !== 'metric') {
    return phrase`the value was ${valuePhrase(undefined, breach.value)} ${periodPhrase(breach.at, undefined)}`;
  }
  return breachPhrase(alarm, breach);
}

/** Whether it tripped because there was nothing to compare. */
export function isWithoutData({ alarm, reason = '' }: AlarmRecord): boolean {
  const isBreaching = alarm?.kind === 'metric' && alarm.treatMissingData === 'breaching';
  return isBreaching && /missing datapoint|no datapoints/i.test(reason);
}

function breachPhrase(alarm: MetricAlarm, breach: Breach): Phrase {
  const metric = metricOf(alarm);
  const when = periodPhrase(breach.at, periodOf(alarm));
  const value = valuePhrase(metric, breach.value);
  if (!metric) {
    const what = expressionOf(alarm) ?? phrase`what it watches`;
    return phrase`${what} was ${value} ${when}`;
  }
  if (isCountOfErrors(alarm)) {
    const errors = own(breach.value === 1 ? 'error' : 'errors');
    return phrase`${value} ${errors} ${when}${ofWhichFleet(breach)}`;
  }
  if (subjectOf(metric) === 'errors' && metric.statistic === 'Average') {
    return phrase`${value} of the requests failed ${when}${ofEachFleet(alarm, breach)}`;
  }
  const statistic = statisticPhrase(metric.statistic);
  return phrase`the ${statistic} of ${metric.name} was ${value} ${when}${ofEachFleet(alarm, breach)}`;
}

/** Whether the values can be shared out among the fleets. */
export function isCountOfErrors(alarm: MetricAlarm): boolean {
  const metric = metricOf(alarm);
  return metric?.statistic === 'Sum' && subjectOf(metric) === 'errors';
}

function ofWhichFleet({ value, fresh, allOn }: Breach): Phrase {
  const all = value === 1 ? phrase`, on` : phrase`, all of them on`;
  if (allOn === 'fresh') return phrase`${all} the new fleet`;
  if (allOn === 'old') return phrase`${all} the old fleet`;
  return fresh !== undefined && fresh > 0 && fresh < value
    ? phrase`, ${valuePhrase(undefined, fresh)} of them on the new fleet`
    : phrase``;
}

function ofEachFleet(alarm: MetricAlarm, { fresh, old }: Breach): Phrase {
  const fleets = [
    [fresh, 'on the new fleet'],
    [old, 'on the old one'],
  ] as const;
  const parts = fleets.flatMap(([value, where]) =>
    value === undefined ? [] : [phrase`${valuePhrase(metricOf(alarm), value)} ${own(where)}`],
  );
  return fresh === undefined || parts.length === 0 ? phrase`` : phrase` (${joined(parts, ', ')})`;
}

/** The expression that metric math compares. */
export function expressionOf(alarm: MetricAlarm): Phrase | undefined {
  const query = watchedQuery(alarm);
  if (query?.expression !== undefined) return phrase`${query.expression}`;
  return query?.metric
    ? phrase`the ${statisticPhrase(query.metric.statistic)} of ${query.metric.name}`
    : undefined;
}
