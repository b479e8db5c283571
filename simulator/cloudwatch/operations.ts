import type { Call } from '../account/account.ts';
import type { Metrics } from '../metrics/metrics.ts';
import { deleteAlarms, setAlarmState } from './change-alarms.ts';
import { describeAlarmHistory } from './describe-alarm-history.ts';
import { describeAlarms } from './describe-alarms.ts';
import { getMetricData } from './get-metric-data.ts';
import { putMetricAlarm } from './put-metric-alarm.ts';

/** What an operation does with a request that its shape allows; some answer nothing. */
type Operation = (input: object, call: Call, metrics: Metrics) => object | undefined;

const operations = {
  DeleteAlarms: deleteAlarms as Operation,
  DescribeAlarmHistory: describeAlarmHistory as Operation,
  DescribeAlarms: describeAlarms as Operation,
  GetMetricData: getMetricData as Operation,
  PutMetricAlarm: putMetricAlarm as Operation,
  SetAlarmState: setAlarmState as Operation,
};

export type OperationName = keyof typeof operations;

export function perform(
  name: string,
  input: object,
  call: Call,
  metrics: Metrics,
): object | undefined {
  return operations[name as OperationName](input, call, metrics);
}
