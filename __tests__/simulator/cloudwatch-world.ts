import {
  CloudWatchClient,
  DescribeAlarmsCommand,
  type DescribeAlarmsCommandInput,
  type DescribeAlarmsCommandOutput,
} from '@aws-sdk/client-cloudwatch';
import type { TestWorld } from './sagemaker-world.ts';

/** What the real SDK is told. One attempt only: a test wants to see what was answered. */
export function describeAlarms(
  { url }: TestWorld,
  input: DescribeAlarmsCommandInput = {},
  { region = 'eu-west-1', abortSignal }: { region?: string; abortSignal?: AbortSignal } = {},
): Promise<DescribeAlarmsCommandOutput> {
  const credentials = { accessKeyId: 'test', secretAccessKey: 'test' };
  const client = new CloudWatchClient({ endpoint: url, region, credentials, maxAttempts: 1 });
  return client.send(new DescribeAlarmsCommand(input), abortSignal ? { abortSignal } : {});
}

/** In one line: metric alarms, composite alarms, and where there is more. */
export async function alarmNames(
  world: TestWorld,
  input: DescribeAlarmsCommandInput = {},
): Promise<string> {
  const { MetricAlarms, CompositeAlarms, NextToken } = await describeAlarms(world, input);
  const list = (alarms: readonly { AlarmName?: string | undefined }[] = []) =>
    alarms.map(({ AlarmName }) => AlarmName).join(' ');
  return [list(MetricAlarms), list(CompositeAlarms), NextToken ?? ''].join('|');
}
