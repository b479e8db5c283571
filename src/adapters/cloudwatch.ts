import {
  type AlarmType,
  CloudWatchClient,
  DescribeAlarmsCommand,
} from '@aws-sdk/client-cloudwatch';
import type { Alarm } from '../domain/preflight/facts.ts';
import type { Alarms } from '../ports.ts';
import { problemOf } from './aws-errors.ts';

const connectionTimeoutMs = 5_000;
const requestTimeoutMs = 10_000;
/** Without them DescribeAlarms answers metric alarms only. */
const alarmTypes: AlarmType[] = ['MetricAlarm', 'CompositeAlarm'];

/** CloudWatch over its SDK, as far as it is asked for the state of alarms. */
export class CloudWatch implements Alarms {
  readonly #client = new CloudWatchClient({
    requestHandler: {
      connectionTimeout: connectionTimeoutMs,
      requestTimeout: requestTimeoutMs,
      throwOnRequestTimeout: true,
    },
  });

  async read(names: readonly string[]): Promise<ReadonlyMap<string, Alarm>> {
    const command = new DescribeAlarmsCommand({ AlarmNames: [...names], AlarmTypes: alarmTypes });
    try {
      const { MetricAlarms = [], CompositeAlarms = [] } = await this.#client.send(command);
      return new Map<string, Alarm>([
        ...MetricAlarms.map((alarm) => entry(alarm, 'metric')),
        ...CompositeAlarms.map((alarm) => entry(alarm, 'composite')),
      ]);
    } catch (thrown) {
      const region = await this.#client.config.region().catch(() => undefined);
      throw problemOf(thrown, { operation: 'DescribeAlarms', endpointName: '', region });
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
