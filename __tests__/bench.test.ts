import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { type Measure, measure, ours, waiter, watchAll } from '../scripts/bench/measure.ts';
import { benchRollouts } from '../scripts/bench/rollouts.ts';
import { cadenceRow, claim, recommended, times } from '../scripts/bench/tables.ts';
import type { Watched } from '../scripts/bench/watch.ts';
import { closestPollsSeconds } from '../src/domain/cadence.ts';

/** Seconds between looks; the poll before the call and the one right after it are not counted. */
function pausesOf({ polls, from }: Watched): readonly number[] {
  const after = polls.filter((at) => at > from);
  return after.map((at, index) => (at - (after[index - 1] ?? from)) / 1000);
}

describe('at the recommended poll interval', () => {
  let runs: readonly Watched[];
  let we: Measure;
  let theWaiter: Measure;
  beforeAll(async () => {
    runs = (await watchAll(benchRollouts, times, recommended)).flat();
    we = measure(runs, ours);
    theWaiter = measure(runs, waiter);
  });

  it('every rollout ends as it should, and the end is told as soon as it is seen', () => {
    const outcomes = benchRollouts.flatMap(({ trouble }) =>
      Array.from({ length: times }, () => (trouble ? 'rolled-back' : 'deployed')),
    );
    expect(runs.map(({ outcome }) => outcome)).toEqual(outcomes);
    expect(runs.every(({ knownAt, polls }) => knownAt === polls.at(-1))).toBe(true);
  });

  it('half of the waiter’s calls are enough for a fifth of its delay', () => {
    expect(we.calls).toBeLessThanOrEqual(theWaiter.calls / 2);
    expect(we.delays.deployed).toBeLessThanOrEqual(theWaiter.delays.deployed / 5);
  });

  it('rollbacks are known within 15 seconds on average', () => {
    expect(we.delays.rolledBack).toBeLessThanOrEqual(15);
  });

  it('looks are never more rare than that, nor closer than the floor', () => {
    const pauses = runs.flatMap(pausesOf);
    expect(Math.max(...pauses)).toBeLessThanOrEqual(120);
    expect(Math.min(...pauses)).toBeGreaterThanOrEqual(closestPollsSeconds);
  });

  it('the README and docs/bench.md tell these numbers: npm run bench -- --write', () => {
    expect(readFileSync('README.md', 'utf8')).toContain(claim(runs));
    expect(readFileSync('docs/bench.md', 'utf8')).toContain(cadenceRow(recommended, runs));
  });
});

it.each([
  ['15s', 15],
  ['1s', 1],
])('a poll interval of %s is kept, however little can be', async (interval, most) => {
  const short = benchRollouts.filter(({ name }) => /no waits|5 min \+ 2 min|capacity/.test(name));
  const runs = (await watchAll(short, 2, interval)).flat();
  expect(runs).toHaveLength(6);
  expect(Math.max(...runs.flatMap(pausesOf))).toBeLessThanOrEqual(most);
});
