import { configInEffect } from '../domain/config-in-effect.ts';
import type { Snapshot } from '../domain/endpoint.ts';
import type { Lifecycle } from '../domain/lifecycle.ts';
import type { PhaseSpan } from '../domain/phase-span.ts';
import type { Instant, RolloutRequest } from '../domain/request.ts';
import { expectedTimeline, stillToCome } from '../domain/timeline.ts';

/** The phases still to come while a rollout runs, with the times at which they are expected. */
export function phasesToCome(
  request: RolloutRequest,
  account: Lifecycle,
  now: Instant,
): readonly PhaseSpan[] {
  const running = account.phases.at(-1);
  if (!running || !account.latest || account.outcome) return [];
  const timeline = expectedTimeline(configInEffect(request, account), fleetSize(account.latest));
  const seen = { phase: running.phase, sharePercent: running.sharePercent ?? 0 };
  const lasts = timeline.phases.find(
    ({ phase, sharePercent }) => phase === seen.phase && sharePercent === seen.sharePercent,
  );
  let from = Math.max(now, running.from + 1000 * (lasts?.shortestSeconds ?? 0));
  return stillToCome(timeline, seen).map(({ phase, shortestSeconds, sharePercent }) => {
    const until = from + 1000 * shortestSeconds;
    const span = { phase, from, until, traffic: undefined, sharePercent };
    from = until;
    return span;
  });
}

/** Instances of the largest variant of the new fleet; undefined: serverless. */
function fleetSize({ pending, variants }: Snapshot): number | undefined {
  const counts = (pending?.variants ?? variants).flatMap(({ desiredInstances }) =>
    desiredInstances === undefined ? [] : [desiredInstances],
  );
  return counts.length > 0 ? Math.max(...counts) : undefined;
}
