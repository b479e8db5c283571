import type { Delivery, Patience } from './comment/desk.ts';
import type { LiveReport } from './comment/live-comment.ts';
import type { Outcome } from './domain/outcome.ts';
import { type Problem, problemFrom } from './domain/problem.ts';
import { inLog, type LogText } from './domain/text/log.ts';
import { phrase } from './domain/text/phrase.ts';
import type { Host } from './host.ts';
import { keepTold } from './keeping.ts';
import { stalePlan } from './on-pull-request.ts';
import type { Trigger } from './ports/github.ts';
import { overriddenText } from './report/findings.ts';
import { verdictText } from './report/log.ts';
import { longest, reportMarkdown } from './report/markdown.ts';
import { outputsOf, refusalOutputs } from './report/outputs.ts';
import { refusalMarkdown, refusalText } from './report/refusal.ts';
import type { ReportData } from './report/report-data.ts';

/** What is published: the story as it stands, and the comments; undefined where none is wanted. */
interface Publication {
  readonly reportData: () => ReportData;
  readonly live: LiveReport | undefined;
}

/**
 * How long the last comment may take. GitHub's limits of a minute are waited for, those of an hour
 * are not; after a signal the runner kills this process in ten seconds.
 */
const patience = {
  step: { usualSeconds: 60, askedSeconds: 300, cancelledSeconds: 2 },
  post: { usualSeconds: 180, askedSeconds: 600, cancelledSeconds: 2 },
} satisfies Readonly<Record<string, Patience>>;

/** Whatever goes wrong in telling, the result stands. */
export function reporting(host: Host, telling: () => void): void {
  try {
    telling();
  } catch (thrown) {
    warnOfReport(host, thrown);
  }
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

/** What is known once the outcome is, before anything is read that may tell why. Nothing is thrown. */
export function publishOutputs(host: Host, reportData: ReportData): void {
  reporting(host, () =>
    setOutputs(host, outputsOf(reportData, { pullRequests: [], commentUrl: undefined })),
  );
}

/**
 * Outputs and summary first: they need nothing but the runner. The comment may fail; one that the
 * step had no time for is left to the post step. Nothing is thrown.
 */
export async function publish(
  host: Host,
  telling: Publication,
  part: keyof typeof patience,
): Promise<void> {
  const { reportData } = telling;
  try {
    setOutputs(host, outputsOf(reportData(), { pullRequests: [], commentUrl: undefined }));
    const now = host.clock.now();
    await host.runner.summary(reportMarkdown(reportData(), now, longest.summary, 'summary'));
    keepTold(host, 'all-but-comment');
  } catch (thrown) {
    warnOfReport(host, thrown);
  }
  await publishComment(host, telling, part);
}

/** The comment alone, where all else is told. Nothing is thrown. */
export async function publishComment(
  host: Host,
  { reportData, live }: Publication,
  part: keyof typeof patience,
): Promise<void> {
  try {
    const delivery = await live?.finish(patience[part], host.cancelled);
    if (delivery) tellDelivery(host, reportData(), { delivery, part });
    const isLeft = delivery !== undefined && mayStillCome(delivery, part);
    keepTold(host, isLeft ? 'all-but-comment' : 'all', delivery?.notBefore);
  } catch (thrown) {
    warnOfReport(host, thrown);
  }
}

/** Trouble may pass; and a comment that still says “Rolling out” is worth one more attempt, whatever GitHub said. */
function mayStillCome({ problem, commentUrl }: Delivery, part: keyof typeof patience): boolean {
  if (part === 'post' || !problem) return false;
  return problem.passes || commentUrl !== undefined;
}

function tellDelivery(
  host: Host,
  reportData: ReportData,
  { delivery, part }: { readonly delivery: Delivery; readonly part: keyof typeof patience },
): void {
  const { runner } = host;
  setOutputs(host, outputsOf(reportData, delivery));
  const { problem } = delivery;
  if (!problem) {
    runner.log(deliveryLine(delivery, host.job.trigger));
    return;
  }
  const later = mayStillCome(delivery, part)
    ? phrase` The post step of this job attempts it again.`
    : phrase``;
  const what = delivery.commentUrl
    ? phrase`The pull request does not show the end of this run.`
    : phrase`The report is not on the pull request.`;
  runner.warn(refusalText(problem, phrase`${what}${later} `));
}

function deliveryLine(
  { commentUrl, isOvertaken }: Delivery,
  { event, isLookedUp, pullRequests }: Pick<Trigger, 'event' | 'isLookedUp' | 'pullRequests'>,
): LogText {
  if (commentUrl) return inLog(phrase`Report: ${commentUrl}`);
  if (isOvertaken) {
    return inLog(
      phrase`The pull request shows the plan of a later run, which stays: this one is in the job summary.`,
    );
  }
  return inLog(
    isLookedUp || pullRequests.length > 0
      ? phrase`No pull request belongs to this commit: the report is in the job summary.`
      : phrase`No pull request was looked for, because ${event === 'push' ? phrase`a push of a tag` : phrase`a run by ${event}`} names none (\`pull-request\` can): the report is in the job summary.`,
  );
}

/** The step ends before it got as far as the endpoint: that too is printed, an output and a summary. */
export async function refuse(host: Host, thrown: unknown): Promise<boolean> {
  const problem = problemFrom(thrown);
  host.runner.error(refusalText(problem));
  setOutputs(host, refusalOutputs(problem));
  await host.runner.summary(refusalMarkdown(problem));
  const delivery = await replaceOlderPlan(host, problem);
  if (delivery?.commentUrl) setOutputs(host, refusalOutputs(problem, delivery));
  keepTold(host, 'all');
  return false;
}

/** What the pull request shows as the plan is that of an older commit: it says so. Nothing is thrown. */
export async function replaceOlderPlan(
  host: Host,
  problem: Problem,
): Promise<Delivery | undefined> {
  const live = await stalePlan(host, problem).catch(() => undefined);
  const delivery = await live?.finish(patience.step, host.cancelled);
  if (delivery?.problem) {
    const beginning = phrase`The plan on the pull request is that of an older commit. `;
    host.runner.warn(refusalText(delivery.problem, beginning));
  } else if (delivery?.commentUrl) {
    const { commentUrl } = delivery;
    host.runner.log(
      inLog(phrase`The pull request says that this commit has no plan: ${commentUrl}`),
    );
  }
  return delivery;
}

function setOutputs({ runner }: Host, outputs: Readonly<Record<string, string>>): void {
  for (const [name, value] of Object.entries(outputs)) runner.output(name, value);
}
