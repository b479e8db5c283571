import { type Called, calledAtBy, skewBy, type Times } from './clocks.ts';
import type { Snapshot } from './endpoint.ts';
import type { Event } from './event.ts';
import { next, type PhaseSpan, sinceWithin } from './phase-span.ts';

interface Seen {
  readonly phases: readonly PhaseSpan[];
}

/** What one more sight of the update adds; SageMaker's times are told by the clock of this runner. */
export function afterProgress(
  account: Called & Seen & { readonly before: Snapshot | undefined },
  { at, snapshot, progress }: Extract<Event, { kind: 'progressed' }>,
): Seen & Times {
  const { phase, traffic, since } = progress;
  const calledAt = account.calledAt ?? calledAtBy(account, snapshot);
  const skewMs = account.calledAt === undefined ? skewBy(account, calledAt) : account.skewMs;
  const ours = since === undefined ? undefined : since - skewMs;
  const from = sinceWithin(account.phases, ours, at);
  const turnedBackBy = account.turnedBackBy ?? (phase === 'rolling-back' ? at : undefined);
  return { phases: next(account.phases, { phase, traffic, from }), calledAt, turnedBackBy, skewMs };
}
