import { failurePattern } from '../domain/cause/failure-lines.ts';
import type { Written } from '../domain/cause/log-lines.ts';
import {
  isStartedWithin,
  type LogStream,
  type StartedWithin,
} from '../domain/cause/new-containers.ts';
import type { ContainerLogs, FoundEvent, Page } from '../ports/logs.ts';

/** What is read of the logs: the lines that tell of failures, or also the last ones. */
export type Depth = 'failures' | 'last-lines-too';

/** What a reading has found so far: it may be cut short. */
export interface Reading {
  logGroup: 'found' | 'missing' | 'not-read';
  /** The streams of the containers that were started since the call. */
  streams: readonly LogStream[];
  isComplete: boolean;
  /** By stream. */
  readonly events: Map<string, Written[]>;
}

export function nothingRead(): Reading {
  return { logGroup: 'not-read', streams: [], isComplete: false, events: new Map() };
}

/** A reading takes so many calls at most, and one of its kinds so many pages. */
const mostPages = 2;
/** Streams that are asked for one by one. */
const mostStreams = 2;
/** Streams in which lines are searched. https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_FilterLogEvents.html */
const mostSearched = 100;

interface Place {
  readonly logs: ContainerLogs;
  readonly endpointName: string;
  readonly within: StartedWithin;
  readonly signal: AbortSignal;
}

/** Reads into `reading`, in at most six calls. Throws the first Problem. */
export async function readLogs(place: Place, depth: Depth, reading: Reading): Promise<void> {
  await findStreams(place, reading);
  if (reading.logGroup === 'missing') return;
  // The newest streams may come after all others, for as long as it is not known when they were written to.
  if (reading.streams.length === 0 && !reading.isComplete) await findStreamsByLines(place, reading);
  else await findFailures(place, reading);
  if (depth === 'last-lines-too') await readLastLines(place, reading);
}

async function findStreams(place: Place, reading: Reading): Promise<void> {
  const { logs, endpointName, within, signal } = place;
  const pages = pagesOf((token) => logs.streams(endpointName, { token }, signal));
  for await (const page of pages) {
    reading.logGroup = page ? 'found' : 'missing';
    const found = (page?.items ?? []).filter((stream) => isStartedWithin(within, stream));
    reading.streams = [...reading.streams, ...found];
    reading.isComplete = page?.next === undefined;
  }
}

async function findFailures(place: Place, reading: Reading): Promise<void> {
  const streams = reading.streams.slice(0, mostSearched).map(({ name }) => name);
  if (streams.length === 0) return;
  for await (const page of foundIn(place, streams)) take(reading, page?.items ?? []);
}

/** In all streams since the call; of those with such lines it is asked when they were created. */
async function findStreamsByLines(place: Place, reading: Reading): Promise<void> {
  const { logs, endpointName, within, signal } = place;
  const found: FoundEvent[] = [];
  for await (const page of foundIn(place, undefined)) found.push(...(page?.items ?? []));
  const names = [...new Set(found.map(({ stream }) => stream))];
  for (const name of names.slice(0, mostStreams)) {
    const page = await logs.streams(endpointName, { prefix: name }, signal);
    const stream = page?.items.find((each) => each.name === name);
    if (!stream || !isStartedWithin(within, stream)) continue;
    reading.streams = [...reading.streams, stream];
    take(
      reading,
      found.filter((event) => event.stream === name),
    );
  }
}

function foundIn({ logs, endpointName, within, signal }: Place, streams: string[] | undefined) {
  const search = { since: within.since, pattern: failurePattern, streams };
  return pagesOf((token) => logs.find(endpointName, { ...search, token }, signal));
}

/** Of those that fail, or else of the newest. */
async function readLastLines(place: Place, reading: Reading): Promise<void> {
  const { logs, endpointName, signal } = place;
  const fails = ({ name }: LogStream) => (reading.events.has(name) ? 1 : 0);
  const sorted = reading.streams.toSorted(
    (one, other) => fails(other) - fails(one) || other.createdAt - one.createdAt,
  );
  for (const { name } of sorted.slice(0, mostStreams)) {
    const last = (await logs.last(endpointName, name, signal)) ?? [];
    take(
      reading,
      last.map((event) => ({ ...event, stream: name })),
    );
  }
}

/** Each event once, although it was found and is among the last ones. */
function take({ events }: Reading, found: readonly FoundEvent[]): void {
  for (const { stream, at, message } of found) {
    const known = events.get(stream) ?? [];
    const isKnown = known.some((event) => event.at === at && event.message === message);
    if (!isKnown) events.set(stream, [...known, { at, message }]);
  }
}

async function* pagesOf<T>(
  read: (token: string | undefined) => Promise<Page<T> | undefined>,
): AsyncGenerator<Page<T> | undefined> {
  let token: string | undefined;
  for (let pages = 0; pages < mostPages; pages += 1) {
    const page = await read(token);
    yield page;
    token = page?.next;
    if (token === undefined) return;
  }
}
