import { isAbsent, type Snapshot } from '../domain/endpoint.ts';
import { shows } from '../domain/watching.ts';
import { type Run, requestOf, tell, watchSecondsOf } from '../run/run.ts';
import { end, type Next } from '../watch/observe.ts';
import type { Beginning } from './beginning.ts';
import type { Target } from './target.ts';
import type { Attempts } from './update.ts';

interface Joining {
  readonly attempts: Attempts;
  /** What is followed; undefined: what was sent. */
  readonly target?: Target;
  readonly kind: 'running' | 'perhaps-over';
}

/**
 * The requested configuration is being rolled out: by an earlier run, or by a call of ours whose
 * answer was lost; that one may even be over.
 */
export function join(
  run: Run,
  snapshot: Snapshot,
  { attempts: { lost }, target, kind }: Joining,
): Next<Beginning> {
  const { endpointConfigName } = requestOf(run);
  const isShown = shows(endpointConfigName, snapshot);
  // Others may have updated since the call whose answer was lost: what runs until then serves.
  const before = lost
    ? { ...lost.before, ...(isShown && { configName: snapshot.configName }) }
    : snapshot;
  const startedAt = snapshot.pending?.startedAt ?? lost?.at ?? snapshot.lastModified;
  const watchSeconds = watchSecondsOf(
    run,
    { ...run.asked, deployment: { kind: 'last' } },
    snapshot,
  );
  const doubt = target?.doubt?.problem;
  tell(run, { kind: 'joined', before, startedAt, watchSeconds, doubt });
  return end({ kind, before });
}

/** The answer to CreateEndpoint was lost, and what is there may have come of it: watching tells. */
export function mayBeOurCreation(
  { configName }: Snapshot,
  target: Target,
  { lost }: Attempts,
): boolean {
  return lost !== undefined && isAbsent(lost.before) && configName === target.name;
}
