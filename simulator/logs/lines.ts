import type { Instant } from '../clock.ts';

/** One that tells the time is made of it. */
export type Words = string | ((at: Instant) => string);

/** Something that a container writes, once so long after its start, or from then on again and again. */
export interface Passage {
  readonly afterMs: number;
  /** Once, unless given. */
  readonly everyMs?: number;
  /** Only while requests come, if they make it write. */
  readonly about?: 'requests';
  /** One a millisecond. */
  readonly lines: readonly Words[];
}

/** All that a container writes while it runs, and what it writes when it is stopped. */
export interface Script {
  readonly passages: readonly Passage[];
  readonly farewell: Passage['lines'];
}

/** From its start, and before its end. */
export interface Period {
  readonly from: Instant;
  readonly until: Instant;
}

export interface Life {
  readonly startedAt: Instant;
  readonly endedAt: Instant;
  /** While it has traffic. */
  readonly serving: readonly Period[];
}

/** A line, worded only when it is read: a day of an instance has thousands. */
export class LogLine {
  readonly timestamp: Instant;
  readonly #words: Words;

  constructor(timestamp: Instant, words: Words) {
    this.timestamp = timestamp;
    this.#words = words;
  }

  get message(): string {
    return typeof this.#words === 'string' ? this.#words : this.#words(this.timestamp);
  }
}

export interface Range {
  readonly from: Instant;
  readonly to: Instant;
}

/** The lines of a container in a range of time, both ends included, the oldest first. */
export function linesOf({ passages, farewell }: Script, life: Life, range: Range): LogLine[] {
  const { startedAt, endedAt, serving } = life;
  if (endedAt <= startedAt) return [];
  const running = { from: range.from, to: Math.min(range.to, endedAt - 1) };
  const lines = passages.flatMap((passage) => {
    const all = occurrences(passage, startedAt, running);
    return passage.about === 'requests' ? all.filter((line) => isServed(line, serving)) : all;
  });
  const last = written(farewell, endedAt).filter((line) => isIn(line, range));
  return [...lines.sort((a, b) => a.timestamp - b.timestamp), ...last];
}

function occurrences(passage: Passage, startedAt: Instant, range: Range): LogLine[] {
  const { afterMs, everyMs, lines } = passage;
  const first = startedAt + afterMs;
  if (everyMs === undefined) return written(lines, first).filter((line) => isIn(line, range));
  const skipped = Math.max(0, Math.floor((range.from - first) / everyMs));
  const all: LogLine[] = [];
  for (let at = first + skipped * everyMs; at <= range.to; at += everyMs) {
    all.push(...written(lines, at).filter((line) => isIn(line, range)));
  }
  return all;
}

function written(lines: Passage['lines'], at: Instant): LogLine[] {
  if (!Number.isFinite(at)) return [];
  return lines.map((words, index) => new LogLine(at + index, words));
}

function isServed({ timestamp }: LogLine, serving: readonly Period[]): boolean {
  return serving.some(({ from, until }) => from <= timestamp && timestamp < until);
}

function isIn({ timestamp }: LogLine, { from, to }: Range): boolean {
  return from <= timestamp && timestamp <= to;
}
