import { describe, expect, it } from '@jest/globals';
import { matches } from '../../src/adapters/pattern.ts';
import { mismatchesOf, sentText, withoutContent } from '../../src/domain/smoke-answer.ts';
import type { Expected } from '../../src/domain/smoke-test.ts';
import { excerpt } from '../../src/domain/text/excerpt.ts';

const anything: Expected = {
  statuses: [200],
  json: undefined,
  tolerance: 0,
  matches: undefined,
  latencyMs: undefined,
};

function judge(expected: Partial<Expected>, body: string, status = 200, latencyMs = 12) {
  const answer = { kind: 'answered', status, body } as const;
  return mismatchesOf(answer, latencyMs, { ...anything, ...expected }, matches);
}

describe('an answer is as expected', () => {
  it.each<[string, Partial<Expected>, string]>([
    ['whatever it is', {}, 'anything'],
    ['with more members', { json: { a: 1 } }, '{"a":1,"b":2}'],
    ['deep down', { json: { a: [{ b: null }, 'c'] } }, '{"a":[{"b":null,"x":1},"c"]}'],
    ['with numbers within the tolerance', { json: [0.9], tolerance: 0.05 }, '[0.94]'],
    ['where JSON writes the number otherwise', { json: 1 }, '1.0e0'],
    ['over lines', { matches: 'a.*c' }, 'a\nb\nc'],
    ['just in time', { latencyMs: 12 }, ''],
  ])('%s', (_, expected, body) => {
    expect(judge(expected, body)).toEqual([]);
  });

  it('with one of several statuses', () => {
    expect(judge({ statuses: [400, 422] }, 'no', 422)).toEqual([]);
  });
});

describe('an answer differs', () => {
  it.each<[string, Partial<Expected>, string, object]>([
    ['no JSON', { json: {} }, 'oops', { kind: 'no-json' }],
    [
      'a member is missing',
      { json: { a: { b: 1 } } },
      '{"a":{}}',
      { path: 'a.b', values: { expected: '1', found: 'nothing' } },
    ],
    [
      'a member of the prototype is no member',
      { json: { toString: 1 } },
      '{}',
      { path: 'toString' },
    ],
    [
      'a list is longer',
      { json: { a: [1] } },
      '{"a":[1,2]}',
      { path: 'a', values: { expected: '[1]', found: '[1,2]' } },
    ],
    ['an entry is another', { json: [1, 2] }, '[1,3]', { path: '[1]' }],
    ['a number is off', { json: [0.9], tolerance: 0.01 }, '[0.94]', { path: '[0]' }],
    ['a number is a text', { json: 1, tolerance: 9 }, '"1"', { path: '' }],
    ['null is not nothing', { json: { a: null } }, '{}', { path: 'a' }],
    ['an object is no list', { json: [] }, '{}', { path: '' }],
    [
      'nothing matches',
      { matches: '^b' },
      'ab',
      { kind: 'no-match', pattern: '^b', match: 'not-found' },
    ],
    [
      'matching takes for ever',
      { matches: '^(a+)+$' },
      `${'a'.repeat(41)}!`,
      { kind: 'no-match', pattern: '^(a+)+$', match: 'gave-up' },
    ],
    ['it is slow', { latencyMs: 11 }, '', { kind: 'latency', latencyMs: 12, mostMs: 11 }],
  ])('where %s', (_, expected, body, mismatch) => {
    expect(judge(expected, body)).toEqual([expect.objectContaining(mismatch)]);
  });

  it('in its status, and then nothing else is looked at', () => {
    const mismatches = judge({ json: {}, latencyMs: 1 }, 'Internal Server Error', 500);
    expect(mismatches).toEqual([{ kind: 'status', status: 500, expected: [200] }]);
  });

  it('in several things at once, of which five of the content are told', () => {
    const json = Object.fromEntries([...'abcdefg'].map((name) => [name, 1]));
    expect(judge({ json, matches: 'x', latencyMs: 1 }, '{}')).toHaveLength(7);
  });

  it('where the model is still being loaded', () => {
    expect(mismatchesOf({ kind: 'not-ready' }, 1, anything, matches)).toEqual([
      { kind: 'not-ready' },
    ]);
  });
});

describe('what is shown', () => {
  it('is cut between characters', () => {
    expect(excerpt('🙂🙂🙂', 2)).toBe('🙂🙂…');
    expect(excerpt('ab', 2)).toBe('ab');
  });

  it('of bytes that are no text is that', () => {
    const bytes = new Uint8Array([0xff, 0xd8, 0x00, 0x10]);
    expect(sentText({ kind: 'body', bytes })).toBe('(no text)');
  });

  it('of a mismatch may be nothing of the content', () => {
    const [mismatch] = judge({ json: { a: 'secret' } }, '{"a":"hidden"}');
    expect(mismatch && withoutContent(mismatch)).toEqual({
      kind: 'json',
      path: 'a',
      values: undefined,
    });
  });
});
