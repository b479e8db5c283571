import type { TimerOptions } from 'node:timers';
import { readDelay } from './delay.ts';
import type { TimerQueue } from './timer-queue.ts';

/** The functions of `node:timers/promises`, in simulated time. */
export function timerPromises(queue: TimerQueue) {
  return {
    setTimeout: <T>(delay?: number, value?: T, options?: TimerOptions): Promise<T> =>
      waitFor(queue, delay, value as T, options ?? {}),
    setInterval: <T>(delay?: number, value?: T, options?: TimerOptions): AsyncGenerator<T> =>
      repeatEvery(queue, delay, value as T, options ?? {}),
  };
}

function waitFor<T>(
  queue: TimerQueue,
  delay: number | undefined,
  value: T,
  { signal, ref = true }: TimerOptions,
): Promise<T> {
  return new Promise((resolve, reject) => {
    if (signal?.aborted) return reject(abortError(signal));
    const finish = () => {
      signal?.removeEventListener('abort', abandon);
      resolve(value);
    };
    const timer = queue.set({
      action: finish,
      delayMilliseconds: readDelay(delay),
      repeats: false,
    });
    const abandon = () => {
      timer.close();
      reject(abortError(signal));
    };
    if (!ref) timer.unref();
    signal?.addEventListener('abort', abandon, { once: true });
  });
}

/** A consumer that is late is told at once: what it missed is counted, as Node does. */
async function* repeatEvery<T>(
  queue: TimerQueue,
  delay: number | undefined,
  value: T,
  options: TimerOptions,
): AsyncGenerator<T> {
  const milliseconds = readDelay(delay);
  let due = queue.now + milliseconds;
  for (;;) {
    if (options.signal?.aborted) throw abortError(options.signal);
    if (due > queue.now) await waitFor(queue, due - queue.now, value, options);
    due += milliseconds;
    yield value;
  }
}

function abortError(signal: AbortSignal | undefined): Error {
  const error = new Error('The operation was aborted', { cause: signal?.reason });
  return Object.assign(error, { name: 'AbortError', code: 'ABORT_ERR' });
}
