import type { Problem } from '../domain/problem.ts';
import { code, plain } from './phrase.ts';

/** A problem for the log: what happened, what the other side said, what to do next. */
export function refusalText({ message, said, remedy }: Problem): string {
  const lines = message.split('\n').map(plain);
  return [...lines, ...(said ? [`The error: ${plain(said)}`] : []), remedy].join('\n');
}

/** The summary of a step that ended before it got as far as the endpoint. */
export function refusalMarkdown({ message, said, remedy }: Problem): string {
  const [first = '', ...mistakes] = message.split('\n');
  const lines = mistakes.map((mistake) => `- ${code(mistake.replace(/^- /, ''))}`);
  const words = said ? [`The error: ${code(said)}`] : [];
  return [`### Failed: ${first}`, ...words, lines.join('\n'), remedy].filter(Boolean).join('\n\n');
}
