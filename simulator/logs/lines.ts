import type { Instant } from '../clock.ts';

/** Something that a container writes, once so long after its start, or from then on again and again. */
export interface Passage {
  readonly afterMs: number;
  /** Once, unless given. */
  readonly everyMs?: number;
  /** One a millisecond; those that tell the time are made of it. */
  readonly lines: readonly (string | ((at: Instant) => string))[];
}

/** All that a container writes while it runs, and what it writes when it is stopped. */
export interface Script {
  readonly passages: readonly Passage[];
  readonly farewell: Passage['lines'];
}

export interface Life {
  readonly startedAt: Instant;
  readonly endedAt: Instant;
}

export interface LogLine {
  readonly timestamp: Instant;
  readonly message: string;
}

export interface Range {
  readonly from: Instant;
  readonly to: Instant;
}

/** The lines of a container in a range of time, both ends included, the oldest first. */
export function linesOf({ passages, farewell }: Script, life: Life, range: Range): LogLine[] {
  const { startedAt, endedAt } = life;
  if (endedAt <= startedAt) return [];
  const running = { from: range.from, to: Math.min(range.to, endedAt - 1) };
  const lines = passages.flatMap((passage) => occurrences(passage, startedAt, running));
  const last = written(farewell, endedAt).filter((line) => isIn(line, range));
  return [...lines.sort((a, b) => a.timestamp - b.timestamp), ...last];
}

function occurrences(passage: Passage, startedAt: Instant, range: Range): LogLine[] {
  const { afterMs, everyMs, lines } = passage;
  const first = startedAt + afterMs;
  if (everyMs === undefined) return written(lines, first).filter((line) => isIn(line, range));
  const skipped = Math.max(0, Math.floor((range.from - lines.length - first) / everyMs));
  const all: LogLine[] = [];
  for (let at = first + skipped * everyMs; at <= range.to; at += everyMs) {
    all.push(...written(lines, at).filter((line) => isIn(line, range)));
  }
  return all;
}

function written(lines: Passage['lines'], at: Instant): LogLine[] {
  if (!Number.isFinite(at)) return [];
  return lines.map((line, index) => ({
    timestamp: at + index,
    message: typeof line === 'string' ? line : line(at + index),
  }));
}

function isIn({ timestamp }: LogLine, { from, to }: Range): boolean {
  return from <= timestamp && timestamp <= to;
}
