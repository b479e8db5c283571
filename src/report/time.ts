import type { Instant } from '../domain/request.ts';

/** `09:03:05`, in UTC. */
export function timeOfDay(at: Instant): string {
  return isoTime(at).slice(11, 19);
}

/** `2026-03-02T09:03:05Z`. */
export function isoTime(at: Instant): string {
  return `${new Date(at).toISOString().slice(0, 19)}Z`;
}
