import type { Account } from '../account/account.ts';
import type { Alarm } from '../account/alarms.ts';
import type { Instant } from '../clock.ts';
import { alarmRuleOf } from '../metrics/alarm-rule.ts';
import { evaluateAlarm } from '../metrics/evaluate-alarm.ts';
import type { Metrics } from '../metrics/metrics.ts';
import { definitionOf } from './definition.ts';

const minuteMs = 60_000;

/** Every alarm has a second of its own in which it is evaluated: here it is the same for all. */
const atMs = 10_000;

/** Evaluates, each minute, the alarms that follow metrics; while there are none, nothing happens. */
export class Evaluation {
  readonly #account: Account;
  readonly #metrics: Metrics;
  #isRunning = false;

  constructor(account: Account, metrics: Metrics) {
    this.#account = account;
    this.#metrics = metrics;
    account.alarms.onChange(() => this.#begin());
  }

  #begin(): void {
    if (this.#isRunning || this.#followers.length === 0) return;
    this.#isRunning = true;
    this.#schedule(this.#account.clock.now());
  }

  get #followers(): readonly Alarm[] {
    return this.#account.alarms.all.filter(({ follows }) => follows === 'metrics');
  }

  #schedule(now: Instant): void {
    const next = (Math.floor((now - atMs) / minuteMs) + 1) * minuteMs + atMs;
    this.#account.clock.at(next, () => this.#evaluate(next));
  }

  #evaluate(now: Instant): void {
    const followers = this.#followers;
    this.#isRunning = followers.length > 0;
    if (this.#isRunning) this.#schedule(now);
    for (const alarm of followers) {
      if (alarm.kind !== 'composite') this.#evaluateOne(alarm, now);
    }
  }

  #evaluateOne(alarm: Alarm, now: Instant): void {
    const rule = alarmRuleOf(definitionOf(alarm));
    const next = rule && evaluateAlarm(rule, this.#metrics, { state: alarm.state, now });
    if (!next) return;
    const { reason, reasonData: data } = next;
    this.#account.alarms.set(alarm.name, next.state, { reason, data });
  }
}
