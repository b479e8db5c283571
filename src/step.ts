import { atMost } from './cancellation.ts';
import { deletion } from './delete.ts';
import { type Lifecycle, lifecycleOf } from './domain/lifecycle.ts';
import { failsTheStep } from './domain/outcome.ts';
import { Problem, problemFrom } from './domain/problem.ts';
import { strangeRegion } from './domain/regions.ts';
import { unfinishedScaling } from './domain/scaling-event.ts';
import { isPerhapsOff } from './domain/scaling-state.ts';
import { inLog } from './domain/text/log.ts';
import { phrase } from './domain/text/phrase.ts';
import { explain } from './explain/explain.ts';
import type { Host } from './host.ts';
import { keepTold, keptBy, nothingKept, toldBy } from './keeping.ts';
import { plan } from './plan.ts';
import { aftermath, scalingAfterwards } from './post-step.ts';
import {
  announce,
  publish,
  publishComment,
  publishOutputs,
  refuse,
  replaceOlderPlan,
  reporting,
} from './publication.ts';
import { openingLines } from './report/log.ts';
import { refusalText } from './report/refusal.ts';
import { rollback } from './rollback.ts';
import { rollout } from './rollout.ts';
import { openSession } from './session.ts';

/** What each mode does. */
const useCases = { deploy: rollout, plan, rollback, delete: deletion };

/** What is nice to tell is not waited for any longer. */
const secondsForExtras = 2;

/** The whole step, from inputs to whether it passed. Whatever is thrown fails it. */
export function step(host: Host): Promise<boolean> {
  return run(host).catch((thrown) => refuse(host, thrown));
}

/**
 * The post step: puts auto scaling back that the step left off, and closes the report of a step
 * that was cut off. The step's result stays what it is.
 */
export function post(host: Host): Promise<boolean> {
  return finish(host).catch((thrown) => refuse(host, thrown));
}

/**
 * What is thrown where nothing catches it is no reason to stop watching. It costs a call or a timer
 * at most: each wait has a time limit of its own, and the outcome is judged by later polls alone.
 */
export function warnOfStray({ runner }: Pick<Host, 'runner'>, thrown: unknown): void {
  const beginning = phrase`An unexpected error did not stop this step. `;
  runner.warn(refusalText(problemFrom(thrown), beginning));
}

async function run(host: Host): Promise<boolean> {
  keepTold(host, 'nothing');
  const session = await openSession(host);
  const { inputs, reportData, world } = session;
  openingLines(reportData()).forEach(host.runner.log);
  const strange = strangeRegion(inputs.region);
  if (strange) host.runner.warn(inLog(strange));
  const approval = session.tellApproval();
  const outcome = await useCases[inputs.mode](inputs.rollout, world);
  const scalesAsBefore = !unfinishedScaling(lifecycleOf(reportData().events).scaling);
  const passed = scalesAsBefore && !failsTheStep(outcome, inputs.reporting.failOnRollback);
  publishOutputs(host, reportData());
  await explain(world, reportData());
  reporting(host, () => announce(host, reportData(), { outcome, passed }));
  await atMost(secondsForExtras, approval, host.clock);
  await publish(host, session, 'step');
  return passed;
}

async function finish(host: Host): Promise<boolean> {
  const kept = keptBy(host);
  const told = toldBy(host);
  const isCutOff = told === 'nothing';
  if (!kept && !isCutOff) return restoreScalingOnly(host);
  if (!kept) warnOfLoss(host);
  const { events, files } = kept ?? nothingKept;
  const isOff = !kept || isLeftOff(lifecycleOf(events));
  const isCommentLeft = told === 'all-but-comment';
  if (!isCutOff && !isOff && !isCommentLeft) return true;
  const session = await openSession(host, { events, files });
  const { inputs, reportData, world } = session;
  if (inputs.mode === 'plan' && !isCommentLeft) {
    if (isCutOff) await replaceOlderPlan(host, planCutOff());
    return true;
  }
  if (isOff && inputs.mode !== 'plan') await scalingAfterwards(inputs.rollout, world);
  const known = lifecycleOf(events).outcome;
  const outcome = known ?? (await aftermath(reportData().request, world, kept?.events));
  const passed = !failsTheStep(outcome, true);
  if (isCutOff) {
    await explain(world, reportData());
  }
  if (isCutOff) reporting(host, () => announce(host, reportData(), { outcome, passed }));
  if (isCutOff || isOff) await publish(host, session, 'post');
  else await publishComment(host, session, 'post');
  return true;
}

/**
 * The step has told everything, and what it kept is lost: its report stays as it is. Inputs that
 * cannot be read are no news either.
 */
async function restoreScalingOnly(host: Host): Promise<boolean> {
  const silent = { ...host, connectGitHub: () => undefined };
  const session = await openSession(silent, nothingKept).catch(() => undefined);
  if (!session || session.inputs.mode === 'plan') return true;
  await scalingAfterwards(session.inputs.rollout, session.world);
  return true;
}

/** What was taken off an endpoint that is, or may be, deleted is not restored on it. */
function isLeftOff({ deletion: { call }, scalingState }: Lifecycle): boolean {
  return call === 'none' && isPerhapsOff(scalingState);
}

function planCutOff(): Problem {
  return new Problem('unexpected', phrase`The step was ended before it had a plan.`, {
    remedy: phrase`Re-run this job.`,
  });
}

function warnOfLoss({ runner }: Host): void {
  const loss = phrase`What the step had kept for its post step cannot be read: how far the rollout had come is not known.`;
  runner.warn(inLog(loss));
}
