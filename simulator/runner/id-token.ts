import { repository } from '../github/repository.ts';
import { push } from './event.ts';
import type { RunOptions } from './options.ts';

/** What lets a job with `permissions: id-token: write` ask for tokens; nothing without it. */
export function idTokenEnvironment(options: RunOptions): Record<string, string> {
  const { idToken, simulator } = options;
  const offer = idToken && simulator.idTokens?.open(subjectOf(options));
  if (!offer) return {};
  return {
    ACTIONS_ID_TOKEN_REQUEST_URL: `${simulator.url}${offer.path}`,
    ACTIONS_ID_TOKEN_REQUEST_TOKEN: offer.requestToken,
  };
}

/**
 * The default subject of a job's tokens.
 * https://docs.github.com/en/actions/reference/security/oidc
 */
export function subjectOf({
  environment,
  subjects,
  event = push(),
}: Pick<RunOptions, 'environment' | 'subjects' | 'event'>): string {
  const { owner, ownerId, name, id } = repository;
  const where = subjects === 'immutable' ? `${owner}@${ownerId}/${name}@${id}` : `${owner}/${name}`;
  if (environment) return `repo:${where}:environment:${environment.replaceAll(':', '%3A')}`;
  return event.name === 'pull_request'
    ? `repo:${where}:pull_request`
    : `repo:${where}:ref:${event.ref}`;
}
