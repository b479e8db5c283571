import type { Instant } from './request.ts';
import { inForm, type Phrase } from './text/phrase.ts';

/** `2026-03-02T09:03:05Z`; what is no time keeps the rest of a report from nothing. */
export function isoTime(at: Instant): string {
  const time = new Date(at);
  return Number.isNaN(time.getTime()) ? 'unknown' : `${time.toISOString().slice(0, 19)}Z`;
}

/** The same in a sentence. */
export function timePhrase(at: Instant): Phrase {
  return inForm(isoTime(at), /^[\dTZ:-]+$/);
}
