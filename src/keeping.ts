import { runner } from './adapters/runner.ts';
import type { Event } from './domain/event.ts';

/**
 * What the step leaves for the end of its job, where the runner keeps it: whether everything was
 * told, and what a report of a step that was cut off needs to be closed.
 */
const names = { told: 'told', events: 'events' } as const;

const keptKinds: readonly Event['kind'][] = ['found', 'resolved', 'requested', 'joined'];

/** Whether outputs, summary and comment say how the step ended; `false` from its start on. */
export function keepTold({ isAll }: { readonly isAll: boolean }): void {
  runner.keep(names.told, String(isAll));
}

/** Keeps the events so far, as far as they say what was begun; only after one of those is there something new. */
export function keepEvents(events: readonly Event[]): void {
  const newest = events.at(-1);
  if (!newest || !keptKinds.includes(newest.kind)) return;
  const kept = events.filter(({ kind }) => keptKinds.includes(kind));
  runner.keep(names.events, JSON.stringify(kept));
}

/** Whether the step began, and ended before it had told everything. */
export function wasCutOff(): boolean {
  return runner.kept(names.told) === 'false';
}

/** The events that a step which was cut off has kept. */
export function toldEarlier(): readonly Event[] {
  const kept = runner.kept(names.events);
  return kept === '' ? [] : (JSON.parse(kept) as Event[]);
}
