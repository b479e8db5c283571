import { boolean, choice, integer, list, type Structure, structure, text } from '../aws/shape.ts';

const group = {
  logGroupName: text(512, '[\\.\\-_/#A-Za-z0-9]+', 1),
  logGroupIdentifier: text(2048, '[\\w#+=/:,.@\\-]*', 1),
};
const streamName = text(512, '[^:*]*', 1);
const nextToken = text(undefined, undefined, 1);
const timestamp = integer(0);
const eventsLimit = integer(1, 10_000);

export type OperationName = 'DescribeLogStreams' | 'FilterLogEvents' | 'GetLogEvents';

/** What requests may hold, as AWS's service model of November 2026 has it. */
export const requests: Readonly<Record<OperationName, Structure>> = {
  DescribeLogStreams: structure({
    ...group,
    logStreamNamePrefix: streamName,
    orderBy: choice('LogStreamName', 'LastEventTime'),
    descending: boolean,
    nextToken,
    limit: integer(1, 50),
  }),
  FilterLogEvents: structure({
    ...group,
    logStreamNames: list(streamName, 1, 100),
    logStreamNamePrefix: streamName,
    startTime: timestamp,
    endTime: timestamp,
    filterPattern: text(1024, undefined, 0),
    nextToken,
    limit: eventsLimit,
    startFromHead: boolean,
    interleaved: boolean,
    unmask: boolean,
  }),
  GetLogEvents: structure({
    ...group,
    'logStreamName!': streamName,
    startTime: timestamp,
    endTime: timestamp,
    nextToken,
    limit: eventsLimit,
    startFromHead: boolean,
    unmask: boolean,
  }),
};
