import { wallClock } from './adapters/clock.ts';
import { CloudWatch } from './adapters/cloudwatch.ts';
import { GitHubApi, workflowRun } from './adapters/github.ts';
import { runner } from './adapters/runner.ts';
import { SageMaker } from './adapters/sagemaker.ts';
import { readWorkspaceFile, sha256 } from './adapters/workspace.ts';
import { atMost } from './cancellation.ts';
import type { Event } from './domain/event.ts';
import { failsTheStep } from './domain/outcome.ts';
import { type Inputs, type Reporting, readInputs } from './inputs/inputs.ts';
import { plan } from './plan.ts';
import type { GitHub, World } from './ports.ts';
import { announce, publish, refuse, reporting, warnOfReport } from './publication.ts';
import { logLines, openingLines } from './report/log.ts';
import { longest, reportMarkdown } from './report/markdown.ts';
import { resolvedRequest, type Story } from './report/story.ts';
import { LiveReport } from './reporting/live-report.ts';
import { rollout } from './rollout.ts';

/** What is nice to tell is not waited for any longer. */
const secondsForExtras = 2;

/** The whole step: from inputs to exit code. Whatever is thrown fails it. */
export async function main(): Promise<void> {
  const passed = await step().catch(refuse);
  process.exitCode = passed ? 0 : 1;
  process.stdout.write('', () => process.exit());
}

async function step(): Promise<boolean> {
  const cancelled = cancellation();
  const sagemaker = new SageMaker();
  const inputs = readInputs(runner.input, {
    region: await sagemaker.region(),
    readFile: (path) => readWorkspaceFile(process.env.GITHUB_WORKSPACE ?? '.', path),
  });
  if (inputs.reporting.token) runner.mask(inputs.reporting.token);
  return carryOut(inputs, sagemaker, cancelled);
}

async function carryOut(
  inputs: Inputs,
  sagemaker: SageMaker,
  cancelled: AbortSignal,
): Promise<boolean> {
  const events: Event[] = [];
  const story = () => storyOf(inputs, events);
  const github = openGitHub(inputs.reporting);
  const live = github && openReport(inputs, story, github);
  const tell = (event: Event) => {
    events.push(event);
    reporting(() => logLines(story()).forEach(runner.log));
    if (isWorthAnEdit(event)) live?.changed();
  };
  openingLines(story()).forEach(runner.log);
  const approval = github && tellApproval(github, cancelled, tell);
  const useCase = inputs.mode === 'plan' ? plan : rollout;
  const world = worldOf(sagemaker, { region: inputs.region, cancelled, tell });
  const outcome = await useCase(inputs.rollout, world);
  const passed = !failsTheStep(outcome, inputs.reporting.failOnRollback);
  reporting(() => announce(story(), outcome, passed));
  if (outcome.kind !== 'cancelled') await atMost(secondsForExtras, approval, wallClock);
  await publish(story(), outcome, live).catch(warnOfReport);
  return passed;
}

function storyOf({ mode, rollout, region, reporting }: Inputs, events: readonly Event[]): Story {
  const request = resolvedRequest(rollout, events);
  const { environment } = reporting;
  return { mode, request, region, environment, run: workflowRun(), events };
}

function worldOf(endpoints: SageMaker, run: Pick<World, 'region' | 'cancelled' | 'tell'>): World {
  const isHostedRunner = process.env.RUNNER_ENVIRONMENT === 'github-hosted';
  const alarms = new CloudWatch();
  return { ...run, endpoints, alarms, clock: wallClock, digest: sha256, isHostedRunner };
}

/** Tells who approved, where the token may know; else nothing. */
async function tellApproval(
  github: GitHub,
  cancelled: AbortSignal,
  tell: (event: Event) => void,
): Promise<void> {
  const approval = await github.approval(cancelled).catch(() => undefined);
  if (approval) tell({ kind: 'approved', at: wallClock.now(), ...approval });
}

/** Aborted at the first signal; the runner sends two, and more make no difference. */
function cancellation(): AbortSignal {
  const controller = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => controller.abort(new Error(`The job was cancelled (${signal}).`)));
  }
  return controller.signal;
}

function openGitHub({ comment, token }: Reporting): GitHub | undefined {
  return comment && token ? new GitHubApi(token, process.env.RUNNER_NAME) : undefined;
}

function openReport(inputs: Inputs, story: () => Story, github: GitHub): LiveReport {
  const { mode, reporting, rollout } = inputs;
  const { pullRequest, environment = '' } = reporting;
  return new LiveReport({
    github,
    clock: wallClock,
    marker: { endpoint: rollout.endpointName, environment, mode },
    pullRequest,
    render: () => reportMarkdown(story(), wallClock.now(), longest.comment),
  });
}

function isWorthAnEdit({ kind }: Event): boolean {
  return kind === 'waiting' || kind === 'requested' || kind === 'joined' || kind === 'progressed';
}
