import type { Event } from '../domain/event.ts';
import type { Mode, RolloutRequest } from '../domain/request.ts';

/** One run of the action, as every reader of it gets it. */
export interface Story {
  readonly mode: Mode;
  readonly request: RolloutRequest;
  readonly region: string;
  /** Label of the environment, where the user gave one. */
  readonly environment: string | undefined;
  readonly run: WorkflowRun;
  readonly events: readonly Event[];
}

/** The request with the name of the configuration, once the events tell it. */
export function resolvedRequest(request: RolloutRequest, events: readonly Event[]): RolloutRequest {
  const resolved = events.findLast((event) => event.kind === 'resolved');
  return resolved ? { ...request, endpointConfigName: resolved.endpointConfigName } : request;
}

/** The run of the workflow on GitHub. */
export interface WorkflowRun {
  readonly url: string;
  readonly commit: string;
  readonly commitUrl: string;
}
