import {
  type AlarmType,
  CloudWatchClient,
  DescribeAlarmsCommand,
} from '@aws-sdk/client-cloudwatch';
import type { Alarm } from '../domain/alarms/alarm.ts';
import type { Alarms } from '../ports.ts';
import type { Call } from './aws-calls.ts';
import { AwsConnection } from './aws-connection.ts';
import type { AwsSettings } from './aws-settings.ts';
import { compositeAlarmOf, logAlarmOf, metricAlarmOf } from './cloudwatch-answers.ts';

/** Without them DescribeAlarms answers metric alarms only. */
const alarmTypes: AlarmType[] = ['MetricAlarm', 'CompositeAlarm', 'LogAlarm'];

/** What DescribeAlarms takes and returns at most, and returns unless told otherwise. */
const mostNames = 100;

/** CloudWatch over its SDK, as far as it is asked for the state of alarms. */
export class CloudWatch implements Alarms {
  readonly #aws: AwsConnection<CloudWatchClient>;

  constructor(aws: AwsSettings) {
    this.#aws = new AwsConnection(aws, CloudWatchClient);
  }

  async read(names: readonly string[]): Promise<ReadonlyMap<string, Alarm>> {
    const command = new DescribeAlarmsCommand({
      AlarmNames: names.slice(0, mostNames),
      AlarmTypes: alarmTypes,
      MaxRecords: mostNames,
    });
    const call: Call = { operation: 'DescribeAlarms', endpointName: '' };
    const answer = await this.#aws.translating(call, this.#aws.client.send(command));
    const { MetricAlarms = [], CompositeAlarms = [], LogAlarms = [] } = answer;
    return new Map<string, Alarm>([
      ...MetricAlarms.map((alarm) => [alarm.AlarmName ?? '', metricAlarmOf(alarm)] as const),
      ...CompositeAlarms.map((alarm) => [alarm.AlarmName ?? '', compositeAlarmOf(alarm)] as const),
      ...LogAlarms.map((alarm) => [alarm.AlarmName ?? '', logAlarmOf(alarm)] as const),
    ]);
  }
}
