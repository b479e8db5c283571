import { beingDeleted, creationFailed } from './broken.ts';
import type { Doubt } from './doubt.ts';
import { type InFlight, inFlightOf, isRunning, type Snapshot } from './endpoint.ts';
import type { Problem } from './problem.ts';
import type { EndpointCreation } from './request.ts';
import { conditionOf } from './status.ts';

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
  /** It has failed and is to be deleted, or is being deleted; then one of its name is created. */
  | { readonly kind: 'replace' }
  /** No update can help. */
  | { readonly kind: 'impossible'; readonly problem: Problem };

/**
 * What one poll of the endpoint asks for. `doubt` says why what runs under the name may not be what it
 * stands for: then it is neither taken for served, nor followed where that is known.
 */
export function planFor(
  configName: string,
  snapshot: Snapshot,
  doubt?: Doubt,
  creation: EndpointCreation = 'if-missing',
): Plan {
  if (isReplaced(snapshot, creation)) return { kind: 'replace' };
  switch (conditionOf(snapshot.status)) {
    case 'absent':
      return { kind: 'create' };
    case 'failed':
      return { kind: 'impossible', problem: creationFailed(snapshot, snapshot.failureReason) };
    case 'deleting':
      return { kind: 'impossible', problem: beingDeleted(snapshot) };
    case 'broken':
      return { kind: 'update' };
    case 'serving':
    case 'running':
    case 'unknown':
      return planWhere(configName, snapshot, doubt);
  }
}

/** Whether the endpoint gives way to a new one: only what is `Failed` is deleted, and what is being deleted is gone soon. */
export function isReplaced({ status }: Snapshot, creation: EndpointCreation): boolean {
  const condition = conditionOf(status);
  return creation === 'replace-failed' && (condition === 'failed' || condition === 'deleting');
}

/** It serves, or something is, or may be, under way. */
function planWhere(configName: string, snapshot: Snapshot, doubt: Doubt | undefined): Plan {
  const { status, pending } = snapshot;
  if (doubt?.kind !== 'replaced') {
    if (pending?.configName === configName) return { kind: 'join' };
    if (status === 'Creating' && snapshot.configName === configName) return { kind: 'join' };
  }
  if (isRunning(snapshot) || pending) return { kind: 'wait', inFlight: inFlightOf(snapshot) };
  if (snapshot.configName !== configName) return { kind: 'update' };
  return doubt ? { kind: 'impossible', problem: doubt.problem } : { kind: 'unchanged' };
}
