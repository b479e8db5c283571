import type { Course } from './course.ts';
import { type Due, dueIn, spacingSeconds } from './due.ts';
import type { Problem } from './problem.ts';
import type { Instant } from './request.ts';

/** Silence after which a heartbeat is due, in seconds. */
export const heartbeatSeconds = 300;

/** The update shows itself within seconds of the call, its pending summary some seconds later. */
export const firstPollSeconds = 5;

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

/**
 * Polls are never closer than this, unless the user wants them so. DescribeEndpoint's rate limit
 * is unpublished: a dozen rollouts that all come to their end at once ask four times a second, and
 * otherwise a dozen ask once in some seconds.
 */
export const closestPollsSeconds = 3;

/** Where no schedule tells when to poll, such as while instances are added: not later than this. */
export const unscheduledPollSeconds = 15;

/** Where polls do not agree, or find nothing: seconds until the next. */
export const doubtfulPollSeconds = 10;

/**
 * Seconds from a poll at `now` to the next: few where something is due, many where nothing can be,
 * never more than the poll interval.
 */
export function secondsToNextPoll(
  course: Course,
  now: Instant,
  pollIntervalSeconds: number,
): number {
  const next = Math.min(...dueIn(course).map((due) => nextPollAt(due, now)));
  const seconds = Math.max(closestPollsSeconds, (next - now) / 1000);
  return Math.min(seconds, pollIntervalSeconds);
}

function nextPollAt({ from, pace }: Due, now: Instant): Instant {
  if (now < from) return from;
  return now + 1000 * spacingSeconds(pace, (now - from) / 1000);
}

const longestRoundPauseSeconds = 15;

/** How long to leave a fresh fleet alone after so many rounds of requests. */
export function secondsToNextRound(round: number): number {
  return Math.min(2 ** round, longestRoundPauseSeconds);
}
