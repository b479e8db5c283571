import type { Event } from './event.ts';

type Alarmed = Extract<Event, { kind: 'alarmed' }>;

/** What was left out stays out. */
export function withEarlier(
  earlier: Alarmed | undefined,
  { alarms, leftOut, ...event }: Alarmed,
): Alarmed {
  const both = (one: readonly string[] = [], other: readonly string[]) => [
    ...new Set([...one, ...other]),
  ];
  return {
    ...event,
    alarms: both(earlier?.leftOut, alarms),
    leftOut: both(earlier?.leftOut, leftOut),
  };
}
