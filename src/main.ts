import { connectAws } from './adapters/aws.ts';
import type { AwsSurroundings } from './adapters/aws-settings.ts';
import { wallClock } from './adapters/clock.ts';
import { GitHubApi, workflowRun } from './adapters/github.ts';
import { asOurs, guardOutputs } from './adapters/output.ts';
import { matches } from './adapters/pattern.ts';
import { runner } from './adapters/runner.ts';
import { environmentRegion } from './adapters/sagemaker.ts';
import { sha256, workspaceAt } from './adapters/workspace.ts';
import type { Host } from './host.ts';
import { post as finish, step, warnOfStray } from './step.ts';

/** What is the process's own; tests put others in their place. */
interface Surroundings extends Pick<Host, 'clock' | 'cancelled'> {
  readonly runner: Host['runner'] & Pick<AwsSurroundings, 'idToken'>;
}

/** Runs the step as the process that the runner started. */
export function main(): Promise<void> {
  return endBy(step);
}

/** Runs the post step as the process that the runner started. */
export function post(): Promise<void> {
  return endBy(finish);
}

async function endBy(part: (host: Host) => Promise<boolean>): Promise<void> {
  const surroundings = { runner, clock: wallClock, cancelled: cancellation() };
  const host = hostBy(process.env, surroundings);
  const stray = (thrown: unknown) => warnOfStray(host, thrown);
  guardOutputs(process, { foreignLine: runner.debug, stray });
  const passed = await part(host);
  process.exitCode = passed ? 0 : 1;
  asOurs(() => process.stdout.write('', () => process.exit()));
}

/** The job, files and services that the variables of a step's environment name. */
export function hostBy(
  environment: Readonly<Record<string, string | undefined>>,
  { runner, clock, cancelled }: Surroundings,
): Host {
  const mask = (secret: string) => runner.mask(secret);
  const idToken = (audience: string) => runner.idToken(audience);
  return {
    ...{ runner, clock, cancelled },
    job: {
      run: workflowRun(),
      runId: environment.GITHUB_RUN_ID,
      idTokens: environment.ACTIONS_ID_TOKEN_REQUEST_URL ? 'offered' : 'not-offered',
      isHostedRunner: environment.RUNNER_ENVIRONMENT === 'github-hosted',
    },
    ...workspaceAt(environment.GITHUB_WORKSPACE ?? '.'),
    digest: sha256,
    matches,
    environmentRegion,
    connectAws: (where) => connectAws(where, { clock, mask, idToken }),
    connectGitHub: (token) => new GitHubApi(token, { clock, runnerName: environment.RUNNER_NAME }),
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
