import type { Call, Endpoint } from './call.ts';
import {
  createComment,
  deleteComment,
  editComment,
  findComment,
  listComments,
} from './comments.ts';
import { compare } from './compare.ts';
import { pageOf } from './paging.ts';
import { pullRequestShape, wholePullRequestShape } from './pull-request-shape.ts';
import { notAccessible, notFound, ok, type Reply, refusal } from './reply.ts';
import { repositoryName } from './repository.ts';
import { repositoryShape, seenAs } from './repository-shape.ts';
import { approvalShape, jobShape } from './shapes.ts';
import { ownUserShape } from './user-shape.ts';

const commentsPage = '/issues/comments';
const ofIssue = inRepository('issues/(\\d+)/comments');
const ofComment = inRepository('issues/comments/(\\d+)');

export const endpoints: readonly Endpoint[] = [
  {
    method: 'GET',
    pattern: new RegExp(`^/repos/${repositoryName}$`, 'i'),
    page: '/repos/repos#get-a-repository',
    answer: ({ world, api }) => ok({ ...repositoryShape(api), ...seenAs(world.visibility) }),
  },
  {
    method: 'GET',
    pattern: inRepository('commits/([^/]+)/pulls'),
    needs: ['pull-requests', 'read'],
    page: '/commits/commits#list-pull-requests-associated-with-a-commit',
    answer: pullRequestsOfCommit,
  },
  {
    method: 'GET',
    pattern: inRepository('compare/(.+)\\.\\.\\.(.+)'),
    needs: ['contents', 'read'],
    page: '/commits/commits#compare-two-commits',
    answer: compare,
  },
  {
    method: 'GET',
    pattern: inRepository('pulls/(\\d+)'),
    needs: ['pull-requests', 'read'],
    page: '/pulls/pulls#get-a-pull-request',
    answer: pullRequest,
  },
  {
    method: 'GET',
    pattern: ofIssue,
    needs: ['pull-requests', 'read'],
    page: `${commentsPage}#list-issue-comments`,
    answer: listComments,
  },
  {
    method: 'POST',
    pattern: ofIssue,
    needs: ['pull-requests', 'write'],
    page: `${commentsPage}#create-an-issue-comment`,
    answer: createComment,
  },
  {
    method: 'GET',
    pattern: ofComment,
    needs: ['pull-requests', 'read'],
    page: `${commentsPage}#get-an-issue-comment`,
    answer: findComment,
  },
  {
    method: 'PATCH',
    pattern: ofComment,
    needs: ['pull-requests', 'write'],
    page: `${commentsPage}#update-an-issue-comment`,
    answer: editComment,
  },
  {
    method: 'DELETE',
    pattern: ofComment,
    needs: ['pull-requests', 'write'],
    page: `${commentsPage}#delete-an-issue-comment`,
    answer: deleteComment,
  },
  {
    method: 'GET',
    pattern: inRepository('actions/runs/(\\d+)/approvals'),
    needs: ['actions', 'read'],
    page: '/actions/workflow-runs#get-the-review-history-for-a-workflow-run',
    answer: approvals,
  },
  {
    method: 'GET',
    pattern: inRepository('actions/runs/(\\d+)/attempts/1/jobs'),
    needs: ['actions', 'read'],
    page: '/actions/workflow-jobs#list-jobs-for-a-workflow-run-attempt',
    answer: jobs,
  },
  {
    method: 'GET',
    pattern: /^\/user$/,
    page: '/users/users#get-the-authenticated-user',
    answer: user,
  },
  { method: 'POST', pattern: /^\/graphql$/, page: '', answer: graphql },
];

function inRepository(path: string): RegExp {
  return new RegExp(`^/repos/${repositoryName}/${path}$`, 'i');
}

function pullRequestsOfCommit({ world, parts, query, api, url, page }: Call): Reply {
  const [sha = ''] = parts;
  if (!world.knows(sha)) return refusal(422, `No commit found for SHA: ${sha}`, page);
  const { items, headers } = pageOf(world.pullRequestsOf(sha), query, url);
  return { ...ok(items.map((pull) => pullRequestShape(pull, api))), headers };
}

function pullRequest({ world, parts, api, page }: Call): Reply {
  const pull = world.pullRequests.get(Number(parts[0]));
  if (!pull) return notFound(page);
  return ok(wholePullRequestShape(pull, api));
}

function approvals({ world, parts, api, page }: Call): Reply {
  const found = world.approvals.get(parts[0] ?? '');
  return found ? ok(found.map((approval) => approvalShape(approval, api))) : notFound(page);
}

/** The run has one job, which runs now. */
function jobs({ world, parts, api, page }: Call): Reply {
  if (!world.approvals.has(parts[0] ?? '')) return notFound(page);
  const sha = world.history.at(-1)?.sha ?? '';
  return ok({ total_count: 1, jobs: [jobShape(world.job, { api, sha })] });
}

/** A workflow's token is no user's, so it has no `/user`. */
function user({ credential, api, page }: Call): Reply {
  return credential.kind === 'user'
    ? ok(ownUserShape(credential.account, api))
    : notAccessible(page);
}

function graphql({ credential, body }: Call): Reply {
  const query = String((body as { query?: unknown } | undefined)?.query ?? '');
  if (/\bviewer\s*\{\s*login\s*\}/.test(query)) {
    return ok({ data: { viewer: { login: credential.account.login } } });
  }
  return ok({ errors: [{ message: 'The simulator knows no query but { viewer { login } }' }] });
}
