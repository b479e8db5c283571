import { absentEndpoint, type Snapshot } from './domain/endpoint.ts';
import type { Event } from './domain/event.ts';
import type { Outcome } from './domain/outcome.ts';
import { problemFrom } from './domain/problem.ts';
import type { RolloutRequest } from './domain/request.ts';
import { see, type Watching, watchFrom } from './domain/watch.ts';
import type { World } from './ports.ts';
import { looks } from './steps/look.ts';
import { newRun, type Run, tell } from './steps/run.ts';

/** The job is ending: the endpoint is looked for no longer than this. */
const secondsForALook = 60;

/**
 * What became of a rollout whose run was cut off, by one look; `told` is what that run has told.
 * A rollout that has not settled yet counts as cancelled: it goes on, and nobody watches it.
 */
export async function aftermath(
  request: RolloutRequest,
  world: World,
  told: readonly Event[],
): Promise<Outcome> {
  const run = newRun(request, world);
  run.deadline = run.startedAt + 1000 * secondsForALook;
  run.stage = stageOf(told);
  const outcome = await lookBack(run, watchingSince(told, request)).catch(
    (thrown): Outcome => ({ kind: 'unknown', stage: run.stage, problem: problemFrom(thrown) }),
  );
  tell(run, { kind: 'ended', outcome, snapshot: run.latest });
  return outcome;
}

async function lookBack(run: Run, watching: Watching): Promise<Outcome> {
  for await (const look of looks(run)) {
    const cancelled: Outcome = { kind: 'cancelled', stage: run.stage };
    if (look.kind === 'gone') return cancelled;
    run.latest = look.snapshot;
    if (run.stage === 'nothing-requested') return cancelled;
    return judge(run, watching, look.snapshot) ?? { kind: 'cancelled', stage: run.stage };
  }
  if (!run.hindrance) return { kind: 'cancelled', stage: run.stage };
  return { kind: 'unknown', stage: run.stage, problem: run.hindrance };
}

function judge(run: Run, watching: Watching, snapshot: Snapshot): Outcome | undefined {
  const sight = see(watching, snapshot, run.world.clock.now());
  if (sight.progress) tell(run, { kind: 'progressed', progress: sight.progress, snapshot });
  run.stage = sight.watching.isShown ? 'update-running' : 'perhaps-requested';
  return sight.outcome;
}

/** A run that was cut off between its first look and the answer of UpdateEndpoint may have sent it. */
function stageOf(told: readonly Event[]): Run['stage'] {
  if (beginningOf(told)) return 'update-running';
  return told.some(({ kind }) => kind === 'found') ? 'perhaps-requested' : 'nothing-requested';
}

/** The watch as the run that was cut off began it: what it has seen since is not known any more. */
function watchingSince(told: readonly Event[], request: RolloutRequest): Watching {
  const found = told.find((event) => event.kind === 'found');
  const beginning = beginningOf(told);
  const before = beginning?.before ?? found?.snapshot ?? absentEndpoint(request.endpointName);
  return { ...watchFrom(request.endpointConfigName, before), since: beginning?.at ?? found?.at };
}

function beginningOf(told: readonly Event[]) {
  return told.findLast((event) => event.kind === 'requested' || event.kind === 'joined');
}
