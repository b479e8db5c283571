import {
  type Activity,
  counting,
  currentOf,
  desiredOf,
  type Fleet,
  launching,
  settled,
  terminating,
  type Variant,
  withoutTraffic,
} from '../account/fleet.ts';
import { instancesOf, type Policy, type Shift } from './policy.ts';
import type { Order, Segment } from './stages.ts';

type BlueGreen = Extract<Policy, { kind: 'blue-green' }>;

/** A full second fleet is launched, gets the traffic in steps, and then the old one goes. */
export function planBlueGreen(order: Order, policy: BlueGreen): Segment[] {
  const { durations } = order;
  const pending = withoutTraffic(order.new, launching);
  return [
    { name: 'accepted', seconds: durations.summary, live: order.old },
    {
      name: 'provisioning',
      seconds: Math.max(0, durations.launch - durations.summary),
      live: order.old,
      pending,
    },
    ...planSteps(order, policy),
    {
      name: 'removing',
      seconds: durations.terminate,
      live: withoutTraffic(order.old, terminating),
      pending: settled(order.new),
    },
    { name: 'succeeded', seconds: 'for good', live: settled(order.new) },
  ];
}

function planSteps(order: Order, policy: BlueGreen): Segment[] {
  const steps = Math.max(...order.new.map((variant) => stepsOf(policy.shift, variant)));
  return Array.from({ length: steps }, (_, index) =>
    planStep(order, policy, { step: index + 1, steps }),
  ).flat();
}

interface Progress {
  readonly step: number;
  readonly steps: number;
}

function planStep(order: Order, policy: BlueGreen, { step, steps }: Progress): Segment[] {
  const { shift } = policy;
  const last = step === steps;
  const pending = order.new.map((variant) => {
    const all = desiredOf(variant);
    return counting(variant, { current: last ? all : countAt(step, shift, all) });
  });
  const live = order.old.map((variant) => yielding(variant, pending, step / steps));
  const scope = last ? 'full' : shift.kind;
  const seconds = last ? policy.terminationWaitSeconds : waitOf(shift);
  return [
    {
      name: 'activating',
      step,
      seconds: order.durations.activate,
      live,
      pending: telling(pending, (instances) => activating(scope, instances)),
    },
    {
      name: last ? 'final-bake' : 'baking',
      step,
      seconds,
      live,
      pending: telling(pending, (instances) => baking(scope, instances, seconds)),
    },
  ];
}

function stepsOf(shift: Shift, variant: Variant): number {
  if (shift.kind === 'all-at-once') return 1;
  if (shift.kind === 'canary') return 2;
  if (variant.capacity.kind === 'serverless') {
    return shift.size.unit === 'percent' ? Math.ceil(100 / shift.size.value) : 1;
  }
  const instances = Math.max(1, desiredOf(variant));
  return Math.ceil(instances / instancesOf(shift.size, instances));
}

/** The new instances with traffic at a step before the last. */
function countAt(step: number, shift: Shift, all: number): number {
  return shift.kind === 'all-at-once' ? all : Math.min(all, step * instancesOf(shift.size, all));
}

/** The old variant after it has yielded to its successor, or by the general share if it has none. */
function yielding(old: Variant, pending: Fleet, generalShare: number): Variant {
  const successor = pending.find(({ name, role }) => name === old.name && role === old.role);
  const wanted = successor ? desiredOf(successor) : 0;
  const share = successor && wanted > 0 ? currentOf(successor) / wanted : generalShare;
  const all = currentOf(old);
  return counting(old, { current: all - Math.round(all * share) });
}

function waitOf(shift: Shift): number {
  return shift.kind === 'all-at-once' ? 0 : shift.waitSeconds;
}

function telling(fleet: Fleet, activityOf: (instances: number) => Activity): Fleet {
  return fleet.map((variant) => counting(variant, {}, activityOf(currentOf(variant))));
}

/** The words are published for the canary and for full capacity, not for a linear step. */
function activating(scope: 'full' | Shift['kind'], instances: number): Activity {
  const status = 'ActivatingTraffic';
  if (scope === 'linear') return { status };
  return {
    status,
    message: `Activating traffic on ${scope} capacity of ${instances} instance(s).`,
  };
}

function baking(scope: 'full' | Shift['kind'], instances: number, seconds: number): Activity {
  const status = 'Baking';
  if (scope === 'linear') return { status };
  return {
    status,
    message: `Baking for ${seconds} seconds (TerminationWaitInSeconds) with traffic enabled on ${scope} capacity of ${instances} instance(s).`,
  };
}
