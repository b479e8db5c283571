import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { fenced, transcriptOf } from './markdown.ts';
import { type Journey, type Journeys, play } from './transcript.ts';
import { differences } from './variation.ts';

const root = '__tests__/transcripts';
/** `UPDATE_GOLDEN=1 npm test -- transcripts` writes what is seen now; the diff is for review. */
const isUpdate = process.env.UPDATE_GOLDEN === '1';

/** Plays the journeys of a topic, and compares each with its file in the topic's folder. */
export function tell(topic: string, journeys: Journeys): void {
  const folder = `${root}/${topic}`;
  describe(`The transcripts of ${topic}`, () => {
    it.each(
      Object.entries(journeys).map(([name, journey]) => [journey.title, name, journey] as const),
    )('%s', async (_, name, journey) => {
      const file = `${folder}/${name}.md`;
      const transcript = await told(journey);
      if (isUpdate) {
        mkdirSync(dirname(file), { recursive: true });
        writeFileSync(file, transcript);
      }
      expect(transcript).toBe(readFileSync(file, 'utf8'));
    });

    it('Each file is the transcript of a journey, and each folder that of a topic.', () => {
      expect(readdirSync(folder).toSorted()).toEqual(
        Object.keys(journeys)
          .map((name) => `${name}.md`)
          .toSorted(),
      );
      const entries = readdirSync(root, { withFileTypes: true });
      const folders = entries.filter((entry) => entry.isDirectory()).map(({ name }) => name);
      const tests = entries.map(({ name }) => name);
      expect(folders.filter((name) => !tests.includes(`${name}.test.ts`))).toEqual([]);
    });
  });
}

/** The whole of a journey, and of its variations what differs from it. */
async function told({ variations = {}, ...journey }: Journey): Promise<string> {
  const usual = transcriptOf(await play(journey));
  const sections = [usual];
  for (const [name, variation] of Object.entries(variations)) {
    const inputs = variation.inputs && { ...journey.inputs, ...variation.inputs };
    const varied = { ...journey, ...variation, ...(inputs && { inputs }) };
    const differing = differences(usual, transcriptOf(await play(varied)));
    sections.push(`\n# Variation: ${name}\n\n${fenced('diff', differing)}\n`);
  }
  return sections.join('');
}
