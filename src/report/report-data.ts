import type { Event } from '../domain/event.ts';
import { lifecycleOf } from '../domain/lifecycle.ts';
import type { Mode, RolloutRequest } from '../domain/request.ts';
import { resolvedBy } from '../domain/resolved-request.ts';
import type { WorkflowRun } from '../domain/workflow-run.ts';

/** One run of the action, as every reader of it gets it. */
export interface ReportData {
  readonly mode: Mode;
  readonly request: RolloutRequest;
  readonly region: string;
  /** Label of the environment, where the user gave one. */
  readonly environment: string | undefined;
  readonly run: WorkflowRun;
  readonly events: readonly Event[];
}

/** The request as it stands by what the events tell. */
export function resolvedRequest(request: RolloutRequest, events: readonly Event[]): RolloutRequest {
  return resolvedBy(lifecycleOf(events), request);
}
