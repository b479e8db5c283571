import type { Instant } from '../clock.ts';
import type { Account } from './account.ts';
import { type Commit, repositoryName } from './repository.ts';
import type { Approval, Comment, Job, PullRequest } from './world.ts';

const web = `https://github.com/${repositoryName}`;

/** GitHub tells times to the second. */
export function timestamp(instant: Instant): string {
  return new Date(instant).toISOString().replace(/\.\d+Z$/, 'Z');
}

export function userShape({ login, id, type }: Account) {
  const html_url = login.endsWith('[bot]')
    ? `https://github.com/apps/${login.replace('[bot]', '')}`
    : `https://github.com/${login}`;
  return { login, id, node_id: `U_${id}`, html_url, type, site_admin: false };
}

/** `api` is the address under which the caller reaches the API. */
export function commentShape(comment: Comment, api: string) {
  const { id, pullRequest, author, createdAt, versions } = comment;
  const latest = versions.at(-1);
  return {
    id,
    node_id: `IC_${id}`,
    url: `${api}/repos/${repositoryName}/issues/comments/${id}`,
    html_url: `${web}/pull/${pullRequest}#issuecomment-${id}`,
    issue_url: `${api}/repos/${repositoryName}/issues/${pullRequest}`,
    user: userShape(author),
    created_at: timestamp(createdAt),
    updated_at: timestamp(latest?.at ?? createdAt),
    body: latest?.body ?? '',
    author_association: author.type === 'Bot' ? 'NONE' : 'CONTRIBUTOR',
    performed_via_github_app: null,
  };
}

export function pullRequestShape(pull: PullRequest, api: string) {
  const { number, title, state, author, createdAt } = pull;
  const isMerged = state === 'merged';
  return {
    id: 1_700_000_000 + number,
    number,
    title,
    url: `${api}/repos/${repositoryName}/pulls/${number}`,
    html_url: `${web}/pull/${number}`,
    state: state === 'open' ? 'open' : 'closed',
    draft: false,
    locked: false,
    user: userShape(author),
    created_at: timestamp(createdAt),
    updated_at: timestamp(createdAt),
    merged_at: isMerged ? timestamp(createdAt) : null,
    merge_commit_sha: pull.mergeCommitSha,
    head: { ref: pull.headRef, sha: pull.headSha, label: `acme:${pull.headRef}` },
    base: { ref: 'main', label: 'acme:main' },
  };
}

export function commitShape({ sha, message }: Commit) {
  return { sha, html_url: `${web}/commit/${sha}`, commit: { message }, parents: [] };
}

export function approvalShape({ state, comment, user, environments }: Approval) {
  const named = environments.map((name, index) => ({ id: index + 1, name }));
  return { state, comment, user: userShape(user), environments: named };
}

export function jobShape({ createdAt, startedAt }: Job) {
  return {
    id: 20_001,
    name: 'Deploy',
    status: 'in_progress',
    conclusion: null,
    created_at: timestamp(createdAt),
    started_at: timestamp(startedAt),
    completed_at: null,
    runner_name: 'GitHub Actions 1',
  };
}
