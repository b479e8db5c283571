import type { Instant } from '../domain/request.ts';
import { inForm, type Phrase } from '../domain/text/phrase.ts';
import { isoTime } from '../domain/time.ts';

/** `09:03:05`, in UTC. */
export function timeOfDay(at: Instant): Phrase {
  return inForm(isoTime(at).slice(11, 19), /^[\d:]+$/);
}

/** `2026-03-02`, in UTC. */
export function dateOf(at: Instant): Phrase {
  return inForm(isoTime(at).slice(0, 10), /^[\d-]+$/);
}
