import type { Lifecycle } from './lifecycle.ts';
import type { Stage } from './outcome.ts';

/** How far a run has come, by its events. What was sent and not answered may have taken effect. */
export function stageOf({ update, phases, tryOut, trials, turn }: Lifecycle): Stage {
  const isSent = update.call === 'sent' || update.call === 'lost';
  if (turn) return 'turning-back';
  if (trials.some(({ result }) => result.kind === 'failed')) {
    return isSent ? 'turn-perhaps-requested' : 'turn-due';
  }
  if (tryOut) return 'trying-out';
  if (update.call === 'accepted') {
    const { phase } = phases.findLast((span) => span.phase !== 'settling') ?? {};
    return phase === 'rolling-back' ? phase : 'update-running';
  }
  return isSent ? 'perhaps-requested' : 'nothing-requested';
}
