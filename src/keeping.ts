import type { Event } from './domain/event.ts';
import { eventFrom, textOfEvent } from './domain/event-text.ts';
import type { Instant } from './domain/request.ts';
import type { Host } from './host.ts';

/** What a step leaves for its post step: its events, and the files that its inputs name. */
export interface Kept {
  readonly events: readonly Event[];
  /** What they held, by their paths: later they may hold something else. */
  readonly files: ReadonlyMap<string, string>;
}

export const nothingKept: Kept = { events: [], files: new Map() };

/** How much of how the step ended has been told: all, all but on the pull request, or nothing yet. */
export type Told = 'nothing' | 'all-but-comment' | 'all';

const told = 'told';
const notBefore = 'comment-not-before';

export function keepTold({ runner }: Host, how: Told, waitUntil?: Instant): void {
  if (waitUntil !== undefined) runner.keep(notBefore, String(waitUntil));
  runner.keep(told, how);
}

/** What the step has told; undefined where none ran. */
export function toldBy({ runner }: Host): Told | undefined {
  const words: readonly Told[] = ['nothing', 'all-but-comment', 'all'];
  return words.find((word) => word === runner.kept(told));
}

/** Until when GitHub has asked the step to wait. */
export function waitAskedBy({ runner }: Host): Instant | undefined {
  return Number(runner.kept(notBefore)) || undefined;
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
