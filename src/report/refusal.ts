import type { Problem } from '../domain/problem.ts';
import { inLines, type LogText } from '../domain/text/log.ts';
import { link, type Markdown, md, together } from '../domain/text/markdown.ts';
import { inForm, type Phrase, phrase } from '../domain/text/phrase.ts';
import { webUrl } from '../domain/text/url.ts';
import type { WorkflowRun } from '../domain/workflow-run.ts';
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

/** Instead of an older plan: the commit at hand has none, and why. */
export function noPlanMarkdown(problem: Problem, run: WorkflowRun): Markdown {
  const commit = link(inForm(run.commit.slice(0, 7), /^[0-9a-f]+$/), webUrl(run.commitUrl));
  const links = [commit, link(phrase`Workflow run`, webUrl(run.url))];
  return md`### No plan for the newest commit\n\n${together(links, ' · ')}\n\n#${refusalMarkdown(problem)}`;
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
