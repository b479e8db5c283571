import { choice, integer, list, type Structure, structure, text } from '../aws/shape.ts';

const alarmName = text(255, undefined, 1);

/** What a request may hold, as AWS's service model of 2026-08 has it. */
export const requests: Readonly<Record<'DescribeAlarms', Structure>> = {
  DescribeAlarms: structure({
    AlarmNames: list(alarmName, undefined, 100),
    AlarmNamePrefix: text(255, undefined, 1),
    AlarmTypes: list(choice('CompositeAlarm', 'MetricAlarm', 'LogAlarm')),
    ChildrenOfAlarmName: alarmName,
    ParentsOfAlarmName: alarmName,
    StateValue: choice('OK', 'ALARM', 'INSUFFICIENT_DATA'),
    ActionPrefix: text(1024, undefined, 1),
    MaxRecords: integer(1, 100),
    NextToken: text(),
  }),
};
