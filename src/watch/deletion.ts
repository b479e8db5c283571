import { isAbsent, type Snapshot } from '../domain/endpoint.ts';
import type { Instant } from '../domain/request.ts';
import { secondsToBelieve } from '../domain/watch.ts';
import type { Run } from '../run/run.ts';
import { lookSoon, type Poll, polls } from './observe.ts';

/** Looks in a row that have to find no endpoint before it counts as deleted. */
const looksToMissAnEndpoint = 3;

/**
 * Looks, as `looks` does, at an endpoint that is there, or is being created: `gone` comes only once
 * it counts as deleted. `before` is the endpoint before the update, undefined where no one knows.
 */
export async function* untilDeleted(
  run: Run,
  before: Snapshot | undefined,
): AsyncGenerator<Poll, void> {
  const { clock } = run.world;
  let wasSeen = run.latest !== undefined && !isAbsent(run.latest);
  let missed: readonly Instant[] = [];
  for await (const poll of polls(run)) {
    if (poll.kind === 'seen') {
      wasSeen = true;
      missed = [];
      yield poll;
      continue;
    }
    lookSoon(run);
    if (wasSeen) missed = [...missed, clock.now()];
    if (isDeleted(missed, before)) yield poll;
  }
}

/** Before its creation there was none either, and answers may be as old as that. */
function isDeleted(missed: readonly Instant[], before: Snapshot | undefined): boolean {
  const [first = 0, last = 0] = [missed.at(0), missed.at(-1)];
  if (missed.length < looksToMissAnEndpoint) return false;
  const mayBeOld = before === undefined || isAbsent(before);
  return !mayBeOld || last - first >= 1000 * secondsToBelieve;
}
