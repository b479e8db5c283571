import type { Instant } from '../clock.ts';
import { planBlueGreen } from './blue-green.ts';
import type { Durations } from './durations.ts';
import type { Fleet, Variant } from './fleet.ts';
import type { Policy } from './policy.ts';
import { planRolling } from './rolling.ts';

/** The stages through which a deployment passes, and its possible ends. */
export type DeploymentStage =
  | 'accepted'
  | 'provisioning'
  | 'activating'
  | 'baking'
  | 'final-bake'
  | 'removing'
  | 'rolling-back'
  | 'succeeded'
  | 'rolled-back'
  | 'rollback-failed'
  | 'failed';

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

/** The whole of a deployment that nothing disturbs, as a list of stages: the last is 'succeeded'. */
export function planDeployment(order: Order): Stage[] {
  const { policy } = order;
  const segments =
    policy.kind === 'rolling' ? planRolling(order, policy) : planBlueGreen(order, policy);
  return inSequence(order.start, segments);
}

/** Puts segments one after the other, and dates what their variants are doing. */
export function inSequence(start: Instant, segments: readonly Segment[]): Stage[] {
  const stages: Stage[] = [];
  let at = start;
  for (const { seconds, live, pending, ...rest } of segments) {
    if (seconds === 0) continue;
    const dated = pending ? { pending: dateActivities(pending, at) } : {};
    stages.push({ ...rest, at, live: dateActivities(live, at), ...dated });
    if (seconds !== 'for good') at += seconds * 1000;
  }
  return stages;
}

/** StartTime is in whole seconds. */
function dateActivities(fleet: Fleet, at: Instant): Fleet {
  const since = Math.floor(at / 1000) * 1000;
  return fleet.map(
    (variant): Variant =>
      variant.activity ? { ...variant, activity: { ...variant.activity, since } } : variant,
  );
}
