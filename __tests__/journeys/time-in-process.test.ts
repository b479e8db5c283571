import { pbkdf2 } from 'node:crypto';
import { once } from 'node:events';
import { open, readFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import { setImmediate } from 'node:timers/promises';
import { promisify } from 'node:util';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { SimulatedClock } from '../../simulator/clock.ts';
import { urlOf } from '../../simulator/http.ts';
import { TimeInProcess } from './time-in-process.ts';

let time: TimeInProcess;
/** Answers late, measured in turns of the event loop. */
let server: Server;
beforeEach(async () => {
  time = new TimeInProcess(new SimulatedClock());
  server = createServer(async (_, response) => {
    for (let turns = 0; turns < 1000; turns += 1) await setImmediate();
    response.end('answer');
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
});
afterEach(() => {
  time.stop();
  server.close();
});

/** Nothing happens to a file meanwhile. */
function keepThreadsBusy(): Promise<unknown> {
  const threads = Array.from({ length: 4 }, () =>
    promisify(pbkdf2)('as long as', 'it takes', 400_000, 64, 'sha512'),
  );
  return Promise.all(threads);
}

async function call(): Promise<string> {
  const answer = await fetch(urlOf(server), { headers: { connection: 'close' } });
  return answer.text();
}

/** What is there first: the result, or the end of half a minute. */
async function first(result: Promise<string>): Promise<string> {
  const controller = new AbortController();
  const sleep = time.sleep(30, controller.signal).then(
    () => 'half a minute',
    () => 'never',
  );
  const came = await Promise.race([sleep, result]);
  controller.abort();
  return came;
}

describe('simulated time in this process stands still on a busy machine', () => {
  it('while a file is closed', async () => {
    const file = await open('package.json');
    const busy = keepThreadsBusy();
    expect(await first(file.close().then(call))).toBe('answer');
    await busy;
  });

  it('for a call that follows long work', async () => {
    const busy = keepThreadsBusy();
    expect(await first(readFile('package.json').then(call))).toBe('answer');
    await busy;
  });
});

describe('simulated time in this process, at one instant', () => {
  it('wakes all who sleep until then, before the first of them has an answer to what it asks', async () => {
    const told: string[] = [];
    const sleepThenCall = async () => {
      await time.sleep(30);
      told.push('awake');
      told.push(await call());
    };
    await Promise.all([sleepThenCall(), sleepThenCall()]);
    expect(told).toEqual(['awake', 'awake', 'answer', 'answer']);
  });

  it('wakes no one whose sleep another one ends then', async () => {
    const other = new AbortController();
    const first = time.sleep(30).then(() => other.abort(new Error('ended')));
    await expect(time.sleep(30, other.signal)).rejects.toThrow('ended');
    await first;
  });
});
