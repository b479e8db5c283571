import { describe, expect, it } from '@jest/globals';
import { mergedTags, type Tag, tagViolationsOf } from '../../src/domain/tags.ts';
import { inLog } from '../../src/domain/text/log.ts';
import { mistakeLine } from '../../src/inputs/mistake.ts';
import { InputReader } from '../../src/inputs/reader.ts';
import { readTags } from '../../src/inputs/tags.ts';

/** The tags that an input is read as, and its mistakes. */
function read(text: string): { tags: readonly Tag[]; mistakes: readonly string[] } {
  const reader = new InputReader((input) => (input === 'tags' ? text : ''));
  const tags = readTags(reader);
  return { tags, mistakes: reader.mistakes.map(mistakeLine).map(inLog) };
}

const tag = (Key: string, Value = ''): Tag => ({ Key, Value });

describe('tags, a line each', () => {
  it.each<[text: string, tags: readonly Tag[]]>([
    ['', []],
    ['team=fraud', [tag('team', 'fraud')]],
    ['team=fraud\n\n  cost center = 42 \n', [tag('team', 'fraud'), tag('cost center', '42')]],
    ['formula=a=b=c', [tag('formula', 'a=b=c')]],
    ['empty=', [tag('empty')]],
    ['größe=groß', [tag('größe', 'groß')]],
    ['Team=a\nteam=b', [tag('Team', 'a'), tag('team', 'b')]],
    [`${'k'.repeat(128)}=${'v'.repeat(256)}`, [tag('k'.repeat(128), 'v'.repeat(256))]],
    ['owner:aws:x=1', [tag('owner:aws:x', '1')]],
  ])('%j', (text, tags) => {
    expect(read(text)).toEqual({ tags, mistakes: [] });
  });

  const signs = 'write letters, digits, spaces and _ . : / = + - @ only.';
  it.each([
    ['team', 'tags: "team" is not a valid tag: write it like key=value.'],
    ['=fraud', 'tags: "" has no key: write 1 to 128 characters.'],
    [
      `${'k'.repeat(129)}=`,
      `tags: "${'k'.repeat(60)}…" is too long for a tag key: write 1 to 128 characters.`,
    ],
    [`k=${'v'.repeat(257)}`, `tags: "k" has too long a value: write at most 256 characters.`],
    ['a,b=1', `tags: "a,b" is not a valid tag key: ${signs}`],
    ['a=#1', `tags: "a" has a value that is not valid: ${signs}`],
    ['aws:team=1', 'tags: "aws:team" is reserved for AWS: a key cannot begin with aws:.'],
    ['AWS:team=1', 'tags: "AWS:team" is reserved for AWS: a key cannot begin with aws:.'],
    ['team=a\nteam=b', 'tags: "team" is given twice: keep one of them.'],
  ])('%j is told', (text, mistake) => {
    expect(read(text).mistakes).toEqual([mistake]);
  });

  it('fifty are taken, one more is not', () => {
    const lines = (count: number) =>
      Array.from({ length: count }, (_, index) => `k${index}=v`).join('\n');
    expect(read(lines(50)).mistakes).toEqual([]);
    expect(read(lines(51)).mistakes).toEqual([
      'tags: "51 tags" are too many: the API takes at most 50.',
    ]);
  });

  it('everything that is wrong at once, each by its number', () => {
    expect(tagViolationsOf([tag('a'), tag('a', '#'), tag('')]).map(({ place }) => place)).toEqual([
      '[1]',
      '[1]',
      '[2]',
    ]);
  });
});

it('tags from two places: the later one wins', () => {
  expect(mergedTags([tag('a', '1'), tag('b', '1')], [tag('c', '2'), tag('b', '2')])).toEqual([
    tag('a', '1'),
    tag('c', '2'),
    tag('b', '2'),
  ]);
});
