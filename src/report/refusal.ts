import type { Problem } from '../domain/problem.ts';
import { inLines, type LogText } from '../domain/text/log.ts';
import { type Markdown, md, together } from '../domain/text/markdown.ts';
import { type Phrase, phrase } from '../domain/text/phrase.ts';
import { isNothing } from './limit.ts';
import { problemPhrases } from './problem.ts';

/** A problem for the log: what happened, what the other side said, what to do next. */
export function refusalText(problem: Problem, before: Phrase = phrase``): LogText {
  const [first = phrase``, ...more] = problemPhrases(problem);
  const { remedy, rerun } = problem;
  return inLines([phrase`${before}${first}`, ...more, remedy, ...(rerun ? [rerun] : [])]);
}

/** How the report of a step begins that ended before it got as far as the endpoint. */
export function refusalHeadline({ what }: Problem): Phrase {
  return phrase`Failed: ${what}`;
}

/** The summary of a step that ended before it got as far as the endpoint. */
export function refusalMarkdown(problem: Problem): Markdown {
  const { points, said, remedy, rerun } = problem;
  const mistakes = points.map((point) => md`- ${point}`);
  const words = said ? [md`The error: ${said}`] : [];
  const headline = md`### ${refusalHeadline(problem)}`;
  const paragraphs = [
    headline,
    ...words,
    together(mistakes, '\n'),
    md`${rerun ? phrase`${remedy} ${rerun}` : remedy}`,
  ];
  return together(
    paragraphs.filter((paragraph) => !isNothing(paragraph)),
    '\n\n',
  );
}
