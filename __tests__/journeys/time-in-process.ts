import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { once } from 'node:events';
import type { ClientRequest, IncomingMessage } from 'node:http';
import { type AddressInfo, connect, createServer } from 'node:net';
import { setImmediate } from 'node:timers/promises';
import type { SimulatedClock } from '../../simulator/clock.ts';
import { heldUp } from '../../simulator/http.ts';
import { WorkAtHand } from '../../simulator/time/work-at-hand.ts';
import type { Clock } from '../../src/ports.ts';

interface Sleeper {
  readonly at: number;
  readonly wake: () => void;
}

/** Turns of the event loop after which what was pending has happened. */
const turnsUntilQuiet = 4;

/**
 * Turns in which a call has had no answer, and nothing else has been at work, until it is asked after:
 * fewer where the simulator, which is in this process too, has said that it holds it up.
 */
const turnsUntilOverdue = { heldUp: 1_000, otherwise: 20_000 };

/** Connections over this machine after which a call from before them would have been answered too. */
const connectionsUntilHanging = 3;

/**
 * The simulator's time for several who sleep beside each other in this process, as the watch and the
 * live report do: it passes when all of them sleep and no call is on its way.
 *
 * A call that hangs is not waited for. Not modeled: the time-outs of the SDK, which are those of the
 * wall clock.
 */
export class TimeInProcess implements Clock {
  readonly #clock: SimulatedClock;
  readonly #calls = new Set<object>();
  readonly #work = new WorkAtHand();
  /** Requests that the simulator holds up, and that are still waited for. */
  readonly #heldUp = new Set<object>();
  readonly #sleepers = new Set<Sleeper>();
  #isPassing = false;
  /** Turns since what was at work last, or a call began. */
  #waited = 0;

  constructor(clock: SimulatedClock) {
    this.#clock = clock;
    subscribe('http.client.request.created', this.#httpBegins);
    heldUp.subscribe(this.#isHeldUp);
    subscribe('undici:request:create', this.#fetchBegins);
    subscribe('undici:request:trailers', this.#fetchEnds);
    subscribe('undici:request:error', this.#fetchEnds);
  }

  /** Looks at calls no more. */
  stop(): void {
    this.#work.stop();
    unsubscribe('http.client.request.created', this.#httpBegins);
    heldUp.unsubscribe(this.#isHeldUp);
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
      if (this.#sleepers.size === 0) break;
      this.#clock.advanceTo(Math.min(...[...this.#sleepers].map(({ at }) => at)));
      await this.#wakeDue();
    }
    this.#isPassing = false;
  }

  /** As Node fires timers: all that are due, in turns that follow each other, whatever each of them begins. */
  async #wakeDue(): Promise<void> {
    const due = [...this.#sleepers].filter(({ at }) => at <= this.now());
    for (const sleeper of due.toSorted((one, other) => one.at - other.at)) {
      if (!this.#sleepers.delete(sleeper)) continue;
      sleeper.wake();
      await setImmediate();
    }
  }

  async #quiet(): Promise<void> {
    for (let turns = 0; turns < turnsUntilQuiet; turns += 1) {
      await setImmediate();
      if (!(await this.#isQuiet())) turns = -1;
    }
  }

  /** Node is asked what is at work, which takes time, only where that decides something. */
  async #isQuiet(): Promise<boolean> {
    this.#waited += 1;
    const isWaiting = this.#calls.size > 0;
    if (isWaiting && this.#waited <= this.#patience) return false;
    const isAtWork = this.#work.isPresent;
    if (isAtWork) this.#waited = 0;
    else if (isWaiting) await this.#giveUpWhatHangs();
    return !isAtWork && !isWaiting;
  }

  get #patience(): number {
    const isHeldUp = this.#calls.size > 0 && this.#heldUp.size >= this.#calls.size;
    return turnsUntilOverdue[isHeldUp ? 'heldUp' : 'otherwise'];
  }

  /** On a busy machine an answer can be late: only where others are answered does a call hang. */
  async #giveUpWhatHangs(): Promise<void> {
    const overdue = [...this.#calls];
    for (let made = 0; made < connectionsUntilHanging; made += 1) await connectOnce();
    for (const call of overdue) this.#calls.delete(call);
    this.#heldUp.clear();
    this.#waited = 0;
  }

  readonly #httpBegins = (message: unknown) => {
    const { request } = message as { request: ClientRequest };
    this.#begin(request);
    request.once('close', () => this.#calls.delete(request));
  };

  readonly #isHeldUp = (message: unknown) => {
    const request = message as IncomingMessage;
    this.#heldUp.add(request);
    request.socket.once('close', () => this.#heldUp.delete(request));
  };

  readonly #fetchBegins = (message: unknown) => {
    this.#begin((message as { request: object }).request);
  };

  readonly #fetchEnds = (message: unknown) => {
    this.#calls.delete((message as { request: object }).request);
  };

  #begin(call: object): void {
    this.#calls.add(call);
    this.#waited = 0;
  }
}

/** A connection within this process, from its first packet to its end. */
async function connectOnce(): Promise<void> {
  const server = createServer((socket) => socket.end());
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const socket = connect((server.address() as AddressInfo).port, '127.0.0.1').resume();
  await once(socket, 'close');
  server.close();
}
