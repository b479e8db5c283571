import type { AlarmCause, NamedAlarm } from '../../domain/cause/kinds.ts';
import type { Lifecycle } from '../../domain/lifecycle.ts';
import type { Markdown } from '../../domain/text/markdown.ts';
import { joined, own, type Phrase, phrase } from '../../domain/text/phrase.ts';
import { nothing } from '../limit.ts';
import type { ReportData } from '../report-data.ts';
import { timeOfDay } from '../time.ts';

/** Which alarms went to ALARM, in one sentence. */
export function alarmSentence({ alarms, isContradicted }: AlarmCause): Phrase {
  const which = own(alarms.length === 1 ? 'The alarm' : 'The alarms');
  const names = joined(alarms.map(alarmPhrase), ', ');
  return isContradicted
    ? phrase`${which} ${names} went to ALARM, as SageMaker says; CloudWatch's history shows no such change during this rollout.`
    : phrase`${which} ${names} went to ALARM.`;
}

function alarmPhrase({ name, examined }: NamedAlarm): Phrase {
  return examined?.trippedAt === undefined
    ? phrase`${name}`
    : phrase`${name} (${timeOfDay(examined.trippedAt)} UTC)`;
}

/** What CloudWatch tells of the alarms: nothing so far. */
export function alarmSection(_reportData: ReportData, _lifecycle: Lifecycle): Markdown {
  return nothing;
}
