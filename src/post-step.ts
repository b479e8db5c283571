import { secondsToAgree } from './domain/agreement.ts';
import { absentEndpoint, isCreatedAgain, type Snapshot } from './domain/endpoint.ts';
import type { Event } from './domain/event.ts';
import type { Outcome, Stage } from './domain/outcome.ts';
import { problemFrom } from './domain/problem.ts';
import type { RolloutRequest } from './domain/request.ts';
import { intruder, previousConfig } from './domain/smoke-rollback.ts';
import { secondsToBelieve, see } from './domain/watch.ts';
import { reasonOf } from './domain/watch-end.ts';
import { reasonShownBy, type Watching, watchFrom } from './domain/watching.ts';
import type { World } from './ports.ts';
import { unlessInDoubt } from './run/ending.ts';
import { count, latestOf, newRun, type Run, requestOf, stageOf, tell } from './run/run.ts';
import { putBackSavedScaling } from './scaling/put-back.ts';
import { smokeRollbackReverted } from './smoke/smoke-rollback.ts';
import { again, end, type Next, observe } from './watch/observe.ts';
import { isOlder } from './watch/recheck.ts';

/** The job is ending: the endpoint is looked for no longer than this. */
const secondsForAPoll = 60;

/** Puts the auto scaling back that a step has left off, by what it saved on the endpoint. */
export async function scalingAfterwards(request: RolloutRequest, world: World): Promise<void> {
  if (request.autoscaling.kind === 'ignore') return;
  await putBackSavedScaling(request.endpointName, world);
}

/**
 * What became of a rollout whose run was cut off, by two polls that agree; `told` is what that run
 * has told, undefined where that is lost: then there is no verdict.
 * A rollout that has not settled yet counts as cancelled: it goes on, and no one watches it. One
 * that was to be smoke-tested, and was not, counts as cancelled too.
 */
export async function aftermath(
  request: RolloutRequest,
  world: World,
  told: readonly Event[] | undefined,
): Promise<Outcome> {
  const run = newRun(request, world, told);
  const outcome = await judgeByPolls(run, told).catch(
    (thrown): Outcome => ({ kind: 'unknown', stage: stageOf(run), problem: problemFrom(thrown) }),
  );
  const certain = unlessInDoubt(run, outcome);
  tell(run, { kind: 'ended', outcome: certain, snapshot: latestOf(run) });
  return certain;
}

/** What a poll tells: how far it has come, and how it ended; undefined: it goes on. */
interface Judgment {
  readonly stage: Stage;
  readonly outcome?: Outcome | undefined;
}

/** Where it is lost what was told, the endpoint is shown as it is. */
async function judgeByPolls(run: Run, told: readonly Event[] | undefined): Promise<Outcome> {
  let judgment: Judgment = { stage: told ? stageOf(run) : 'not-known' };
  const unsettled = (): Outcome => ({ kind: 'cancelled', stage: judgment.stage });
  const until = () => run.startedAt + 1000 * secondsForAPoll;
  const watch = { until, missing: 'counts' } as const;
  const seen = await observe<Outcome>(run, watch, ({ snapshot, missing, agrees }) => {
    if (missing) return isDeletion(run) ? deletedBy(run, snapshot, agrees) : end(unsettled());
    count(run, snapshot);
    if (judgment.outcome && agrees) return end(judgment.outcome);
    if (told && stageOf(run) !== 'nothing-requested') judgment = judge(run, snapshot, told);
    return judgment.outcome ? again(secondsToAgree) : end(unsettled());
  });
  if (seen.kind !== 'out-of-time') return seen;
  const { hindrance: problem } = seen;
  return problem ? { kind: 'unknown', stage: judgment.stage, problem } : unsettled();
}

/** Whether a deletion of ours was sent and not refused; that of a failed endpoint is no end. */
function isDeletion(run: Run): boolean {
  const stage = stageOf(run);
  if (run.asked.source.kind !== 'nothing') return false;
  return stage === 'deleting' || stage === 'deletion-perhaps-requested';
}

/** No endpoint is found: so it is, where another poll says the same. */
function deletedBy(run: Run, snapshot: Snapshot, agrees: boolean): Next<Outcome> {
  count(run, agrees ? undefined : snapshot);
  return agrees ? end({ kind: 'deleted', how: 'deleted' }) : again(secondsToAgree);
}

function judge(run: Run, snapshot: Snapshot, told: readonly Event[]): Judgment {
  const stage = stageOf(run);
  const tried = smokeTested(told);
  if (isOlder(snapshot, tried)) return { stage };
  if (isCreatedAgain(snapshot, tried)) {
    return {
      stage,
      outcome: { kind: 'superseded', by: snapshot.configName, how: 'created-again' },
    };
  }
  switch (stage) {
    case 'deleting':
    case 'deletion-perhaps-requested':
    case 'replacing':
      return { stage };
    case 'smoke-testing':
      return { stage, outcome: judgeSmokeTest(run, snapshot) };
    case 'smoke-rollback-due':
    case 'smoke-rollback-perhaps-requested':
    case 'smoke-rollback':
      return judgeSmokeRollback(run, snapshot, { told, stage });
    default:
      return judgeUpdate(run, snapshot, { told, stage });
  }
}

/** What a run that was cut off has told, and how far it had come. */
interface CutOff {
  readonly told: readonly Event[];
  readonly stage: Stage;
}

function judgeUpdate(run: Run, snapshot: Snapshot, { told, stage }: CutOff): Judgment {
  const sight = see(watchingSince(run, told), snapshot, run.world.clock.now());
  if (sight.progress) tell(run, { kind: 'progressed', progress: sight.progress, snapshot });
  const shown = sight.watching.isShown ? runningStage(sight.watching) : stage;
  if (!beginningOf(told) && isAboutOurs(sight.outcome)) return { stage: shown };
  if (sight.outcome?.kind !== 'deployed' || !run.asked.smokeTest) {
    return { stage: shown, outcome: sight.outcome };
  }
  return { stage: 'smoke-testing' };
}

function runningStage({ rollsBack }: Watching): Stage {
  return rollsBack ? 'rolling-back' : 'update-running';
}

/** Whether it says what became of an update of ours: of one that may never have been requested no one knows. */
function isAboutOurs(outcome: Outcome | undefined): boolean {
  return outcome?.kind === 'rolled-back' || outcome?.kind === 'superseded';
}

function judgeSmokeTest(run: Run, snapshot: Snapshot): Outcome | undefined {
  const by = intruder(requestOf(run).endpointConfigName, snapshot);
  if (by !== undefined) return { kind: 'superseded', by, how: 'updated' };
  // Its record is left, or was to be, once the smoke test has passed.
  const { recorded, notRecorded } = run.told.state;
  const hasSettled = snapshot.status === 'InService' && !snapshot.pending;
  return (recorded ?? notRecorded) && hasSettled ? { kind: 'deployed' } : undefined;
}

/** What became of the rollback, as far as one poll tells. */
function judgeSmokeRollback(run: Run, snapshot: Snapshot, { told, stage }: CutOff): Judgment {
  const { endpointConfigName } = requestOf(run);
  const { smokeRollback } = run.told.state;
  const to =
    smokeRollback?.to ?? previousConfig(endpointConfigName, watchingSince(run, told).before);
  const by = intruder(endpointConfigName, snapshot);
  const isOurs = by === to && stage !== 'smoke-rollback-due';
  if (by !== undefined && !isOurs) {
    return { stage, outcome: { kind: 'superseded', by, how: 'updated' } };
  }
  const hasSettled = snapshot.status === 'InService' && !snapshot.pending;
  if (by !== undefined && hasSettled) return { stage, outcome: smokeRolledBack(run) };
  if (by !== undefined) return { stage: 'smoke-rollback' };
  if (!smokeRollback || !hasSettled) return { stage };
  const isBelieved = run.world.clock.now() - smokeRollback.at >= 1000 * secondsToBelieve;
  const reason = reasonOf(smokeTested(told) ?? snapshot, snapshot);
  const outcome = isBelieved
    ? smokeRollbackReverted(requestOf(run), smokeRollback.to, reason)
    : undefined;
  return { stage, outcome };
}

/** The endpoint as it was smoke-tested. */
function smokeTested(told: readonly Event[]): Snapshot | undefined {
  return told.findLast((event) => event.kind === 'smoke-testing')?.snapshot;
}

function smokeRolledBack({ told }: Run): Outcome {
  const smokeResults = told.state.smokeResults.filter(({ result }) => result.kind === 'failed');
  return { kind: 'rolled-back', reason: { kind: 'smoke-test', smokeResults } };
}

/** The watch as the run that was cut off left it. */
function watchingSince(run: Run, told: readonly Event[]): Watching {
  const { endpointName, endpointConfigName } = requestOf(run);
  const { state } = run.told;
  const before = state.before ?? absentEndpoint(endpointName);
  const watching = watchFrom(endpointConfigName, before, state.update.sentAt);
  const polls = told.flatMap((event) => (event.kind === 'progressed' ? [event.snapshot] : []));
  const progress = told.flatMap((event) => (event.kind === 'progressed' ? [event.progress] : []));
  return {
    ...{ ...watching, since: state.watchedSince },
    progress: progress.at(-1),
    reasonShown: polls.reduce(
      (reasonShown: string | undefined, poll) => reasonShownBy({ before, reasonShown }, poll),
      undefined,
    ),
    rollsBack: progress.some(({ phase }) => phase === 'rolling-back'),
  };
}

function beginningOf(told: readonly Event[]) {
  return told.findLast((event) => event.kind === 'requested' || event.kind === 'joined');
}
