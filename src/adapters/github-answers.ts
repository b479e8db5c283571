import type { Author, Comment, PullRequest } from '../ports.ts';

/** Our narrow view of a pull request. */
export function pullRequestOf(data: {
  number: number;
  merge_commit_sha: string | null;
}): PullRequest {
  return { number: data.number, mergeCommitSha: data.merge_commit_sha ?? undefined };
}

/** Our narrow view of a comment. */
export function commentOf(data: {
  id: number;
  html_url: string;
  body?: string;
  user: { login: string; type?: string } | null;
}): Comment {
  const { id, html_url: url, body = '', user } = data;
  return { id, url, author: { login: user?.login ?? '', kind: kindOf(user?.type) }, body };
}

/** https://docs.github.com/en/rest/issues/comments: Bot, User, Organization, Mannequin. */
function kindOf(type: string | undefined): Author['kind'] {
  if (type === 'Bot') return 'app';
  return type === 'User' ? 'user' : 'other';
}
