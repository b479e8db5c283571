/**
 * How long things take, in seconds. The defaults were chosen so that 3 x ml.m5.xlarge behave
 * as in the captured runs: a canary with waits of 300 s and 120 s ends after 584 s (9:44).
 */
export interface Durations {
  /** From CreateEndpoint to InService. */
  readonly create: number;
  /** From UpdateEndpoint until the PendingDeploymentSummary shows. */
  readonly summary: number;
  /** From UpdateEndpoint until new instances can take traffic; also for each further batch. */
  readonly launch: number;
  /** Turning traffic on, onto either fleet. */
  readonly activate: number;
  /** Removing the old fleet, or a batch of it. */
  readonly terminate: number;
  /** From the trip of an alarm until the old fleet is in service again. */
  readonly rollBack: number;
  /** A change of weights or instance counts. */
  readonly scale: number;
  /** From DeleteEndpoint until the endpoint was deleted. */
  readonly delete: number;
}

export const usualDurations: Durations = {
  create: 180,
  summary: 3,
  launch: 150,
  activate: 5,
  terminate: 4,
  rollBack: 60,
  scale: 60,
  delete: 5,
};
