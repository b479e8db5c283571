import type { GetLogEventsRequest } from '@aws-sdk/client-cloudwatch-logs';
import type { Call } from '../account/account.ts';
import { badToken, doesNotExist } from './errors.ts';
import type { LogLine } from './lines.ts';
import { fitting } from './page-of-lines.ts';
import { foundLines, type GroupInput, ingestionMs, streamsOf } from './streams.ts';

/** A part of one stream, the oldest line first; at either end its token stays the same. */
export function getLogEvents(input: GetLogEventsRequest & GroupInput, call: Call): object {
  const stream = streamsOf(input, call).find(({ name }) => name === input.logStreamName);
  if (!stream) throw doesNotExist('log stream');
  const { startTime, endTime = Number.POSITIVE_INFINITY } = input;
  // Unlike in a search, the end is excluded.
  const lines = foundLines(stream, { from: startTime ?? 0, to: endTime - 1 }, call);
  const [start, end] = partOf(lines, input);
  return {
    events: lines.slice(start, end).map(({ timestamp, message }) => ({
      timestamp,
      message,
      ingestionTime: timestamp + ingestionMs,
    })),
    nextForwardToken: tokenOf('f', end),
    nextBackwardToken: tokenOf('b', start),
  };
}

/** From where to where; without a token, the last ones unless the first are asked for. */
function partOf(
  lines: readonly LogLine[],
  { nextToken, startFromHead, limit }: GetLogEventsRequest,
): readonly [start: number, end: number] {
  const usual = startFromHead ? tokenOf('f', 0) : tokenOf('b', lines.length);
  const [, direction, digits] = /^([fb])\/(\d{56})\/s$/.exec(nextToken ?? usual) ?? [];
  if (direction === undefined) throw badToken();
  const at = Math.min(Number(digits), lines.length);
  if (direction === 'f') return [at, at + fitting(lines.slice(at), limit)];
  return [at - fitting(lines.slice(0, at).reverse(), limit), at];
}

function tokenOf(direction: 'f' | 'b', at: number): string {
  return `${direction}/${String(at).padStart(56, '0')}/s`;
}
