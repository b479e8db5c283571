import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import type { ClientRequest } from 'node:http';
import { setImmediate } from 'node:timers/promises';
import type { SimulatedClock } from '../../simulator/clock.ts';
import { isAtWork } from '../../simulator/time/activity.ts';
import type { Clock } from '../../src/ports.ts';

interface Sleeper {
  readonly at: number;
  readonly wake: () => void;
}

/** Turns of the event loop after which what was pending has happened. */
const turnsUntilQuiet = 4;

/** The simulator is in this process too: a call that has no answer after so many turns hangs. */
const turnsUntilHanging = 50_000;

/**
 * The simulator's time for several who sleep beside each other in this process, as the watch and the
 * live report do: it passes when all of them sleep and no call is on its way.
 *
 * A call that hangs is not waited for. Not modelled: the time-outs of the SDK, which are those of the
 * wall clock.
 */
export class TimeInProcess implements Clock {
  readonly #clock: SimulatedClock;
  readonly #calls = new Set<object>();
  readonly #sleepers = new Set<Sleeper>();
  #isPassing = false;

  constructor(clock: SimulatedClock) {
    this.#clock = clock;
    subscribe('http.client.request.created', this.#httpBegins);
    subscribe('undici:request:create', this.#fetchBegins);
    subscribe('undici:request:trailers', this.#fetchEnds);
    subscribe('undici:request:error', this.#fetchEnds);
  }

  /** Looks at calls no more. */
  stop(): void {
    unsubscribe('http.client.request.created', this.#httpBegins);
    unsubscribe('undici:request:create', this.#fetchBegins);
    unsubscribe('undici:request:trailers', this.#fetchEnds);
    unsubscribe('undici:request:error', this.#fetchEnds);
  }

  now(): number {
    return this.#clock.now();
  }

  sleep(seconds: number, signal?: AbortSignal): Promise<void> {
    return new Promise((resolve, reject) => {
      if (signal?.aborted) return reject(signal.reason);
      const stop = () => {
        this.#sleepers.delete(sleeper);
        reject(signal?.reason);
      };
      const wake = () => {
        signal?.removeEventListener('abort', stop);
        resolve();
      };
      const sleeper = { at: this.now() + Math.round(1000 * seconds), wake };
      this.#sleepers.add(sleeper);
      signal?.addEventListener('abort', stop, { once: true });
      if (!this.#isPassing) void this.#pass();
    });
  }

  async #pass(): Promise<void> {
    this.#isPassing = true;
    while (this.#sleepers.size > 0) {
      await this.#quiet();
      const [next] = [...this.#sleepers].toSorted((one, other) => one.at - other.at);
      if (!next) break;
      this.#sleepers.delete(next);
      this.#clock.advanceTo(next.at);
      next.wake();
    }
    this.#isPassing = false;
  }

  async #quiet(): Promise<void> {
    let waited = 0;
    for (let turns = 0; turns < turnsUntilQuiet; turns += 1) {
      await setImmediate();
      if (this.#calls.size > 0 || isAtWork()) turns = -1;
      waited += 1;
      if (waited > turnsUntilHanging) this.#calls.clear();
    }
  }

  readonly #httpBegins = (message: unknown) => {
    const { request } = message as { request: ClientRequest };
    this.#calls.add(request);
    request.once('close', () => this.#calls.delete(request));
  };

  readonly #fetchBegins = (message: unknown) => {
    this.#calls.add((message as { request: object }).request);
  };

  readonly #fetchEnds = (message: unknown) => {
    this.#calls.delete((message as { request: object }).request);
  };
}
