import type { Event } from '../domain/event.ts';
import type { RolloutRequest } from '../domain/request.ts';

/** One run of the action, as every reader of it gets it. */
export interface Story {
  readonly request: RolloutRequest;
  readonly region: string;
  /** Label of the environment, where the user gave one. */
  readonly environment: string | undefined;
  readonly run: WorkflowRun;
  readonly events: readonly Event[];
}

/** The run of the workflow on GitHub. */
export interface WorkflowRun {
  readonly url: string;
  readonly commit: string;
  readonly commitUrl: string;
}
