import { wallClock } from './adapters/clock.ts';
import { GitHubApi, workflowRun } from './adapters/github.ts';
import { runner } from './adapters/runner.ts';
import { SageMaker } from './adapters/sagemaker.ts';
import type { Event } from './domain/event.ts';
import { failsTheStep, type Outcome } from './domain/outcome.ts';
import { problemFrom } from './domain/problem.ts';
import { type Inputs, readInputs } from './inputs/inputs.ts';
import { logLines, openingLines, verdictText } from './report/log.ts';
import { reportMarkdown } from './report/markdown.ts';
import { outputsOf, type Published, refusalOutputs } from './report/outputs.ts';
import { refusalMarkdown, refusalText } from './report/refusal.ts';
import type { Story } from './report/story.ts';
import { LiveReport } from './reporting/live-report.ts';
import { rollout } from './rollout.ts';

/** How long the last comment may take; after a signal the runner kills this process in ten seconds. */
const secondsToFinish = { usually: 60, cancelled: 2 };

/** The whole step: from inputs to exit code. Whatever is thrown fails it. */
export async function main(): Promise<void> {
  const passed = await step().catch(refuse);
  process.exitCode = passed ? 0 : 1;
  process.stdout.write('', () => process.exit());
}

async function step(): Promise<boolean> {
  const sagemaker = new SageMaker();
  const inputs = readInputs(runner.input, await sagemaker.region());
  if (inputs.reporting.token) runner.mask(inputs.reporting.token);
  return deploy(inputs, sagemaker);
}

async function deploy(inputs: Inputs, sagemaker: SageMaker): Promise<boolean> {
  const { rollout: request, reporting, region } = inputs;
  const { environment } = reporting;
  const events: Event[] = [];
  const story: Story = { request, region, environment, run: workflowRun(), events };
  const live = openReport(inputs, story);
  const cancelled = cancellation();
  openingLines(story).forEach(runner.log);
  const outcome = await rollout(request, {
    endpoints: sagemaker,
    clock: wallClock,
    cancelled,
    tell: (event) => {
      events.push(event);
      logLines(story).forEach(runner.log);
      if (isWorthAnEdit(event)) live?.changed();
    },
  });
  const passed = !failsTheStep(outcome, reporting.failOnRollback);
  announce(story, outcome, passed);
  await publish(story, outcome, live);
  return passed;
}

/** Aborted at the first signal; the runner sends two, and more make no difference. */
function cancellation(): AbortSignal {
  const controller = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => controller.abort(new Error(`The job was cancelled (${signal}).`)));
  }
  return controller.signal;
}

function openReport({ reporting, rollout }: Inputs, story: Story): LiveReport | undefined {
  const { comment, token, pullRequest, environment = '' } = reporting;
  if (!comment || !token) return undefined;
  return new LiveReport({
    github: new GitHubApi(token),
    clock: wallClock,
    marker: { endpoint: rollout.endpointName, environment },
    pullRequest,
    render: () => reportMarkdown(story),
  });
}

function isWorthAnEdit({ kind }: Event): boolean {
  return kind === 'waiting' || kind === 'requested' || kind === 'joined' || kind === 'progressed';
}

/** The verdict, once: as the step's one annotation where it is not a plain success. */
function announce(story: Story, outcome: Outcome, passed: boolean): void {
  const text = verdictText(story);
  if (!passed) runner.error(text);
  else if (outcome.kind === 'rolled-back') runner.warn(text);
  else runner.log(text);
}

/** Outputs and summary first: they need nobody but the runner. The comment may fail. */
async function publish(
  story: Story,
  outcome: Outcome,
  live: LiveReport | undefined,
): Promise<void> {
  setOutputs(outputsOf(story, { pullRequests: [], commentUrl: undefined }));
  await writeSummary(reportMarkdown(story));
  if (!live) return;
  const seconds =
    outcome.kind === 'cancelled' ? secondsToFinish.cancelled : secondsToFinish.usually;
  const delivery = await live.finish(seconds);
  setOutputs(outputsOf(story, delivery));
  const { problem } = delivery;
  if (problem) {
    runner.warn(`The report is not on the pull request. ${refusalText(problem)}`);
  } else {
    runner.log(deliveryLine(delivery));
  }
}

function deliveryLine({ commentUrl }: Published): string {
  return commentUrl
    ? `Report: ${commentUrl}`
    : 'No pull request belongs to this commit: the report is in the job summary.';
}

/** The step ends before it got as far as the endpoint: that too is printed, an output and a summary. */
async function refuse(thrown: unknown): Promise<boolean> {
  const problem = problemFrom(thrown);
  runner.error(refusalText(problem));
  setOutputs(refusalOutputs(problem));
  await writeSummary(refusalMarkdown(problem));
  return false;
}

function setOutputs(outputs: Readonly<Record<string, string>>): void {
  for (const [name, value] of Object.entries(outputs)) runner.output(name, value);
}

async function writeSummary(markdown: string): Promise<void> {
  try {
    await runner.summary(markdown);
  } catch (thrown) {
    runner.warn(`The job summary cannot be written: ${String(thrown)}`);
  }
}
