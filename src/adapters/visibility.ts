import type { Visibility } from '../domain/cause/log-readers.ts';

/**
 * Who may see a repository, as payloads and the API describe it alike.
 * https://docs.github.com/en/rest/repos/repos#get-a-repository
 */
export function visibilityOf(repository: {
  readonly visibility?: unknown;
  readonly private?: unknown;
}): Visibility {
  const { visibility, private: isPrivate } = repository;
  if (isPrivate === false || visibility === 'public') return 'public';
  if (visibility === 'internal') return 'internal';
  return isPrivate === true || visibility === 'private' ? 'private' : 'unknown';
}
