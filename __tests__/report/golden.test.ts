import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { stories } from '../../scripts/pages/stories.ts';
import { reportOf } from '../../scripts/pages/story.ts';

/** `UPDATE_GOLDEN=1 npm test -- golden` writes what the report says now; the diff is for review. */
const isUpdate = process.env.UPDATE_GOLDEN === '1';
const folder = '__tests__/__golden__';
if (isUpdate) mkdirSync(folder, { recursive: true });

describe('the comment on the pull request, word for word', () => {
  it.each(stories.map((story) => ({ ...story })))('$name', async (story) => {
    const file = `${folder}/${story.name}.md`;
    const markdown = await reportOf(story);
    if (isUpdate) writeFileSync(file, markdown);
    expect(markdown).toBe(readFileSync(file, 'utf8'));
  });

  it('of every story, and of no other', () => {
    expect(readdirSync(folder).sort()).toEqual(stories.map(({ name }) => `${name}.md`).sort());
  });
});
