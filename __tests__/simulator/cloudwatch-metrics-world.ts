import {
  CloudWatchClient,
  DescribeAlarmHistoryCommand,
  type DescribeAlarmHistoryCommandInput,
  type Dimension,
  GetMetricDataCommand,
  type GetMetricDataCommandInput,
  type MetricDataQuery,
  PutMetricAlarmCommand,
  type PutMetricAlarmCommandInput,
} from '@aws-sdk/client-cloudwatch';
import { monday } from '../../simulator/clock.ts';
import type { TestWorld } from './sagemaker-world.ts';

/** The real SDK. One attempt only: a test wants to see what was answered. */
export function cloudwatchOf({ url }: TestWorld, region = 'eu-west-1'): CloudWatchClient {
  const credentials = { accessKeyId: 'test', secretAccessKey: 'test' };
  return new CloudWatchClient({ endpoint: url, region, credentials, maxAttempts: 1 });
}

export function getMetricData(world: TestWorld, input: Partial<GetMetricDataCommandInput>) {
  return cloudwatchOf(world).send(
    new GetMetricDataCommand({
      MetricDataQueries: [metric('Invocations')],
      StartTime: new Date(monday),
      EndTime: new Date(world.clock.now()),
      ScanBy: 'TimestampAscending',
      ...input,
    }),
  );
}

export function describeHistory(world: TestWorld, input: DescribeAlarmHistoryCommandInput = {}) {
  return cloudwatchOf(world).send(new DescribeAlarmHistoryCommand(input));
}

/** A query of a metric of fraud-prod, by its configuration too where that is named. */
export function metric(
  name: string,
  { Stat = 'Sum', config, id = 'm', Period = 60 }: MetricOptions = {},
): MetricDataQuery {
  const Namespace = /Utilization$/.test(name) ? '/aws/sagemaker/Endpoints' : 'AWS/SageMaker';
  const Metric = { Namespace, MetricName: name, Dimensions: dimensions(config) };
  return { Id: id, MetricStat: { Metric, Period, Stat } };
}

interface MetricOptions {
  readonly Stat?: string;
  readonly config?: string;
  readonly id?: string;
  readonly Period?: number;
}

export function dimensions(config?: string): Dimension[] {
  return [
    { Name: 'EndpointName', Value: 'fraud-prod' },
    { Name: 'VariantName', Value: 'AllTraffic' },
    ...(config === undefined ? [] : [{ Name: 'EndpointConfigName', Value: config }]),
  ];
}

/** The datapoints of the first result in one line: `09:03 14, 09:04 21`. */
export async function datapoints(
  world: TestWorld,
  input: Partial<GetMetricDataCommandInput>,
): Promise<string> {
  const { MetricDataResults: [{ Timestamps = [], Values = [] } = {}] = [] } = await getMetricData(
    world,
    input,
  );
  return Timestamps.map((at, index) => `${timeOf(at)} ${rounded(Values[index])}`).join(', ');
}

function rounded(value = Number.NaN): number {
  return Math.round(value * 100) / 100;
}

export function timeOf(date: Date): string {
  return date.toISOString().slice(11, 16);
}

/** Puts an alarm on model errors of fraud-prod, unless it says something else. */
export function putAlarm(world: TestWorld, input: Partial<PutMetricAlarmCommandInput> = {}) {
  const ofOne: Partial<PutMetricAlarmCommandInput> = {
    Namespace: 'AWS/SageMaker',
    MetricName: 'InvocationModelErrors',
    Dimensions: dimensions(),
    Statistic: 'Sum',
    Period: 60,
  };
  return cloudwatchOf(world).send(
    new PutMetricAlarmCommand({
      AlarmName: 'guard',
      EvaluationPeriods: 1,
      Threshold: 5,
      ComparisonOperator: 'GreaterThanOrEqualToThreshold',
      ...(input.Metrics || input.EvaluationCriteria ? {} : ofOne),
      ...input,
    }),
  );
}
