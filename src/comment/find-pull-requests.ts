import type { Commit, GitHub, PullRequest } from '../ports/github.ts';

/** Of a push that merges very many commits, only the newest are asked for their pull requests. */
const mostCommitsAsked = 50;

/** Which pull requests a run belongs to. */
export interface Found {
  /** Those that the event names, or that its commits merged. */
  readonly own: readonly number[];
  /** Those merged since the commit that the endpoint serves: their own run may never have begun. */
  readonly others: readonly number[];
}

/**
 * The numbers of the pull requests that the run belongs to: the payload's own; those that the
 * pushed commits merged, of which a merge queue pushes several at once; or the one that a squash
 * commit names. None for schedules, tags and hand-started runs. `since`: the commit that serves.
 */
export async function findPullRequests(
  github: GitHub,
  signal: AbortSignal,
  since?: string,
): Promise<Found> {
  const { trigger } = github;
  if (trigger.pullRequests.length > 0) return { own: trigger.pullRequests, others: [] };
  if (!trigger.isLookedUp) return { own: [], others: [] };
  const commits = (await pushedCommits(github, signal)).slice(-mostCommitsAsked);
  const merged = await pullRequestsBehind(github, commits, signal);
  const own = merged.length > 0 ? merged : await namedInTitles(github, commits, signal);
  const earlier = await commitsSince(github, since, signal);
  const news = earlier.filter(({ sha }) => !commits.some((commit) => commit.sha === sha));
  const room = mostCommitsAsked - commits.length;
  const asked = room > 0 ? news.slice(-room) : [];
  const others = await pullRequestsBehind(github, asked, signal, 'only-merged');
  return { own, others: others.filter((number) => !own.includes(number)) };
}

/** Those that the commits merged; where none is, those that hold one. */
async function pullRequestsBehind(
  github: GitHub,
  commits: readonly Commit[],
  signal: AbortSignal,
  which: 'only-merged' | 'else-associated' = 'else-associated',
): Promise<readonly number[]> {
  const associated: PullRequest[] = [];
  for (const { sha } of commits) associated.push(...(await github.pullRequestsOf(sha, signal)));
  const shas = new Set(commits.map(({ sha }) => sha));
  const merged = associated.filter(
    ({ mergeCommitSha }) => mergeCommitSha && shas.has(mergeCommitSha),
  );
  return numbersOf(merged.length > 0 || which === 'only-merged' ? merged : associated);
}

/** What has come since the commit that serves; nothing where that cannot be known. */
async function commitsSince(
  github: GitHub,
  since: string | undefined,
  signal: AbortSignal,
): Promise<readonly Commit[]> {
  const { sha, before } = github.trigger;
  if (
    since === undefined ||
    !/^[0-9a-f]{40,64}$/.test(since) ||
    sha === '' ||
    since === sha ||
    since === before
  )
    return [];
  return github.commitsBetween(since, sha, signal).catch(() => []);
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
