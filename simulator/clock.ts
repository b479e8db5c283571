/** A point in simulated time: milliseconds since 1970-01-01T00:00:00Z. */
export type Instant = number;

/** The Monday on which every simulation begins unless it is told otherwise. */
export const monday: Instant = Date.parse('2026-03-02T09:00:00Z');

interface Entry {
  readonly instant: Instant;
  readonly action: () => void;
}

/**
 * The one clock of a simulation. It runs `speed` times as fast as the wall clock,
 * or stands still until someone moves it (`'stepped'`): then a rollout of eight
 * hours takes no time and happens the same way each time.
 *
 * Whatever is to happen later is registered with `at`, and happens, in order and at
 * its own instant, as soon as anyone asks for the time.
 */
export class SimulatedClock {
  readonly #speed: number | 'stepped';
  readonly #start: Instant;
  readonly #startedAt = performance.now();
  readonly #agenda: Entry[] = [];
  #now: Instant;
  #acting = false;

  constructor(speed: number | 'stepped' = 'stepped', start: Instant = monday) {
    this.#speed = speed;
    this.#start = start;
    this.#now = start;
  }

  /** Whether someone moves it, or it runs by itself. */
  get stepped(): boolean {
    return this.#speed === 'stepped';
  }

  /**
   * The simulated time, after everything that has fallen due has happened. To something
   * that is happening right now, it is its own instant.
   */
  now(): Instant {
    if (this.#speed !== 'stepped' && !this.#acting) {
      const passed = (performance.now() - this.#startedAt) * this.#speed;
      this.advanceTo(this.#start + Math.floor(passed));
    }
    return this.#now;
  }

  /** Moves a stepped clock forward; a clock never goes back. */
  advanceTo(instant: Instant): void {
    for (let next = this.#nextDue(instant); next; next = this.#nextDue(instant)) {
      this.#agenda.splice(this.#agenda.indexOf(next), 1);
      this.#now = Math.max(this.#now, next.instant);
      this.#act(next);
    }
    this.#now = Math.max(this.#now, instant);
  }

  /** Registers something to happen at an instant; the same instant keeps the order of registration. */
  at(instant: Instant, action: () => void): void {
    this.#agenda.push({ instant, action });
  }

  #act(entry: Entry): void {
    this.#acting = true;
    try {
      entry.action();
    } finally {
      this.#acting = false;
    }
  }

  #nextDue(until: Instant): Entry | undefined {
    let next: Entry | undefined;
    for (const entry of this.#agenda) {
      if (entry.instant <= until && (!next || entry.instant < next.instant)) next = entry;
    }
    return next;
  }
}
