/** The run of the workflow on GitHub. */
export interface WorkflowRun {
  /** The same when the run is run again. */
  readonly url: string;
  readonly commit: string;
  readonly commitUrl: string;
}
