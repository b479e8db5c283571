import type { SimulatedClock } from '../clock.ts';
import type { Moment, Moments } from './moments.ts';

export type AlarmState = 'OK' | 'ALARM' | 'INSUFFICIENT_DATA';

/** An alarm that goes to ALARM at a moment, and back to OK some time later. */
export interface Trip {
  readonly when: Moment;
  /** For good, unless given. */
  readonly forSeconds?: number;
}

/**
 * The alarms of CloudWatch, as far as SageMaker looks at them: a name and a state.
 * A fresh alarm has insufficient data, which rolls nothing back.
 */
export class Alarms {
  readonly #clock: SimulatedClock;
  readonly #moments: Moments;
  readonly #states = new Map<string, AlarmState>();
  readonly #listeners = new Set<(name: string, state: AlarmState) => void>();

  constructor(clock: SimulatedClock, moments: Moments) {
    this.#clock = clock;
    this.#moments = moments;
  }

  add(name: string, state: AlarmState = 'INSUFFICIENT_DATA'): void {
    this.set(name, state);
  }

  set(name: string, state: AlarmState): void {
    if (this.#states.get(name) === state) return;
    this.#states.set(name, state);
    for (const listener of [...this.#listeners]) listener(name, state);
  }

  /** Arranges that an alarm trips. */
  trip(name: string, { when, forSeconds }: Trip): void {
    this.#moments.when(when, () => {
      this.set(name, 'ALARM');
      if (forSeconds === undefined) return;
      this.#clock.at(this.#clock.now() + forSeconds * 1000, () => this.set(name, 'OK'));
    });
  }

  stateOf(name: string): AlarmState | undefined {
    return this.#states.get(name);
  }

  /** Those of the named alarms that are in ALARM now. */
  inAlarm(names: readonly string[]): string[] {
    return names.filter((name) => this.#states.get(name) === 'ALARM');
  }

  /** Tells of each change of state, until the returned function is called. */
  onChange(listener: (name: string, state: AlarmState) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }
}
