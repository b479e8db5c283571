import type { Call } from '../account/account.ts';
import type { Alarm } from '../account/alarms.ts';
import { alarmArnOf } from '../account/arn.ts';
import { definitionOf } from './definition.ts';
import { reasonFor } from './usual-reason.ts';

/** An alarm was made long ago. */
const aDayMs = 24 * 60 * 60 * 1000;

/** A metric alarm as DescribeAlarms returns it; what is not given is made up. */
export function metricAlarm(alarm: Alarm, call: Call): object {
  return {
    ...commonMembers(alarm, call),
    ...definitionOf(alarm),
  };
}

export function compositeAlarm(alarm: Alarm, call: Call): object {
  return { ...commonMembers(alarm, call), AlarmRule: alarm.rule ?? 'TRUE' };
}

/** Its query and its threshold are left out. */
export function logAlarm(alarm: Alarm, call: Call): object {
  return commonMembers(alarm, call);
}

function commonMembers(alarm: Alarm, { account }: Call): object {
  const changedAt = new Date(alarm.since);
  return {
    AlarmName: alarm.name,
    AlarmArn: alarm.arn ?? alarmArnOf(account.place, alarm.name),
    AlarmConfigurationUpdatedTimestamp: new Date(alarm.configuredAt ?? alarm.since - aDayMs),
    ActionsEnabled: true,
    OKActions: [],
    AlarmActions: [],
    InsufficientDataActions: [],
    StateValue: alarm.state,
    StateReason: reasonFor(alarm),
    StateReasonData: alarm.stateReasonData,
    StateUpdatedTimestamp: changedAt,
    StateTransitionedTimestamp: changedAt,
  };
}
