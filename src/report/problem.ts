import type { Problem } from '../domain/problem.ts';
import { own, type Phrase, phrase } from './phrase.ts';

/** What happened to which thing, and what the other side said, or the pre-flight saw. */
export function problemPhrases({ code, message, said }: Problem): readonly Phrase[] {
  if (!said) return [own(message)];
  const label = code === 'preflight' ? 'Seen' : 'The error';
  return [own(message), phrase`${own(label)}: ${said}`];
}
