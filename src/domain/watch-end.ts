import { brokenProblem } from './broken.ts';
import { isRunning, type Snapshot } from './endpoint.ts';
import type { Outcome, Reason } from './outcome.ts';
import { conditionOf } from './status.ts';
import { shows, type Watching } from './watching.ts';

/**
 * How the rollout ended, by a look that counts; undefined while it goes on.
 * Success is never a status alone.
 */
export function outcomeOf(watching: Watching, look: Snapshot): Outcome | undefined {
  const { requested, before, hasEnded } = watching;
  const rolledBack: Outcome = { kind: 'rolled-back', reason: reasonOf(before, look) };
  if (!isRunning(look) && conditionOf(look.status) !== 'serving')
    return brokenOutcome(before, look);
  const foreign = foreignUpdate(watching, look);
  if (foreign !== undefined) return { kind: 'superseded', by: foreign, how: 'updated' };
  if (isRunning(look)) return undefined;
  if (look.pending) return undefined;
  if (look.configName === requested) {
    return isBackOnTheSame(watching, look) ? rolledBack : { kind: 'deployed' };
  }
  if (look.configName === before.configName && !hasEnded) return rolledBack;
  return { kind: 'superseded', by: look.configName, how: 'updated' };
}

/**
 * An update to the configuration that served before ends on it either way: success clears FailureReason
 * (seen), so one that is there, the same as before or another, tells of a rollback. A rollback may
 * leave none (reported): then it is one where it was seen.
 */
function isBackOnTheSame({ requested, before, rollsBack }: Watching, look: Snapshot): boolean {
  if (before.configName !== requested || before.status === 'Creating') return false;
  return rollsBack || Boolean(look.failureReason);
}

/** The configuration of an update that can only have begun after ours ended. */
function foreignUpdate({ requested, before }: Watching, look: Snapshot): string | undefined {
  const pending = look.pending?.configName;
  if (pending === undefined || pending === requested) return undefined;
  // Its call would have set the time.
  if (shows(requested, before) && look.lastModified === before.lastModified) return undefined;
  // While ours runs the old configuration is still named as serving, and a rollback may name it as pending.
  return pending === look.configName ? undefined : pending;
}

function brokenOutcome(before: Snapshot, look: Snapshot): Outcome {
  return { kind: 'failed', problem: brokenProblem(look), reason: reasonOf(before, look) };
}

/** SageMaker's reason, and whether it can be told from the one that stood there before. */
export function reasonOf(before: Snapshot, look: Snapshot): Reason {
  const text = look.failureReason;
  if (!text) return { kind: 'none' };
  return { kind: text === before.failureReason ? 'same-as-before' : 'given', text };
}
