import { cleanUp } from './deletion/clean-up.ts';
import { ofPlan } from './deletion/tasks.ts';
import { secondsToAgree } from './domain/agreement.ts';
import { absentEndpoint, type Snapshot } from './domain/endpoint.ts';
import type { Outcome } from './domain/outcome.ts';
import { isReplaced, planFor } from './domain/plan.ts';
import { blocking } from './domain/preflight.ts';
import { Problem, problemFrom } from './domain/problem.ts';
import type { RolloutRequest } from './domain/request.ts';
import { phrase } from './domain/text/phrase.ts';
import type { World } from './ports.ts';
import { count, latestOf, newRun, type Run, tell } from './run/run.ts';
import { findLeftScaling } from './scaling/find.ts';
import { findTarget } from './start/find-target.ts';
import { prepare } from './start/prepare.ts';
import { again, end, observe } from './watch/observe.ts';

/** Says what rolling out would do, and changes nothing: observe, find the configuration, check, tell. */
export async function plan(request: RolloutRequest, world: World): Promise<Outcome> {
  const run = newRun(request, world);
  const outcome = await planOnce(run).catch((thrown) => outcomeOfFailure(run, thrown));
  tell(run, { kind: 'ended', outcome, snapshot: latestOf(run) });
  return outcome;
}

async function planOnce(run: Run): Promise<Outcome> {
  const planned = await observe<Outcome>(
    run,
    { missing: 'counts' },
    async ({ snapshot, agrees }) => {
      count(run, snapshot);
      return agrees ? end(await planFrom(run, snapshot)) : again(secondsToAgree);
    },
  );
  if (planned.kind !== 'out-of-time') return planned;
  const { hindrance } = planned;
  if (hindrance) throw hindrance;
  throw new Problem('unexpected', phrase`No two answers about the endpoint agree.`, {
    remedy: phrase`Run this again.`,
  });
}

async function planFrom(run: Run, before: Snapshot): Promise<Outcome> {
  tell(run, { kind: 'found', snapshot: before });
  await findLeftScaling(run, before);
  const { createEndpoint } = run.asked;
  const isToGo = isReplaced(before, createEndpoint);
  const target = await findTarget(run, isToGo ? absentEndpoint(before.name) : before);
  const plan = planFor(target.name, before, target.doubt, createEndpoint);
  const { kind } = plan;
  const findings = await prepare(run, before, { target, plan });
  const isRefused = kind === 'impossible' || (kind === 'create' && createEndpoint === 'never');
  const hasChanges = kind !== 'unchanged' && !isRefused;
  if (hasChanges && run.asked.keepVersions !== undefined) {
    await cleanUp(run, ofPlan(run, { before, target }));
  }
  const isBlocked = isRefused || blocking(findings, run.asked.preflight).length > 0;
  return { kind: 'planned', hasChanges, isBlocked };
}

function outcomeOfFailure({ world }: Run, thrown: unknown): Outcome {
  if (world.cancelled.aborted) return { kind: 'cancelled', stage: 'nothing-requested' };
  return { kind: 'failed', problem: problemFrom(thrown), reason: { kind: 'none' } };
}
