import type { CapacitySize } from '../domain/deployment-config.ts';

/** The size that `10%` or `2` stands for; undefined where it is none. */
export function sizeOf(text: string): CapacitySize | undefined {
  const [, digits, percent] = /^(\d{1,9})\s?(%?)$/.exec(text) ?? [];
  if (digits === undefined) return undefined;
  return { Type: percent ? 'CAPACITY_PERCENT' : 'INSTANCE_COUNT', Value: Number(digits) };
}
