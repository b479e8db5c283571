import type { Approval } from '../ports/github.ts';
import type { Octokit } from './octokit.ts';
import type { WorkflowApi } from './workflow.ts';

interface Asked {
  readonly octokit: Octokit;
  readonly api: WorkflowApi;
  readonly request: { readonly signal: AbortSignal };
}

/** Who approved the deployments of the run; undefined where no one had to. */
export async function approvalOf({ octokit, api, request }: Asked): Promise<Approval | undefined> {
  const { owner, repo, run } = api;
  if (!run) return undefined;
  const where = { owner, repo, run_id: run.id, request };
  const { data: reviews } = await octokit.rest.actions.getReviewsForRun(where);
  const approvals = reviews.filter(({ state }) => state === 'approved');
  if (approvals.length === 0) return undefined;
  const by = [...new Set(approvals.map(({ user }) => user?.login ?? 'somebody'))];
  return { by, waitedSeconds: await waitedSeconds({ octokit, api, request }, run) };
}

/** From the creation of the job on this runner to its start. */
async function waitedSeconds(
  { octokit, api: { owner, repo, runnerName }, request }: Asked,
  { id, attempt }: { readonly id: number; readonly attempt: number },
): Promise<number | undefined> {
  const { data } = await octokit.rest.actions.listJobsForWorkflowRunAttempt({
    ...{ owner, repo, run_id: id, attempt_number: attempt, per_page: 100, request },
  });
  const ours = data.jobs.filter(
    ({ status, runner_name }) => status === 'in_progress' && runner_name === runnerName,
  );
  const [job] = ours;
  if (!job || ours.length > 1) return undefined;
  return Math.round((Date.parse(job.started_at) - Date.parse(job.created_at)) / 1000);
}
