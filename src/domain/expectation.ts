import { instancesOf } from './capacity.ts';
import type { CapacitySize, DeploymentConfig } from './deployment-config.ts';
import { isAbsent, type Snapshot } from './endpoint.ts';
import { usualLaunchSeconds } from './launch.ts';
import type { Deployment } from './request.ts';

/** https://docs.github.com/en/actions/reference/limits: a job on a hosted runner. */
export const hostedJobSeconds = 6 * 3600;

/** SageMaker ends no update later than this. */
const longestUpdateSeconds = 28_800;
const slowestRollbackSeconds = 1800;
const marginSeconds = 600;

/** The longest time that any update can take, whatever its deployment configuration. */
export const longestWatchSeconds = longestUpdateSeconds + slowestRollbackSeconds + marginSeconds;

/** The fleet of an update, as far as its time depends on it. */
export interface FleetTimes {
  /** Of the largest variant. */
  readonly instances: number;
  /** The longest time in which its instances start, or fail to. */
  readonly launchSeconds: number;
}

/**
 * The longest time, in seconds, that an update of this endpoint can take; a rollback at its end
 * and a margin are included.
 */
export function worstCaseSeconds(
  deployment: Deployment,
  before: Snapshot,
  launchSeconds = usualLaunchSeconds,
): number {
  const config = deploymentConfigOf(deployment, before);
  const instances = Math.max(1, ...before.variants.map((variant) => variant.desiredInstances ?? 1));
  const fleet = { instances, launchSeconds };
  return (
    longestForwardSeconds(config, fleet) + longestRollbackSeconds(config, fleet) + marginSeconds
  );
}

/** The longest time that an update can take without turning back. */
export function longestForwardSeconds(
  config: DeploymentConfig | undefined,
  fleet: FleetTimes,
): number {
  return Math.min(forwardSeconds(config, fleet), longestUpdateSeconds);
}

/**
 * The longest time that its rollback can take. A rolling update launches old instances again: all at
 * once, unless told otherwise. They have started before, so a batch takes a third of the slowest launch.
 */
export function longestRollbackSeconds(
  config: DeploymentConfig | undefined,
  { instances, launchSeconds }: FleetTimes,
): number {
  const size = config?.RollingUpdatePolicy?.RollbackMaximumBatchSize;
  const batches = size ? steps(size, instances) : 1;
  return Math.max(slowestRollbackSeconds, Math.round((batches * launchSeconds) / 3));
}

/** The deployment configuration that an update of this endpoint will follow; to a creation none applies. */
export function deploymentConfigOf(
  deployment: Deployment,
  before: Snapshot,
): DeploymentConfig | undefined {
  if (isAbsent(before)) return undefined;
  switch (deployment.kind) {
    case 'default':
      return undefined;
    case 'last':
      return before.lastDeploymentConfig;
    case 'given':
      return deployment.config;
  }
}

function forwardSeconds(
  config: DeploymentConfig | undefined,
  { instances, launchSeconds }: FleetTimes,
): number {
  const { BlueGreenUpdatePolicy: blueGreen, RollingUpdatePolicy: rolling } = config ?? {};
  if (rolling) {
    const batches = steps(rolling.MaximumBatchSize, instances);
    const worst = batches * (launchSeconds + rolling.WaitIntervalInSeconds);
    return rolling.MaximumExecutionTimeoutInSeconds ?? worst;
  }
  if (!blueGreen) return launchSeconds;
  const routing = blueGreen.TrafficRoutingConfiguration;
  const bakes = routing.LinearStepSize ? steps(routing.LinearStepSize, instances) : 1;
  const waits = bakes * routing.WaitIntervalInSeconds + (blueGreen.TerminationWaitInSeconds ?? 0);
  return blueGreen.MaximumExecutionTimeoutInSeconds ?? launchSeconds + waits;
}

/** How many steps of this size can make the whole fleet, however SageMaker rounds percentages. */
function steps(size: CapacitySize, instances: number): number {
  const inWholeInstances = Math.ceil(instances / instancesOf(size, instances));
  if (size.Type === 'INSTANCE_COUNT') return inWholeInstances;
  return Math.max(Math.ceil(100 / size.Value), inWholeInstances);
}
