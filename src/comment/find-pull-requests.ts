import type { Commit, GitHub, PullRequest } from '../ports.ts';

/** Of a push that merges very many commits, only the newest are asked for their pull requests. */
const mostCommitsAsked = 50;

/**
 * The numbers of the pull requests that the run belongs to: the payload's own; those that the
 * pushed commits merged, of which a merge queue pushes several at once; or the one that a squash
 * commit names. None for schedules, tags and hand-started runs.
 */
export async function findPullRequests(
  github: GitHub,
  signal: AbortSignal,
): Promise<readonly number[]> {
  const { trigger } = github;
  if (trigger.pullRequest !== undefined) return [trigger.pullRequest];
  if (trigger.event !== 'push' || !trigger.ref.startsWith('refs/heads/')) return [];
  const commits = (await pushedCommits(github, signal)).slice(-mostCommitsAsked);
  const associated: PullRequest[] = [];
  for (const { sha } of commits) associated.push(...(await github.pullRequestsOf(sha, signal)));
  const shas = new Set(commits.map(({ sha }) => sha));
  const merged = associated.filter(
    ({ mergeCommitSha }) => mergeCommitSha && shas.has(mergeCommitSha),
  );
  if (merged.length > 0) return numbersOf(merged);
  if (associated.length > 0) return numbersOf(associated);
  return namedInTitles(github, commits, signal);
}

/** The payload holds the commits of a small push only; the compare API has them all. */
async function pushedCommits(github: GitHub, signal: AbortSignal): Promise<readonly Commit[]> {
  const { trigger } = github;
  const own: readonly Commit[] =
    trigger.commits.length > 0 || trigger.sha === ''
      ? trigger.commits
      : [{ sha: trigger.sha, message: '' }];
  if (!trigger.before || !trigger.sha || /^0+$/.test(trigger.before)) return own;
  try {
    const commits = await github.commitsBetween(trigger.before, trigger.sha, signal);
    return commits.length > own.length ? commits : own;
  } catch {
    return own;
  }
}

/** A squash merge ends its title with `(#123)`; a number may be an issue's, so GitHub is asked. */
async function namedInTitles(
  github: GitHub,
  commits: readonly Commit[],
  signal: AbortSignal,
): Promise<readonly number[]> {
  const found: PullRequest[] = [];
  for (const { message } of commits) {
    const [, number] = /\(#(\d{1,9})\)\s*$/.exec(message.split('\n')[0] ?? '') ?? [];
    const pullRequest = number && (await github.pullRequest(Number(number), signal));
    if (pullRequest) found.push(pullRequest);
  }
  return numbersOf(found);
}

function numbersOf(pullRequests: readonly PullRequest[]): readonly number[] {
  return [...new Set(pullRequests.map(({ number }) => number))];
}
