import { brokenProblem } from './broken.ts';
import { isRunning, type Snapshot } from './endpoint.ts';
import type { Outcome, Reason } from './outcome.ts';
import { conditionOf } from './status.ts';
import { shows, type Watching } from './watching.ts';

/**
 * How the rollout ended, by a poll that counts; undefined while it goes on.
 * Success is never a status alone.
 */
export function outcomeOf(watching: Watching, poll: Snapshot): Outcome | undefined {
  const { requested, before, hasEnded, reasonShown } = watching;
  const reason = reasonOf(before, poll, reasonShown);
  const rolledBack: Outcome = { kind: 'rolled-back', reason };
  if (!isRunning(poll) && conditionOf(poll.status) !== 'serving')
    return { kind: 'failed', problem: brokenProblem(poll), reason };
  const foreign = foreignUpdate(watching, poll);
  if (foreign !== undefined) return { kind: 'superseded', by: foreign, how: 'updated' };
  if (isRunning(poll)) return undefined;
  if (poll.pending) return undefined;
  if (poll.configName === requested) {
    return isBackOnTheSame(watching, poll) ? rolledBack : { kind: 'deployed' };
  }
  if (poll.configName === before.configName && !hasEnded) return rolledBack;
  return { kind: 'superseded', by: poll.configName, how: 'updated' };
}

/**
 * An update to the configuration that served before ends on it either way: success clears FailureReason
 * (seen), so one that is there, the same as before or another, tells of a rollback. A rollback may
 * leave none (reported): then it is one where it was seen.
 */
function isBackOnTheSame({ requested, before, rollsBack }: Watching, poll: Snapshot): boolean {
  if (before.configName !== requested || before.status === 'Creating') return false;
  return rollsBack || Boolean(poll.failureReason);
}

/** The configuration of an update that can only have begun after ours ended. */
function foreignUpdate({ requested, before }: Watching, poll: Snapshot): string | undefined {
  const pending = poll.pending?.configName;
  if (pending === undefined || pending === requested) return undefined;
  // Its call would have set the time.
  if (shows(requested, before) && poll.lastModified === before.lastModified) return undefined;
  // While ours runs the old configuration is still named as serving, and a rollback may name it as pending.
  return pending === poll.configName ? undefined : pending;
}

/**
 * SageMaker's reason, and whether it can be told from the one that stood there before; `shown`: the one
 * that was there while the update ran.
 */
export function reasonOf(before: Snapshot, poll: Snapshot, shown?: string): Reason {
  const text = poll.failureReason;
  if (shown && (!text || text === before.failureReason)) return { kind: 'given', text: shown };
  if (!text) return { kind: 'none' };
  return { kind: text === before.failureReason ? 'same-as-before' : 'given', text };
}
