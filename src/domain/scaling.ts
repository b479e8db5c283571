import type { Snapshot } from './endpoint.ts';
import {
  instanceTypesOf,
  isServerless,
  productionVariantsOf,
  variantNameOf,
} from './endpoint-config.ts';
import type { JsonObject } from './json.ts';
import type { Retention } from './request.ts';

/** https://docs.aws.amazon.com/autoscaling/application/userguide/services-that-can-integrate-sagemaker.html */
export const scalableDimensions = [
  'sagemaker:variant:DesiredInstanceCount',
  'sagemaker:variant:DesiredProvisionedConcurrency',
] as const;
/** What of a variant is scaled: its instances, or the provisioned concurrency of a serverless one. */
export type ScalableDimension = (typeof scalableDimensions)[number];

/** A variant that is a scalable target of Application Auto Scaling, with all that hangs on it. */
export interface ScaledVariant {
  readonly variant: string;
  readonly dimension: ScalableDimension;
  readonly minCapacity: number;
  readonly maxCapacity: number;
  /** The API's SuspendedState. */
  readonly suspended: JsonObject;
  readonly policies: readonly ScalingPolicy[];
  readonly actions: readonly ScheduledAction[];
}

export interface ScalingPolicy {
  readonly name: string;
  readonly type: string;
  /** The API's member for this type, such as TargetTrackingScalingPolicyConfiguration, by its name. */
  readonly configuration: JsonObject;
  /** Alarms of a person's own that a step scaling policy hangs on; target tracking makes its own. */
  readonly alarms: readonly string[];
}

export interface ScheduledAction {
  readonly name: string;
  /** Schedule, Timezone, ScalableTargetAction, and StartTime and EndTime in ISO 8601, where they are set. */
  readonly members: JsonObject;
}

/** `endpoint/fraud-prod/variant/AllTraffic`. */
export function resourceIdOf(endpointName: string, variant: string): string {
  return `endpoint/${endpointName}/variant/${variant}`;
}

export function variantOfResource(resourceId: string): string {
  return resourceId.split('/')[3] ?? '';
}

/** Whether two speak of the same scalable target. */
export function isSameTarget(one: ScaledVariant, other: ScaledVariant): boolean {
  return one.variant === other.variant && one.dimension === other.dimension;
}

/** Targets from two places, `first` winning where both have one. */
export function mergedTargets(
  first: readonly ScaledVariant[],
  second: readonly ScaledVariant[],
): readonly ScaledVariant[] {
  return [...first, ...second.filter((one) => !first.some((other) => isSameTarget(one, other)))];
}

/** Why auto scaling has to be removed a variant before an update. */
export interface InTheWay {
  readonly scaled: ScaledVariant;
  readonly why: 'type-changes' | 'removed' | 'endpoint-deleted';
}

/**
 * The scaled variants that make SageMaker refuse an update: those whose instance type changes, and
 * those that the new configuration does not have.
 * https://docs.aws.amazon.com/sagemaker/latest/dg/endpoint-scaling-update.html
 */
export function inTheWayOf(
  scaled: readonly ScaledVariant[],
  serving: JsonObject,
  fresh: JsonObject,
): readonly InTheWay[] {
  return scaled.flatMap((one): readonly InTheWay[] => {
    const [before, after] = [serving, fresh].map((config) =>
      productionVariantsOf(config).find((variant) => variantNameOf(variant) === one.variant),
    );
    if (!before) return [];
    if (!after) return [{ scaled: one, why: 'removed' }];
    return machineOf(before) === machineOf(after) ? [] : [{ scaled: one, why: 'type-changes' }];
  });
}

/** What a variant runs on. */
function machineOf(variant: JsonObject): string {
  return isServerless(variant) ? 'serverless' : instanceTypesOf(variant).toSorted().join(' ');
}

/** Whether the serving counts are kept, and why. */
export interface RetentionChoice {
  readonly retention: Exclude<Retention, { kind: 'auto' }>;
  readonly why: 'asked' | 'scaled' | 'not-scaled' | 'not-known';
  /** The variants that are auto-scaled. */
  readonly variants: readonly string[];
}

/** What `auto` comes to; `scaled` is undefined where no one looked, or no one may. */
export function retentionFor(
  asked: Retention,
  scaled: readonly ScaledVariant[] | undefined,
): RetentionChoice {
  if (asked.kind !== 'auto') return { retention: asked, why: 'asked', variants: [] };
  if (!scaled) return { retention: { kind: 'none' }, why: 'not-known', variants: [] };
  const variants = scaled.filter(countsInstances).map(({ variant }) => variant);
  if (variants.length === 0) return { retention: { kind: 'none' }, why: 'not-scaled', variants };
  const retention = { kind: 'all-but', excluded: asked.excluded } as const;
  return { retention, why: 'scaled', variants };
}

export function countsInstances({ dimension }: ScaledVariant): boolean {
  return dimension === 'sagemaker:variant:DesiredInstanceCount';
}

/** Names of all variants of an endpoint that may be scaled. */
export function variantNamesOf({ variants, shadowVariants }: Snapshot): readonly string[] {
  return [...variants, ...shadowVariants].map(({ name }) => name);
}
