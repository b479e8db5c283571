import { expect, it } from '@jest/globals';
import fc from 'fast-check';
import { playCleanUp } from './clean-up-play.ts';
import { scenes } from './clean-up-scenes.ts';

/** `npm run test:soak -- --of clean-ups` plays a million new ones. */
const runs = 3000;

it('nothing is deleted that is in use, that is among the newest, or that others made, and all else is', async () => {
  const deleted = { 'endpoint configuration': 0, model: 0 };
  let taken = 0;
  const holds = fc.asyncProperty(scenes, async (scene) => {
    const played = await playCleanUp(scene);
    for (const { kind } of played.deleted) deleted[kind] += 1;
    if (scene.taken && played.deleted.length > 0) taken += 1;
    expect(played.wrong).toEqual([]);
  });
  await fc.assert(holds, { seed: 15, numRuns: runs });
  // The property is no empty one.
  expect(deleted['endpoint configuration']).toBeGreaterThan(300);
  expect(deleted.model).toBeGreaterThan(120);
  expect(taken).toBeGreaterThan(100);
});
