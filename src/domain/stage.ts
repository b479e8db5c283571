import { isRunning, servesNothing } from './endpoint.ts';
import type { Lifecycle } from './lifecycle.ts';
import type { Stage } from './outcome.ts';

/** How far a run has come, by its events. What was sent and not answered may have taken effect. */
export function stageOf({
  update,
  deletion,
  replaced,
  phases,
  smokeTesting,
  smokeResults,
  smokeRollback,
}: Lifecycle): Stage {
  if (deletion.call !== 'none') {
    return deletion.call === 'accepted' ? 'deleting' : 'deletion-perhaps-requested';
  }
  const isSent = update.call === 'sent' || update.call === 'lost';
  if (smokeRollback) return 'smoke-rollback';
  if (smokeResults.some(({ result }) => result.kind === 'failed')) {
    return isSent ? 'smoke-rollback-perhaps-requested' : 'smoke-rollback-due';
  }
  if (smokeTesting) return 'smoke-testing';
  if (update.call === 'accepted') {
    const { phase } = phases.findLast((span) => span.phase !== 'settling') ?? {};
    return phase === 'rolling-back' ? phase : 'update-running';
  }
  if (isSent) return 'perhaps-requested';
  return replaced ? 'replacing' : 'nothing-requested';
}

/** Whether the endpoint comes into being, by this run or by one that it joined: it serves nothing until then. */
export function createsEndpoint({ before }: Lifecycle): boolean {
  return before !== undefined && servesNothing(before);
}

/** Whether all the time went by with an update of others, which refuses ours. */
export function isWaitingForOthers({ latest }: Lifecycle, stage: Stage): boolean {
  return stage === 'nothing-requested' && latest !== undefined && isRunning(latest);
}
