import type { Stage } from '../../src/domain/outcome.ts';
import { failingFaults, mayHaveTurned, sentTurn } from './smoke-verdicts.ts';
import { servedLately, type Truth, unless } from './truth.ts';

/** Whether a run that ended without a verdict says rightly how far it had come. */
export function stageFaults(truth: Truth, stage: Stage): readonly string[] {
  const { run, own, turns, triedSince } = truth;
  const hasJoined = run.events.some(({ kind }) => kind === 'joined');
  const isEarly = unless(triedSince === undefined, 'it was smoke-tested already');
  switch (stage) {
    case 'not-known':
      return unless(run.isKilled, 'its run was not killed');
    case 'nothing-requested':
      return [...isEarly, ...unless(!own && !hasJoined, 'an update of ours was accepted')];
    case 'perhaps-requested':
      return [
        ...isEarly,
        ...unless(run.isKilled || run.requestedAt.length > 0, 'nothing was sent'),
      ];
    case 'update-running':
      return [
        ...isEarly,
        ...unless(own !== undefined || hasJoined || isSeenToRun(truth), 'no update of ours runs'),
      ];
    case 'rolling-back':
      return [
        ...isEarly,
        ...unless(own !== undefined || hasJoined || isSeenToRun(truth), 'no update of ours runs'),
        ...unless(
          truth.mayHaveReturned || truth.ofRequested.some(({ ending }) => ending !== 'deployed'),
          'nothing rolls back',
        ),
      ];
    case 'deletion-perhaps-requested':
    case 'deleting':
    case 'replacing':
      return ['no one asked for a deletion'];
    case 'smoke-testing':
      return [
        ...unless(triedSince !== undefined || isStillToBeTried(truth), 'nothing was smoke-tested'),
        ...unless(turns.length === 0, 'it turns back'),
      ];
    case 'smoke-rollback-due':
      return [...failingFaults(truth), ...unless(turns.length === 0, 'it turns back')];
    case 'smoke-rollback-perhaps-requested':
      return [
        ...failingFaults(truth),
        ...unless(run.isKilled || sentTurn(truth), 'nothing was sent'),
      ];
    case 'smoke-rollback':
      return [...failingFaults(truth), ...unless(mayHaveTurned(truth), 'nothing turns back')];
  }
}

/** The end of the job cannot tell whose update to the requested configuration it finds. */
function isSeenToRun({ run, ofRequested, mayHaveReturned }: Truth): boolean {
  return run.isKilled && (ofRequested.length > 0 || mayHaveReturned);
}

/** The end of the job smoke-tests nothing: it finds that it serves. */
function isStillToBeTried(truth: Truth): boolean {
  const { run, requested } = truth;
  return run.isKilled && run.script.smoke !== undefined && servedLately(truth, requested);
}
