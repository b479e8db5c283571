import type { Visibility } from '../domain/cause/log-readers.ts';
import type { Markdown } from '../domain/text/markdown.ts';

/** What the report needs from GitHub's REST API. All calls throw a Problem and nothing else. */
export interface GitHub {
  /** What started the workflow run. */
  readonly trigger: Trigger;
  /** Who the token acts as. */
  self(signal: AbortSignal): Promise<Author>;
  /** The pull requests that GitHub associates with a commit. */
  pullRequestsOf(sha: string, signal: AbortSignal): Promise<readonly PullRequest[]>;
  /** The commits of a push, oldest first. */
  commitsBetween(before: string, after: string, signal: AbortSignal): Promise<readonly Commit[]>;
  /** How the second commit is related to the first: behind it, where it is an ancestor. */
  relation(base: string, head: string, signal: AbortSignal): Promise<CommitRelation>;
  /** Undefined where the number is an issue's, or nothing's. */
  pullRequest(number: number, signal: AbortSignal): Promise<PullRequest | undefined>;
  /** Who approved this run's deployments; undefined where no one had to. Needs `actions: read`. */
  approval(signal: AbortSignal): Promise<Approval | undefined>;
  /** Who may see the repository. */
  visibility(signal: AbortSignal): Promise<Visibility>;
  /** All comments, oldest first. */
  comments(pullRequest: number, signal: AbortSignal): AsyncIterable<Comment>;
  createComment(pullRequest: number, body: Markdown, signal: AbortSignal): Promise<Comment>;
  /** One that is deleted already does no harm. */
  deleteComment(id: number, signal: AbortSignal): Promise<void>;
  /** Undefined where the comment was deleted. */
  editComment(id: number, body: Markdown, signal: AbortSignal): Promise<Comment | undefined>;
}

/** The event that started the workflow run, as far as it leads to pull requests. */
export interface Trigger {
  readonly event: string;
  readonly ref: string;
  readonly sha: string;
  /** The pull requests that the payload itself names. */
  readonly pullRequests: readonly number[];
  /** Whether pull requests are looked up by the commit. */
  readonly isLookedUp: boolean;
  /** Of a push: the commit before it, and its commits, oldest first; there may be more than these. */
  readonly before: string | undefined;
  readonly commits: readonly Commit[];
}

/** How a job came into its environment. */
export interface Approval {
  /** Logins of those who approved. */
  readonly by: readonly string[];
  /** How long the job waited before it started; undefined where GitHub does not say. */
  readonly waitedSeconds: number | undefined;
}

export interface Commit {
  readonly sha: string;
  readonly message: string;
}

export interface PullRequest {
  readonly number: number;
  readonly mergeCommitSha: string | undefined;
  /** Undefined where GitHub does not say. */
  readonly author?: Author | undefined;
  readonly mergedBy?: Author | undefined;
}

export interface Comment {
  readonly id: number;
  readonly url: string;
  readonly author: Author;
  readonly body: string;
}

/** Anyone may register a user with the name of an app: only together these tell who it is. */
export interface Author {
  /** Of an app with or without `[bot]` at its end. */
  readonly login: string;
  readonly kind: 'app' | 'user' | 'other';
}

/** https://docs.github.com/en/rest/commits/commits#compare-two-commits */
export type CommitRelation = 'ahead' | 'behind' | 'identical' | 'diverged';

/** What the pre-flight needs from GitHub. All calls throw a Problem. */
export interface Commits {
  /** How the second commit is related to the first: behind it, where it is an ancestor. */
  relation(base: string, head: string): Promise<CommitRelation>;
}
