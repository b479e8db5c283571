import { type JsonObject, type JsonValue, numberAt, textAt } from '../domain/json.ts';
import type { Expected } from '../domain/smoke-test.ts';
import { type Phrase, phrase } from '../domain/text/phrase.ts';
import type { Violation } from '../domain/violation.ts';
import { millisecondsOf } from './duration.ts';

const usualStatuses = [200];

/** What an answer has to be, and what is wrong with how that is written. */
export function readExpected(written: JsonObject): {
  readonly expected: Expected;
  readonly faults: readonly Violation[];
} {
  const { status, json, tolerance, latency } = written;
  const matches = textAt(written, 'matches');
  const expected: Expected = {
    statuses: status === undefined ? usualStatuses : numbersIn(status),
    json,
    tolerance: numberAt(written, 'tolerance') ?? 0,
    matches,
    latencyMs: latency === undefined ? undefined : millisecondsOf(latencyText(latency)),
  };
  const idle = tolerance !== undefined && json === undefined;
  const faults = [
    fault('status', status, !expected.statuses.length, statusRule),
    fault('latency', latency, latency !== undefined && !expected.latencyMs, latencyRule),
    fault('matches', matches, matches !== undefined && !isPattern(matches), patternRule),
    fault(
      'tolerance',
      tolerance,
      idle,
      phrase`is of numbers in \`json\`: write that too, or remove it.`,
    ),
  ];
  return { expected, faults: faults.flat() };
}

const statusRule = phrase`is not valid here: write a status such as 200, or a list of them.`;
const latencyRule = phrase`is not a valid duration: write it like 500ms, 2s or 1m30s.`;
const patternRule = phrase`is not a valid JavaScript regular expression.`;

function fault(
  member: string,
  value: JsonValue | undefined,
  isWrong: boolean,
  rule: Phrase,
): readonly Violation[] {
  if (!isWrong) return [];
  return [
    {
      place: `.expect.${member}`,
      value: typeof value === 'string' ? value : JSON.stringify(value),
      rule,
    },
  ];
}

/** The statuses; none where anything else stands among them. */
function numbersIn(status: JsonValue): readonly number[] {
  const all = Array.isArray(status) ? status : [status];
  const isStatus = (one: JsonValue) =>
    Number.isInteger(one) && Number(one) >= 100 && Number(one) <= 599;
  return all.every(isStatus) ? all.map(Number) : [];
}

function latencyText(latency: JsonValue): string {
  return typeof latency === 'string' || typeof latency === 'number' ? String(latency) : '';
}

function isPattern(written: string): boolean {
  try {
    new RegExp(written, 's');
    return true;
  } catch {
    return false;
  }
}
