/** The run of the workflow on GitHub. */
export interface WorkflowRun {
  /** The same when the run is run again. */
  readonly url: string;
  readonly commit: string;
  /** The branch whose commit it is; undefined: that of a tag, a pull request or a merge queue. */
  readonly branch?: string | undefined;
  readonly commitUrl: string;
}
