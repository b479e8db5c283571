import { AsyncLocalStorage } from 'node:async_hooks';
import type { Instant } from '../clock.ts';
import { Anchor, runNextTurn } from './wall.ts';

/** What a timer is to do, and how long after it was set. */
export interface Setting {
  readonly action: () => void;
  readonly delayMilliseconds: number;
  readonly repeats: boolean;
}

/** The timers of a program that lives in simulated time, and its present instant. */
export class TimerQueue {
  readonly anchor = new Anchor();
  /** Called when something is pending that was not before. */
  onPending: () => void = () => undefined;
  readonly #pending = new Map<number, SimulatedTimeout>();
  #now: Instant;
  #lastId = 0;

  constructor(start: Instant) {
    this.#now = start;
  }

  get now(): Instant {
    return this.#now;
  }

  get isEmpty(): boolean {
    return this.#pending.size === 0;
  }

  set(setting: Setting): SimulatedTimeout {
    this.#lastId += 1;
    return new SimulatedTimeout(this, setting, this.#lastId).refresh();
  }

  find(id: number): SimulatedTimeout | undefined {
    return this.#pending.get(id);
  }

  /** When the next timer falls due. */
  nextDue(): Instant | undefined {
    let next: Instant | undefined;
    for (const { due } of this.#pending.values()) {
      if (next === undefined || due < next) next = due;
    }
    return next;
  }

  advanceTo(instant: Instant): void {
    this.#now = Math.max(this.#now, instant);
  }

  /** Fires, in one turn of the event loop, what has fallen due: in order of instant, then of setting. */
  fireDue(): void {
    const due = [...this.#pending.values()].filter((timer) => timer.due <= this.#now);
    due.sort((one, other) => one.due - other.due);
    for (const timer of due) runNextTurn(() => this.#fire(timer));
  }

  schedule(timer: SimulatedTimeout): void {
    // Taken out first, so that among equal instants the one set last is the last.
    this.#pending.delete(timer.id);
    this.#pending.set(timer.id, timer);
    this.reviewHold();
    this.onPending();
  }

  cancel(timer: SimulatedTimeout): void {
    this.#pending.delete(timer.id);
    this.reviewHold();
  }

  reviewHold(): void {
    const isHeld = [...this.#pending.values()].some((timer) => timer.hasRef());
    if (isHeld) this.anchor.hold();
    else this.anchor.letGo();
  }

  #fire(timer: SimulatedTimeout): void {
    const isStillDue = this.#pending.get(timer.id) === timer && timer.due <= this.#now;
    if (!isStillDue) return;
    if (timer.setting.repeats) timer.refresh();
    else this.cancel(timer);
    timer.fire();
  }
}

/** What `setTimeout` and `setInterval` return: as Node's own `Timeout`. */
export class SimulatedTimeout {
  readonly id: number;
  readonly setting: Setting;
  readonly #queue: TimerQueue;
  /** Timers run in the asynchronous context in which they were set. */
  readonly #inContext = AsyncLocalStorage.snapshot();
  #hasRef = true;
  #due: Instant = 0;

  constructor(queue: TimerQueue, setting: Setting, id: number) {
    this.#queue = queue;
    this.setting = setting;
    this.id = id;
  }

  get due(): Instant {
    return this.#due;
  }

  fire(): void {
    this.#inContext(this.setting.action);
  }

  refresh(): this {
    this.#due = this.#queue.now + this.setting.delayMilliseconds;
    this.#queue.schedule(this);
    return this;
  }

  ref(): this {
    this.#hasRef = true;
    this.#queue.reviewHold();
    return this;
  }

  unref(): this {
    this.#hasRef = false;
    this.#queue.reviewHold();
    return this;
  }

  hasRef(): boolean {
    return this.#hasRef;
  }

  close(): this {
    this.#queue.cancel(this);
    return this;
  }

  [Symbol.toPrimitive](): number {
    return this.id;
  }

  [Symbol.dispose](): void {
    this.close();
  }
}
