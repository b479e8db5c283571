import type { OutcomeKind } from '../../src/domain/outcome.ts';
import type { Trial } from '../../src/domain/smoke-test.ts';
import { serves, type Update } from './model-endpoint.ts';
import type { Invoked } from './model-fleet.ts';
import {
  answersInOrder,
  hasTrouble,
  servedLately,
  servingAt,
  stoodLately,
  type Truth,
  unless,
} from './truth.ts';

/** What is wrong with an update back, whatever the outcome. */
export function turnFaults(truth: Truth): readonly string[] {
  const { run, turns } = truth;
  const { smoke } = run.script;
  const [turn] = turns;
  const told = run.events.find((event) => event.kind === 'turning-back');
  const isWithout: readonly OutcomeKind[] = ['deployed', 'unchanged', 'started', 'planned'];
  const faults = [
    ...unless(turns.length <= 1, `${turns.length} updates back were accepted`),
    ...unless(!told || mayHaveTurned(truth), 'it tells a way back that nobody goes'),
  ];
  if (!turn) return faults;
  const failed = trialsOf(truth).find(({ trial }) => trial.result.kind === 'failed');
  return [
    ...faults,
    ...unless(sentTurn(truth), 'nothing was sent'),
    ...unless(smoke?.onFailure === 'rollback', 'it was not to go back'),
    ...unless(!!failed && failed.at <= turn.acceptedAt, 'it goes back before a request failed'),
    ...unless(!isWithout.includes(run.outcome.kind), `${run.outcome.kind}, but it goes back`),
    ...wayFaults(truth, turn),
  ];
}

/**
 * It goes back to what served before the run's own update, or else to what the record says. Where
 * others brought the same after that unseen, what served before theirs is right as well.
 */
function wayFaults(truth: Truth, { config }: Update): readonly string[] {
  const { run, own, requested } = truth;
  const [joined] = run.events.flatMap((event) => (event.kind === 'joined' ? [event] : []));
  if (!own && !joined) return unless(config !== requested, 'it goes back to the same');
  const before = own ? servedDuring(truth, own) : joined?.before.configName;
  if (before === requested || !wasSeen(truth)) return unless(config !== requested, 'to the same');
  const others = truth.ofRequested.map((update) => servedDuring(truth, update));
  return unless(
    [before, ...others].includes(config) && config !== requested,
    `it goes back to ${config}, not to ${before}`,
  );
}

/** What serves while the update runs. */
function servedDuring({ history }: Truth, { acceptedAt }: Update): string | undefined {
  return history.endpoint.versionAt(acceptedAt)?.snapshot?.configName;
}

/** Whether a look has shown the run's own update in flight, and so what served before it. */
function wasSeen({ run, own, requested }: Truth): boolean {
  return answersInOrder(run).some(
    ({ snapshot, trueSince }) =>
      snapshot?.pending?.configName === requested && trueSince >= (own?.acceptedAt ?? 0),
  );
}

/** Each request was answered rightly in the end, by the configuration that was asked for. */
export function passedFaults(truth: Truth): readonly string[] {
  const { run, triedSince } = truth;
  if (!run.script.smoke) return unless(run.invoked.length === 0, 'nothing was to be tried out');
  const last = lastOfEach(truth);
  return [
    ...unless(triedSince !== undefined, 'it was not tried out'),
    ...unless(last.length === run.script.smoke.requests, 'not every request was tried'),
    ...unless(
      last.every((one) => one.said === 'right' && isOfRequested(truth, one)),
      'it did not pass',
    ),
  ];
}

/** A request was answered, by the configuration that was asked for, wrongly to the end of its time. */
export function failingFaults(truth: Truth): readonly string[] {
  const { run, triedSince = 0 } = truth;
  const { smoke } = run.script;
  if (!smoke) return ['nothing was to be tried out'];
  const failed = trialsOf(truth).filter(({ trial }) => trial.result.kind === 'failed');
  const wrong = lastOfEach(truth, 'heard').filter((one) => one.said === 'wrong');
  const isFair = failed.every(({ at }) => at >= triedSince + 1000 * smoke.timeoutSeconds);
  return [
    ...unless(failed.length > 0, 'it tells no request that failed'),
    ...unless(
      wrong.some((one) => isOfRequested(truth, one)),
      'the model did not fail',
    ),
    ...unless(isFair || hasTrouble(truth), 'the model had less time than it was given'),
  ];
}

/** Of a failed smoke test: the configuration from before serves again, and we brought it back. */
export function turnedBackFaults(truth: Truth): readonly string[] {
  const { run, history, turns, triedSince = 0, oldestMs } = truth;
  const told = run.events.find((event) => event.kind === 'turning-back');
  // A run that was killed before it could tell its way back: the end of its job finds it.
  const to = told?.to ?? (run.isKilled ? run.answers.at(-1)?.snapshot?.configName : undefined);
  if (to === undefined) return ['it tells no way back'];
  const [turn] = turns;
  // Ours, or one of somebody else who went the same way: nobody can tell them apart.
  const wentThere = history.endpoint.updates.some(
    ({ config, ending, acceptedAt }) =>
      config === to && ending === 'deployed' && acceptedAt >= triedSince - oldestMs,
  );
  const wasThere = turn !== undefined && servingAt(history, turn.acceptedAt) === to;
  return [
    ...failingFaults(truth),
    ...unless(servedLately(truth, to), `${to} does not serve`),
    ...unless(wentThere || wasThere, 'no update back succeeded'),
    ...unless(!turn || turn.endedAt !== undefined, 'our update back goes on'),
  ];
}

/** Failed, and left: because nobody wants it back, or it cannot go, or it was rolled forward again. */
export function failedTrialFaults(truth: Truth): readonly string[] {
  const { turns, run } = truth;
  const [turn] = turns;
  const told = run.events.some(({ kind }) => kind === 'turning-back');
  return [
    ...failingFaults(truth),
    ...unless(!turn || mayHaveTurnedRound(truth, turn), 'its way back was not rolled back'),
    ...unless(told || stoodLately(truth, truth.requested), `${truth.requested} does not serve`),
  ];
}

/**
 * Whether the update back was rolled back, or ended otherwise before somebody brought the requested
 * configuration again, or went the same way in vain, and no look showed that end: nobody can tell.
 */
function mayHaveTurnedRound({ run, history, requested }: Truth, turn: Update): boolean {
  const sawItsEnd = answersInOrder(run).some(
    ({ snapshot, trueSince }) =>
      trueSince > turn.acceptedAt &&
      (serves(snapshot, turn.config) || snapshot?.status === 'UpdateRollbackFailed'),
  );
  const wasBroughtAgain = history.endpoint.updates.some(
    ({ config, ending, acceptedAt }) =>
      acceptedAt > turn.acceptedAt &&
      (config === requested || (config === turn.config && ending === 'rolled-back')),
  );
  return turn.ending === 'rolled-back' || (wasBroughtAgain && !sawItsEnd);
}

/** Nothing was heard in the end, and nothing speaks against the model. */
export function untriedFaults(truth: Truth): readonly string[] {
  return [
    ...unless(truth.run.script.smoke !== undefined, 'nothing was to be tried out'),
    ...unless(
      truth.run.invoked.some(({ said }) => said === 'nothing'),
      'every request was answered',
    ),
    ...unless(truth.turns.length === 0, 'it goes back'),
    ...unless(servedLately(truth, truth.requested), `${truth.requested} does not serve`),
  ];
}

/** Where nobody else is at work: the outcome, of a rollout that would end in this way without a trial. */
export function expectedOfTrial(truth: Truth, untried: OutcomeKind): OutcomeKind {
  const { smoke } = truth.run.script;
  if (!smoke || (untried !== 'deployed' && untried !== 'unchanged')) return untried;
  const said = lastOfEach(truth).map((last) => saidInAll(truth, last));
  if (said.every((word) => word === 'right')) return untried;
  if (!said.includes('wrong')) return 'failed';
  return expectedOfTurn(truth, smoke.onFailure);
}

/** What the model has said wrongly counts on, where it was heard in most tries. */
function saidInAll({ run }: Truth, { request, said }: Invoked): Invoked['said'] {
  const tries = run.invoked.filter((one) => one.request === request);
  const heard = tries.filter((one) => one.said !== 'nothing');
  return said === 'nothing' && 2 * heard.length > tries.length ? 'wrong' : said;
}

function expectedOfTurn(
  { turns, own, history, requested }: Truth,
  onFailure: 'rollback' | 'fail',
): OutcomeKind {
  const [turn] = turns;
  const { serving, isRecorded, endpoint } = history.scenario;
  const isKnown = own && endpoint !== 'none' && serving !== requested;
  const isOnRecord = endpoint !== 'none' && isRecorded && serving === requested;
  if (onFailure === 'fail' || !(isKnown || isOnRecord)) return 'failed';
  return turn?.ending === 'deployed' || !turn ? 'rolled-back' : 'failed';
}

/** Whether the run may rightly say that its update back was accepted. */
export function mayHaveTurned(truth: Truth): boolean {
  const { run, history, turns, triedSince = 0 } = truth;
  const told = run.events.find((event) => event.kind === 'turning-back');
  if (turns.length > 0 || !told) return turns.length > 0;
  // The call was lost on its way there, and somebody else went the same way.
  const others = history.endpoint.updates.filter(
    ({ config, acceptedAt }) => config === told.to && acceptedAt > triedSince - truth.oldestMs,
  );
  return sentTurn(truth) && hasTrouble(truth) && others.length > 0;
}

/** Whether UpdateEndpoint was called for the way back, whatever became of it. */
export function sentTurn({ run, triedSince }: Truth): boolean {
  return triedSince !== undefined && run.requestedAt.some((at) => at >= triedSince);
}

function trialsOf({ run }: Truth): readonly { readonly at: number; readonly trial: Trial }[] {
  return run.events.flatMap((event) => (event.kind === 'tried' ? [event] : []));
}

/** The last try of each request: of all tries, or of those that were answered. */
function lastOfEach({ run }: Truth, which: 'all' | 'heard' = 'all'): readonly Invoked[] {
  const tries = run.invoked.filter(({ said }) => which === 'all' || said !== 'nothing');
  return [...new Map(tries.map((one) => [one.request, one])).values()];
}

/** Where looks may be old nobody can tell whose answers were heard. */
function isOfRequested({ requested, oldestMs }: Truth, { config }: Invoked): boolean {
  return oldestMs > 0 || config === requested;
}
