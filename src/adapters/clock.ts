import type { Clock } from '../ports.ts';

/** The longest delay that setTimeout takes; beyond it the callback would be called at once. */
const longestTimerMs = 2 ** 31 - 1;

/** The wall clock: the only place that asks for the time or sets a timer. */
export const wallClock: Clock = {
  now: () => Date.now(),

  sleep: (seconds, signal) =>
    new Promise((resolve, reject) => {
      if (signal?.aborted) return reject(signal.reason);
      const stop = () => {
        clearTimeout(timer);
        reject(signal?.reason);
      };
      const timer = setTimeout(
        () => {
          signal?.removeEventListener('abort', stop);
          resolve();
        },
        Math.min(1000 * seconds, longestTimerMs),
      );
      signal?.addEventListener('abort', stop, { once: true });
    }),
};
