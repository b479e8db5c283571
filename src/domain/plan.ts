import { type InFlight, inFlightOf, isAbsent, isRunning, type Snapshot } from './endpoint.ts';
import { Problem } from './problem.ts';

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

/** What one look at the endpoint asks for. */
export function planFor(configName: string, snapshot: Snapshot): Plan {
  const { status, pending } = snapshot;
  if (isAbsent(snapshot)) return { kind: 'create' };
  if (status === 'Failed') return { kind: 'impossible', problem: creationFailed(snapshot) };
  if (status === 'Deleting') return { kind: 'impossible', problem: beingDeleted(snapshot) };
  if (status !== 'InService' && !isRunning(snapshot)) return { kind: 'update' };
  if (pending?.configName === configName) return { kind: 'join' };
  if (status === 'Creating' && snapshot.configName === configName) return { kind: 'join' };
  if (isRunning(snapshot) || pending) return { kind: 'wait', inFlight: inFlightOf(snapshot) };
  return { kind: snapshot.configName === configName ? 'unchanged' : 'update' };
}

export function creationFailed({ name, status }: Snapshot): Problem {
  return new Problem('endpoint-failed', `Endpoint ${name} is ${status}.`, {
    remedy:
      'SageMaker cannot update an endpoint in this status. Delete it (DeleteEndpoint; its configurations and models stay) and create it again.',
  });
}

export function beingDeleted({ name }: Snapshot): Problem {
  return new Problem('endpoint-deleting', `Endpoint ${name} is being deleted.`, {
    remedy: 'Find out who deletes it. Once it is gone it can be created again under the same name.',
  });
}
