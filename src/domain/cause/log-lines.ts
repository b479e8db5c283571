import type { Instant } from '../request.ts';
import { excerpt } from '../text/excerpt.ts';
import type { Condition, LogLine } from './container-evidence.ts';
import { isMeaningful, kindOf } from './failure-lines.ts';
import { type Line, safeLines } from './safe-lines.ts';

/** An event of a log as it was written: several lines, perhaps, with anything in them. */
export interface Written {
  readonly at: Instant;
  readonly message: string;
}

/** Signs of a line that are looked at, and that are shown. */
const longestLine = { read: 1000, shown: 300 } as const;
/** Lines of one event that are looked at: what ends a traceback stands last. */
const mostOfOneEvent = 200;
/** Lines of a container that are shown. */
const mostLines = 20;
/** Signs that are looked at in a reading, and of one container at least: what hostile ones log takes no time of others. */
const mostSigns = { inAll: 200_000, each: 10_000 } as const;

/** The last meaningful lines of one of so many containers, by time, each once however often it was written. */
export function meaningfulLines(events: readonly Written[], containers = 1): readonly LogLine[] {
  const signs = Math.max(mostSigns.each, mostSigns.inAll / containers);
  const lines = safeLines(
    lastOf(
      events.toSorted((one, other) => one.at - other.at),
      signs,
    ),
  );
  const known = new Map<string, LogLine>();
  for (const { at, text } of lines) {
    if (!isMeaningful(text)) continue;
    const key = withoutNumbers(text);
    const times = 1 + (known.get(key)?.times ?? 0);
    known.delete(key);
    known.set(key, { at, text: excerpt(text, longestLine.shown), kind: kindOf(text), times });
  }
  return [...known.values()];
}

/** What is shown of them; `failures`: those alone that tell of one. */
export function lastLines(
  lines: readonly LogLine[],
  which: 'failures' | 'all',
): readonly LogLine[] {
  const failures = lines.filter(({ kind }) => kind !== 'other').slice(-mostLines);
  if (which === 'failures') return failures;
  const others = lines.filter(({ kind }) => kind === 'other');
  const kept = new Set([...failures, ...others.slice(-Math.max(0, mostLines - failures.length))]);
  return lines.filter((line) => kept.has(line)).slice(-mostLines);
}

export function conditionBy(lines: readonly LogLine[]): Condition {
  if (lines.some(({ kind }) => kind === 'death')) return 'died';
  return lines.some(({ kind }) => kind === 'failure') ? 'failing' : 'no-failure';
}

/** The line that says most of why: what was raised rather than that something was. */
export function tellingLine(lines: readonly LogLine[]): LogLine | undefined {
  const failures = lines.filter(({ kind }) => kind === 'failure');
  return (
    failures.findLast(({ text }) => !/Traceback|^Exception (in|on) /.test(text)) ??
    lines.findLast(({ kind }) => kind === 'death') ??
    failures.at(-1)
  );
}

/** The last lines of the events, as many as have so many signs in all; those that tell of failures apart. */
function lastOf(events: readonly Written[], signs: number): readonly Line[] {
  const left = { death: signs, failure: signs, other: signs };
  const lines = events.flatMap(linesOf).toReversed();
  const last = lines.filter(({ text }) => {
    const kind = kindOf(text);
    left[kind] -= text.length;
    return left[kind] >= 0;
  });
  return last.reverse();
}

function linesOf({ at, message }: Written): readonly Line[] {
  return message
    .split(/\r?\n|[\u2028\u2029]/)
    .slice(-mostOfOneEvent)
    .map((line) => ({ at, text: line.slice(0, longestLine.read) }));
}

/** What is the same but for times, addresses and counts. */
export function withoutNumbers(text: string): string {
  return text.replaceAll(/\d+/g, '#');
}
