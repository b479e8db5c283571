import { type Event, saysWhatWasBegun } from './domain/event.ts';
import type { Host } from './host.ts';

/**
 * What the step leaves for the end of its job, where the runner keeps it: whether everything was
 * told, and what a report of a step that was cut off needs to be closed.
 */
const names = { told: 'told', events: 'events', scaling: 'scaling' } as const;

/** Whether outputs, summary and comment say how the step ended; `false` from its start on. */
export function keepTold({ runner }: Host, { isAll }: { readonly isAll: boolean }): void {
  runner.keep(names.told, String(isAll));
}

/** Keeps the events so far, as far as they say what was begun; only after one of those is there something new. */
export function keepEvents({ runner }: Host, events: readonly Event[]): void {
  const newest = events.at(-1);
  if (!newest || !saysWhatWasBegun(newest)) return;
  runner.keep(names.events, JSON.stringify(events.filter(saysWhatWasBegun)));
}

/**
 * Keeps whether auto scaling may be off: from before it is saved to be taken off, until all of it
 * is back for good.
 */
export function keepScaling({ runner }: Host, event: Event): void {
  if (event.kind !== 'scaling') return;
  const { news } = event;
  const isToGo = news.kind === 'found' && news.inTheWay.length > 0;
  if (isToGo || news.kind === 'left-by-a-run') runner.keep(names.scaling, 'off');
  if (news.kind === 'put-back' && !news.isForNow) runner.keep(names.scaling, '');
}

/** Whether the step may have left auto scaling off. */
export function leftScalingOff({ runner }: Host): boolean {
  return runner.kept(names.scaling) === 'off';
}

/** Whether the step began, and ended before it had told everything. */
export function wasCutOff({ runner }: Host): boolean {
  return runner.kept(names.told) === 'false';
}

/** The events that a step which was cut off has kept. */
export function toldEarlier({ runner }: Host): readonly Event[] {
  const kept = runner.kept(names.events);
  return kept === '' ? [] : (JSON.parse(kept) as Event[]);
}
