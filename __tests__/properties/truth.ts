import type { Snapshot } from '../../src/domain/endpoint.ts';
import type { Instant } from '../../src/domain/request.ts';
import { serves, type Update } from './model-endpoint.ts';
import type { Answer } from './model-wires.ts';
import type { History, Played } from './play.ts';

/** What may be said of a run's end, by all that was true of the endpoint. */
export interface Truth {
  readonly run: Played;
  readonly history: History;
  readonly requested: string;
  /** Answers to this run may be as old as that: milliseconds. */
  readonly oldestMs: number;
  /** This run's own update, where one was accepted. */
  readonly own: Update | undefined;
  /** Since when the run has smoke-tested what serves; undefined: it has not. */
  readonly triedSince: Instant | undefined;
  /** This run's updates since then. */
  readonly turns: readonly Update[];
  /** Updates to the requested configuration, own or not, that the run may have seen. */
  readonly ofRequested: readonly Update[];
  /**
   * Whether a rollback to the requested configuration may have been seen that named it as pending:
   * no one can tell that from an update to it, and when it is over it serves.
   */
  readonly mayHaveReturned: boolean;
}

export function truthOf(history: History, run: Played): Truth {
  const requested = run.request.endpointConfigName;
  const oldestMs = 1000 * Math.max(...run.script.staleness);
  const { endpoint, scenario } = history;
  const seen = endpoint.updates.filter(
    ({ endedAt = run.endedAt }) => endedAt >= run.startedAt - oldestMs,
  );
  const triedSince = run.events.find(({ kind }) => kind === 'smoke-testing')?.at;
  const isTurn = ({ acceptedAt }: Update) => triedSince !== undefined && acceptedAt >= triedSince;
  const ours = endpoint.updates.filter(({ by }) => by === run.by);
  return {
    ...{ run, history, requested, oldestMs, triedSince },
    own: ours.find((update) => !isTurn(update)),
    turns: ours.filter(isTurn),
    ofRequested: seen.filter(({ config }) => config === requested),
    mayHaveReturned:
      scenario.manners.rollbackNames === 'old' &&
      seen.some(({ acceptedAt }) => servingAt(history, acceptedAt) === requested),
  };
}

/** How long it is waited, at least, until the endpoint has settled after it was smoke-tested. */
const leastConfirmSeconds = 600;

export function isOver({ run, triedSince }: Truth): boolean {
  if (triedSince !== undefined) return run.endedAt >= triedSince + 1000 * leastConfirmSeconds;
  const { waitTimeout } = run.script;
  return waitTimeout === undefined || run.endedAt >= run.startedAt + 1000 * waitTimeout;
}

export function isCancelled({ run }: Truth): boolean {
  return run.cancelledAt !== undefined && run.cancelledAt <= run.endedAt;
}

export function hasTrouble({ run }: Truth): boolean {
  return run.script.troubles.length > 0;
}

/** When the update began that the run follows; a joined one may be older than the run. */
export function followedSince({ run, own, ofRequested, oldestMs }: Truth): number {
  if (own) return own.acceptedAt;
  const [oldest] = ofRequested;
  return oldest?.acceptedAt ?? run.startedAt - oldestMs;
}

/** The answers that are not older than one before them: others are passed over, whatever they tell. */
export function answersInOrder({ answers }: Played): readonly Answer[] {
  let newest = 0;
  return answers.filter(({ trueSince }) => {
    newest = Math.max(newest, trueSince);
    return trueSince === newest;
  });
}

/** Since when the endpoint was as in the last poll until then that showed the requested configuration to serve. */
export function seenToServe({ run, requested }: Truth, until: Instant): Instant {
  const polls = run.answers.filter(({ snapshot }) => serves(snapshot, requested));
  return polls.findLast(({ at }) => at <= until)?.trueSince ?? run.startedAt;
}

/** Since when the endpoint was as in the poll on which the update was based. */
export function basedOn({ events, answers, startedAt }: Played): number {
  const requested = events.find((event) => event.kind === 'requested');
  const poll = answers.find(({ snapshot }) => snapshot && snapshot === requested?.before);
  return poll?.trueSince ?? startedAt;
}

/** What served just before that time. */
export function servingAt({ endpoint }: History, instant: number): string | undefined {
  return endpoint.versionAt(instant - 1)?.snapshot?.configName;
}

/** All that may have been true at the last poll. */
function lately({ run, history, oldestMs }: Truth) {
  const last = run.answers.at(-1)?.at ?? run.startedAt;
  return history.endpoint.between(last - oldestMs, run.endedAt);
}

export function servedLately(truth: Truth, config: string): boolean {
  return lately(truth).some(({ snapshot }) => serves(snapshot, config));
}

/** Whether it served, be it while the endpoint was busy: what ran until the call serves during an update. */
export function stoodLately(truth: Truth, config: string): boolean {
  return lately(truth).some(({ snapshot }) => snapshot?.configName === config && !isGone(snapshot));
}

function isGone({ status }: Snapshot): boolean {
  return status === 'Failed' || status === 'Deleting';
}

export function othersServedLately(truth: Truth): boolean {
  return lately(truth).some(
    ({ snapshot }) => snapshot?.status === 'InService' && snapshot.configName !== truth.requested,
  );
}

export function wasLately(truth: Truth, status: string): boolean {
  return lately(truth).some(({ snapshot }) => snapshot?.status === status);
}

/** The fault, unless the condition holds. */
export function unless(holds: boolean, fault: string): readonly string[] {
  return holds ? [] : [fault];
}
