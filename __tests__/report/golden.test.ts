import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { stories } from '../../scripts/pages/stories.ts';
import { type ReportData, reportOf } from '../../scripts/pages/story.ts';
import { travel } from '../journeys/journey.ts';

/** `UPDATE_GOLDEN=1 npm test -- golden` writes what the report says now; the diff is for review. */
const isUpdate = process.env.UPDATE_GOLDEN === '1';
const folder = '__tests__/__golden__';
/** The stories that the bundle tells itself; of the others `travel-in-process.test.ts` says that it would tell the same. */
const ofTheBundle = ['half-way', 'hostile', 'instance-type-under-auto-scaling'];

async function told(reportData: ReportData): Promise<string> {
  if (ofTheBundle.includes(reportData.name)) return reportOf(reportData);
  const { comments } = await travel(reportData);
  return comments[0]?.body ?? '';
}

if (isUpdate) mkdirSync(folder, { recursive: true });

describe('the comment on the pull request, word for word', () => {
  it.each(stories.map((reportData) => ({ ...reportData })))('$name', async (reportData) => {
    const file = `${folder}/${reportData.name}.md`;
    const markdown = await told(reportData);
    if (isUpdate) writeFileSync(file, markdown);
    expect(markdown).toBe(readFileSync(file, 'utf8'));
  });

  it('of every story, and of no other', () => {
    expect(readdirSync(folder).sort()).toEqual(stories.map(({ name }) => `${name}.md`).sort());
  });
});
