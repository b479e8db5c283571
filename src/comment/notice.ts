import { hiddenJson, type Markdown, md } from '../domain/text/markdown.ts';
import type { Author, GitHub, PullRequest } from '../ports/github.ts';
import { authorsOwn } from './author.ts';
import type { Marker } from './marker.ts';

/** That a rollout has ended badly, once per workflow run and outcome: edits of the report notify no one. */
export interface Notice {
  readonly marker: Marker;
  readonly outcome: string;
  /** For these logins, with a link to the report. */
  readonly render: (logins: readonly string[], reportUrl: string) => Markdown;
}

/**
 * Writes the notice, unless it is there already: the answer to an earlier call may have been lost.
 *
 * @throws Problem
 */
export async function notifyOnce(
  github: GitHub,
  { marker, outcome, render }: Notice,
  report: { readonly pullRequest: number; readonly url: string },
  signal: AbortSignal,
): Promise<void> {
  const { endpoint, environment, region, account, run } = marker;
  const key = { endpoint, environment, region, account, run, outcome };
  const line = md`<!-- sagemaker-rollout-notice ${hiddenJson(key)} -->`;
  const carries = (body: string) => body.startsWith(line.text);
  const earlier = await authorsOwn(github, report.pullRequest, { carries, signal });
  if (earlier.length > 0) return;
  const pullRequest = await github.pullRequest(report.pullRequest, signal);
  const body = md`${line}\n${render(peopleOf(pullRequest), report.url)}`;
  await github.createComment(report.pullRequest, body, signal);
}

/** The author, and who merged it if another person; apps are no one to call. */
function peopleOf(pullRequest: PullRequest | undefined): readonly string[] {
  const all = [pullRequest?.author, pullRequest?.mergedBy];
  const people = all.filter(isPerson).map(({ login }) => login);
  return [...new Set(people)];
}

function isPerson(author: Author | undefined): author is Author {
  return author?.kind === 'user' && !author.login.endsWith('[bot]');
}
