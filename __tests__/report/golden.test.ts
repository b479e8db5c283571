import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { stories } from '../../scripts/pages/stories.ts';
import { reportOf } from '../../scripts/pages/story.ts';
import { runAction } from '../../simulator/runner.ts';
import { callAction } from '../journeys/call/call.ts';

/** `UPDATE_GOLDEN=1 npm test -- golden` writes what the report says now; the diff is for review. */
const isUpdate = process.env.UPDATE_GOLDEN === '1';
const folder = '__tests__/__golden__';
/** The story that the bundle tells itself; of the others `call.test.ts` says that it would tell the same. */
const ofTheBundle = 'instance-type-under-auto-scaling';

if (isUpdate) mkdirSync(folder, { recursive: true });

describe('the comment on the pull request, word for word', () => {
  it.each(stories.map((reportData) => ({ ...reportData })))('$name', async (reportData) => {
    const file = `${folder}/${reportData.name}.md`;
    const run = reportData.name === ofTheBundle ? runAction : callAction;
    const markdown = await reportOf(reportData, run);
    if (isUpdate) writeFileSync(file, markdown);
    expect(markdown).toBe(readFileSync(file, 'utf8'));
  });

  it('of every story, and of no other', () => {
    expect(readdirSync(folder).sort()).toEqual(stories.map(({ name }) => `${name}.md`).sort());
  });
});
