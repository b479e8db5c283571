import type { Stage } from '../../src/domain/outcome.ts';
import { failingFaults, mayHaveTurned, sentTurn } from './smoke-verdicts.ts';
import { servedLately, type Truth, unless } from './truth.ts';

/** Whether a run that ended without a verdict says rightly how far it had come. */
export function stageFaults(truth: Truth, stage: Stage): readonly string[] {
  const { run, own, turns, triedSince } = truth;
  const hasJoined = run.events.some(({ kind }) => kind === 'joined');
  const isEarly = unless(triedSince === undefined, 'it was tried out already');
  switch (stage) {
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
    case 'trying-out':
      return [
        ...unless(triedSince !== undefined || isStillToBeTried(truth), 'nothing was tried out'),
        ...unless(turns.length === 0, 'it turns back'),
      ];
    case 'turn-due':
      return [...failingFaults(truth), ...unless(turns.length === 0, 'it turns back')];
    case 'turn-perhaps-requested':
      return [
        ...failingFaults(truth),
        ...unless(run.isKilled || sentTurn(truth), 'nothing was sent'),
      ];
    case 'turning-back':
      return [...failingFaults(truth), ...unless(mayHaveTurned(truth), 'nothing turns back')];
  }
}

/** The end of the job cannot tell whose update to the requested configuration it finds. */
function isSeenToRun({ run, ofRequested, mayHaveReturned }: Truth): boolean {
  return run.isKilled && (ofRequested.length > 0 || mayHaveReturned);
}

/** The end of the job tries nothing out: it finds that it serves. */
function isStillToBeTried(truth: Truth): boolean {
  const { run, requested } = truth;
  return run.isKilled && run.script.smoke !== undefined && servedLately(truth, requested);
}
