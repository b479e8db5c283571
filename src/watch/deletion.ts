import { isAbsent, type Snapshot } from '../domain/endpoint.ts';
import type { Instant } from '../domain/request.ts';
import { secondsToBelieve } from '../domain/watch.ts';

/** Polls in a row that have to find no endpoint before it counts as deleted. */
const pollsToMissAnEndpoint = 3;

/**
 * Whether the endpoint counts as deleted, by the times of the polls in a row that have found none.
 * Before its creation there was none either, and answers may be as old as that: `before` is the endpoint
 * before the update, where that is known.
 */
export function isDeleted(missedAt: readonly Instant[], before: Snapshot | undefined): boolean {
  const [first = 0, last = 0] = [missedAt.at(0), missedAt.at(-1)];
  if (missedAt.length < pollsToMissAnEndpoint) return false;
  const mayBeOld = before === undefined || isAbsent(before);
  return !mayBeOld || last - first >= 1000 * secondsToBelieve;
}
