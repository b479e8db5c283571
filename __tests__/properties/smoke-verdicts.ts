import type { OutcomeKind } from '../../src/domain/outcome.ts';
import type { SmokeResult } from '../../src/domain/smoke-test.ts';
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
  const [smokeRollback] = turns;
  const told = run.events.find((event) => event.kind === 'smoke-rollback');
  const isWithout: readonly OutcomeKind[] = ['deployed', 'unchanged', 'started', 'planned'];
  const faults = [
    ...unless(turns.length <= 1, `${turns.length} updates back were accepted`),
    ...unless(!told || mayHaveTurned(truth), 'it tells a rollback that no one goes'),
  ];
  if (!smokeRollback) return faults;
  const failed = resultsOf(truth).find(({ smokeResult }) => smokeResult.result.kind === 'failed');
  return [
    ...faults,
    ...unless(sentTurn(truth), 'nothing was sent'),
    ...unless(smoke?.onFailure === 'rollback', 'it was not to go back'),
    ...unless(
      !!failed && failed.at <= smokeRollback.acceptedAt,
      'it goes back before a request failed',
    ),
    ...unless(!isWithout.includes(run.outcome.kind), `${run.outcome.kind}, but it goes back`),
    ...wayFaults(truth, smokeRollback),
  ];
}

/**
 * It rolls back to what served before the run's own update, or else to what the record says. Where
 * others brought the same after that unseen, what served before theirs is right as well.
 */
function wayFaults(truth: Truth, { config }: Update): readonly string[] {
  const { run, own, requested } = truth;
  const [joined] = run.events.flatMap((event) => (event.kind === 'joined' ? [event] : []));
  if (!own && !joined) return unless(config !== requested, 'it rolls back to the same');
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

/** Whether a poll has shown the run's own update in flight, and so what served before it. */
function wasSeen({ run, own, requested }: Truth): boolean {
  return answersInOrder(run).some(
    ({ snapshot, trueSince }) =>
      snapshot?.pending?.configName === requested && trueSince >= (own?.acceptedAt ?? 0),
  );
}

/** Each request was answered rightly in the end, by the configuration that was asked for. */
export function passedFaults(truth: Truth): readonly string[] {
  const { run, triedSince } = truth;
  if (!run.script.smoke) return unless(run.invoked.length === 0, 'nothing was to be smoke-tested');
  const last = lastOfEach(truth);
  return [
    ...unless(triedSince !== undefined, 'it was not smoke-tested'),
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
  if (!smoke) return ['nothing was to be smoke-tested'];
  const failed = resultsOf(truth).filter(({ smokeResult }) => smokeResult.result.kind === 'failed');
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
  const told = run.events.find((event) => event.kind === 'smoke-rollback');
  // A run that was killed before it could tell its way back: the post step finds it.
  const to = told?.to ?? (run.isKilled ? run.answers.at(-1)?.snapshot?.configName : undefined);
  if (to === undefined) return ['it tells no way back'];
  const [smokeRollback] = turns;
  // Ours, or one of another party who went the same way: no one can tell them apart.
  const wentThere = history.endpoint.updates.some(
    ({ config, ending, acceptedAt }) =>
      config === to && ending === 'deployed' && acceptedAt >= triedSince - oldestMs,
  );
  const wasThere =
    smokeRollback !== undefined && servingAt(history, smokeRollback.acceptedAt) === to;
  return [
    ...failingFaults(truth),
    ...unless(servedLately(truth, to), `${to} does not serve`),
    ...unless(wentThere || wasThere, 'no update back succeeded'),
    ...unless(!smokeRollback || smokeRollback.endedAt !== undefined, 'our update back goes on'),
  ];
}

/** Failed, and left: because no one wants it back, or it cannot go, or it was rolled forward again. */
export function failedTrialFaults(truth: Truth): readonly string[] {
  const { turns, run } = truth;
  const [smokeRollback] = turns;
  const told = run.events.some(({ kind }) => kind === 'smoke-rollback');
  return [
    ...failingFaults(truth),
    ...unless(
      !smokeRollback || mayHaveTurnedRound(truth, smokeRollback),
      'its way back was not rolled back',
    ),
    ...unless(told || stoodLately(truth, truth.requested), `${truth.requested} does not serve`),
  ];
}

/**
 * Whether the update back was rolled back, or ended otherwise before someone brought the requested
 * configuration again, or went the same way in vain, and no poll showed that end: no one can tell.
 */
function mayHaveTurnedRound({ run, history, requested }: Truth, smokeRollback: Update): boolean {
  const sawItsEnd = answersInOrder(run).some(
    ({ snapshot, trueSince }) =>
      trueSince > smokeRollback.acceptedAt &&
      (serves(snapshot, smokeRollback.config) || snapshot?.status === 'UpdateRollbackFailed'),
  );
  const wasBroughtAgain = history.endpoint.updates.some(
    ({ config, ending, acceptedAt }) =>
      acceptedAt > smokeRollback.acceptedAt &&
      (config === requested || (config === smokeRollback.config && ending === 'rolled-back')),
  );
  return smokeRollback.ending === 'rolled-back' || (wasBroughtAgain && !sawItsEnd);
}

/** Nothing was heard in the end, and nothing speaks against the model. */
export function untriedFaults(truth: Truth): readonly string[] {
  return [
    ...unless(truth.run.script.smoke !== undefined, 'nothing was to be smoke-tested'),
    ...unless(
      truth.run.invoked.some(({ said }) => said === 'nothing'),
      'every request was answered',
    ),
    ...unless(truth.turns.length === 0, 'it goes back'),
    ...unless(servedLately(truth, truth.requested), `${truth.requested} does not serve`),
  ];
}

/** Where no one else is at work: the outcome, of a rollout that would end in this way without a trial. */
export function expectedOfTrial(truth: Truth, untried: OutcomeKind): OutcomeKind {
  const { smoke } = truth.run.script;
  if (!smoke || (untried !== 'deployed' && untried !== 'unchanged')) return untried;
  const said = lastOfEach(truth).map((last) => saidInAll(truth, last));
  if (said.every((word) => word === 'right')) return untried;
  if (!said.includes('wrong')) return 'failed';
  return expectedOfTurn(truth, smoke.onFailure);
}

/** What the model has said wrongly counts on, where it was heard in most attempts. */
function saidInAll({ run }: Truth, { request, said }: Invoked): Invoked['said'] {
  const attempts = run.invoked.filter((one) => one.request === request);
  const heard = attempts.filter((one) => one.said !== 'nothing');
  return said === 'nothing' && 2 * heard.length > attempts.length ? 'wrong' : said;
}

function expectedOfTurn(
  { turns, own, history, requested }: Truth,
  onFailure: 'rollback' | 'fail',
): OutcomeKind {
  const [smokeRollback] = turns;
  const { serving, isRecorded, endpoint } = history.scenario;
  const isKnown = own && endpoint !== 'none' && serving !== requested;
  const isOnRecord = endpoint !== 'none' && isRecorded && serving === requested;
  if (onFailure === 'fail' || !(isKnown || isOnRecord)) return 'failed';
  return smokeRollback?.ending === 'deployed' || !smokeRollback ? 'rolled-back' : 'failed';
}

/** Whether the run may rightly say that its update back was accepted. */
export function mayHaveTurned(truth: Truth): boolean {
  const { run, history, turns, triedSince = 0 } = truth;
  const told = run.events.find((event) => event.kind === 'smoke-rollback');
  if (turns.length > 0 || !told) return turns.length > 0;
  // The call was lost on its way there, and another party went the same way.
  const others = history.endpoint.updates.filter(
    ({ config, acceptedAt }) => config === told.to && acceptedAt > triedSince - truth.oldestMs,
  );
  return sentTurn(truth) && hasTrouble(truth) && others.length > 0;
}

/** Whether UpdateEndpoint was called for the rollback, whatever became of it. */
export function sentTurn({ run, triedSince }: Truth): boolean {
  return triedSince !== undefined && run.requestedAt.some((at) => at >= triedSince);
}

function resultsOf({
  run,
}: Truth): readonly { readonly at: number; readonly smokeResult: SmokeResult }[] {
  return run.events.flatMap((event) => (event.kind === 'smoke-result' ? [event] : []));
}

/** The last try of each request: of all attempts, or of those that were answered. */
function lastOfEach({ run }: Truth, which: 'all' | 'heard' = 'all'): readonly Invoked[] {
  const attempts = run.invoked.filter(({ said }) => which === 'all' || said !== 'nothing');
  return [...new Map(attempts.map((one) => [one.request, one])).values()];
}

/** Where looks may be old no one can tell whose answers were heard. */
function isOfRequested({ requested, oldestMs }: Truth, { config }: Invoked): boolean {
  return oldestMs > 0 || config === requested;
}
