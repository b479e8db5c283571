import type { Clock } from './ports.ts';

/** Why a time limit is dropped. One for all: without it each `abort` makes an exception with a stack. */
export const settled = new Error('What had a time limit has ended before it.');

/** The promise's result, unless the signal is aborted first: then its reason is thrown. */
export async function unless<T>(signal: AbortSignal, promise: Promise<T>): Promise<T> {
  let stop = () => {};
  const aborted = new Promise<never>((_, reject) => {
    stop = () => reject(signal.reason);
    signal.addEventListener('abort', stop);
    if (signal.aborted) stop();
  });
  try {
    return await Promise.race([promise, aborted]);
  } finally {
    signal.removeEventListener('abort', stop);
  }
}

/** Waits for the promise, whether it succeeds or fails, but no longer than that; leaves no timer behind. */
export async function atMost(
  seconds: number,
  promise: Promise<unknown> | undefined,
  clock: Clock,
): Promise<void> {
  const over = new AbortController();
  const limit = clock.sleep(seconds, over.signal);
  await Promise.race([promise, limit]).catch(() => undefined);
  over.abort(settled);
  await limit.catch(() => undefined);
}

/**
 * A call's result, from its start to its last byte within so many seconds: then the call is aborted,
 * and a `TimeoutError` is thrown. A call that ignores its signal is not waited for either.
 */
export async function within<T>(
  seconds: number,
  clock: Clock,
  call: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  const limit = new AbortController();
  const over = new AbortController();
  // Begun first: a limit of its own that ends at the same instant is told of first.
  const answer = call(limit.signal);
  clock.sleep(seconds, over.signal).then(
    () => limit.abort(timeout(seconds)),
    () => undefined,
  );
  try {
    return await unless(limit.signal, answer);
  } finally {
    over.abort(settled);
  }
}

/** Named as Node and the SDK name such errors. */
function timeout(seconds: number): Error {
  const message = `There was no complete answer within ${Math.round(seconds)} s.`;
  return Object.assign(new Error(message), { name: 'TimeoutError' });
}
