import type { DescribeAlarmsInput } from '@aws-sdk/client-cloudwatch';
import type { Call } from '../account/account.ts';
import type { Alarm } from '../account/alarms.ts';
import { alarmArnOf } from '../account/arn.ts';
import { pageOf } from '../account/page.ts';
import { refusal } from '../aws/aws-error.ts';
import { compositeAlarm, logAlarm, metricAlarm } from './alarm-members.ts';
import { childrenOf } from './composites.ts';
import { badToken } from './members.ts';

const usualPage = 50;

/** Returns the alarms that are asked for. A name that no alarm has is simply absent. */
export function describeAlarms(input: DescribeAlarmsInput, call: Call): object {
  checkTogether(input);
  const { ChildrenOfAlarmName: parent, ParentsOfAlarmName: child } = input;
  if (parent !== undefined) return relatives(childrenNamed(parent, call), input, call);
  if (child !== undefined) return relatives(parentsNamed(child, call), input, call);
  const found = alarmsIn(call)
    .filter((alarm) => isWanted(alarm, input))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
  const size = input.MaxRecords ?? usualPage;
  const { page, NextToken } = pageOf(found, { token: input.NextToken, size, badToken });
  const ofKind = (kind: string) => page.filter((alarm) => kindOf(alarm) === kind);
  return {
    MetricAlarms: ofKind('metric').map((alarm) => metricAlarm(alarm, call)),
    CompositeAlarms: ofKind('composite').map((alarm) => compositeAlarm(alarm, call)),
    LogAlarms: ofKind('log').map((alarm) => logAlarm(alarm, call)),
    NextToken,
  };
}

/** All alarms of a simulated account are in its home region. */
function alarmsIn({ account, place }: Call): readonly Alarm[] {
  return place.region === account.place.region ? account.alarms.all : [];
}

function kindOf({ kind = 'metric' }: Alarm): keyof typeof typesByKind {
  return kind;
}

const typesByKind = {
  metric: 'MetricAlarm',
  composite: 'CompositeAlarm',
  log: 'LogAlarm',
} as const;

/** Without AlarmTypes only metric alarms are returned, even where another one is named. */
function isWanted(alarm: Alarm, input: DescribeAlarmsInput): boolean {
  const types: readonly string[] = input.AlarmTypes?.length ? input.AlarmTypes : ['MetricAlarm'];
  return (
    types.includes(typesByKind[kindOf(alarm)]) &&
    (!input.AlarmNames?.length || input.AlarmNames.includes(alarm.name)) &&
    alarm.name.startsWith(input.AlarmNamePrefix ?? '') &&
    (input.StateValue ?? alarm.state) === alarm.state &&
    // These alarms have no actions.
    input.ActionPrefix === undefined
  );
}

/** Of children and parents, only name, ARN and state are told. */
function relatives(found: readonly Alarm[], input: DescribeAlarmsInput, call: Call): object {
  const size = input.MaxRecords ?? usualPage;
  const { page, NextToken } = pageOf(found, { token: input.NextToken, size, badToken });
  const told = (alarm: Alarm) => ({
    AlarmName: alarm.name,
    AlarmArn: alarm.arn ?? alarmArnOf(call.place, alarm.name),
    StateValue: alarm.state,
    StateUpdatedTimestamp: new Date(alarm.since),
  });
  return {
    MetricAlarms: page.filter((alarm) => kindOf(alarm) === 'metric').map(told),
    CompositeAlarms: page.filter((alarm) => kindOf(alarm) === 'composite').map(told),
    NextToken,
  };
}

function childrenNamed(parent: string, call: Call): readonly Alarm[] {
  const composite = compositesIn(call).find(({ name }) => name === parent);
  return composite ? childrenOf(composite, call.account.alarms) : [];
}

function parentsNamed(child: string, call: Call): readonly Alarm[] {
  return compositesIn(call).filter((alarm) =>
    childrenOf(alarm, call.account.alarms).some(({ name }) => name === child),
  );
}

function compositesIn(call: Call): readonly Alarm[] {
  return alarmsIn(call).filter((alarm) => kindOf(alarm) === 'composite');
}

/** What AWS forbids in words that no one has published. */
function checkTogether(input: DescribeAlarmsInput): void {
  if (input.AlarmNames?.length && input.AlarmNamePrefix !== undefined) {
    throw refusal('AlarmNames or AlarmNamePrefix, not both', 'ValidationError');
  }
  const { ChildrenOfAlarmName: parent, ParentsOfAlarmName: child, ...others } = input;
  if (parent === undefined && child === undefined) return;
  const { MaxRecords: _, NextToken: __, ...unfit } = others;
  if (Object.keys(unfit).length > 0 || (parent !== undefined && child !== undefined)) {
    throw refusal('children or parents are asked for with nothing else', 'ValidationError');
  }
}
