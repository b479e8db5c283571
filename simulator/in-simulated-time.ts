/**
 * Makes any program of Node 24 live in the time of a running simulator, without a hook in it:
 *
 *     SIMULATOR_URL=http://127.0.0.1:4000 node --import ./simulator/in-simulated-time.ts program.js
 *
 * Time stands still while the program works. When it has nothing to do but wait, the simulator's
 * clock and the program's own are moved to its next timer. A request that hangs does not stop
 * time, so that the program's timeouts come true. Chance (`Math.random`) is the same in every run.
 *
 * `SIMULATOR_PACE`: simulated seconds in a second of the wall clock, to watch it; unset: as fast as
 * possible. `SIMULATOR_STOPS`: instants (milliseconds, comma-separated) that are not jumped over.
 */
import { Activity } from './time/activity.ts';
import { installChance } from './time/chance.ts';
import { ClockClient } from './time/clock-client.ts';
import { installTime } from './time/date.ts';
import { Passage } from './time/passage.ts';
import { installTimers } from './time/timer-functions.ts';
import { TimerQueue } from './time/timer-queue.ts';

const { SIMULATOR_URL, SIMULATOR_PACE, SIMULATOR_STOPS } = process.env;
if (!SIMULATOR_URL) throw new Error('SIMULATOR_URL is not set: where is the simulator?');

const clock = new ClockClient(SIMULATOR_URL);
const queue = new TimerQueue(await clock.now('holds'));
const activity = new Activity(clock.agent);
const pace = SIMULATOR_PACE ? Number(SIMULATOR_PACE) : undefined;
const stops = (SIMULATOR_STOPS ?? '').split(',').filter(Boolean).map(Number);

installChance();
installTime(() => queue.now);
installTimers(queue);
new Passage(queue, activity, clock, { pace, stops }).start();
