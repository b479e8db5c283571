import type { DescribeLogStreamsRequest } from '@aws-sdk/client-cloudwatch-logs';
import type { Call } from '../account/account.ts';
import { pageOf } from '../account/page.ts';
import { badToken, invalid } from './errors.ts';
import {
  foundLines,
  type GroupInput,
  groupOf,
  ingestionMs,
  type LogStream,
  streamsOf,
} from './streams.ts';

const usualPage = 50;

export function describeLogStreams(
  input: DescribeLogStreamsRequest & GroupInput,
  call: Call,
  lagSeconds: number,
): object {
  const { orderBy = 'LogStreamName', logStreamNamePrefix: prefix, nextToken: token } = input;
  if (orderBy === 'LastEventTime' && prefix !== undefined) {
    throw invalid('Cannot order by LastEventTime with a logStreamNamePrefix.');
  }
  const all = streamsOf(input, call)
    .filter(({ name }) => name.startsWith(prefix ?? ''))
    .map((stream) => describe(stream, { group: groupOf(input), call, lagSeconds }))
    .sort((a, b) => (a.logStreamName < b.logStreamName ? -1 : 1));
  // A stream whose last event is not known yet comes after all others where the latest come first.
  if (orderBy === 'LastEventTime') {
    all.sort((a, b) => (a.lastEventTimestamp ?? 0) - (b.lastEventTimestamp ?? 0));
  }
  if (input.descending) all.reverse();
  const size = input.limit ?? usualPage;
  const { page, NextToken } = pageOf(all, { token, size, badToken: badToken() });
  return { logStreams: page, nextToken: NextToken };
}

interface Known {
  readonly group: string;
  readonly call: Call;
  readonly lagSeconds: number;
}

/** The times of events are those of a while ago: AWS says that they may lag an hour. */
function describe(stream: LogStream, { group, call, lagSeconds }: Known) {
  const known = foundLines(stream, {}, { ...call, asOf: call.asOf - lagSeconds * 1000 });
  const last = known.at(-1)?.timestamp;
  return {
    logStreamName: stream.name,
    creationTime: stream.life.startedAt,
    firstEventTimestamp: known[0]?.timestamp,
    lastEventTimestamp: last,
    lastIngestionTime: last === undefined ? undefined : last + ingestionMs,
    uploadSequenceToken: '49039859600000000000000000000000000000000000000000000000',
    arn: `arn:aws:logs:${call.place.region}:${call.place.account}:log-group:${group}:log-stream:${stream.name}`,
    storedBytes: 0,
  };
}
