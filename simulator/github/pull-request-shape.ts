import type { components } from '@octokit/openapi-types';
import { repository, repositoryName } from './repository.ts';
import { repositoryShape } from './repository-shape.ts';
import { timestamp } from './timestamp.ts';
import { userShape } from './user-shape.ts';
import type { PullRequest } from './world.ts';

type Schemas = components['schemas'];

/** In lists; `api` is the address under which the caller reaches the API. */
export function pullRequestShape(pull: PullRequest, api: string): Schemas['pull-request-simple'] {
  const { number, title, state, author, createdAt, headRef, headSha } = pull;
  const closedAt = state === 'open' ? null : timestamp(createdAt);
  const links = linksOf(pull, api);
  return {
    ...{ id: 1_700_000_000 + number, node_id: `PR_${number}`, number, title, body: null },
    ...links,
    state: state === 'open' ? 'open' : 'closed',
    ...{ draft: false, locked: false, labels: [], milestone: null, assignee: null },
    ...{ user: userShape(author, api), author_association: 'CONTRIBUTOR', auto_merge: null },
    created_at: timestamp(createdAt),
    updated_at: timestamp(createdAt),
    closed_at: closedAt,
    merged_at: state === 'merged' ? closedAt : null,
    merge_commit_sha: pull.mergeCommitSha,
    head: branchShape(headRef, headSha, api),
    base: branchShape('main', pull.mergeCommitSha ?? headSha, api),
    _links: {
      self: { href: links.url },
      html: { href: links.html_url },
      issue: { href: links.issue_url },
      comments: { href: links.comments_url },
      review_comments: { href: links.review_comments_url },
      review_comment: { href: links.review_comment_url },
      commits: { href: links.commits_url },
      statuses: { href: links.statuses_url },
    },
  };
}

/** By itself. */
export function wholePullRequestShape(pull: PullRequest, api: string): Schemas['pull-request'] {
  const {
    head,
    base,
    user: _,
    labels: __,
    milestone: ___,
    ...simple
  } = pullRequestShape(pull, api);
  const isMerged = pull.state === 'merged';
  const user = repositoryShape(api).owner;
  return {
    ...simple,
    state: pull.state === 'open' ? 'open' : 'closed',
    ...{ head: { ...head, user }, base: { ...base, user } },
    user: userShape(pull.author, api),
    ...{ labels: [], milestone: null, merged: isMerged, mergeable: null },
    mergeable_state: 'unknown',
    merged_by: isMerged ? userShape(pull.mergedBy ?? pull.author, api) : null,
    ...{ comments: 0, review_comments: 0, maintainer_can_modify: false },
    ...{ commits: pull.commits.length, additions: 1, deletions: 1, changed_files: 1 },
  };
}

function branchShape(ref: string, sha: string, api: string) {
  const repo = repositoryShape(api);
  return { ref, sha, label: `${repository.owner}:${ref}`, repo, user: repo.owner };
}

function linksOf({ number, headSha }: PullRequest, api: string) {
  const root = `${api}/repos/${repositoryName}`;
  const url = `${root}/pulls/${number}`;
  const html_url = `https://github.com/${repositoryName}/pull/${number}`;
  const issue_url = `${root}/issues/${number}`;
  return {
    ...{ url, html_url, issue_url, comments_url: `${issue_url}/comments` },
    diff_url: `${html_url}.diff`,
    patch_url: `${html_url}.patch`,
    commits_url: `${url}/commits`,
    review_comments_url: `${url}/comments`,
    review_comment_url: `${root}/pulls/comments{/number}`,
    statuses_url: `${root}/statuses/${headSha}`,
  };
}
