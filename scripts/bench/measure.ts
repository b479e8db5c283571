import type { Instant } from '../../src/domain/request.ts';
import type { BenchRollout } from './rollouts.ts';
import { type Watched, watch } from './watch.ts';

/** What one way of polling costs and yields. Delays are means, in seconds. */
export interface Measure {
  readonly calls: number;
  readonly callsAnHour: number;
  readonly delays: Delays;
}

/** From SageMaker's change to the poll that shows it. */
export interface Delays {
  readonly deployed: number;
  readonly rolledBack: number;
  readonly turned: number;
  readonly shifts: number;
}

/** A rollout's polls, by anyone who makes them. */
type Polling = (watched: Watched) => readonly Instant[];

const waiterSeconds = 30;

/** Every rollout, so often, each time with other durations. */
export async function watchAll(
  rollouts: readonly BenchRollout[],
  times: number,
  pollInterval: string,
): Promise<readonly (readonly Watched[])[]> {
  const all: Watched[][] = [];
  for (const [index, rollout] of rollouts.entries()) {
    const runs: Watched[] = [];
    for (let time = 0; time < times; time += 1) {
      runs.push(await watch(rollout, 1000 * (index + 1) + time, pollInterval));
    }
    all.push(runs);
  }
  return all;
}

/** The action's own polls. */
export const ours: Polling = ({ polls }) => polls;

/** As `aws sagemaker wait endpoint-in-service`, but without giving up after an hour. */
export const waiter: Polling = ({ from, until }) => {
  const polls = Math.ceil((until - from) / (1000 * waiterSeconds)) + 1;
  return Array.from({ length: polls }, (_, index) => from + 1000 * waiterSeconds * index);
};

export function measure(runs: readonly Watched[], polling: Polling): Measure {
  const calls = sum(runs.map((run) => polling(run).length));
  const hours = sum(runs.map(({ from, until }) => until - from)) / 3_600_000;
  const delay = (momentsOf: (run: Watched) => readonly (Instant | undefined)[]) =>
    mean(
      runs.flatMap((run) => {
        const polls = polling(run);
        return momentsOf(run).flatMap((at) => (at === undefined ? [] : [delayOf(at, polls)]));
      }),
    );
  const ends = (outcome: string) => delay((run) => (run.outcome === outcome ? [run.until] : []));
  return {
    calls,
    callsAnHour: calls / hours,
    delays: {
      deployed: ends('deployed'),
      rolledBack: ends('rolled-back'),
      turned: delay(({ turned }) => [turned]),
      shifts: delay(({ shifts }) => shifts),
    },
  };
}

function delayOf(at: Instant, polls: readonly Instant[]): number {
  const poll = polls.find((each) => each >= at);
  if (poll === undefined) throw new Error('A change was never seen.');
  return (poll - at) / 1000;
}

function sum(values: readonly number[]): number {
  return values.reduce((all, value) => all + value, 0);
}

/** NaN of nothing. */
function mean(values: readonly number[]): number {
  return sum(values) / values.length;
}
