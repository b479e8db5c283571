import type { Instant, SimulatedClock } from './clock.ts';

interface Waiting {
  readonly until: Instant;
  readonly wake: (now: Instant) => void;
}

/**
 * The programs that live in the simulator's time. Those that have joined share it: it passes when
 * all of them wait, to the earliest instant that any of them waits for.
 */
export class Programs {
  readonly #clock: SimulatedClock;
  readonly #waiting: Waiting[] = [];
  #joined = 0;

  constructor(clock: SimulatedClock) {
    this.#clock = clock;
  }

  /** From here on time waits for one program more; what is answered lets it go. */
  join(): () => void {
    this.#joined += 1;
    return () => {
      this.#joined -= 1;
      this.#passWhenAllWait();
    };
  }

  /** A program waits until that instant. Resolves with the time, which can be earlier where others wait for less. */
  wait(until: Instant): Promise<Instant> {
    return new Promise((wake) => {
      this.#waiting.push({ until, wake });
      this.#passWhenAllWait();
    });
  }

  #passWhenAllWait(): void {
    if (this.#waiting.length === 0 || this.#waiting.length < this.#joined) return;
    const waiting = this.#waiting.splice(0);
    this.#clock.advanceTo(Math.min(...waiting.map(({ until }) => until)));
    for (const { wake } of waiting) wake(this.#clock.now());
  }
}
