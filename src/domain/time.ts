import type { Instant } from './request.ts';
import { inForm, type Phrase } from './text/phrase.ts';

/** `2026-03-02T09:03:05Z`. */
export function isoTime(at: Instant): string {
  return `${new Date(at).toISOString().slice(0, 19)}Z`;
}

/** The same in a sentence. */
export function timePhrase(at: Instant): Phrase {
  return inForm(isoTime(at), /^[\dTZ:-]+$/);
}
