import type { Variant } from './endpoint.ts';
import { initialInstancesOf, productionVariantsOf, variantNameOf } from './endpoint-config.ts';
import { type JsonObject, numberAt } from './json.ts';
import type { Retention } from './request.ts';
import { inSinglePrecision } from './single-precision.ts';

/** A member of the new configuration, and what the endpoint has instead. */
export interface LiveMember {
  readonly variant: string;
  readonly member: 'InitialInstanceCount' | 'InitialVariantWeight';
  /** Its name in `exclude-retained-properties`. */
  readonly property: 'DesiredInstanceCount' | 'DesiredWeight';
  readonly written: number;
  readonly live: number;
}

/** The weight of a variant, 1 where none is written, as the API answers it: a single-precision float. */
export function weightOf(variant: JsonObject): number {
  return inSinglePrecision(numberAt(variant, 'InitialVariantWeight') ?? 1);
}

/** Counts and weights in which a configuration differs from what serves. */
export function liveMembers(live: readonly Variant[], config: JsonObject): readonly LiveMember[] {
  return productionVariantsOf(config).flatMap((variant): readonly LiveMember[] => {
    const name = variantNameOf(variant);
    const { desiredInstances, currentWeight } = live.find((other) => other.name === name) ?? {};
    const count = initialInstancesOf(variant);
    const weight = weightOf(variant);
    return [
      ...(count === undefined || desiredInstances === undefined || count === desiredInstances
        ? []
        : [{ variant: name, ...counts, written: count, live: desiredInstances }]),
      ...(currentWeight === undefined || weight === inSinglePrecision(currentWeight)
        ? []
        : [{ variant: name, ...weights, written: weight, live: inSinglePrecision(currentWeight) }]),
    ];
  });
}

/** Those of them that an update does not apply: what serves is kept. */
export function keptMembers(
  retention: Retention,
  live: readonly Variant[],
  config: JsonObject,
): readonly LiveMember[] {
  if (retention.kind !== 'all-but') return [];
  const { excluded } = retention;
  return liveMembers(live, config).filter(({ property }) => !excluded.includes(property));
}

const counts = { member: 'InitialInstanceCount', property: 'DesiredInstanceCount' } as const;
const weights = { member: 'InitialVariantWeight', property: 'DesiredWeight' } as const;
