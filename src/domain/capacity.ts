import type { CapacitySize } from './deployment-config.ts';

/**
 * A size in whole instances of a fleet: at least one, at most all. How SageMaker rounds a
 * percentage is unpublished; down is what fits the documentation's "at most".
 */
export function instancesOf(size: CapacitySize, fleet: number): number {
  const wanted =
    size.Type === 'CAPACITY_PERCENT' ? Math.floor((fleet * size.Value) / 100) : size.Value;
  return Math.max(1, Math.min(wanted, fleet));
}

/** Instances of the new fleet after each step of this size; the last has all. */
export function stepsOf(size: CapacitySize, fleet: number): readonly number[] {
  const all = Math.max(1, fleet);
  const step = instancesOf(size, all);
  return Array.from({ length: Math.ceil(all / step) }, (_, index) =>
    Math.min(all, (index + 1) * step),
  );
}

/** A size in percent of a fleet, as SageMaker's bounds are. */
export function percentOf(size: CapacitySize, fleet: number): number {
  return size.Type === 'CAPACITY_PERCENT' ? size.Value : (100 * size.Value) / fleet;
}
