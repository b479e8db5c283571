import type { Alarm } from '../account/alarms.ts';
import { type AlarmRule, alarmRuleOf, isBreaching } from '../metrics/alarm-rule.ts';
import { reasonOf } from '../metrics/alarm-words.ts';
import { definitionOf } from './definition.ts';

const minuteMs = 60_000;

/** Why an alarm is in its state: of one that was set without a reason, what CloudWatch would say. */
export function reasonFor(alarm: Alarm): string | undefined {
  const { kind, state, stateReason } = alarm;
  if (stateReason !== undefined || kind === 'composite') return stateReason;
  const rule = alarmRuleOf(definitionOf(alarm));
  if (state === 'INSUFFICIENT_DATA' || !rule) return 'Unchecked: Initial alarm creation';
  const { periods, periodSeconds } = rule;
  const newest = Math.floor(alarm.since / minuteMs) * minuteMs - minuteMs - 1000 * periodSeconds;
  const value = madeUpValue(rule, state);
  const points = Array.from({ length: periods }, (_, index) => {
    return { at: newest - index * 1000 * periodSeconds, value, samples: 0 };
  });
  return reasonOf(rule, { kind: 'state', state, points, filled: 0 });
}

/** Clearly on one side of the threshold; nothing, where that will do. */
function madeUpValue(rule: AlarmRule, state: 'OK' | 'ALARM'): number {
  const fits = (value: number) => isBreaching(rule, value) === (state === 'ALARM');
  const values = [0, rule.threshold + 4, rule.threshold - 4];
  return values.find(fits) ?? 0;
}
