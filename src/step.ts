import { aftermath, scalingAfterwards } from './aftermath.ts';
import { atMost } from './cancellation.ts';
import { lifecycleOf } from './domain/lifecycle.ts';
import { failsTheStep } from './domain/outcome.ts';
import { problemFrom } from './domain/problem.ts';
import { unfinishedScaling } from './domain/scaling-news.ts';
import { phrase } from './domain/text/phrase.ts';
import type { Host } from './host.ts';
import { keepTold, leftScalingOff, toldEarlier, wasCutOff } from './keeping.ts';
import { plan } from './plan.ts';
import { announce, publish, refuse, reporting } from './publication.ts';
import { openingLines } from './report/log.ts';
import { refusalText } from './report/refusal.ts';
import { rollback } from './rollback.ts';
import { rollout } from './rollout.ts';
import { openSession } from './session.ts';

/** What each mode does. */
const useCases = { deploy: rollout, plan, rollback };

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

/** What is thrown where nothing catches it is no reason to stop watching. */
export function warnOfStray({ runner }: Host, thrown: unknown): void {
  const beginning = phrase`An unexpected error did not stop this step. `;
  runner.warn(refusalText(problemFrom(thrown), beginning));
}

async function run(host: Host): Promise<boolean> {
  keepTold(host, { isAll: false });
  const session = await openSession(host);
  const { inputs, story, world } = session;
  openingLines(story()).forEach(host.runner.log);
  const approval = session.tellApproval();
  const outcome = await useCases[inputs.mode](inputs.rollout, world);
  const scalesAsBefore = !unfinishedScaling(lifecycleOf(story().events).scaling);
  const passed = scalesAsBefore && !failsTheStep(outcome, inputs.reporting.failOnRollback);
  reporting(host, () => announce(host, story(), { outcome, passed }));
  await atMost(secondsForExtras, approval, host.clock);
  await publish(host, session);
  return passed;
}

async function finish(host: Host): Promise<boolean> {
  const isCutOff = wasCutOff(host);
  if (!isCutOff && !leftScalingOff(host)) return true;
  const told = isCutOff ? toldEarlier(host) : [];
  const session = await openSession(host, told);
  const { inputs, story, world } = session;
  if (inputs.mode === 'plan') return true;
  if (leftScalingOff(host)) await scalingAfterwards(inputs.rollout, world);
  if (!isCutOff) return true;
  const outcome = await aftermath(story().request, world, told);
  const passed = !failsTheStep(outcome, true);
  reporting(host, () => announce(host, story(), { outcome, passed }));
  await publish(host, session);
  return true;
}
