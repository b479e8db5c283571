import {
  type AlarmType,
  CloudWatchClient,
  DescribeAlarmsCommand,
} from '@aws-sdk/client-cloudwatch';
import type { Alarm } from '../domain/preflight/facts.ts';
import type { Alarms } from '../ports.ts';
import { problemOf } from './aws-errors.ts';
import type { AwsSettings } from './aws-settings.ts';

/** Without them DescribeAlarms answers metric alarms only. */
const alarmTypes: AlarmType[] = ['MetricAlarm', 'CompositeAlarm'];

/** CloudWatch over its SDK, as far as it is asked for the state of alarms. */
export class CloudWatch implements Alarms {
  readonly #connection: () => CloudWatchClient;
  readonly #region: string;

  constructor(aws: AwsSettings) {
    this.#connection = aws.connect(CloudWatchClient);
    this.#region = aws.region;
  }

  get #client(): CloudWatchClient {
    return this.#connection();
  }

  async read(names: readonly string[]): Promise<ReadonlyMap<string, Alarm>> {
    const command = new DescribeAlarmsCommand({ AlarmNames: [...names], AlarmTypes: alarmTypes });
    try {
      const { MetricAlarms = [], CompositeAlarms = [] } = await this.#client.send(command);
      return new Map<string, Alarm>([
        ...MetricAlarms.map((alarm) => entry(alarm, 'metric')),
        ...CompositeAlarms.map((alarm) => entry(alarm, 'composite')),
      ]);
    } catch (thrown) {
      const call = { operation: 'DescribeAlarms', endpointName: '', region: this.#region } as const;
      throw problemOf(thrown, call);
    }
  }
}

function entry(
  {
    AlarmName = '',
    StateValue,
  }: { AlarmName?: string | undefined; StateValue?: string | undefined },
  kind: Alarm['kind'],
): readonly [string, Alarm] {
  return [AlarmName, { kind, state: StateValue ?? 'unknown' }];
}
