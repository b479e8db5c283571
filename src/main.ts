import { wallClock } from './adapters/clock.ts';
import { runner } from './adapters/runner.ts';
import { aftermath, scalingAfterwards } from './aftermath.ts';
import { atMost } from './cancellation.ts';
import { accountOf } from './domain/account.ts';
import { failsTheStep } from './domain/outcome.ts';
import { unfinishedScaling } from './domain/scaling-news.ts';
import { keepTold, leftScalingOff, toldEarlier, wasCutOff } from './keeping.ts';
import { plan } from './plan.ts';
import { announce, publish, refuse, reporting, warnOfReport } from './publication.ts';
import { openingLines } from './report/log.ts';
import { rollback } from './rollback.ts';
import { rollout } from './rollout.ts';
import { openSession } from './session.ts';

/** What each mode does. */
const useCases = { deploy: rollout, plan, rollback };

/** What is nice to tell is not waited for any longer. */
const secondsForExtras = 2;

/** The whole step: from inputs to exit code. Whatever is thrown fails it. */
export async function main(): Promise<void> {
  await endBy(step);
}

/**
 * At the end of the job: puts auto scaling back that the step left off, and closes the report of a
 * step that was cut off. Its result stays what it is.
 */
export async function post(): Promise<void> {
  await endBy(afterwards);
}

async function endBy(part: (cancelled: AbortSignal) => Promise<boolean>): Promise<void> {
  const passed = await part(cancellation()).catch(refuse);
  process.exitCode = passed ? 0 : 1;
  process.stdout.write('', () => process.exit());
}

async function step(cancelled: AbortSignal): Promise<boolean> {
  keepTold({ isAll: false });
  const session = await openSession(process.env, cancelled);
  const { inputs, story, world, live } = session;
  openingLines(story()).forEach(runner.log);
  const approval = session.tellApproval();
  const outcome = await useCases[inputs.mode](inputs.rollout, world);
  const scalesAsBefore = !unfinishedScaling(accountOf(story().events).scaling);
  const passed = scalesAsBefore && !failsTheStep(outcome, inputs.reporting.failOnRollback);
  reporting(() => announce(story(), outcome, passed));
  await atMost(secondsForExtras, approval, wallClock);
  await publish(story(), live, cancelled).catch(warnOfReport);
  return passed;
}

async function afterwards(cancelled: AbortSignal): Promise<boolean> {
  const isCutOff = wasCutOff();
  if (!isCutOff && !leftScalingOff()) return true;
  const told = isCutOff ? toldEarlier() : [];
  const { inputs, story, world, live } = await openSession(process.env, cancelled, told);
  if (inputs.mode === 'plan') return true;
  if (leftScalingOff()) await scalingAfterwards(inputs.rollout, world);
  if (!isCutOff) return true;
  const outcome = await aftermath(story().request, world, told);
  reporting(() => announce(story(), outcome, !failsTheStep(outcome, true)));
  await publish(story(), live, cancelled).catch(warnOfReport);
  return true;
}

/** Aborted at the first signal; the runner sends two, and more make no difference. */
function cancellation(): AbortSignal {
  const controller = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => controller.abort(new Error(`The job was cancelled (${signal}).`)));
  }
  return controller.signal;
}
