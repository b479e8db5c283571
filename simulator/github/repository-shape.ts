import type { components } from '@octokit/openapi-types';
import { repository, repositoryName } from './repository.ts';
import { userShape } from './user-shape.ts';

/** Addresses of the API below the repository, by the members of its answer that name them. */
const addresses = {
  archive_url: '/{archive_format}{/ref}',
  assignees_url: '/assignees{/user}',
  blobs_url: '/git/blobs{/sha}',
  branches_url: '/branches{/branch}',
  collaborators_url: '/collaborators{/collaborator}',
  comments_url: '/comments{/number}',
  commits_url: '/commits{/sha}',
  compare_url: '/compare/{base}...{head}',
  contents_url: '/contents/{+path}',
  contributors_url: '/contributors',
  deployments_url: '/deployments',
  downloads_url: '/downloads',
  events_url: '/events',
  forks_url: '/forks',
  git_commits_url: '/git/commits{/sha}',
  git_refs_url: '/git/refs{/sha}',
  git_tags_url: '/git/tags{/sha}',
  hooks_url: '/hooks',
  issue_comment_url: '/issues/comments{/number}',
  issue_events_url: '/issues/events{/number}',
  issues_url: '/issues{/number}',
  keys_url: '/keys{/key_id}',
  labels_url: '/labels{/name}',
  languages_url: '/languages',
  merges_url: '/merges',
  milestones_url: '/milestones{/number}',
  notifications_url: '/notifications{?since,all,participating}',
  pulls_url: '/pulls{/number}',
  releases_url: '/releases{/id}',
  stargazers_url: '/stargazers',
  statuses_url: '/statuses/{sha}',
  subscribers_url: '/subscribers',
  subscription_url: '/subscription',
  tags_url: '/tags',
  teams_url: '/teams',
  trees_url: '/git/trees{/sha}',
} as const;

/** Who may see the repository. */
export type Visibility = 'public' | 'private' | 'internal';

export function seenAs(visibility: Visibility) {
  return { visibility, private: visibility !== 'public' };
}

/** The one repository; `api` is the address under which the caller reaches the API. */
export function repositoryShape(api: string): components['schemas']['repository'] {
  const { owner, ownerId, name, id } = repository;
  const url = `${api}/repos/${repositoryName}`;
  const html_url = `https://github.com/${repositoryName}`;
  const below = Object.entries(addresses).map(([member, path]) => [member, `${url}${path}`]);
  return {
    ...(Object.fromEntries(below) as Record<keyof typeof addresses, string>),
    ...{ id, node_id: `R_${id}`, name, full_name: repositoryName, private: true, url, html_url },
    owner: userShape({ login: owner, id: ownerId, type: 'Organization' }, api),
    ...{ description: null, homepage: null, language: 'Python', license: null, mirror_url: null },
    ...{ fork: false, archived: false, disabled: false, visibility: 'private' },
    git_url: `git://github.com/${repositoryName}.git`,
    ssh_url: `git@github.com:${repositoryName}.git`,
    clone_url: `${html_url}.git`,
    svn_url: html_url,
    ...{ has_issues: true, has_projects: true, has_downloads: true, has_wiki: true },
    ...{ has_pages: false, default_branch: 'main', size: 1 },
    ...{ forks: 0, forks_count: 0, open_issues: 0, open_issues_count: 0 },
    ...{ stargazers_count: 0, watchers: 0, watchers_count: 0 },
    created_at: '2020-01-01T00:00:00Z',
    updated_at: '2020-01-01T00:00:00Z',
    pushed_at: '2020-01-01T00:00:00Z',
  };
}
