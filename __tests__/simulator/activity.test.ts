import { open } from 'node:fs/promises';
import { Agent } from 'node:http';
import { setImmediate } from 'node:timers/promises';
import { expect, it } from '@jest/globals';
import { Activity } from '../../simulator/time/activity.ts';

it('a program that closes a file is busy until it is closed, and no longer', async () => {
  const activity = new Activity(new Agent());
  const untilIdle = async () => {
    while (activity.isBusy) await setImmediate();
  };
  const file = await open('package.json');
  await untilIdle();
  const closed = file.close();
  expect(activity.isBusy).toBe(true);
  await closed;
  await untilIdle();
});
