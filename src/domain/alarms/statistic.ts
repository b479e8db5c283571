import type { MetricAlarm } from './alarm.ts';

/**
 * The most that a statistic shows where this share of the requests is as bad as can be (`most`), and
 * the others are fine (0). One of which nothing is known may show anything.
 */
export function mostShown(statistic: string, share: number, most: number): number {
  if (share <= 0) return 0;
  switch (statistic) {
    case 'Average':
      return most * share;
    case 'Maximum':
      return most;
    case 'Minimum':
      return share >= 1 ? most : 0;
    default: {
      const percentile = percentileOf(statistic);
      if (percentile === undefined) return Number.POSITIVE_INFINITY;
      return 100 * share >= 100 - percentile - tolerance ? most : 0;
    }
  }
}

/** Percentiles are interpolated: near their edge they may show either. */
const tolerance = 1;

/** p99 is 99. */
export function percentileOf(statistic: string): number | undefined {
  const [, digits] = /^p(\d{1,3}(?:\.\d+)?)$/.exec(statistic) ?? [];
  return digits === undefined ? undefined : Number(digits);
}

export type Direction = 'above' | 'below' | 'band';

/** On which side of its threshold an alarm trips. */
export function directionOf({ comparison, threshold }: MetricAlarm): Direction {
  if (threshold === undefined) return 'band';
  if (comparison === 'GreaterThanThreshold') return 'above';
  if (comparison === 'GreaterThanOrEqualToThreshold') return 'above';
  if (comparison === 'LessThanThreshold') return 'below';
  return comparison === 'LessThanOrEqualToThreshold' ? 'below' : 'band';
}

/** Whether a datapoint of this value counts; never against a band, which is not known. */
export function isBreaching({ comparison, threshold }: MetricAlarm, value: number): boolean {
  if (threshold === undefined) return false;
  switch (comparison) {
    case 'GreaterThanThreshold':
      return value > threshold;
    case 'GreaterThanOrEqualToThreshold':
      return value >= threshold;
    case 'LessThanThreshold':
      return value < threshold;
    case 'LessThanOrEqualToThreshold':
      return value <= threshold;
    default:
      return false;
  }
}
