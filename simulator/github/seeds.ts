import type { Instant } from '../clock.ts';
import { type Account, accountNamed, octocat } from './account.ts';
import { usualCommit } from './repository.ts';
import type { Approval, PullRequest } from './world.ts';

/** A pull request to put there; what is not said is as usual. */
export interface NewPullRequest {
  readonly number: number;
  readonly title?: string;
  readonly state?: PullRequest['state'];
  readonly author?: string;
  /** Who merged it; unset: its author, if it is merged. */
  readonly mergedBy?: string;
  readonly headSha?: string;
  readonly headRef?: string;
  /** The commit on the default branch; unset: the usual one, if it is merged. */
  readonly mergeCommitSha?: string;
  /** Further commits that lead to this pull request. */
  readonly commits?: readonly string[];
}

export interface NewComment {
  readonly pullRequest: number;
  readonly body: string;
  /** A login; unset: a person. */
  readonly author?: string;
  /** Unset: `Bot` for a login that ends in `[bot]`, else `User`. */
  readonly authorType?: Account['type'];
}

export interface NewApproval {
  readonly runId?: string;
  readonly state?: Approval['state'];
  readonly comment?: string;
  readonly user?: string;
  readonly environments?: readonly string[];
  /** How long the job had waited for it. */
  readonly afterSeconds?: number;
}

const usualTitle = 'Retrain the fraud model on February';

export function pullRequestOf(pull: NewPullRequest, createdAt: Instant): PullRequest {
  const { number, title = usualTitle, state = 'merged', author = octocat.login } = pull;
  const { headRef = 'retrain', headSha = shaOf(number), commits = [] } = pull;
  const { mergedBy = author } = pull;
  const mergedAs = state === 'merged' ? usualCommit.sha : null;
  const { mergeCommitSha = mergedAs } = pull;
  return {
    ...{ number, title, state, headRef, headSha, mergeCommitSha, createdAt },
    author: accountNamed(author),
    mergedBy: state === 'merged' ? accountNamed(mergedBy) : null,
    commits: [...commits, headSha, ...(mergeCommitSha ? [mergeCommitSha] : [])],
  };
}

export function approvalOf(approval: NewApproval): Approval {
  const { state = 'approved', comment = '', user = octocat.login } = approval;
  const { environments = ['production'] } = approval;
  return { state, comment, user: accountNamed(user), environments };
}

/** A commit of its own for every pull request. */
function shaOf(number: number): string {
  return number.toString(16).padStart(40, 'feed');
}
