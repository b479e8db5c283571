import type { Durations } from '../account/durations.ts';
import { dated, type Fleet } from '../account/fleet.ts';
import type { DeploymentStage } from '../account/moments.ts';
import type { Instant } from '../clock.ts';
import type { Policy } from './policy.ts';

/** What the endpoint looks like from an instant on: both fleets, and who has the traffic. */
export interface Stage {
  readonly name: DeploymentStage;
  /** The first, second, … step of the shift, or batch of a rolling update. */
  readonly step?: number;
  readonly at: Instant;
  readonly live: Fleet;
  readonly pending?: Fleet;
}

/** A deployment to be made: what there is, what is wanted, and how to get there. */
export interface Order {
  readonly start: Instant;
  readonly policy: Policy;
  readonly old: Fleet;
  readonly new: Fleet;
  readonly durations: Durations;
}

/** A stage that lasts for a while; one of no seconds is skipped unless it is the end. */
export interface Segment extends Omit<Stage, 'at'> {
  readonly seconds: number | 'for good';
}

/** Puts segments one after the other, and dates what their variants are doing. */
export function inSequence(start: Instant, segments: readonly Segment[]): Stage[] {
  const stages: Stage[] = [];
  let at = start;
  for (const { seconds, live, pending, ...rest } of segments) {
    if (seconds === 0) continue;
    const next = pending && { pending: dated(pending, at) };
    stages.push({ ...rest, at, live: dated(live, at), ...next });
    if (seconds !== 'for good') at += seconds * 1000;
  }
  return stages;
}
