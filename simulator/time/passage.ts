import type { Instant } from '../clock.ts';
import type { Activity } from './activity.ts';
import type { ClockClient } from './clock-client.ts';
import type { TimerQueue } from './timer-queue.ts';
import { sleepOnTheWall } from './wall.ts';

/** How time is to pass. */
export interface Course {
  /** Simulated seconds in one second of the wall clock; none: as fast as possible. */
  readonly pace: number | undefined;
  /** Instants that are never jumped over, because something happens there. */
  readonly stops: readonly Instant[];
}

/** Turns of the event loop after which what was pending has happened. */
const turnsUntilQuiet = 4;

/** A program that sleeps longer may be about to be woken; polls in a long bake are so far apart. */
const longJumpMilliseconds = 100_000;
const momentMilliseconds = 25;

/** Answers of the clock after which a request sent before them would have been answered too. */
const answersUntilHanging = 3;

/** The longest step while a request hangs: its answer can be due at any instant. */
const stepWhileHangingMilliseconds = 1000;

/** How often a watched demonstration moves on. */
const stepWhileWatchedSeconds = 0.1;

/** Lets time pass whenever the program has nothing to do but wait. */
export class Passage {
  readonly #queue: TimerQueue;
  readonly #activity: Activity;
  readonly #clock: ClockClient;
  readonly #course: Course;
  #state: 'passing' | 'resting' = 'resting';

  constructor(queue: TimerQueue, activity: Activity, clock: ClockClient, course: Course) {
    this.#queue = queue;
    this.#activity = activity;
    this.#clock = clock;
    this.#course = course;
  }

  start(): void {
    this.#queue.onPending = () => this.#wake();
    this.#activity.onStart = () => this.#wake();
  }

  #wake(): void {
    if (this.#state === 'passing') return;
    this.#state = 'passing';
    void this.#pass();
  }

  async #pass(): Promise<void> {
    while (!this.#queue.isEmpty || this.#activity.hasRequests) {
      await this.#untilQuiet();
      const next = this.#nextInstant();
      // What was waited for has gone meanwhile: a timer was taken away, a request has ended.
      if (next === undefined || (await this.#isTooFar(next))) continue;
      if (next > this.#queue.now) await this.#moveTo(next);
      this.#queue.fireDue();
      await this.#queue.anchor.turn();
    }
    this.#state = 'resting';
  }

  /** Before a long jump a program on a slow machine gets a moment more to set a nearer timer. */
  async #isTooFar(instant: Instant): Promise<boolean> {
    if (instant - this.#queue.now <= longJumpMilliseconds) return false;
    await sleepOnTheWall(momentMilliseconds);
    const nearest = this.#nextInstant();
    return this.#activity.isBusy || nearest === undefined || nearest < instant;
  }

  async #untilQuiet(): Promise<void> {
    for (let turn = 0; turn < turnsUntilQuiet; turn += 1) {
      await this.#queue.anchor.turn();
      while (this.#activity.isBusy) {
        turn = -1;
        await this.#activity.change();
        await this.#giveUpWhatHangs();
      }
    }
  }

  /** On a busy machine an answer can be late: only a simulator that answers others lets one hang. */
  async #giveUpWhatHangs(): Promise<void> {
    const overdue = this.#activity.overdue();
    if (overdue.length === 0) return;
    for (let answers = 0; answers < answersUntilHanging; answers += 1) await this.#clock.now();
    await this.#queue.anchor.turn();
    this.#activity.giveUp(overdue);
  }

  /** Undefined where nothing is pending. */
  #nextInstant(): Instant | undefined {
    const now = this.#queue.now;
    const { stops, pace } = this.#course;
    if (this.#queue.isEmpty && !this.#activity.hasRequests) return undefined;
    const candidates = stops.filter((stop) => stop > now);
    const due = this.#queue.nextDue();
    if (due !== undefined) candidates.push(due);
    if (this.#activity.hasRequests) candidates.push(now + stepWhileHangingMilliseconds);
    if (pace !== undefined) candidates.push(now + Math.ceil(pace * stepWhileWatchedSeconds * 1000));
    return Math.min(...candidates);
  }

  async #moveTo(instant: Instant): Promise<void> {
    const { pace } = this.#course;
    if (pace !== undefined) await sleepOnTheWall((instant - this.#queue.now) / pace);
    // First the program's own clock: what the move sets off can arrive before its answer.
    this.#queue.advanceTo(instant);
    this.#queue.advanceTo(await this.#clock.moveTo(instant));
    // What the move set off is on its way: an answer that was waited for, a signal.
    if (this.#activity.hasRequests) await this.#clock.now();
    for (let turn = 0; turn < turnsUntilQuiet; turn += 1) await this.#queue.anchor.turn();
  }
}
