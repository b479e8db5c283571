import { beingDeleted, creationFailed } from './broken.ts';
import type { Doubt } from './doubt.ts';
import { type InFlight, inFlightOf, isAbsent, isRunning, type Snapshot } from './endpoint.ts';
import type { Problem } from './problem.ts';

/** What has to be done so that the endpoint serves a configuration. */
export type Plan =
  /** It serves already, with nothing pending. */
  | { readonly kind: 'unchanged' }
  /** It is being rolled out already: watch that. */
  | { readonly kind: 'join' }
  /** Something else is in flight, which refuses updates. */
  | { readonly kind: 'wait'; readonly inFlight: InFlight }
  | { readonly kind: 'update' }
  /** There is no endpoint yet. */
  | { readonly kind: 'create' }
  /** No update can help. */
  | { readonly kind: 'impossible'; readonly problem: Problem };

/**
 * What one look at the endpoint asks for. `doubt` says why what runs under the name may not be what it
 * stands for: then it is neither taken for served, nor followed where that is known.
 */
export function planFor(configName: string, snapshot: Snapshot, doubt?: Doubt): Plan {
  const { status, pending } = snapshot;
  if (isAbsent(snapshot)) return { kind: 'create' };
  if (status === 'Failed') return { kind: 'impossible', problem: creationFailed(snapshot) };
  if (status === 'Deleting') return { kind: 'impossible', problem: beingDeleted(snapshot) };
  if (status !== 'InService' && !isRunning(snapshot)) return { kind: 'update' };
  if (doubt?.kind !== 'replaced') {
    if (pending?.configName === configName) return { kind: 'join' };
    if (status === 'Creating' && snapshot.configName === configName) return { kind: 'join' };
  }
  if (isRunning(snapshot) || pending) return { kind: 'wait', inFlight: inFlightOf(snapshot) };
  if (snapshot.configName !== configName) return { kind: 'update' };
  return doubt ? { kind: 'impossible', problem: doubt.problem } : { kind: 'unchanged' };
}
