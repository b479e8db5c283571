import { agree } from './domain/agreement.ts';
import { absentEndpoint, type Snapshot } from './domain/endpoint.ts';
import type { Event } from './domain/event.ts';
import type { Outcome } from './domain/outcome.ts';
import { problemFrom } from './domain/problem.ts';
import type { RolloutRequest } from './domain/request.ts';
import type { Trial } from './domain/smoke-test.ts';
import { intruder, previousConfig } from './domain/turn-back.ts';
import { reasonOf, secondsToBelieve, see, type Watching, watchFrom } from './domain/watch.ts';
import type { World } from './ports.ts';
import { isOlder } from './steps/confirm.ts';
import { looks, lookToAgree } from './steps/look.ts';
import { newRun, type Run, tell } from './steps/run.ts';
import { putBackSavedScaling } from './steps/scaling/put-back.ts';
import { turnedRound } from './steps/turn-back.ts';

/** The job is ending: the endpoint is looked for no longer than this. */
const secondsForALook = 60;

/** Puts the auto scaling back that a step has left off, by what it saved on the endpoint. */
export async function scalingAfterwards(request: RolloutRequest, world: World): Promise<void> {
  if (request.autoscaling.kind === 'ignore') return;
  await putBackSavedScaling(request.endpointName, world);
}

/**
 * What became of a rollout whose run was cut off, by two polls that agree; `told` is what that run has told.
 * A rollout that has not settled yet counts as cancelled: it goes on, and nobody watches it. One
 * that was to be tried out, and was not, counts as cancelled too.
 */
export async function aftermath(
  request: RolloutRequest,
  world: World,
  told: readonly Event[],
): Promise<Outcome> {
  const run = newRun(request, world);
  run.deadline = run.startedAt + 1000 * secondsForALook;
  run.stage = stageOf(told);
  const outcome = await lookBack(run, told).catch(
    (thrown): Outcome => ({ kind: 'unknown', stage: run.stage, problem: problemFrom(thrown) }),
  );
  tell(run, { kind: 'ended', outcome, snapshot: run.latest });
  return outcome;
}

async function lookBack(run: Run, told: readonly Event[]): Promise<Outcome> {
  const { stage } = run;
  let verdict: Outcome | undefined;
  for await (const look of looks(run)) {
    if (look.kind === 'gone') break;
    const agrees = agree(run.latest, look.snapshot);
    run.latest = look.snapshot;
    if (verdict && agrees) return verdict;
    run.stage = stage;
    verdict = stage === 'nothing-requested' ? undefined : judge(run, look.snapshot, told);
    if (!verdict) break;
    lookToAgree(run);
  }
  if (!run.hindrance) return { kind: 'cancelled', stage: run.stage };
  return { kind: 'unknown', stage: run.stage, problem: run.hindrance };
}

function judge(run: Run, snapshot: Snapshot, told: readonly Event[]): Outcome | undefined {
  if (isOlder(snapshot, triedOut(told))) return undefined;
  switch (run.stage) {
    case 'trying-out':
      return judgeTrial(run, snapshot);
    case 'turn-due':
    case 'turn-perhaps-requested':
    case 'turning-back':
      return judgeTurn(run, snapshot, told);
    default:
      return judgeUpdate(run, snapshot, told);
  }
}

function judgeUpdate(run: Run, snapshot: Snapshot, told: readonly Event[]): Outcome | undefined {
  const sight = see(watchingSince(told, run.request), snapshot, run.world.clock.now());
  if (sight.progress) tell(run, { kind: 'progressed', progress: sight.progress, snapshot });
  run.stage = sight.watching.isShown ? 'update-running' : 'perhaps-requested';
  if (!beginningOf(told) && isAboutOurs(sight.outcome)) return undefined;
  if (sight.outcome?.kind !== 'deployed' || !run.request.smokeTest) return sight.outcome;
  run.stage = 'trying-out';
  return undefined;
}

/** Whether it says what became of an update of ours: of one that may never have been requested nobody knows. */
function isAboutOurs(outcome: Outcome | undefined): boolean {
  return outcome?.kind === 'rolled-back' || outcome?.kind === 'superseded';
}

function judgeTrial({ request }: Run, snapshot: Snapshot): Outcome | undefined {
  const by = intruder(request.endpointConfigName, snapshot);
  return by === undefined ? undefined : { kind: 'superseded', by };
}

/** What became of the way back, as far as one look tells. */
function judgeTurn(run: Run, snapshot: Snapshot, told: readonly Event[]): Outcome | undefined {
  const { endpointConfigName } = run.request;
  const turn = told.find((event) => event.kind === 'turning-back');
  const to =
    turn?.to ?? previousConfig(endpointConfigName, watchingSince(told, run.request).before);
  const by = intruder(endpointConfigName, snapshot);
  const isOurs = by === to && run.stage !== 'turn-due';
  if (by !== undefined && !isOurs) return { kind: 'superseded', by };
  const hasSettled = snapshot.status === 'InService' && !snapshot.pending;
  if (by !== undefined && hasSettled) return turnedBack(told);
  if (by !== undefined) run.stage = 'turning-back';
  if (!turn || !hasSettled) return undefined;
  const isBelieved = run.world.clock.now() - turn.at >= 1000 * secondsToBelieve;
  const reason = reasonOf(triedOut(told) ?? snapshot, snapshot);
  return isBelieved ? turnedRound(run.request, turn.to, reason) : undefined;
}

/** The endpoint as it was tried out. */
function triedOut(told: readonly Event[]): Snapshot | undefined {
  return told.findLast((event) => event.kind === 'trying-out')?.snapshot;
}

function turnedBack(told: readonly Event[]): Outcome {
  return { kind: 'rolled-back', reason: { kind: 'smoke-test', trials: failedTrials(told) } };
}

/** What has failed since the trial began, for the last time. */
function failedTrials(told: readonly Event[]): readonly Trial[] {
  const begun = told.findLastIndex(({ kind }) => kind === 'trying-out');
  return told.slice(begun).flatMap((event) => (event.kind === 'tried' ? [event.trial] : []));
}

/** Events after which something was sent that may have taken effect, or nothing is under way any more. */
const sendingOrNot: readonly Event['kind'][] = ['sending', 'refused', 'trying-out'];

/** How far the run had come. What it was sending when it was cut off may have taken effect. */
function stageOf(told: readonly Event[]): Run['stage'] {
  const kinds = told.map(({ kind }) => kind);
  if (kinds.includes('turning-back')) return 'turning-back';
  const isSent = kinds.findLast((kind) => sendingOrNot.includes(kind)) === 'sending';
  if (failedTrials(told).length > 0) return isSent ? 'turn-perhaps-requested' : 'turn-due';
  if (kinds.includes('trying-out')) return 'trying-out';
  if (beginningOf(told)) return 'update-running';
  return isSent ? 'perhaps-requested' : 'nothing-requested';
}

/** The watch as the run that was cut off began it: what it has seen since is not known any more. */
function watchingSince(told: readonly Event[], request: RolloutRequest): Watching {
  const found = told.find((event) => event.kind === 'found');
  const beginning = beginningOf(told);
  const before = beginning?.before ?? found?.snapshot ?? absentEndpoint(request.endpointName);
  const isJoined = beginning?.kind === 'joined';
  const calledAt = isJoined ? undefined : told.findLast(({ kind }) => kind === 'sending')?.at;
  const watching = watchFrom(request.endpointConfigName, before, calledAt);
  return { ...watching, since: beginning?.at ?? found?.at };
}

function beginningOf(told: readonly Event[]) {
  return told.findLast((event) => event.kind === 'requested' || event.kind === 'joined');
}
