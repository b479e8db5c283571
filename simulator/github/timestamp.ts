import type { Instant } from '../clock.ts';

/** GitHub tells times to the second. */
export function timestamp(instant: Instant): string {
  return new Date(instant).toISOString().replace(/\.\d+Z$/, 'Z');
}
