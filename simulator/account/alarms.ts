import type { PutMetricAlarmInput } from '@aws-sdk/client-cloudwatch';
import type { Instant, SimulatedClock } from '../clock.ts';
import type { Moment, Moments } from './moments.ts';

export type AlarmState = 'OK' | 'ALARM' | 'INSUFFICIENT_DATA';

/** What there is to an alarm beside its name and state. */
export interface AlarmMembers {
  /** A composite alarm has a rule over others; its state is set like that of any other. */
  readonly kind?: 'metric' | 'composite';
  readonly arn?: string;
  /** Of a composite alarm. */
  readonly rule?: string;
  readonly stateReason?: string;
  /** Of a metric alarm, as PutMetricAlarm takes it: what is not given is made up. */
  readonly definition?: AlarmDefinition;
}

export type AlarmDefinition = Partial<Omit<PutMetricAlarmInput, 'AlarmName'>>;

export interface Alarm extends AlarmMembers {
  readonly name: string;
  readonly state: AlarmState;
  /** Since when it is in this state. */
  readonly since: Instant;
}

/** An alarm that goes to ALARM at a moment, and back to OK some time later. */
export interface Trip {
  readonly when: Moment;
  /** For good, unless given. */
  readonly forSeconds?: number;
}

/**
 * The alarms of CloudWatch: SageMaker reads name and state, DescribeAlarms returns the rest.
 * A fresh alarm has insufficient data, which rolls nothing back.
 */
export class Alarms {
  readonly #clock: SimulatedClock;
  readonly #moments: Moments;
  readonly #alarms = new Map<string, Alarm>();
  readonly #listeners = new Set<(name: string, state: AlarmState) => void>();

  constructor(clock: SimulatedClock, moments: Moments) {
    this.#clock = clock;
    this.#moments = moments;
  }

  /** Every alarm there is. */
  get all(): readonly Alarm[] {
    return [...this.#alarms.values()];
  }

  /** Adds an alarm; one of the same name is replaced. */
  add(name: string, state: AlarmState = 'INSUFFICIENT_DATA', members: AlarmMembers = {}): void {
    this.#alarms.delete(name);
    this.#change(name, state, members);
  }

  /** Sets the state of an alarm, for a reason if one is given; a new name is a new alarm. */
  set(name: string, state: AlarmState, stateReason?: string): void {
    const { stateReason: _, ...members } = this.#alarms.get(name) ?? {};
    this.#change(name, state, stateReason === undefined ? members : { ...members, stateReason });
  }

  /** Someone deletes the alarm: it trips no more. */
  remove(name: string): void {
    this.#alarms.delete(name);
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
    return this.#alarms.get(name)?.state;
  }

  /** Those of the named alarms that are in ALARM now. */
  inAlarm(names: readonly string[]): string[] {
    return names.filter((name) => this.stateOf(name) === 'ALARM');
  }

  /** Tells of each change of state, until the returned function is called. */
  onChange(listener: (name: string, state: AlarmState) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  #change(name: string, state: AlarmState, members: AlarmMembers): void {
    const before = this.#alarms.get(name);
    if (before?.state === state) return;
    this.#alarms.set(name, { ...members, name, state, since: this.#clock.now() });
    for (const listener of [...this.#listeners]) listener(name, state);
  }
}
