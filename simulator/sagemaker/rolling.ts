import {
  type Activity,
  counting,
  currentOf,
  desiredOf,
  type Fleet,
  launching,
  settled,
  terminating,
} from '../account/fleet.ts';
import { instancesOf, type Policy } from './policy.ts';
import type { Order, Segment } from './stages.ts';

type Rolling = Extract<Policy, { kind: 'rolling' }>;

/** A batch, and the share of the new fleet that is there before and after it. */
interface Batch {
  readonly step: number;
  readonly before: number;
  readonly after: number;
}

/** Batch by batch: new instances are launched, get traffic and bake, then as many old ones go. */
export function planRolling(order: Order, policy: Rolling): Segment[] {
  return [
    { name: 'accepted', seconds: order.durations.summary, live: order.old },
    ...batchesOf(order.new, policy).flatMap((batch) => planBatch(order, policy, batch)),
    { name: 'succeeded', seconds: 'for good', live: settled(order.new) },
  ];
}

function batchesOf(fleet: Fleet, policy: Rolling): Batch[] {
  const instances = Math.max(1, ...fleet.map(desiredOf));
  const size = instancesOf(policy.batch, instances);
  return Array.from({ length: Math.ceil(instances / size) }, (_, index) => ({
    step: index + 1,
    before: (index * size) / instances,
    after: Math.min(1, ((index + 1) * size) / instances),
  }));
}

function planBatch(order: Order, policy: Rolling, batch: Batch): Segment[] {
  return [
    launchBatch(order, batch),
    ...handOver(order, batch, policy.waitSeconds),
    removeBatch(order, batch),
  ];
}

function launchBatch(order: Order, { step, before, after }: Batch): Segment {
  const { launch, summary } = order.durations;
  return {
    name: 'provisioning',
    step,
    seconds: Math.max(0, step === 1 ? launch - summary : launch),
    live: shrinking(order.old, { yielded: before, removed: before }),
    pending: growing(order.new, before, (all) => launching(part(all, after) - part(all, before))),
  };
}

function handOver(order: Order, { step, before, after }: Batch, waitSeconds: number): Segment[] {
  const live = shrinking(order.old, { yielded: after, removed: before });
  const doing = (status: Activity['status']) => growing(order.new, after, () => ({ status }));
  return [
    {
      name: 'activating',
      step,
      seconds: order.durations.activate,
      live,
      pending: doing('ActivatingTraffic'),
    },
    { name: 'baking', step, seconds: waitSeconds, live, pending: doing('Baking') },
  ];
}

function removeBatch(order: Order, { step, before, after }: Batch): Segment {
  return {
    name: 'removing',
    step,
    seconds: order.durations.terminate,
    live: shrinking(order.old, { yielded: after, removed: after }, (all) =>
      terminating(part(all, after) - part(all, before)),
    ),
    pending: growing(order.new, after, () => undefined),
  };
}

function growing(
  fleet: Fleet,
  share: number,
  activityOf: (all: number) => Activity | undefined,
): Fleet {
  return fleet.map((variant) => {
    const all = desiredOf(variant);
    return counting(variant, { current: part(all, share) }, activityOf(all));
  });
}

/** The old fleet after it has yielded a share of its traffic, and a share of it was removed. */
function shrinking(
  fleet: Fleet,
  { yielded, removed }: { readonly yielded: number; readonly removed: number },
  activityOf: (all: number) => Activity | undefined = () => undefined,
): Fleet {
  return fleet.map((variant) => {
    const all = desiredOf(variant);
    const current = currentOf(variant) - part(currentOf(variant), yielded);
    return counting(variant, { current, desired: all - part(all, removed) }, activityOf(all));
  });
}

function part(all: number, share: number): number {
  return Math.round(all * share);
}
