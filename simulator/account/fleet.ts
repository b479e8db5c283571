import type { Instant } from '../clock.ts';

/** What a variant's instances are doing, as VariantStatus says. */
export interface Activity {
  readonly status: 'Creating' | 'Updating' | 'Deleting' | 'ActivatingTraffic' | 'Baking';
  /** Absent where AWS has published no words. */
  readonly message?: string;
  readonly since?: Instant;
  /** How many are launched. */
  readonly launched?: number;
}

/** Instances that carry a variant. `current` counts those with traffic turned on. */
export interface Instances {
  readonly kind: 'instances';
  readonly type?: string;
  readonly desired: number;
  readonly current: number;
}

export interface Serverless {
  readonly kind: 'serverless';
  readonly config: object;
}

export interface Image {
  readonly specified: string;
  readonly resolved: string;
  readonly resolvedAt: Instant;
}

/** One variant of a fleet that serves, or is about to. */
export interface Variant {
  readonly name: string;
  readonly role: 'production' | 'shadow';
  readonly weight: { readonly current: number; readonly desired: number };
  readonly capacity: Instances | Serverless;
  /** The model that it was launched with; none where inference components bring the models. */
  readonly model?: string;
  readonly images?: readonly Image[];
  /** What the log streams of each instance end in: one for each container that writes. */
  readonly logs?: readonly string[];
  readonly activity?: Activity;
  /** Members of the configuration that DescribeEndpoint repeats as they are. */
  readonly repeated: Readonly<Record<string, unknown>>;
}

export type Fleet = readonly Variant[];

/** The instances a variant wants; a serverless variant has none. */
export function desiredOf(variant: Variant): number {
  return variant.capacity.kind === 'instances' ? variant.capacity.desired : 0;
}

export function currentOf(variant: Variant): number {
  return variant.capacity.kind === 'instances' ? variant.capacity.current : 0;
}

/** The variant with other instance counts, and doing something or nothing. */
export function counting(
  variant: Variant,
  counts: { readonly current?: number; readonly desired?: number },
  activity?: Activity,
): Variant {
  const { activity: _, ...rest } = variant;
  const capacity =
    variant.capacity.kind === 'instances' ? { ...variant.capacity, ...counts } : variant.capacity;
  return { ...rest, capacity, ...(activity ? { activity } : {}) };
}

/** The fleet at rest: all it wants is there and has traffic, at the weights it wants. */
export function settled(fleet: Fleet): Fleet {
  return fleet.map((variant) => ({
    ...counting(variant, { current: desiredOf(variant) }),
    weight: { current: variant.weight.desired, desired: variant.weight.desired },
  }));
}

/** The fleet without traffic, all of it doing something. */
export function withoutTraffic(
  fleet: Fleet,
  activityOf: (instances: number) => Activity | undefined,
): Fleet {
  return fleet.map((variant) => counting(variant, { current: 0 }, activityOf(desiredOf(variant))));
}

/** The same instances, doing something else or nothing. */
export function doing(fleet: Fleet, activity?: Activity): Fleet {
  return fleet.map((variant) => counting(variant, {}, activity));
}

export function launching(instances: number): Activity {
  const message = `Launching ${instances} instance(s).`;
  return { status: 'Creating', message, launched: instances };
}

export function terminating(instances: number): Activity {
  return { status: 'Deleting', message: `Terminating ${instances} instance(s).` };
}

/** The fleet with what its variants are doing since an instant; StartTime is in whole seconds. */
export function dated(fleet: Fleet, at: Instant): Fleet {
  const since = Math.floor(at / 1000) * 1000;
  return fleet.map((variant) =>
    variant.activity ? { ...variant, activity: { ...variant.activity, since } } : variant,
  );
}
