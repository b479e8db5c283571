/** A configuration of ours that was not deleted, because an endpoint needs it. */
export interface KeptConfig {
  readonly name: string;
  readonly neededBy: string;
}
