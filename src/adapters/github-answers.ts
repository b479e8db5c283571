import type { Author, Comment, PullRequest } from '../ports/github.ts';

/** Our narrow view of a pull request. Throws a TypeError where it is none. */
export function pullRequestOf(data: {
  number: number;
  merge_commit_sha: string | null;
  user?: Account | null;
  merged_by?: Account | null;
}): PullRequest {
  const { number, merge_commit_sha: mergeCommitSha, user, merged_by: merger } = data;
  if (typeof number !== 'number') throw new TypeError('This is not a pull request.');
  const author = user ? authorOf(user) : undefined;
  const mergedBy = merger ? authorOf(merger) : undefined;
  return { number, mergeCommitSha: mergeCommitSha ?? undefined, author, mergedBy };
}

interface Account {
  login: string;
  type?: string;
}

function authorOf({ login, type }: Account): Author {
  return { login, kind: kindOf(type) };
}

/** Our narrow view of a comment. Throws a TypeError where it is none, such as a proxy's page. */
export function commentOf(data: {
  id: number;
  html_url: string;
  body?: string;
  user: Account | null;
}): Comment {
  const { id, html_url: url, body = '', user } = data;
  if (typeof id !== 'number' || typeof url !== 'string') {
    throw new TypeError('This is not a comment.');
  }
  return { id, url, author: authorOf(user ?? { login: '' }), body };
}

/** https://docs.github.com/en/rest/issues/comments: Bot, User, Organization, Mannequin. */
function kindOf(type: string | undefined): Author['kind'] {
  if (type === 'Bot') return 'app';
  return type === 'User' ? 'user' : 'other';
}
