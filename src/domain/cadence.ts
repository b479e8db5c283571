import type { Problem } from './problem.ts';

/** Silence after which a heartbeat is due, in seconds. */
export const heartbeatSeconds = 300;

/** The update shows itself within seconds of the call, its pending summary some seconds later. */
export const firstLookSeconds = 5;

const firstRetrySeconds = 5;
const longestRetrySeconds = 60;

/**
 * How long to leave a service alone that failed `failures` times in a row: twice as long each
 * time, up to a minute, and never shorter than it asked for.
 */
export function retryInSeconds(problem: Problem, failures: number): number {
  const backoff = Math.min(firstRetrySeconds * 2 ** (failures - 1), longestRetrySeconds);
  return Math.max(backoff, problem.retryAfterSeconds ?? 0);
}
