import type { DescribeAlarmsInput } from '@aws-sdk/client-cloudwatch';
import type { Call } from '../account/account.ts';
import type { Alarm } from '../account/alarms.ts';
import { pageOf } from '../account/page.ts';
import { refusal } from '../aws/aws-error.ts';
import { compositeAlarm, metricAlarm } from './alarm-members.ts';
import { badToken } from './members.ts';

const usualPage = 50;

/** Returns the alarms that are asked for. A name that no alarm has is simply absent. */
export function describeAlarms(input: DescribeAlarmsInput, call: Call): object {
  checkTogether(input);
  const found = alarmsIn(call)
    .filter((alarm) => isWanted(alarm, input))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
  const size = input.MaxRecords ?? usualPage;
  const { page, NextToken } = pageOf(found, { token: input.NextToken, size, badToken });
  return {
    MetricAlarms: page.filter(isMetric).map((alarm) => metricAlarm(alarm, call)),
    CompositeAlarms: page
      .filter((alarm) => !isMetric(alarm))
      .map((alarm) => compositeAlarm(alarm, call)),
    NextToken,
  };
}

/** All alarms of a simulated account are in its home region. */
function alarmsIn({ account, place }: Call): readonly Alarm[] {
  return place.region === account.place.region ? account.alarms.all : [];
}

function isMetric({ kind = 'metric' }: Alarm): boolean {
  return kind === 'metric';
}

/** Without AlarmTypes only metric alarms are returned, even where a composite one is named. */
function isWanted(alarm: Alarm, input: DescribeAlarmsInput): boolean {
  const types: readonly string[] = input.AlarmTypes?.length ? input.AlarmTypes : ['MetricAlarm'];
  return (
    types.includes(isMetric(alarm) ? 'MetricAlarm' : 'CompositeAlarm') &&
    (!input.AlarmNames?.length || input.AlarmNames.includes(alarm.name)) &&
    alarm.name.startsWith(input.AlarmNamePrefix ?? '') &&
    (input.StateValue ?? alarm.state) === alarm.state &&
    // These alarms have no actions.
    input.ActionPrefix === undefined
  );
}

/** What AWS forbids in words that no one has published, and what is not modeled. */
function checkTogether(input: DescribeAlarmsInput): void {
  if (input.AlarmNames?.length && input.AlarmNamePrefix !== undefined) {
    throw refusal('AlarmNames or AlarmNamePrefix, not both', 'ValidationError');
  }
  if (input.ChildrenOfAlarmName !== undefined || input.ParentsOfAlarmName !== undefined) {
    throw refusal('parents and children of alarms are not modeled', 'ValidationError');
  }
}
