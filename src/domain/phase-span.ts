import { sharePercent, type Traffic } from './endpoint.ts';
import type { RolloutPhase } from './phase.ts';
import type { Instant } from './request.ts';

/** A phase that happened; the last one has no end while the rollout runs. */
export interface PhaseSpan {
  readonly phase: RolloutPhase;
  readonly from: Instant;
  readonly until: Instant | undefined;
  /** Who takes traffic in it. */
  readonly traffic: Traffic | undefined;
  /** Share of the traffic on the new fleet, in whole percent. */
  readonly sharePercent: number | undefined;
}

/** The first phase: an update was accepted. */
export function beginning(from: Instant): readonly PhaseSpan[] {
  const unknown = { until: undefined, traffic: undefined, sharePercent: undefined };
  return [{ phase: 'starting', from, ...unknown }];
}

/** SageMaker's own start of the phase, where it lies between the phase before and our poll. */
export function sinceWithin(
  phases: readonly PhaseSpan[],
  since: Instant | undefined,
  at: Instant,
): Instant {
  const previous = phases.at(-1)?.from ?? 0;
  return since !== undefined && since >= previous && since <= at ? since : at;
}

/** The phases with one more, or with the first one as it is seen now. */
export function next(
  phases: readonly PhaseSpan[],
  { phase, traffic, from }: Pick<PhaseSpan, 'phase' | 'traffic' | 'from'>,
): readonly PhaseSpan[] {
  const last = phases.at(-1);
  if (last?.phase === phase && phase === 'starting')
    return [...phases.slice(0, -1), { ...last, traffic }];
  const share = traffic && sharePercent(traffic);
  return [...closed(phases, from), { phase, from, until: undefined, traffic, sharePercent: share }];
}

/** What comes once the update itself is over. */
export function afterwards(
  phases: readonly PhaseSpan[],
  phase: RolloutPhase,
  from: Instant,
): readonly PhaseSpan[] {
  return next(phases, { phase, traffic: undefined, from });
}

/** Trying out again, after the endpoint was modified, goes on with the phase. */
export function smokeTested(phases: readonly PhaseSpan[], from: Instant): readonly PhaseSpan[] {
  return phases.at(-1)?.phase === 'smoke-testing'
    ? phases
    : afterwards(phases, 'smoke-testing', from);
}

/** The phases, of which the last has ended. */
export function closed(phases: readonly PhaseSpan[], until: Instant): readonly PhaseSpan[] {
  const last = phases.at(-1);
  return last && last.until === undefined ? [...phases.slice(0, -1), { ...last, until }] : phases;
}
