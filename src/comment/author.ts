import type { Author, Comment, GitHub } from '../ports/github.ts';

/** The comments on a pull request that the token's owner has written, of those whose body is sought. */
export async function authorsOwn(
  github: GitHub,
  pullRequest: number,
  sought: { readonly carries: (body: string) => boolean; readonly signal: AbortSignal },
): Promise<readonly Comment[]> {
  let self: Author | undefined;
  const found: Comment[] = [];
  for await (const comment of github.comments(pullRequest, sought.signal)) {
    if (!sought.carries(comment.body)) continue;
    self ??= await github.self(sought.signal);
    if (isSame(comment.author, self)) found.push(comment);
  }
  return found;
}

function isSame(one: Author, other: Author): boolean {
  return one.kind === other.kind && withoutSuffix(one.login) === withoutSuffix(other.login);
}

/** REST names an app `github-actions[bot]`, GraphQL sometimes without the suffix. */
function withoutSuffix(login: string): string {
  return login.replace(/\[bot\]$/, '').toLowerCase();
}
