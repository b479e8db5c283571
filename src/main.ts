import { connectAws } from './adapters/aws.ts';
import { wallClock } from './adapters/clock.ts';
import { GitHubApi, workflowRun } from './adapters/github.ts';
import { asOurs, guardOutputs } from './adapters/output.ts';
import { runner } from './adapters/runner.ts';
import { environmentRegion } from './adapters/sagemaker.ts';
import { sha256, workspaceAt } from './adapters/workspace.ts';
import type { Host } from './host.ts';
import { post as finish, step, warnOfStray } from './step.ts';

/** Runs the step as the process that the runner started. */
export function main(): Promise<void> {
  return endBy(step);
}

/** Runs the post step as the process that the runner started. */
export function post(): Promise<void> {
  return endBy(finish);
}

async function endBy(part: (host: Host) => Promise<boolean>): Promise<void> {
  const host = realHost(process.env, cancellation());
  const stray = (thrown: unknown) => warnOfStray(host, thrown);
  guardOutputs(process, { foreignLine: runner.debug, stray });
  const passed = await part(host);
  process.exitCode = passed ? 0 : 1;
  asOurs(() => process.stdout.write('', () => process.exit()));
}

/** This process, the wall clock, and the services that its environment names. */
function realHost(
  environment: Readonly<Record<string, string | undefined>>,
  cancelled: AbortSignal,
): Host {
  return {
    runner,
    clock: wallClock,
    cancelled,
    job: {
      run: workflowRun(),
      runId: environment.GITHUB_RUN_ID,
      idTokens: environment.ACTIONS_ID_TOKEN_REQUEST_URL ? 'offered' : 'not-offered',
      isHostedRunner: environment.RUNNER_ENVIRONMENT === 'github-hosted',
    },
    ...workspaceAt(environment.GITHUB_WORKSPACE ?? '.'),
    digest: sha256,
    environmentRegion,
    connectAws: (where) => connectAws(where, { clock: wallClock, ...runner }),
    connectGitHub: (token) =>
      new GitHubApi(token, { clock: wallClock, runnerName: environment.RUNNER_NAME }),
  };
}

/** Aborted at the first signal; the runner sends two, and more make no difference. */
function cancellation(): AbortSignal {
  const controller = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => controller.abort(new Error(`The job was cancelled (${signal}).`)));
  }
  return controller.signal;
}
