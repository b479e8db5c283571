import type { Instant } from '../request.ts';
import { excerpt } from '../text/excerpt.ts';
import { redacted } from '../text/redacted.ts';
import { visible } from '../text/visible.ts';
import type { Condition, LogLine } from './container-evidence.ts';
import { isMeaningful, kindOf } from './failure-lines.ts';

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

/** The last meaningful lines, by time, each once however often it was written. */
export function meaningfulLines(events: readonly Written[]): readonly LogLine[] {
  const lines = withoutKeys([...events].sort((one, other) => one.at - other.at).flatMap(linesOf));
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

interface Line {
  readonly at: Instant;
  readonly text: string;
}

function linesOf({ at, message }: Written): readonly Line[] {
  return message
    .split(/\r?\n|[\u2028\u2029]/)
    .slice(-mostOfOneEvent)
    .map((line) => ({ at, text: line.slice(0, longestLine.read) }));
}

/** Neither the lines of a private key, over however many events it goes, nor secrets, nor what controls a terminal. */
function withoutKeys(lines: readonly Line[]): readonly Line[] {
  let isInKey = false;
  return lines.flatMap(({ at, text }) => {
    const begins = /-----BEGIN [A-Z ]{0,40}PRIVATE KEY-----/.test(text);
    const ends = /-----END [A-Z ]{0,40}PRIVATE KEY-----/.test(text);
    const wasInKey = isInKey;
    isInKey = (begins || isInKey) && !ends;
    if (wasInKey) return [];
    return [{ at, text: visible(redacted(withoutEscapes(text))).trimEnd() }];
  });
}

/** Colors, movements of the cursor and links of terminals: ECMA-48. */
function withoutEscapes(text: string): string {
  return text.replaceAll(
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they begin with one.
    /\u001b\[[0-?]*[ -/]*[@-~]|\u001b\][^\u0007\u001b]*(?:\u0007|\u001b\\)?|\u001b[@-_]?/g,
    '',
  );
}

/** What is the same but for times, addresses and counts. */
export function withoutNumbers(text: string): string {
  return text.replaceAll(/\d+/g, '#');
}
