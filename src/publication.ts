import { wallClock } from './adapters/clock.ts';
import { runner } from './adapters/runner.ts';
import type { Outcome } from './domain/outcome.ts';
import { problemFrom } from './domain/problem.ts';
import { inLog, type LogText } from './domain/text/log.ts';
import type { Markdown } from './domain/text/markdown.ts';
import { phrase } from './domain/text/phrase.ts';
import { keepTold } from './keeping.ts';
import { verdictText } from './report/log.ts';
import { longest, reportMarkdown } from './report/markdown.ts';
import { outputsOf, type Published, refusalOutputs } from './report/outputs.ts';
import { refusalMarkdown, refusalText } from './report/refusal.ts';
import type { Story } from './report/story.ts';
import type { Delivery, LiveReport } from './reporting/live-report.ts';

/** How long the last comment may take; after a signal the runner kills this process in ten seconds. */
const secondsToFinish = { usually: 60, cancelled: 2 };

/** Whatever goes wrong in telling, the result stands. */
export function reporting(telling: () => void): void {
  try {
    telling();
  } catch (thrown) {
    warnOfReport(thrown);
  }
}

export function warnOfReport(thrown: unknown): void {
  runner.warn(refusalText(problemFrom(thrown), phrase`A part of the report is missing. `));
}

/** The verdict, once: as the step's one annotation where it is not a plain success. */
export function announce(story: Story, outcome: Outcome, passed: boolean): void {
  const text = verdictText(story);
  if (!passed) runner.error(text);
  else if (outcome.kind === 'rolled-back') runner.warn(text);
  else runner.log(text);
}

/**
 * Outputs and summary first: they need nobody but the runner. The comment may fail; one that the
 * time after a signal was too short for is left to the end of the job.
 */
export async function publish(
  story: Story,
  live: LiveReport | undefined,
  cancelled: AbortSignal,
): Promise<void> {
  setOutputs(outputsOf(story, { pullRequests: [], commentUrl: undefined }));
  await writeSummary(reportMarkdown(story, wallClock.now(), longest.summary));
  const delivery = await live?.finish(secondsToFinish, cancelled);
  if (delivery) tellDelivery(story, delivery);
  const mayStillCome = cancelled.aborted && delivery?.problem?.passes;
  keepTold({ isAll: !mayStillCome });
}

function tellDelivery(story: Story, delivery: Delivery): void {
  setOutputs(outputsOf(story, delivery));
  const { problem } = delivery;
  if (problem) {
    runner.warn(refusalText(problem, phrase`The report is not on the pull request. `));
  } else {
    runner.log(deliveryLine(delivery));
  }
}

function deliveryLine({ commentUrl }: Published): LogText {
  return inLog(
    commentUrl
      ? phrase`Report: ${commentUrl}`
      : phrase`No pull request belongs to this commit: the report is in the job summary.`,
  );
}

/** The step ends before it got as far as the endpoint: that too is printed, an output and a summary. */
export async function refuse(thrown: unknown): Promise<boolean> {
  const problem = problemFrom(thrown);
  runner.error(refusalText(problem));
  setOutputs(refusalOutputs(problem));
  await writeSummary(refusalMarkdown(problem));
  keepTold({ isAll: true });
  return false;
}

function setOutputs(outputs: Readonly<Record<string, string>>): void {
  for (const [name, value] of Object.entries(outputs)) runner.output(name, value);
}

async function writeSummary(markdown: Markdown): Promise<void> {
  try {
    await runner.summary(markdown);
  } catch (thrown) {
    runner.warn(inLog(phrase`The job summary cannot be written: ${String(thrown)}`));
  }
}
