import type { Instant } from '../domain/request.ts';
import { inForm, type Phrase } from '../domain/text/phrase.ts';

/** `09:03:05`, in UTC. */
export function timeOfDay(at: Instant): Phrase {
  return inForm(isoTime(at).slice(11, 19), /^[\d:]+$/);
}

/** `2026-03-02`, in UTC. */
export function dateOf(at: Instant): Phrase {
  return inForm(isoTime(at).slice(0, 10), /^[\d-]+$/);
}

/** `2026-03-02T09:03:05Z`. */
export function isoTime(at: Instant): string {
  return `${new Date(at).toISOString().slice(0, 19)}Z`;
}
