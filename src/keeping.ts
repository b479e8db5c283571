import type { Event } from './domain/event.ts';
import { eventFrom, textOfEvent } from './domain/event-text.ts';
import type { Host } from './host.ts';

/** What a step leaves for its post step: its events, and the files that its inputs name. */
export interface Kept {
  readonly events: readonly Event[];
  /** What they held, by their paths: later they may hold something else. */
  readonly files: ReadonlyMap<string, string>;
}

export const nothingKept: Kept = { events: [], files: new Map() };

const told = 'told';

/** Whether outputs, summary and comment say how the step ended; `false` from its start on. */
export function keepTold({ runner }: Host, { isAll }: { readonly isAll: boolean }): void {
  runner.keep(told, String(isAll));
}

/** Whether the step began, and ended before it had told everything. */
export function wasCutOff({ runner }: Host): boolean {
  return runner.kept(told) === 'false';
}

export function keepEvent({ runner }: Host, event: Event): void {
  runner.note(`event ${textOfEvent(event)}`);
}

export function keepFile({ runner }: Host, path: string, content: string): void {
  runner.note(`file ${JSON.stringify([path, content])}`);
}

/** What the step has kept; undefined where it is lost. */
export function keptBy({ runner }: Host): Kept | undefined {
  const notes = runner.notes();
  if (!notes) return undefined;
  const events: Event[] = [];
  const files = new Map<string, string>();
  for (const note of notes) {
    const [kind] = note.split(' ', 1);
    const text = note.slice(note.indexOf(' ') + 1);
    if (kind === 'event') events.push(eventFrom(text));
    if (kind === 'file') files.set(...(JSON.parse(text) as [string, string]));
  }
  return { events, files };
}
