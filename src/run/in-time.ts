import { unless, within } from '../cancellation.ts';
import { Problem } from '../domain/problem.ts';
import type { Instant } from '../domain/request.ts';
import { phrase } from '../domain/text/phrase.ts';
import type { World } from '../ports.ts';

/** A call that begins when the time is up gets so long all the same. */
const leastSeconds = 10;

/**
 * The answer to a call, as long as there is time for one: an adapter may be ready to wait longer.
 * Throws the reason of a cancelled job; `unreachable` where the time is up.
 */
export async function inTime<T>(
  { cancelled, clock }: World,
  end: Instant,
  call: () => Promise<T>,
): Promise<T> {
  const seconds = Math.max(leastSeconds, (end - clock.now()) / 1000);
  try {
    return await unless(cancelled, within(seconds, clock, call));
  } catch (thrown) {
    cancelled.throwIfAborted();
    throw isTimeout(thrown) ? notInTime(thrown) : thrown;
  }
}

function isTimeout(thrown: unknown): thrown is Error {
  return thrown instanceof Error && thrown.name === 'TimeoutError';
}

function notInTime(cause: Error): Problem {
  return new Problem('unreachable', phrase`AWS did not answer in the time that was left.`, {
    remedy: phrase`Check the AWS Health Dashboard, and check that this runner reaches AWS.`,
    said: cause.message,
    cause,
  });
}
