import type { components } from '@octokit/openapi-types';
import { type Commit, repositoryName } from './repository.ts';
import { timestamp } from './timestamp.ts';
import { userShape } from './user-shape.ts';
import { type Approval, type Comment, type Job, usualRunId } from './world.ts';

/**
 * What GitHub answers, with every member that its OpenAPI description requires: the types are made
 * from that. `api` is the address under which the caller reaches the API.
 */
type Schemas = components['schemas'];

const web = `https://github.com/${repositoryName}`;
const itsCreation = '2020-01-01T00:00:00Z';

export function commentShape(comment: Comment, api: string) {
  const { id, pullRequest, author, createdAt, versions } = comment;
  const latest = versions.at(-1);
  return {
    id,
    node_id: `IC_${id}`,
    url: `${api}/repos/${repositoryName}/issues/comments/${id}`,
    html_url: `${web}/pull/${pullRequest}#issuecomment-${id}`,
    issue_url: `${api}/repos/${repositoryName}/issues/${pullRequest}`,
    user: userShape(author, api),
    created_at: timestamp(createdAt),
    updated_at: timestamp(latest?.at ?? createdAt),
    body: latest?.body ?? '',
    author_association: author.type === 'Bot' ? 'NONE' : 'CONTRIBUTOR',
    performed_via_github_app: null,
  } satisfies Schemas['issue-comment'];
}

export function commitShape({ sha, message }: Commit, api: string): Schemas['commit'] {
  const url = `${api}/repos/${repositoryName}/commits/${sha}`;
  const by = { name: 'octocat', email: 'octocat@github.com', date: itsCreation };
  const tree = { sha, url: `${api}/repos/${repositoryName}/git/trees/${sha}` };
  return {
    ...{ sha, url, node_id: `C_${sha}`, html_url: `${web}/commit/${sha}` },
    comments_url: `${url}/comments`,
    commit: {
      ...{ url: `${api}/repos/${repositoryName}/git/commits/${sha}`, message, comment_count: 0 },
      ...{ author: by, committer: by, tree },
    },
    ...{ author: null, committer: null, parents: [] },
  };
}

export function approvalShape(
  { state, comment, user, environments }: Approval,
  api: string,
): Schemas['environment-approvals'] {
  const named = environments.map((name, index) => ({
    ...{ id: index + 1, node_id: `EN_${index + 1}`, name },
    url: `${api}/repos/${repositoryName}/environments/${name}`,
    html_url: `${web}/deployments/activity_log?environments_filter=${name}`,
    ...{ created_at: itsCreation, updated_at: itsCreation },
  }));
  return { state, comment, user: userShape(user, api), environments: named };
}

export function jobShape(
  { createdAt, startedAt }: Job,
  { api, sha }: { readonly api: string; readonly sha: string },
): Schemas['job'] {
  const id = 20_001;
  const root = `${api}/repos/${repositoryName}`;
  return {
    ...{ id, node_id: `CR_${id}`, url: `${root}/actions/jobs/${id}`, name: 'Deploy' },
    ...{ run_id: Number(usualRunId), run_url: `${root}/actions/runs/${usualRunId}` },
    html_url: `${web}/actions/runs/${usualRunId}/job/${id}`,
    check_run_url: `${root}/check-runs/${id}`,
    ...{ head_sha: sha, head_branch: 'main', workflow_name: 'Deploy' },
    ...{ status: 'in_progress', conclusion: null },
    created_at: timestamp(createdAt),
    started_at: timestamp(startedAt),
    completed_at: null,
    ...{ labels: ['ubuntu-latest'], runner_id: 1, runner_name: 'GitHub Actions 1' },
    ...{ runner_group_id: 0, runner_group_name: 'GitHub Actions' },
  };
}
