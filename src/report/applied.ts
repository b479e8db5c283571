import { type Change, differences, placeOf } from '../domain/difference.ts';
import type { Event } from '../domain/event.ts';
import { keptMembers } from '../domain/kept-members.ts';
import type { Lifecycle } from '../domain/lifecycle.ts';
import { type Phrase, phrase } from '../domain/text/phrase.ts';
import { foundScaling } from './scaling.ts';

/** A difference, and what the update keeps of the endpoint instead of it. */
export interface AppliedChange extends Change {
  /** Undefined: the difference is applied. */
  readonly kept: number | undefined;
}

/** What differs, and of counts and weights whether that is applied or what serves is kept. */
export function appliedChanges(
  { before, after }: Extract<Event, { kind: 'compared' }>,
  account: Pick<Lifecycle, 'before' | 'scaling'>,
): readonly AppliedChange[] {
  const { retention } = foundScaling(account)?.choice ?? { retention: { kind: 'none' } as const };
  const live = account.before?.variants ?? [];
  const kept = new Map(
    keptMembers(retention, live, after.content).map((each) => [
      placeOf(each.variant, each.member),
      each.live,
    ]),
  );
  return differences(before, after).map((change) => ({ ...change, kept: kept.get(change.place) }));
}

/** Beside the new value. */
export function keptPhrase({ kept }: AppliedChange): Phrase {
  return kept === undefined ? phrase`` : phrase` (not applied: ${kept} is kept)`;
}
