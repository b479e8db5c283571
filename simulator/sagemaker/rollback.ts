import {
  counting,
  currentOf,
  desiredOf,
  doing,
  type Fleet,
  launching,
  settled,
  terminating,
  type Variant,
  withoutTraffic,
} from '../account/fleet.ts';
import type { Instant } from '../clock.ts';
import { instancesOf, type Policy } from './policy.ts';
import { inSequence, type Order, type Segment, type Stage } from './stages.ts';

/**
 * The rollback from any stage, as a list of stages: old instances that were removed are launched
 * again, the old fleet takes the traffic, the new fleet goes. The last is 'rolled-back'.
 */
export function planRollback(order: Order, reached: Stage, at: Instant): Stage[] {
  const { durations } = order;
  const back = settled(order.old);
  return inSequence(at, [
    ...relaunch(order, reached),
    {
      name: 'rolling-back',
      seconds: durations.activate,
      live: withDesired(reached.live, order.old).map(regainTraffic),
      ...pendingOf(reached.pending && doing(reached.pending)),
    },
    {
      name: 'rolling-back',
      seconds: Math.max(0, durations.rollBack - durations.activate),
      live: back,
      ...pendingOf(reached.pending && leaving(reached.pending, order.policy)),
    },
    { name: 'rolled-back', seconds: 'for good', live: back },
  ]);
}

function regainTraffic(variant: Variant): Variant {
  const whole = currentOf(variant) === desiredOf(variant);
  return counting(variant, {}, whole ? undefined : { status: 'ActivatingTraffic' });
}

/** A rolling update has launched no more than what has traffic. */
function leaving(pending: Fleet, policy: Policy): Fleet {
  if (policy.kind === 'blue-green') return withoutTraffic(pending, terminating);
  return pending.map((variant) =>
    counting(variant, { current: 0 }, terminating(currentOf(variant))),
  );
}

/** After a rolling update has removed old instances, these come back in batches of their own. */
function relaunch(order: Order, reached: Stage): Segment[] {
  const { policy, durations } = order;
  if (policy.kind !== 'rolling') return [];
  const all = Math.max(0, ...order.old.map(desiredOf));
  const missing = all - Math.max(0, ...reached.live.map(desiredOf));
  if (missing <= 0) return [];
  const batch = instancesOf(policy.rollbackBatch, all);
  return Array.from({ length: Math.ceil(missing / batch) }, (_, index) => {
    const regained = index * batch;
    const next = Math.min(batch, missing - regained);
    return {
      name: 'rolling-back',
      step: index + 1,
      seconds: durations.launch,
      live: reached.live.map((variant) =>
        counting(variant, regaining(variant, regained), launching(next)),
      ),
      ...pendingOf(reached.pending && yieldingBack(reached.pending, regained)),
    };
  });
}

function regaining(variant: Variant, regained: number) {
  return { current: currentOf(variant) + regained, desired: desiredOf(variant) + regained };
}

function yieldingBack(pending: Fleet, regained: number): Fleet {
  return pending.map((variant) =>
    counting(variant, { current: Math.max(0, currentOf(variant) - regained) }),
  );
}

/** The fleet as it serves, wanting again what the old fleet wanted. */
function withDesired(live: Fleet, old: Fleet): Fleet {
  return live.map((variant, index) => {
    const before = old[index];
    return before ? counting(variant, { desired: desiredOf(before) }) : variant;
  });
}

function pendingOf(pending: Fleet | undefined): { pending?: Fleet } {
  return pending ? { pending } : {};
}
