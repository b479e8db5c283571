import { isObject, type JsonValue } from './json.ts';
import type { MatchText } from './pattern.ts';
import type { Answer, Expected, Mismatch, Payload } from './smoke-test.ts';
import { excerpt } from './text/excerpt.ts';

/** In what an answer that took so long differs from what was expected; nothing: it is as expected. */
export function mismatchesOf(
  answer: Exclude<Answer, { kind: 'accepted' }>,
  latencyMs: number,
  expected: Expected,
  matchText: MatchText,
): readonly Mismatch[] {
  if (answer.kind === 'not-ready') return [{ kind: 'not-ready' }];
  const { status, body } = answer;
  if (!expected.statuses.includes(status)) {
    return [{ kind: 'status', status, expected: expected.statuses }];
  }
  const { json, matches, latencyMs: mostMs } = expected;
  const isSlow = mostMs !== undefined && latencyMs > mostMs;
  const match = matches === undefined ? 'found' : matchText(matches, body);
  return [
    ...(json === undefined ? [] : jsonMismatches(json, body, expected.tolerance)),
    ...(match === 'found' ? [] : [{ kind: 'no-match', pattern: matches, match } as const]),
    ...(isSlow ? [{ kind: 'latency', latencyMs, mostMs } as const] : []),
  ];
}

/** Differences that are told of one answer. */
const mostDifferences = 5;

function jsonMismatches(json: JsonValue, body: string, tolerance: number): readonly Mismatch[] {
  const found = parsed(body);
  if (!found) return [{ kind: 'no-json' }];
  return differencesOf(json, found.value, { path: '', tolerance }).slice(0, mostDifferences);
}

function parsed(body: string): { readonly value: JsonValue } | undefined {
  try {
    return { value: JSON.parse(body) };
  } catch {
    return undefined;
  }
}

interface Place {
  readonly path: string;
  readonly tolerance: number;
}

function differencesOf(
  expected: JsonValue,
  found: JsonValue | undefined,
  place: Place,
): readonly Mismatch[] {
  if (isObject(expected) && isObject(found)) {
    return Object.entries(expected).flatMap(([name, value]) =>
      differencesOf(value, Object.hasOwn(found, name) ? found[name] : undefined, {
        ...place,
        path: place.path === '' ? name : `${place.path}.${name}`,
      }),
    );
  }
  if (Array.isArray(expected) && Array.isArray(found) && expected.length === found.length) {
    return expected.flatMap((value, index) =>
      differencesOf(value, found[index], { ...place, path: `${place.path}[${index}]` }),
    );
  }
  if (isSame(expected, found, place.tolerance)) return [];
  const values = { expected: shown(expected), found: shown(found) };
  return [{ kind: 'json', path: place.path, values }];
}

function isSame(expected: JsonValue, found: JsonValue | undefined, tolerance: number): boolean {
  if (typeof expected !== 'number' || typeof found !== 'number') return expected === found;
  return Math.abs(expected - found) <= tolerance;
}

const longestValue = 80;
const longestContent = 200;

function shown(value: JsonValue | undefined): string {
  return value === undefined ? 'nothing' : excerpt(JSON.stringify(value), longestValue);
}

/** The beginning of what was answered. */
export function answerText(answer: Answer): string {
  switch (answer.kind) {
    case 'answered':
      return bodyText(answer.body);
    case 'accepted':
      return excerpt(answer.outputLocation, longestContent);
    case 'not-ready':
      return '';
  }
}

/** The beginning of what was sent. */
export function sentText(payload: Payload): string {
  if (payload.kind === 'in-s3') return excerpt(payload.location, longestContent);
  return bodyText(new TextDecoder().decode(payload.bytes.subarray(0, 4 * longestContent)));
}

/** The beginning of a body that is a text. */
function bodyText(body: string): string {
  const beginning = body.slice(0, 2 * longestContent);
  if (beginning.includes('\ufffd') || beginning.includes('\u0000')) return '(no text)';
  return excerpt(body, longestContent);
}

/** The mismatch without anything that was sent, answered or expected to be answered. */
export function withoutContent(mismatch: Mismatch): Mismatch {
  if (mismatch.kind === 'json') return { ...mismatch, values: undefined };
  return mismatch.kind === 'no-match' ? { ...mismatch, pattern: undefined } : mismatch;
}
