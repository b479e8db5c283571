import type { Snapshot } from '../../src/domain/endpoint.ts';
import { modelNamesOf } from '../../src/domain/endpoint-config.ts';
import type { Outcome } from '../../src/domain/outcome.ts';
import type { ProblemCode } from '../../src/domain/problem.ts';
import { serves, type Update } from './model-endpoint.ts';
import {
  failedTrialFaults,
  passedFaults,
  turnedBackFaults,
  untriedFaults,
} from './smoke-verdicts.ts';
import { stageFaults } from './stages.ts';
import {
  answersInOrder,
  basedOn,
  followedSince,
  hasTrouble,
  isCancelled,
  isOver,
  othersServedLately,
  seenToServe,
  servedLately,
  servingAt,
  type Truth,
  unless,
  wasLately,
} from './truth.ts';

const brokenStatus = 'UpdateRollbackFailed';

/** What is wrong with the outcome. A verdict that is not certain has to be none. */
export function verdictFaults(truth: Truth): readonly string[] {
  const { outcome } = truth.run;
  const ofStage = 'stage' in outcome ? stageFaults(truth, outcome.stage) : [];
  const faults = [...faultsOf(truth, outcome), ...ofStage];
  const fault = faults.join('; and ');
  return fault === '' ? [] : [`${outcome.kind}, but ${fault}`];
}

function faultsOf(truth: Truth, outcome: Outcome): readonly string[] {
  switch (outcome.kind) {
    case 'deployed':
      return [...deployedFaults(truth), ...outdatedFaults(truth), ...passedFaults(truth)];
    case 'unchanged':
      return [...unchangedFaults(truth), ...outdatedFaults(truth), ...passedFaults(truth)];
    case 'rolled-back':
      if (outcome.reason.kind === 'smoke-test') return turnedBackFaults(truth);
      return [...rolledBackFaults(truth), ...reasonFaults(truth, outcome)];
    case 'superseded':
      return outcome.how === 'created-again'
        ? createdAgainFaults(truth)
        : supersededFaults(truth, outcome.by);
    case 'failed':
      return [...failedFaults(truth, outcome.problem.code), ...reasonFaults(truth, outcome)];
    case 'started':
      return [
        ...unless(truth.run.script.startOnly, 'it was to be watched'),
        ...unless(truth.ofRequested.length > 0 || truth.mayHaveReturned, 'nothing runs'),
      ];
    case 'timed-out':
      return [
        ...unless(isOver(truth), 'there was time left'),
        ...unless(truth.run.isInSight, 'no one knows how the endpoint is'),
      ];
    case 'cancelled':
      return unless(isCancelled(truth), 'no one cancelled it');
    case 'unknown':
      return [
        ...unless(
          outcome.problem.code === 'unknown-status'
            ? isPuzzled(truth)
            : truth.run.script.troubles.length > 0,
          'nothing stood in the way',
        ),
        ...unless(outcome.problem.code !== 'unexpected', 'of a fault of our own'),
      ];
    case 'planned':
      return ['no one asked for a plan'];
    case 'deleted':
      return ['no one asked for a deletion'];
  }
}

/** Whether the last answer has shown a status that the API does not have. */
function isPuzzled({ run }: Truth): boolean {
  return ['Validating', 'Reverting'].includes(run.answers.at(-1)?.snapshot?.status ?? '');
}

/** It serves, as lately as anyone can know, and an update to it succeeded in our time. */
function deployedFaults(truth: Truth): readonly string[] {
  const { requested, ofRequested, own, mayHaveReturned } = truth;
  // An update to what serves already: after a failed rollback, or after another run was quicker.
  // Whether that was lost, went on or succeeded no one can tell, and it serves; a rollback tells its reason.
  const wasThere = [truth.run.startedAt, ...ofRequested.map(({ acceptedAt }) => acceptedAt)].some(
    (at) => servingAt(truth.history, at) === requested,
  );
  return [
    ...unless(servedLately(truth, requested), `${requested} does not serve`),
    ...unless(
      wasThere || mayHaveReturned || ofRequested.some(({ ending }) => ending === 'deployed'),
      'no update to it succeeded',
    ),
    ...unless(wasThere || !own || own.endedAt !== undefined, 'our update goes on'),
    ...unless(!own || !toldItsRollback(truth, own), 'our update was rolled back, with a reason'),
  ];
}

/**
 * What serves was called before its model was created again, and that before this run began: unless
 * models are hidden from it, it knows.
 */
function outdatedFaults({ run, history, requested }: Truth): readonly string[] {
  const models = modelNamesOf(history.configurations.get(requested)?.content ?? {});
  if (!models.includes('m2') || run.script.troubles.some(({ kind }) => kind === 'denied'))
    return [];
  const calls = history.endpoint.updates.filter(
    ({ config, ending, acceptedAt }) =>
      config === requested && ending === 'deployed' && acceptedAt <= run.endedAt,
  );
  const calledAt = calls.at(-1)?.acceptedAt ?? Number.NEGATIVE_INFINITY;
  const isOutdated = history.m2Again.some((at) => calledAt + 700 < at && at < run.startedAt);
  return unless(!isOutdated, 'its model was created again after that was called');
}

/**
 * An update to what served before, and the reason that stood there when it had been rolled back: the
 * reason may be a later update's where a run has not seen its own.
 */
function toldItsRollback({ run, history, ofRequested }: Truth, own: Update): boolean {
  const { ending, acceptedAt, endedAt = 0 } = own;
  const isSeen = run.answers.some(
    ({ trueSince }) => trueSince >= acceptedAt && trueSince < endedAt,
  );
  const isLast = ofRequested.every(
    (one) => one.ending !== 'deployed' || (one.endedAt ?? 0) < endedAt,
  );
  return (
    ending === 'rolled-back' &&
    isLast &&
    isSeen &&
    Boolean(history.endpoint.versionAt(endedAt)?.snapshot?.failureReason)
  );
}

function unchangedFaults(truth: Truth): readonly string[] {
  return [
    ...unless(servedLately(truth, truth.requested), `${truth.requested} does not serve`),
    ...unless(!truth.own, 'an update of ours was accepted'),
    ...unless(sawTwice(truth, serves), 'one answer decided'),
  ];
}

/** Whether two answers in a row have shown that: one alone, which may be old, never decides. */
function sawTwice(
  { run, requested }: Truth,
  shows: (snapshot: Snapshot | undefined, requested: string) => boolean,
): boolean {
  return run.answers.some(
    ({ snapshot }, index) =>
      index > 0 && shows(snapshot, requested) && shows(run.answers[index - 1]?.snapshot, requested),
  );
}

/**
 * An update to the requested configuration ended by rollback. Where ours was deployed, or its rollback
 * failed, and someone brought the old configuration back before any look showed that, no one can
 * tell the two apart.
 */
function rolledBackFaults(truth: Truth): readonly string[] {
  const { run, history, requested, ofRequested, own } = truth;
  const followed = own ? [own] : ofRequested;
  const rolledBack = followed.some(({ ending }) => ending === 'rolled-back');
  const broke = followed.some(({ ending }) => ending === 'broken');
  const since = followedSince(truth);
  // The end of the job of a killed run knows its own look, and none of that run.
  const knownFrom = run.isKilled ? (run.cancelledAt ?? 0) : 0;
  const sawTheEnd = answersInOrder(run).some(
    ({ at, snapshot, trueSince }) =>
      at > knownFrom &&
      trueSince > since &&
      (serves(snapshot, requested) || snapshot?.status === brokenStatus),
  );
  const broughtBack = history.endpoint.updates.some(
    ({ config, ending, acceptedAt }) =>
      acceptedAt > since && (broke || (config !== requested && ending === 'deployed')),
  );
  // Someone's update from it, after ours had ended unseen, looks like the rest of ours.
  const others = history.endpoint.updates.filter(({ acceptedAt }) => acceptedAt > since);
  const anotherWasBack = [...ofRequested, ...others].some(
    ({ ending, acceptedAt }) =>
      ending === 'rolled-back' &&
      servingAt(history, acceptedAt) === requested &&
      !answersInOrder(run).some(
        ({ snapshot, trueSince }) =>
          trueSince > since && trueSince < acceptedAt && serves(snapshot, requested),
      ),
  );
  const servedThen = ofRequested.map(({ acceptedAt }) => servingAt(history, acceptedAt));
  const stayedTheSame =
    (servedThen.includes(requested) || truth.mayHaveReturned) && servedLately(truth, requested);
  return [
    ...unless(
      rolledBack || (broughtBack && !sawTheEnd) || anotherWasBack || truth.mayHaveReturned,
      'no update to it was rolled back',
    ),
    ...unless(own?.endedAt !== undefined || !own, 'our update goes on'),
    ...unless(othersServedLately(truth) || stayedTheSame, 'nothing else serves'),
  ];
}

/**
 * Someone's update came after ours. Where no answer ever showed ours, no one can tell the order of
 * two updates that both came after the poll on which ours was based.
 */
function supersededFaults(truth: Truth, by: string): readonly string[] {
  const { run, history, requested, own, turns, triedSince } = truth;
  const [smokeRollback] = turns;
  const last = smokeRollback ?? own;
  const began = smokeRollback?.acceptedAt ?? triedSince ?? followedSince(truth);
  const told = run.events.find((event) => event.kind === 'smoke-rollback');
  const sought = told?.to ?? smokeRollback?.config ?? requested;
  const sawOurs = run.answers.some(
    ({ snapshot, trueSince }) => snapshot?.pending?.configName === sought && trueSince >= began,
  );
  const before = triedSince === undefined ? basedOn(run) : seenToServe(truth, began);
  const isTrial = triedSince !== undefined && !smokeRollback;
  const since = sawOurs && !isTrial ? began : Math.min(began, before);
  const foreign = history.endpoint.updates.some(
    (update) => update.config === by && update.by !== run.by && update.acceptedAt >= since,
  );
  return [
    ...unless(foreign, `nobody updated to ${by} after us`),
    ...unless(by !== sought, 'it was the same configuration'),
    ...unless(last?.endedAt !== undefined || !last, 'our update goes on'),
  ];
}

/** Someone has deleted the endpoint and created it again since the poll on which the update was based. */
function createdAgainFaults({ run, history, own, oldestMs }: Truth): readonly string[] {
  const { versions } = history.endpoint;
  const from = own?.acceptedAt ?? run.startedAt - oldestMs;
  const isSince = versions.some(
    ({ snapshot, since }, index) =>
      snapshot && index > 0 && !versions[index - 1]?.snapshot && since >= from,
  );
  return unless(isSince, 'no one has created it again');
}

/** The troubles that stop a run before anything is requested. */
const refusals: Readonly<Partial<Record<ProblemCode, (truth: Truth) => boolean>>> = {
  'access-denied': hasTrouble,
  'content-unknown': hasTrouble,
  'content-replaced': ({ run, history }) =>
    history.m2Again.some((at) => at <= run.endedAt) && run.script.config === 'v2',
  credentials: hasTrouble,
  throttled: hasTrouble,
  unavailable: hasTrouble,
  unreachable: hasTrouble,
  unreadable: hasTrouble,
  'update-in-progress': ({ run }) => run.script.ifInProgress === 'fail',
  'already-exists': ({ run, history }) =>
    run.script.ifInProgress === 'fail' || history.scenario.configsShowAfter > 0,
  'endpoint-config-not-found': ({ run, history }) =>
    history.scenario.configsShowAfter >= 20 || run.script.waitTimeout !== undefined,
  'model-not-found': ({ run, history }) =>
    history.createdModels.size > 0 && run.script.waitTimeout !== undefined,
  // Someone else's, which came to serve before it could be looked up.
  'serving-config-not-found': ({ history }) => history.scenario.configsShowAfter >= 20,
  'config-differs': () => false,
  refused: (truth) => wasLately(truth, 'Failed'),
  preflight: ({ run }) =>
    run.script.preflight === 'enforce' &&
    run.events.some(
      (event) => event.kind === 'planned' && event.findings.some(({ level }) => level === 'error'),
    ),
};

function failedFaults(truth: Truth, code: ProblemCode): readonly string[] {
  const { run, history, own } = truth;
  const { endpoint } = history;
  const from = own?.acceptedAt ?? run.startedAt - truth.oldestMs;
  const times = endpoint.between(from, run.endedAt).map(({ snapshot }) => snapshot?.status);
  const followed = own ?? run.events.find(({ kind }) => kind === 'joined');
  switch (code) {
    case 'endpoint-failed': {
      // An endpoint that was broken before does not count against an update of ours.
      const broke = endpoint.updates.some(
        ({ ending, endedAt = 0 }) => ending === 'broken' && endedAt >= from,
      );
      return unless(broke || (!followed && times.includes('Failed')), 'nothing broke');
    }
    case 'endpoint-deleting':
      return unless(times.includes('Deleting'), 'no one deletes it');
    case 'endpoint-not-found':
      return [
        ...unless(
          own ? times.slice(1).includes(undefined) : times.includes(undefined),
          'it is there',
        ),
        ...unless(
          // That an update is refused for it counts as well.
          run.requestedAt.length > 0 || sawTwice(truth, (snapshot) => snapshot === undefined),
          'one answer decided',
        ),
      ];
    case 'smoke-test-failed':
      return failedTrialFaults(truth);
    case 'not-smoke-tested':
      return untriedFaults(truth);
    default:
      return [
        ...unless(!own, `an update of ours was accepted (${code})`),
        ...unless(refusals[code]?.(truth) === true, `there is no reason for ${code}`),
      ];
  }
}

/** A reason that is told as this rollout's own was not there before it. */
function reasonFaults(truth: Truth, outcome: Outcome & { kind: 'failed' | 'rolled-back' }) {
  const { reason } = outcome;
  if (reason.kind !== 'given') return [];
  const { run, history, own, oldestMs } = truth;
  const since = (own?.acceptedAt ?? run.startedAt) - oldestMs;
  const isNew = history.endpoint.versions.some(
    (version) => version.since >= since && version.snapshot?.failureReason === reason.text,
  );
  return unless(isNew, `the reason is an old one: ${reason.text}`);
}
