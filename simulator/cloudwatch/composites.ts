import type { Account } from '../account/account.ts';
import type { Alarm, Alarms, StateReason } from '../account/alarms.ts';
import { alarmArnOf } from '../account/arn.ts';
import type { Instant } from '../clock.ts';
import { timestamp } from '../metrics/alarm-words.ts';
import { childrenIn, holds, readRule } from '../metrics/composite-rule.ts';

/** Lets composite alarms follow their rules, as soon as a child changes its state. */
export function followRules(account: Account): void {
  account.alarms.onChange((changed) => {
    for (const alarm of account.alarms.all) {
      if (alarm.kind === 'composite' && alarm.follows === 'metrics')
        follow(account, alarm, changed);
    }
  });
}

function follow(account: Account, alarm: Alarm, changed: string): void {
  const stateOf = (child: string) => childOf(account.alarms, child)?.state ?? 'INSUFFICIENT_DATA';
  const state = holds(readRule(alarm.rule ?? 'FALSE'), stateOf) ? 'ALARM' : 'OK';
  if (state === alarm.state) return;
  const children = childrenOf(alarm, account.alarms);
  const trigger = children.find(({ name }) => name === changed) ?? children[0];
  const others = children.filter((each) => each !== trigger && each.state === state);
  const arn = (each: Alarm) => each.arn ?? alarmArnOf(account.place, each.name);
  account.alarms.set(alarm.name, state, trigger && reasonOf(trigger, others, arn));
}

/** The alarms that the rule of a composite alarm names, as far as there are such. */
export function childrenOf({ rule = 'FALSE' }: Alarm, alarms: Alarms): Alarm[] {
  return childrenIn(readRule(rule)).flatMap((child) => childOf(alarms, child) ?? []);
}

/** A rule names its children by name or by ARN. */
function childOf(alarms: Alarms, child: string): Alarm | undefined {
  const [, name = child] = /^arn:[^:]+:cloudwatch:[^:]*:[^:]*:alarm:(.+)$/.exec(child) ?? [];
  return alarms.get(name);
}

/** The alarm that set it off is told first. */
function reasonOf(
  trigger: Alarm,
  others: readonly Alarm[],
  arnOf: (alarm: Alarm) => string,
): StateReason {
  const { state, since } = trigger;
  const triggeringAlarms = [trigger, ...others].map((alarm) => ({
    arn: arnOf(alarm),
    state: { value: alarm.state, timestamp: timestamp(alarm.since) },
  }));
  return {
    reason: `${arnOf(trigger)} transitioned to ${state} at ${dayAndTime(since)} UTC`,
    data: JSON.stringify({ triggeringAlarms }),
  };
}

/** `Monday 02 March, 2026 09:06:10` */
function dayAndTime(instant: Instant): string {
  const date = new Date(instant);
  const part = (options: Intl.DateTimeFormatOptions) =>
    date.toLocaleString('en-US', { ...options, timeZone: 'UTC' });
  const day = date.toISOString().slice(8, 10);
  const [weekday, month] = [part({ weekday: 'long' }), part({ month: 'long' })];
  return `${weekday} ${day} ${month}, ${date.getUTCFullYear()} ${date.toISOString().slice(11, 19)}`;
}
