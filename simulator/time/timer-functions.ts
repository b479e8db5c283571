import { syncBuiltinESMExports } from 'node:module';
import timers from 'node:timers';
import timersPromises from 'node:timers/promises';
import { promisify } from 'node:util';
import { readDelay } from './delay.ts';
import { timerPromises } from './timer-promises.ts';
import { SimulatedTimeout, type TimerQueue } from './timer-queue.ts';

type Callback = (...values: unknown[]) => void;

/** Replaces every way in which a program sets a timer by one of the queue. */
export function installTimers(queue: TimerQueue): void {
  const promises = timerPromises(queue);
  const functions = {
    setTimeout: Object.assign(setter(queue, false), { [promisify.custom]: promises.setTimeout }),
    setInterval: setter(queue, true),
    clearTimeout: clearer(queue, globalThis.clearTimeout),
    clearInterval: clearer(queue, globalThis.clearInterval),
  };
  Object.assign(globalThis, functions);
  Object.assign(timers, functions);
  Object.assign(timersPromises, promises);
  timersPromises.scheduler.wait = (delay, options) =>
    promises.setTimeout(delay, undefined, options);
  AbortSignal.timeout = (delay) => timeoutSignal(queue, delay);
  syncBuiltinESMExports();
}

function setter(queue: TimerQueue, repeats: boolean) {
  return (callback: Callback, delay?: unknown, ...values: unknown[]): SimulatedTimeout => {
    if (typeof callback !== 'function') {
      const problem = `The "callback" argument must be of type function. Received ${typeof callback}`;
      throw Object.assign(new TypeError(problem), { code: 'ERR_INVALID_ARG_TYPE' });
    }
    const action = () => callback(...values);
    return queue.set({ action, delayMilliseconds: readDelay(delay), repeats });
  };
}

/** Node's internals go on with their own timers: those are handed to the original function. */
function clearer(queue: TimerQueue, clearOnTheWall: (timer: NodeJS.Timeout) => void) {
  return (timer: unknown): void => {
    if (timer instanceof SimulatedTimeout) timer.close();
    else if (typeof timer === 'number' || typeof timer === 'string') {
      queue.find(Number(timer))?.close();
    } else clearOnTheWall(timer as NodeJS.Timeout);
  };
}

function timeoutSignal(queue: TimerQueue, delay: number): AbortSignal {
  const controller = new AbortController();
  const action = () =>
    controller.abort(new DOMException('The operation was aborted due to timeout', 'TimeoutError'));
  queue.set({ action, delayMilliseconds: readDelay(delay), repeats: false }).unref();
  return controller.signal;
}
