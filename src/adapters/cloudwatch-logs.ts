import {
  CloudWatchLogsClient,
  DescribeLogStreamsCommand,
  FilterLogEventsCommand,
  GetLogEventsCommand,
} from '@aws-sdk/client-cloudwatch-logs';
import type { Written } from '../domain/cause/log-lines.ts';
import type { LogStream } from '../domain/cause/new-containers.ts';
import type { ContainerLogs, FoundEvent, LineSearch, Page } from '../ports/logs.ts';
import type { Call } from './aws-calls.ts';
import { AwsConnection } from './aws-connection.ts';
import type { AwsSettings } from './aws-settings.ts';

/** Events of one answer: many more than are shown, of which repetitions are left out. */
const mostEvents = { found: 1000, last: 100 } as const;

/** CloudWatch Logs over its SDK, as far as it has what the containers of an endpoint wrote. */
export class CloudWatchLogs implements ContainerLogs {
  readonly #aws: AwsConnection<CloudWatchLogsClient>;

  constructor(aws: AwsSettings) {
    this.#aws = new AwsConnection(aws, CloudWatchLogsClient);
  }

  async streams(
    endpointName: string,
    { prefix, token }: Parameters<ContainerLogs['streams']>[1],
    abortSignal: AbortSignal,
  ): Promise<Page<LogStream> | undefined> {
    // Those of a prefix cannot be sorted by time.
    const order =
      prefix === undefined
        ? ({ orderBy: 'LastEventTime', descending: true } as const)
        : { logStreamNamePrefix: prefix };
    const command = new DescribeLogStreamsCommand({
      ...{ logGroupName: groupOf(endpointName), nextToken: token, ...order },
    });
    const call: Call = { operation: 'DescribeLogStreams', endpointName };
    const answer = await this.#ask(call, this.#aws.client.send(command, { abortSignal }));
    const streams = answer?.logStreams?.map(({ logStreamName: name = '', creationTime = 0 }) => ({
      ...{ name, createdAt: creationTime },
    }));
    return streams && { items: streams, next: answer?.nextToken };
  }

  async find(
    endpointName: string,
    { since, pattern, streams, token }: LineSearch,
    abortSignal: AbortSignal,
  ): Promise<Page<FoundEvent> | undefined> {
    const command = new FilterLogEventsCommand({
      logGroupName: groupOf(endpointName),
      logStreamNames: streams && [...streams],
      ...{ startTime: Math.floor(since), filterPattern: pattern, nextToken: token },
      limit: mostEvents.found,
    });
    const call: Call = { operation: 'FilterLogEvents', endpointName };
    const answer = await this.#ask(call, this.#aws.client.send(command, { abortSignal }));
    const events = answer?.events?.map(({ logStreamName: stream = '', ...event }) => ({
      ...{ stream, ...writtenOf(event) },
    }));
    return events && { items: events, next: answer?.nextToken };
  }

  async last(
    endpointName: string,
    stream: string,
    abortSignal: AbortSignal,
  ): Promise<readonly Written[] | undefined> {
    const command = new GetLogEventsCommand({
      ...{ logGroupName: groupOf(endpointName), logStreamName: stream },
      ...{ startFromHead: false, limit: mostEvents.last },
    });
    const call: Call = { operation: 'GetLogEvents', endpointName };
    const answer = await this.#ask(call, this.#aws.client.send(command, { abortSignal }));
    return answer?.events?.map(writtenOf);
  }

  /** Undefined where the log group, or the stream, does not exist. */
  #ask<T>(call: Call, answer: Promise<T>): Promise<T | undefined> {
    return this.#aws.translating(call, answer.catch(undefinedWhereMissing));
  }
}

function undefinedWhereMissing(thrown: unknown): undefined {
  const { name } = Object(thrown) as { readonly name?: unknown };
  if (name !== 'ResourceNotFoundException') throw thrown;
}

function writtenOf({
  timestamp: at = 0,
  message = '',
}: {
  readonly timestamp?: number | undefined;
  readonly message?: string | undefined;
}): Written {
  return { at, message };
}

/** https://docs.aws.amazon.com/sagemaker/latest/dg/logging-cloudwatch.html */
function groupOf(endpointName: string): string {
  return `/aws/sagemaker/Endpoints/${endpointName}`;
}
