import type { Instant, SimulatedClock } from '../clock.ts';
import type { Account } from './account.ts';
import { type Commit, commitBefore, usualCommit } from './repository.ts';
import type { Visibility } from './repository-shape.ts';

export interface PullRequest {
  readonly number: number;
  readonly title: string;
  readonly state: 'open' | 'closed' | 'merged';
  readonly author: Account;
  readonly mergedBy: Account | null;
  readonly headSha: string;
  readonly headRef: string;
  readonly mergeCommitSha: string | null;
  /** Every commit that leads to this pull request. */
  readonly commits: readonly string[];
  readonly createdAt: Instant;
}

/** A comment, as it is now and as it was. */
export interface Comment {
  readonly id: number;
  readonly pullRequest: number;
  readonly author: Account;
  readonly createdAt: Instant;
  /** Oldest first; the last is what people see. */
  readonly versions: readonly { readonly at: Instant; readonly body: string }[];
}

export interface Approval {
  readonly state: 'approved' | 'rejected' | 'pending';
  readonly comment: string;
  readonly user: Account;
  readonly environments: readonly string[];
}

/** The job that runs: it is created with its run, and starts when its environment is approved. */
export interface Job {
  readonly createdAt: Instant;
  readonly startedAt: Instant;
}

/** The workflow run that there is. */
export const usualRunId = '9001';

const firstCommentId = 3_100_000_001;

/** Everything there is in the repository. */
export class World {
  readonly clock: SimulatedClock;
  readonly pullRequests = new Map<number, PullRequest>();
  readonly comments = new Map<number, Comment>();
  /** By workflow run. */
  readonly approvals = new Map<string, Approval[]>([[usualRunId, []]]);
  /** The default branch, oldest first. */
  readonly history: Commit[] = [commitBefore, usualCommit];
  job: Job;
  /** Who may see the repository, as the API tells it. */
  visibility: Visibility = 'private';
  #nextCommentId = firstCommentId;

  constructor(clock: SimulatedClock) {
    this.clock = clock;
    this.job = { createdAt: clock.now(), startedAt: clock.now() };
  }

  addComment(pullRequest: number, author: Account, body: string): Comment {
    const at = this.clock.now();
    const id = this.#nextCommentId;
    this.#nextCommentId += 1;
    const comment = { id, pullRequest, author, createdAt: at, versions: [{ at, body }] };
    this.comments.set(id, comment);
    return comment;
  }

  editComment(comment: Comment, body: string): Comment {
    const versions = [...comment.versions, { at: this.clock.now(), body }];
    const edited = { ...comment, versions };
    this.comments.set(comment.id, edited);
    return edited;
  }

  commentsOf(pullRequest: number): Comment[] {
    return [...this.comments.values()].filter((comment) => comment.pullRequest === pullRequest);
  }

  /** The pull requests that a commit leads to; on the default branch only those merged there. */
  pullRequestsOf(sha: string): PullRequest[] {
    const isMerged = this.history.some((commit) => commit.sha === sha);
    return [...this.pullRequests.values()]
      .filter(({ commits }) => commits.includes(sha))
      .filter(({ state }) => (isMerged ? state === 'merged' : state !== 'closed'));
  }

  knows(sha: string): boolean {
    const inPullRequest = [...this.pullRequests.values()].some((one) => one.commits.includes(sha));
    return inPullRequest || this.history.some((commit) => commit.sha === sha);
  }
}
