import type { PutMetricAlarmInput } from '@aws-sdk/client-cloudwatch';
import type { Instant, SimulatedClock } from '../clock.ts';
import type { Moment, Moments } from './moments.ts';

export type AlarmState = 'OK' | 'ALARM' | 'INSUFFICIENT_DATA';

/** What there is to an alarm beside its name and state. */
export interface AlarmMembers {
  /** A composite alarm has a rule over others, one of logs a query; their states are set like that of any other. */
  readonly kind?: 'metric' | 'composite' | 'log';
  readonly arn?: string;
  /** Of a composite alarm. */
  readonly rule?: string;
  readonly stateReason?: string;
  /** The same for programs: JSON. */
  readonly stateReasonData?: string;
  /** What sets its state: a test, unless told otherwise, or what CloudWatch makes of its definition. */
  readonly follows?: 'script' | 'metrics';
  /** When it was put or changed, where that happened in the simulation. */
  readonly configuredAt?: Instant;
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

/** A change of state, or of an alarm itself, as its history tells it. */
export type AlarmHistoryItem = { readonly alarm: Alarm; readonly at: Instant } & (
  | { readonly kind: 'state'; readonly before: Alarm }
  | { readonly kind: 'configuration'; readonly change: 'created' | 'updated' | 'deleted' }
);

/** Why an alarm comes to a state: in words, and as JSON for programs. */
export interface StateReason {
  readonly reason: string;
  readonly data?: string | undefined;
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
  readonly #history: AlarmHistoryItem[] = [];
  readonly #listeners = new Set<(name: string, state: AlarmState) => void>();

  constructor(clock: SimulatedClock, moments: Moments) {
    this.#clock = clock;
    this.#moments = moments;
  }

  /** Every alarm there is. */
  get all(): readonly Alarm[] {
    return [...this.#alarms.values()];
  }

  /** What has happened to alarms, the oldest first, also to those that were deleted. */
  get history(): readonly AlarmHistoryItem[] {
    return this.#history;
  }

  /** The alarm of a name. */
  get(name: string): Alarm | undefined {
    return this.#alarms.get(name);
  }

  /** Adds an alarm; one of the same name is replaced. */
  add(name: string, state: AlarmState = 'INSUFFICIENT_DATA', members: AlarmMembers = {}): void {
    this.#alarms.delete(name);
    this.#change(name, state, members);
  }

  /** Sets the state of an alarm, for a reason if one is given; a new name is a new alarm. */
  set(name: string, state: AlarmState, why?: string | StateReason): void {
    const { stateReason: _, stateReasonData: __, ...members } = this.#alarms.get(name) ?? {};
    const { reason, data } = typeof why === 'string' ? { reason: why } : (why ?? {});
    this.#change(name, state, {
      ...members,
      ...(reason !== undefined && { stateReason: reason }),
      ...(data !== undefined && { stateReasonData: data }),
    });
  }

  /** PutMetricAlarm: a new alarm has insufficient data, a known one keeps its state. */
  put(name: string, members: AlarmMembers): void {
    const before = this.#alarms.get(name);
    const now = this.#clock.now();
    const { state, since, stateReason, stateReasonData } = before ?? fresh(now);
    const alarm: Alarm = {
      ...{ ...members, name, state, since, configuredAt: now },
      ...(stateReason !== undefined && { stateReason }),
      ...(stateReasonData !== undefined && { stateReasonData }),
    };
    this.#alarms.set(name, alarm);
    const change = before ? 'updated' : 'created';
    this.#history.push({ kind: 'configuration', alarm, at: now, change });
    this.#tell(alarm);
  }

  /** Someone deletes the alarm: it trips no more. */
  remove(name: string): void {
    const alarm = this.#alarms.get(name);
    if (!alarm) return;
    this.#alarms.delete(name);
    const at = this.#clock.now();
    this.#history.push({ kind: 'configuration', alarm, at, change: 'deleted' });
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
    const now = this.#clock.now();
    const alarm = { ...members, name, state, since: now };
    this.#alarms.set(name, alarm);
    if (before) this.#history.push({ kind: 'state', alarm, before, at: now });
    this.#tell(alarm);
  }

  #tell({ name, state }: Alarm): void {
    for (const listener of [...this.#listeners]) listener(name, state);
  }
}

function fresh(now: Instant): Pick<Alarm, 'state' | 'since' | 'stateReason' | 'stateReasonData'> {
  return { state: 'INSUFFICIENT_DATA', since: now };
}
