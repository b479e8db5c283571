import { breachOf } from '../../domain/alarms/breach.ts';
import type { AlarmRecord, ExaminedAlarm } from '../../domain/cause/alarm-evidence.ts';
import type { AlarmCause, NamedAlarm } from '../../domain/cause/kinds.ts';
import { joined, listed, own, type Phrase, phrase } from '../../domain/text/phrase.ts';
import { dateOf } from '../time.ts';
import { happenedPhrase } from './alarm-happened.ts';
import { minuteOf, thresholdValue } from './alarm-words.ts';

/** Alarms that have a sentence of their own. */
const mostSentences = 3;

/** Which alarms went to ALARM, when, and on what: a sentence for each, the first to do so first. */
export function alarmSentence({ alarms, isContradicted }: AlarmCause): Phrase {
  const inOrder = alarms.toSorted((a, b) => timeOf(a) - timeOf(b));
  const others = inOrder.slice(mostSentences).map(({ name }) => name);
  const sentences = [
    ...inOrder.slice(0, mostSentences).map(sentenceOf),
    ...(others.length > 0 ? [phrase`So did ${listed(others)}.`] : []),
    ...(isContradicted
      ? [phrase`SageMaker says so; CloudWatch's history shows no such change during this rollout.`]
      : []),
  ];
  return joined(sentences, ' ');
}

function timeOf({ examined }: NamedAlarm): number {
  return examined?.trippedAt ?? Number.MAX_SAFE_INTEGER;
}

function sentenceOf({ name, examined }: NamedAlarm): Phrase {
  const which = own(examined?.alarm?.kind === 'composite' ? 'The composite alarm' : 'The alarm');
  if (examined?.redSince !== undefined) {
    const since = phrase`${minuteOf(examined.redSince)} UTC, ${dateOf(examined.redSince)}`;
    return phrase`${which} ${name} was in ALARM already before the update began, since ${since}.`;
  }
  if (examined?.trippedAt === undefined && examined?.recoveredAt !== undefined) {
    return phrase`${which} ${name} was in ALARM already before the update began, until ${minuteOf(examined.recoveredAt)} UTC.`;
  }
  if (examined?.trippedAt === undefined) return phrase`${which} ${name} went to ALARM.`;
  const how = ofItself(examined) ?? ofItsChildren(examined);
  return phrase`${which} ${name} went to ALARM at ${minuteOf(examined.trippedAt)} UTC${how ?? phrase``}.`;
}

/** What it watches, and the threshold that it crossed. */
function ofItself(record: AlarmRecord): Phrase | undefined {
  const happened = happenedPhrase(record);
  if (!happened) return undefined;
  const { alarm } = record;
  const threshold = alarm?.kind === 'metric' ? thresholdValue(alarm) : undefined;
  return threshold && breachOf(record)
    ? phrase`: ${happened}; its threshold is ${threshold}`
    : phrase`: ${happened}`;
}

/** The alarms in its rule that went to ALARM, the first one with what it saw. */
function ofItsChildren({ children }: ExaminedAlarm): Phrase | undefined {
  const tripped = trippedFirst(children);
  const [first, ...others] = tripped;
  if (!first) return undefined;
  const more =
    others.length > 0 ? phrase` (and ${listed(others.map(({ name }) => name))})` : phrase``;
  return phrase`, by ${first.name}${more}${ofItself(first) ?? phrase``}`;
}

/** Those that went to ALARM, by time; composite ones say less than what they are made of. */
export function trippedFirst(records: readonly AlarmRecord[]): readonly AlarmRecord[] {
  const rank = ({ alarm }: AlarmRecord) => (alarm?.kind === 'composite' ? 1 : 0);
  return records
    .filter(({ trippedAt }) => trippedAt !== undefined)
    .toSorted((a, b) => rank(a) - rank(b) || Number(a.trippedAt) - Number(b.trippedAt));
}
