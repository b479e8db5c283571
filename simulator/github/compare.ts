import type { components } from '@octokit/openapi-types';
import type { Call } from './call.ts';
import { pageOf } from './paging.ts';
import { notFound, ok, type Reply } from './reply.ts';
import { commitBefore, repositoryName } from './repository.ts';
import { commitShape } from './shapes.ts';

/** So many commits are told when no page is asked for. */
const mostCommits = 250;

/** What was pushed between two commits of the default branch, oldest first. */
export function compare({ world, parts, query, api, url, page }: Call): Reply {
  const [base = '', head = ''] = parts;
  const positionOf = (name: string) =>
    name === 'main' ? world.history.length - 1 : world.history.findIndex(({ sha }) => sha === name);
  const from = positionOf(base);
  const to = positionOf(head);
  if (from < 0 || to < 0) return notFound(page);
  const ahead = world.history.slice(from + 1, to + 1);
  const isPaged = query.has('page') || query.has('per_page');
  const { items, headers } = isPaged
    ? pageOf(ahead, query, url)
    : { items: ahead.slice(-mostCommits), headers: {} };
  const html_url = `https://github.com/${repositoryName}/compare/${base}...${head}`;
  const shapeAt = (position: number) => commitShape(world.history[position] ?? commitBefore, api);
  const body: components['schemas']['commit-comparison'] = {
    ...{ url: `${api}/repos/${repositoryName}/compare/${base}...${head}`, html_url },
    ...{ permalink_url: html_url, diff_url: `${html_url}.diff`, patch_url: `${html_url}.patch` },
    ...{ base_commit: shapeAt(from), merge_base_commit: shapeAt(Math.min(from, to)) },
    status: statusOf(from, to),
    ahead_by: ahead.length,
    behind_by: Math.max(0, from - to),
    total_commits: ahead.length,
    commits: items.map((commit) => commitShape(commit, api)),
    files: [],
  };
  return { ...ok(body), headers };
}

function statusOf(from: number, to: number): 'identical' | 'ahead' | 'behind' {
  if (from === to) return 'identical';
  return from < to ? 'ahead' : 'behind';
}
