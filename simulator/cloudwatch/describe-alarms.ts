import type { DescribeAlarmsInput } from '@aws-sdk/client-cloudwatch';
import { AwsError } from '../aws/aws-error.ts';
import type { Alarm } from '../sagemaker/alarms.ts';
import type { Call } from '../sagemaker/world.ts';
import { compositeAlarm, metricAlarm } from './alarm-members.ts';

const usualPage = 50;

/** Tells the alarms that are asked for. A name that no alarm has is simply absent. */
export function describeAlarms(input: DescribeAlarmsInput, call: Call): object {
  checkTogether(input);
  const found = alarmsIn(call)
    .filter((alarm) => isWanted(alarm, input))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
  const first = offsetOf(input.NextToken);
  const end = first + (input.MaxRecords ?? usualPage);
  const page = found.slice(first, end);
  return {
    MetricAlarms: page.filter(isMetric).map((alarm) => metricAlarm(alarm, call)),
    CompositeAlarms: page
      .filter((alarm) => !isMetric(alarm))
      .map((alarm) => compositeAlarm(alarm, call)),
    NextToken: end < found.length ? String(end) : undefined,
  };
}

/** All alarms of a simulated world are in its home region. */
function alarmsIn({ world, place }: Call): readonly Alarm[] {
  return place.region === world.place.region ? world.alarms.all : [];
}

function isMetric({ kind = 'metric' }: Alarm): boolean {
  return kind === 'metric';
}

/** Without AlarmTypes only metric alarms are told, even where a composite one is named. */
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

function offsetOf(token = '0'): number {
  if (!/^\d+$/.test(token)) {
    throw new AwsError('InvalidNextToken', 'The next token specified is invalid.');
  }
  return Number(token);
}

/** What AWS forbids in words that no one has published, and what is not modelled. */
function checkTogether(input: DescribeAlarmsInput): void {
  const refuse = (what: string) => {
    throw new AwsError('ValidationError', `Simulator (AWS's own words are unpublished): ${what}`);
  };
  if (input.AlarmNames?.length && input.AlarmNamePrefix !== undefined) {
    refuse('AlarmNames or AlarmNamePrefix, not both');
  }
  if (input.ChildrenOfAlarmName !== undefined || input.ParentsOfAlarmName !== undefined) {
    refuse('parents and children of alarms are not modelled');
  }
}
