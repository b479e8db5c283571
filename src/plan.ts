import { agree } from './domain/agreement.ts';
import { absentEndpoint, type Snapshot } from './domain/endpoint.ts';
import type { Outcome } from './domain/outcome.ts';
import { planFor } from './domain/plan.ts';
import { blocking } from './domain/preflight.ts';
import { Problem, problemFrom } from './domain/problem.ts';
import type { RolloutRequest } from './domain/request.ts';
import { phrase } from './domain/text/phrase.ts';
import type { World } from './ports.ts';
import { newRun, type Run, reached, tell } from './run/run.ts';
import { findLeftScaling } from './scaling/find.ts';
import { findTarget } from './start/find-target.ts';
import { prepare } from './start/prepare.ts';
import { type Poll, polls, pollToAgree } from './watch/observe.ts';

/** Says what rolling out would do, and changes nothing: look, find the configuration, check, tell. */
export async function plan(request: RolloutRequest, world: World): Promise<Outcome> {
  const run = newRun(request, world);
  const outcome = await planOnce(run).catch((thrown) => outcomeOfFailure(run, thrown));
  tell(run, { kind: 'ended', outcome, snapshot: run.latest });
  return outcome;
}

async function planOnce(run: Run): Promise<Outcome> {
  for await (const poll of polls(run)) {
    const before = endpointSeen(run, poll);
    const agrees = agree(run.latest, before);
    run.latest = before;
    pollToAgree(run);
    if (!agrees) continue;
    reached(run, before);
    await findLeftScaling(run, before);
    const target = await findTarget(run, before);
    const plan = planFor(target.name, before, target.doubt);
    const { kind } = plan;
    const findings = await prepare(run, before, { target, plan });
    const isRefused = kind === 'impossible' || (kind === 'create' && !run.request.createEndpoint);
    const isBlocked = isRefused || blocking(findings, run.request.preflight).length > 0;
    return { kind: 'planned', hasChanges: kind !== 'unchanged' && !isRefused, isBlocked };
  }
  throw (
    run.hindrance ??
    new Problem('unexpected', phrase`No two answers about the endpoint agree.`, {
      remedy: phrase`Run this again.`,
    })
  );
}

function endpointSeen({ request }: Run, poll: Poll): Snapshot {
  return poll.kind === 'seen' ? poll.snapshot : absentEndpoint(request.endpointName);
}

function outcomeOfFailure({ world }: Run, thrown: unknown): Outcome {
  if (world.cancelled.aborted) return { kind: 'cancelled', stage: 'nothing-requested' };
  return { kind: 'failed', problem: problemFrom(thrown), reason: { kind: 'none' } };
}
