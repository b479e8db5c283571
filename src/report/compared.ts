import type { Event } from '../domain/event.ts';
import type { Lifecycle } from '../domain/lifecycle.ts';
import { own, type Phrase, phrase } from '../domain/text/phrase.ts';
import { type AppliedChange, appliedChanges, keptPhrase } from './applied.ts';

const nothing = phrase`nothing`;

/** Differences that a log shows; the report has them all. */
const mostChangesInLog = 8;

/** Each difference on a line; the report has those that are too many for a log. */
export function comparedPhrases(
  compared: Extract<Event, { kind: 'compared' }>,
  account: Lifecycle,
): readonly Phrase[] {
  const { before, after } = compared;
  const changes = appliedChanges(compared, account);
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

function changePhrase(change: AppliedChange): Phrase {
  const { place, before, after, hidden } = change;
  if (hidden) return phrase`${place}: ${own(hidden)}`;
  return phrase`${place}: ${before ?? nothing} → ${after ?? nothing}${keptPhrase(change)}`;
}
