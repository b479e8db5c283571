import { createHash } from 'node:crypto';
import type { FilterLogEventsRequest } from '@aws-sdk/client-cloudwatch-logs';
import type { Call } from '../account/account.ts';
import { refusal } from '../aws/aws-error.ts';
import { badToken, doesNotExist, invalid } from './errors.ts';
import { matcherOf } from './filter-pattern.ts';
import type { LogLine } from './lines.ts';
import { fitting } from './page-of-lines.ts';
import { foundLines, type GroupInput, ingestionMs, type LogStream, streamsOf } from './streams.ts';

/** So many lines are searched for one answer. */
const searched = 1000;

interface Found {
  readonly stream: string;
  readonly line: LogLine;
}

/** How far a search has come: how many answers it has given, and how many lines it has passed. */
interface Progress {
  readonly answers: number;
  readonly lines: number;
}

/** The oldest first, over all streams; an answer may be empty and the search go on all the same. */
export function filterLogEvents(
  input: FilterLogEventsRequest & GroupInput,
  call: Call,
  emptyPages: number,
): object {
  if (input.startFromHead !== undefined) throw refusal('startFromHead of a search is not modeled');
  const { answers, lines } = progressOf(input.nextToken);
  const matches = matcherOf(input.filterPattern ?? '');
  const streams = wantedOf(streamsOf(input, call), input);
  if (answers < emptyPages) return answer([], tokenOf({ answers: answers + 1, lines }));
  const range = { from: input.startTime ?? 0, to: input.endTime ?? Number.POSITIVE_INFINITY };
  const all = streams
    .flatMap((stream) =>
      foundLines(stream, range, call).map((line): Found => ({ line, stream: stream.name })),
    )
    .sort((a, b) => a.line.timestamp - b.line.timestamp);
  const part = all.slice(lines, lines + searched);
  const found = part.filter(({ line }) => matches(line.message));
  const fit = fitting(
    found.map(({ line }) => line),
    input.limit,
  );
  const page = found.slice(0, fit);
  const next = found[page.length];
  const passed = lines + (next ? part.indexOf(next) : part.length);
  const isOver = passed >= all.length;
  return answer(page, isOver ? undefined : tokenOf({ answers: answers + 1, lines: passed }));
}

function wantedOf(
  streams: readonly LogStream[],
  { logStreamNames: names, logStreamNamePrefix: prefix }: FilterLogEventsRequest,
): readonly LogStream[] {
  if (names && prefix !== undefined) {
    throw invalid('Cannot specify both logStreamNames and logStreamNamePrefix.');
  }
  if (!names) return streams.filter(({ name }) => name.startsWith(prefix ?? ''));
  const unknown = names.some((name) => !streams.some((stream) => stream.name === name));
  if (unknown) throw doesNotExist('log stream');
  return streams.filter(({ name }) => names.includes(name));
}

/** Which streams were searched is no longer told. */
function answer(page: readonly Found[], nextToken: string | undefined): object {
  const events = page.map(({ stream, line: { timestamp, message } }) => ({
    logStreamName: stream,
    timestamp,
    message,
    ingestionTime: timestamp + ingestionMs,
    eventId: idOf(`${stream} ${timestamp} ${message}`),
  }));
  return { events, searchedLogStreams: [], nextToken };
}

/** 56 digits. */
function idOf(line: string): string {
  const hash = createHash('sha256').update(line).digest('hex');
  return BigInt(`0x${hash}`).toString().padStart(56, '0').slice(0, 56);
}

function tokenOf({ answers, lines }: Progress): string {
  return Buffer.from(`search ${answers} ${lines}`).toString('base64url');
}

function progressOf(token: string | undefined): Progress {
  if (token === undefined) return { answers: 0, lines: 0 };
  const words = Buffer.from(token, 'base64url').toString();
  const [, answers, lines] = /^search (\d+) (\d+)$/.exec(words) ?? [];
  if (answers === undefined) throw badToken();
  return { answers: Number(answers), lines: Number(lines) };
}
