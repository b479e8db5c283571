import { listItem, type Problem } from '../domain/problem.ts';
import { own, type Phrase, phrase } from '../domain/text/phrase.ts';

/** What happened to which thing, and what the other side said, or the pre-flight saw. */
export function problemPhrases({ code, what, points, said }: Problem): readonly Phrase[] {
  const label = code === 'preflight' ? 'Seen' : 'The error';
  return [what, ...points.map(listItem), ...(said ? [phrase`${own(label)}: ${said}`] : [])];
}
