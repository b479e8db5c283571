import { type Breach, breachOf } from '../../domain/alarms/breach.ts';
import { metricOf } from '../../domain/alarms/watched.ts';
import type { AlarmRecord, ExaminedAlarm } from '../../domain/cause/alarm-evidence.ts';
import type { AlarmCause } from '../../domain/cause/kinds.ts';
import { listed, own, type Phrase, phrase } from '../../domain/text/phrase.ts';
import { trippedFirst } from './alarm.ts';
import { isWithoutData } from './alarm-happened.ts';
import { subjectOf } from './alarm-words.ts';

/** What to do where an alarm has rolled the update back: what it saw is not always the new model's. */
export function alarmAdvice({ alarms, isContradicted }: AlarmCause): Phrase {
  const examined = alarms.flatMap(({ examined }) => examined ?? []);
  const red = examined.filter(({ redSince }) => redSince !== undefined).map(({ name }) => name);
  if (red.length > 0) {
    const them = own(red.length === 1 ? 'it' : 'them');
    return phrase`The new model did not cause that: find out what set off ${listed(red)}, and roll out again after that. If this rollout is the fix, leave ${them} out of \`alarms\`.`;
  }
  const [first] = trippedFirst(examined);
  return !first || isContradicted ? usual : byWhatItSaw(leafOf(first));
}

const usual = phrase`Check the alarm and the endpoint's logs, fix the model or the configuration, and roll out again.`;

/** Of a composite alarm: what tripped it. */
function leafOf(alarm: AlarmRecord & Partial<Pick<ExaminedAlarm, 'children'>>): AlarmRecord {
  return trippedFirst(alarm.children ?? [])[0] ?? alarm;
}

function byWhatItSaw(record: AlarmRecord): Phrase {
  const { alarm, name } = record;
  const breach = breachOf(record);
  if (alarm?.kind !== 'metric') return usual;
  if (!breach && isWithoutData(record)) {
    return phrase`That tells nothing of the new model: set TreatMissingData of ${name} to notBreaching, and roll out again.`;
  }
  const metric = metricOf(alarm);
  if (!metric || !breach) return usual;
  switch (subjectOf(metric)) {
    case 'errors':
      return afterErrors(breach);
    case 'latency':
      return phrase`Find out why answers take longer (the model, its instance type, its first requests), or raise the threshold of ${name} if that is fast enough, and roll out again.`;
    case 'utilization':
      return phrase`Give the variant a larger InstanceType or more instances, make the model lighter, or raise the threshold of ${name} if that load is fine, and roll out again.`;
    case 'other':
      return usual;
  }
}

function afterErrors({ allOn }: Breach): Phrase {
  return allOn === 'old'
    ? phrase`The new model did not cause that: find out why requests to the old fleet failed, and roll out again.`
    : phrase`Look for these errors in the endpoint's logs, fix the model or the configuration, and roll out again.`;
}
