import { connectAws } from './adapters/aws.ts';
import { wallClock } from './adapters/clock.ts';
import { suspicionIn } from './adapters/credential-checks.ts';
import { rememberSecretsOf } from './adapters/environment-secrets.ts';
import { GitHubApi } from './adapters/github.ts';
import { asOurs, guardOutputs } from './adapters/output.ts';
import { matches } from './adapters/pattern.ts';
import { JobProxy } from './adapters/proxy.ts';
import { runnerBy, type ToolkitRunner } from './adapters/runner.ts';
import { environmentRegion } from './adapters/sagemaker.ts';
import { Secrets } from './adapters/secrets.ts';
import { workflowOf } from './adapters/workflow.ts';
import { readEvent, sha256, workspaceAt } from './adapters/workspace.ts';
import { atMost } from './cancellation.ts';
import type { Host } from './host.ts';
import { post as finish, step, warnOfStray } from './step.ts';

/** What is the process's own; tests put others in their place. */
interface Surroundings extends Pick<Host, 'clock' | 'cancelled'> {
  readonly runner: Host['runner'] & Pick<ToolkitRunner, 'idToken'>;
  readonly secrets: Secrets;
}

/** Runs the step as the process that the runner started. */
export function main(): Promise<void> {
  return endBy(step);
}

/** Runs the post step as the process that the runner started. */
export function post(): Promise<void> {
  return endBy(finish);
}

/** Who reads what is printed may have stopped to. */
const secondsToPrint = 5;

/** When all that was printed has been taken. */
function printed(): Promise<void> {
  return new Promise((resolve) => {
    asOurs(() => process.stdout.write('', () => resolve()));
  });
}

async function endBy(part: (host: Host) => Promise<boolean>): Promise<void> {
  // Until the outcome is told: a process that ends on its own has failed.
  process.exitCode = 1;
  const environment = { ...process.env };
  // GitHub's toolkit reads it as it loads, and fails where it is broken.
  delete process.env.GITHUB_EVENT_PATH;
  const secrets = new Secrets();
  const runner = runnerBy(environment, secrets);
  const stray = (thrown: unknown) => warnOfStray({ runner }, thrown);
  guardOutputs(process, { foreignLine: runner.debug, stray });
  const cancelled = cancellation();
  const host = hostBy(environment, { runner, secrets, clock: wallClock, cancelled });
  const passed = await part(host);
  process.exitCode = passed ? 0 : 1;
  await atMost(secondsToPrint, printed(), wallClock);
  process.exit();
}

/** The job, files and services that the variables of a step's environment name. */
export function hostBy(
  environment: Readonly<Record<string, string | undefined>>,
  { runner, secrets, clock, cancelled }: Surroundings,
): Host {
  const mask = (secret: string) => runner.mask(secret);
  rememberSecretsOf(environment, secrets);
  const proxy = new JobProxy(environment);
  const suspicion = suspicionIn(environment);
  const idToken = (audience: string) => runner.idToken(audience);
  const { run, trigger, visibility, api, unusable } = workflowOf(environment, readEvent);
  return {
    ...{ runner, clock, cancelled },
    job: {
      ...{ run, trigger, visibility, unusable },
      runId: api?.run && String(api.run.id),
      idTokens: environment.ACTIONS_ID_TOKEN_REQUEST_URL ? 'offered' : 'not-offered',
      isHostedRunner: environment.RUNNER_ENVIRONMENT === 'github-hosted',
    },
    ...workspaceAt(environment.GITHUB_WORKSPACE ?? '.'),
    digest: sha256,
    matches,
    environmentRegion: async () => environment.AWS_REGION?.trim() || environmentRegion(),
    connectAws: (where) => connectAws(where, { clock, mask, idToken, proxy, suspicion }),
    connectGitHub: (token) =>
      api &&
      new GitHubApi(token, {
        ...{ api, trigger, clock, secrets },
        proxy: proxy.onTheWayTo(new URL(api.url)),
      }),
  };
}

/**
 * Aborted at the first signal; the runner sends two, and more make no difference. Also where nothing
 * is left that could wake this process: whatever lost it, it ends by telling that it has stopped watching.
 */
function cancellation(): AbortSignal {
  const controller = new AbortController();
  process.once('beforeExit', () => controller.abort(new Error('Nothing is left to wait for.')));
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => controller.abort(new Error(`The job was cancelled (${signal}).`)));
  }
  return controller.signal;
}
