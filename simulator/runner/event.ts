import { type Commit, commitBefore, repository, usualCommit } from '../github/repository.ts';

/** What set off a workflow run. */
export interface WorkflowEvent {
  readonly name:
    | 'push'
    | 'pull_request'
    | 'merge_group'
    | 'workflow_dispatch'
    | 'workflow_run'
    | 'schedule'
    | 'release';
  readonly ref: string;
  readonly sha: string;
  /** Of a pull request. */
  readonly headRef?: string;
  readonly baseRef?: string;
  readonly payload: Readonly<Record<string, unknown>>;
}

/** A push of these commits, oldest first; a merge queue pushes several pull requests at once. */
export function push(
  commits: readonly [Commit, ...Commit[]] = [usualCommit],
  ref = 'refs/heads/main',
  before = commitBefore.sha,
): WorkflowEvent {
  const head = commits.at(-1) ?? commits[0];
  const described = commits.map(({ sha, message }) => ({ id: sha, message, distinct: true }));
  const payload = {
    ...common(),
    ref,
    before,
    after: head.sha,
    commits: described,
    head_commit: described.at(-1),
  };
  return { name: 'push', ref, sha: head.sha, payload };
}

/** A pull request that was opened or pushed to. */
export function pullRequest(number: number, headSha: string = usualCommit.sha): WorkflowEvent {
  const headRef = 'retrain';
  const baseRef = 'main';
  const pull = {
    number,
    head: { ref: headRef, sha: headSha },
    base: { ref: baseRef, sha: commitBefore.sha },
  };
  const payload = { ...common(), action: 'synchronize', number, pull_request: pull };
  const sha = 'facade34567890facade34567890facade345678';
  return { name: 'pull_request', ref: `refs/pull/${number}/merge`, sha, headRef, baseRef, payload };
}

export function workflowDispatch(inputs: Readonly<Record<string, string>> = {}): WorkflowEvent {
  const ref = 'refs/heads/main';
  const payload = { ...common(), ref, inputs };
  return { name: 'workflow_dispatch', ref, sha: usualCommit.sha, payload };
}

/** A workflow that runs after another one, on the newest commit of the default branch. */
export function workflowRun(headSha: string, pullRequests: readonly number[] = []): WorkflowEvent {
  const { id } = repository;
  const pull_requests = pullRequests.map((number) => ({ number, base: { repo: { id } } }));
  const payload = {
    ...common(),
    action: 'completed',
    workflow_run: { id: 9000, name: 'Tests', head_sha: headSha, pull_requests },
  };
  return { name: 'workflow_run', ref: 'refs/heads/main', sha: usualCommit.sha, payload };
}

/** A pull request that is tested in a merge queue. */
export function mergeGroup(number: number): WorkflowEvent {
  const sha = 'babe12345678901babe12345678901babe123456';
  const ref = `refs/heads/gh-readonly-queue/main/pr-${number}-${commitBefore.sha}`;
  const merge_group = { head_sha: sha, head_ref: ref, base_ref: 'refs/heads/main' };
  const payload = { ...common(), action: 'checks_requested', merge_group };
  return { name: 'merge_group', ref, sha, payload };
}

function common() {
  const { owner, name, id } = repository;
  return {
    repository: {
      id,
      name,
      full_name: `${owner}/${name}`,
      owner: { login: owner },
      default_branch: 'main',
      private: true,
    },
    sender: { login: 'octocat', id: 583_231, type: 'User' },
  };
}
