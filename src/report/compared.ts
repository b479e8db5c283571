import { type Change, differences } from '../domain/difference.ts';
import type { Event } from '../domain/event.ts';
import { own, type Phrase, phrase } from '../domain/text/phrase.ts';

const nothing = phrase`nothing`;

/** Differences that a log shows; the report has them all. */
const mostChangesInLog = 8;

/** Each difference on a line; the report has those that are too many for a log. */
export function comparedPhrases({
  before,
  after,
}: Extract<Event, { kind: 'compared' }>): readonly Phrase[] {
  const changes = differences(before, after);
  if (changes.length === 0) return [phrase`${after.name} is identical to ${before.name}`];
  const more = changes.length - mostChangesInLog;
  return [
    before.name === ''
      ? phrase`What ${after.name} contains:`
      : phrase`What changes from ${before.name} to ${after.name}:`,
    ...changes.slice(0, mostChangesInLog).map(changePhrase),
    ...(more > 0 ? [phrase`… and ${more} more, in the report`] : []),
  ];
}

function changePhrase({ place, before, after, hidden }: Change): Phrase {
  if (hidden) return phrase`${place}: ${own(hidden)}`;
  return phrase`${place}: ${before ?? nothing} → ${after ?? nothing}`;
}
