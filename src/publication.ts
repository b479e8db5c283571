import type { Delivery, LiveReport } from './comment/live-comment.ts';
import type { Outcome } from './domain/outcome.ts';
import { problemFrom } from './domain/problem.ts';
import { inLog, type LogText } from './domain/text/log.ts';
import { joined, phrase } from './domain/text/phrase.ts';
import type { Host } from './host.ts';
import { keepTold } from './keeping.ts';
import { overriddenText } from './report/findings.ts';
import { verdictText } from './report/log.ts';
import { longest, reportMarkdown } from './report/markdown.ts';
import { outputsOf, type Published, refusalOutputs } from './report/outputs.ts';
import { refusalMarkdown, refusalText } from './report/refusal.ts';
import type { ReportData } from './report/report-data.ts';

/** What is published: the story as it stands, and the comments; undefined where none is wanted. */
interface Publication {
  readonly reportData: () => ReportData;
  readonly live: LiveReport | undefined;
}

/** How long the last comment may take; after a signal the runner kills this process in ten seconds. */
const secondsToFinish = { usually: 60, cancelled: 2 };

/** Whatever goes wrong in telling, the result stands. */
export function reporting(host: Host, telling: () => void): void {
  try {
    telling();
  } catch (thrown) {
    warnOfReport(host, thrown);
  }
}

/** What the runner does not tell of the run costs a part of the report. */
export function warnOfUnusable({ runner, job }: Host): void {
  if (job.unusable.length === 0) return;
  const what = joined(job.unusable, ', ');
  runner.warn(
    inLog(
      phrase`Some of what GitHub tells a step cannot be used: ${what}. The rollout continues; its report may lack links and its pull request.`,
    ),
  );
}

function warnOfReport({ runner }: Host, thrown: unknown): void {
  runner.warn(refusalText(problemFrom(thrown), phrase`A part of the report is missing. `));
}

/** The verdict, once: as an annotation where it is not a plain success; beside it, what was overridden. */
export function announce(
  { runner }: Host,
  reportData: ReportData,
  { outcome, passed }: { readonly outcome: Outcome; readonly passed: boolean },
): void {
  const text = verdictText(reportData);
  if (!passed) runner.error(text);
  else if (outcome.kind === 'rolled-back') runner.warn(text);
  else runner.log(text);
  const ignored = overriddenText(reportData);
  if (ignored) runner.warn(ignored);
}

/**
 * Outputs and summary first: they need nothing but the runner. The comment may fail; one that the
 * time after a signal was too short for is left to the post step. Nothing is thrown.
 */
export async function publish(host: Host, telling: Publication): Promise<void> {
  await publishAll(host, telling).catch((thrown) => warnOfReport(host, thrown));
}

async function publishAll(host: Host, { reportData, live }: Publication): Promise<void> {
  const { clock, cancelled } = host;
  setOutputs(host, outputsOf(reportData(), { pullRequests: [], commentUrl: undefined }));
  await host.runner.summary(reportMarkdown(reportData(), clock.now(), longest.summary));
  const delivery = await live?.finish(secondsToFinish, cancelled);
  if (delivery) tellDelivery(host, reportData(), delivery);
  const mayStillCome = cancelled.aborted && delivery?.problem?.passes;
  keepTold(host, { isAll: !mayStillCome });
}

function tellDelivery(host: Host, reportData: ReportData, delivery: Delivery): void {
  const { runner } = host;
  setOutputs(host, outputsOf(reportData, delivery));
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
export async function refuse(host: Host, thrown: unknown): Promise<boolean> {
  const problem = problemFrom(thrown);
  host.runner.error(refusalText(problem));
  setOutputs(host, refusalOutputs(problem));
  await host.runner.summary(refusalMarkdown(problem));
  keepTold(host, { isAll: true });
  return false;
}

function setOutputs({ runner }: Host, outputs: Readonly<Record<string, string>>): void {
  for (const [name, value] of Object.entries(outputs)) runner.output(name, value);
}
