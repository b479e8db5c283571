import { isAbsent, type Snapshot } from '../domain/endpoint.ts';
import type { Instant } from '../domain/request.ts';
import { secondsToBelieve } from '../domain/watch.ts';

/** Looks in a row that have to find no endpoint before it counts as deleted. */
const looksToMissAnEndpoint = 3;

/** Looks in a row, so far, that have found no endpoint although one was there. */
export interface Absence {
  readonly looks: number;
  readonly since: Instant | undefined;
}

export const present: Absence = { looks: 0, since: undefined };

/** One more look has found none. */
export function missed({ looks, since }: Absence, now: Instant): Absence {
  return { looks: looks + 1, since: since ?? now };
}

/**
 * Whether the endpoint was deleted. Before its creation there was none either, and answers may be as
 * old as that: `before` is the endpoint before the update, undefined where nobody knows.
 */
export function isDeleted(
  { looks, since = 0 }: Absence,
  before: Snapshot | undefined,
  now: Instant,
): boolean {
  if (looks < looksToMissAnEndpoint) return false;
  const mayBeOld = before === undefined || isAbsent(before);
  return !mayBeOld || now - since >= 1000 * secondsToBelieve;
}
