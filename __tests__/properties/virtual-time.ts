import type { Instant } from '../../src/domain/request.ts';
import type { Clock } from '../../src/ports.ts';

interface Appointment {
  readonly at: Instant;
  readonly call: () => void;
}

/** Appointments that one run may use up: beyond them something turns in circles. */
const mostAppointments = 200_000;

/**
 * Time that passes only when everybody waits: the next appointment is called when nothing is left
 * to do before it. Eight hours take milliseconds, and the same scenario takes the same course.
 *
 * Not modeled: work takes no time of its own.
 */
export class VirtualTime implements Clock {
  #now: Instant;
  /** The next one is the last. */
  readonly #appointments: Appointment[] = [];
  #kept = 0;

  constructor(now: Instant) {
    this.#now = now;
  }

  now(): Instant {
    return this.#now;
  }

  /** Calls back at that time; of appointments at the same time the first made is the first kept. */
  at(instant: Instant, call: () => void): Appointment {
    const appointment = { at: Math.max(instant, this.#now), call };
    const { at } = appointment;
    let index = this.#appointments.length;
    while (index > 0 && (this.#appointments[index - 1]?.at ?? 0) <= at) index -= 1;
    this.#appointments.splice(index, 0, appointment);
    return appointment;
  }

  sleep(seconds: number, signal?: AbortSignal): Promise<void> {
    return new Promise((resolve, reject) => {
      if (signal?.aborted) return reject(signal.reason);
      const appointment = this.at(this.#now + Math.round(1000 * seconds), () => {
        signal?.removeEventListener('abort', stop);
        resolve();
      });
      const stop = () => {
        const index = this.#appointments.indexOf(appointment);
        if (index >= 0) this.#appointments.splice(index, 1);
        reject(signal?.reason);
      };
      signal?.addEventListener('abort', stop, { once: true });
    });
  }

  /** Lets time pass until the promise is settled. Throws where that can never be. */
  async until<T>(promise: Promise<T>): Promise<T> {
    let isSettled = false;
    const settle = () => {
      isSettled = true;
    };
    promise.then(settle, settle);
    await new Promise<void>((resolve, reject) => {
      const step = () => {
        if (isSettled) return resolve();
        const next = this.#appointments.pop();
        if (!next) return reject(new Error('Everybody waits, and no one for the time.'));
        this.#kept += 1;
        if (this.#kept > mostAppointments) return reject(new Error('It turns in circles.'));
        this.#now = next.at;
        next.call();
        whenIdle(step);
      };
      whenIdle(step);
    });
    return promise;
  }

  /** Lets that much time pass. */
  pass(seconds: number): Promise<void> {
    return this.until(this.sleep(seconds));
  }
}

/** Calls when every promise that can go on has gone on: Node empties that queue before its next tick. */
function whenIdle(call: () => void): void {
  queueMicrotask(() => process.nextTick(call));
}
