import {
  CloudWatchLogsClient,
  DescribeLogStreamsCommand,
  type DescribeLogStreamsCommandInput,
  type DescribeLogStreamsCommandOutput,
  FilterLogEventsCommand,
  type FilterLogEventsCommandInput,
  type FilterLogEventsCommandOutput,
  GetLogEventsCommand,
  type GetLogEventsCommandInput,
  type GetLogEventsCommandOutput,
  type LogStream,
} from '@aws-sdk/client-cloudwatch-logs';
import { monday } from '../../simulator/clock.ts';
import type { TestWorld } from './sagemaker-world.ts';

export const logGroupName = '/aws/sagemaker/Endpoints/fraud-prod';

/** The real SDK. One attempt only: a test wants to see what was answered. */
export function logsClient({ url }: TestWorld, region = 'eu-west-1'): CloudWatchLogsClient {
  const credentials = { accessKeyId: 'test', secretAccessKey: 'test' };
  return new CloudWatchLogsClient({ endpoint: url, region, credentials, maxAttempts: 1 });
}

export function describeStreams(
  world: TestWorld,
  input: DescribeLogStreamsCommandInput = {},
): Promise<DescribeLogStreamsCommandOutput> {
  return logsClient(world).send(new DescribeLogStreamsCommand({ logGroupName, ...input }));
}

export function filterEvents(
  world: TestWorld,
  input: FilterLogEventsCommandInput = {},
): Promise<FilterLogEventsCommandOutput> {
  return logsClient(world).send(new FilterLogEventsCommand({ logGroupName, ...input }));
}

export function getEvents(
  world: TestWorld,
  input: GetLogEventsCommandInput,
): Promise<GetLogEventsCommandOutput> {
  return logsClient(world).send(new GetLogEventsCommand({ logGroupName, ...input }));
}

/** Every stream of the group, the oldest first. */
export async function allStreams(world: TestWorld, group = logGroupName): Promise<LogStream[]> {
  const { logStreams = [] } = await describeStreams(world, { logGroupName: group });
  return logStreams.sort((a, b) => (a.creationTime ?? 0) - (b.creationTime ?? 0));
}

/** Those that were created since the simulation began. */
export async function freshStreams(world: TestWorld, group = logGroupName): Promise<LogStream[]> {
  const streams = await allStreams(world, group);
  return streams.filter(({ creationTime = 0 }) => creationTime > monday);
}

/** All lines that a search finds, page by page. */
export async function search(
  world: TestWorld,
  input: FilterLogEventsCommandInput = {},
): Promise<string[]> {
  const lines: string[] = [];
  let nextToken: string | undefined;
  do {
    const page = await filterEvents(world, { ...input, ...(nextToken && { nextToken }) });
    lines.push(...(page.events ?? []).map(({ message = '' }) => message));
    nextToken = page.nextToken;
  } while (nextToken);
  return lines;
}

/** Every line of a stream that is there. */
export async function linesOf(world: TestWorld, { logStreamName }: LogStream): Promise<string[]> {
  const { events = [] } = await getEvents(world, { logStreamName, startFromHead: true });
  return events.map(({ message = '' }) => message);
}
