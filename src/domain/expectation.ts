import { instancesOf } from './capacity.ts';
import type { CapacitySize, DeploymentConfig } from './deployment-config.ts';
import { isAbsent, type Snapshot } from './endpoint.ts';
import type { Deployment } from './request.ts';

/** SageMaker ends no update later than this. */
const longestUpdateSeconds = 28_800;
/** A failing health check can take over 20 minutes to end. */
export const slowestProvisioningSeconds = 1800;
export const slowestRollbackSeconds = 1800;
const marginSeconds = 600;

/** The longest time that any update can take, whatever its deployment configuration. */
export const longestWatchSeconds = longestUpdateSeconds + slowestRollbackSeconds + marginSeconds;

/**
 * The longest time, in seconds, that an update of this endpoint can take; a rollback at its end
 * and a margin are included.
 */
export function worstCaseSeconds(deployment: Deployment, before: Snapshot): number {
  const config = deploymentConfigOf(deployment, before);
  const instances = Math.max(1, ...before.variants.map((variant) => variant.desiredInstances ?? 1));
  return longestForwardSeconds(config, instances) + slowestRollbackSeconds + marginSeconds;
}

/** The longest time that an update can take without turning back, in a fleet of so many instances. */
export function longestForwardSeconds(
  config: DeploymentConfig | undefined,
  instances: number,
): number {
  return Math.min(forwardSeconds(config, instances), longestUpdateSeconds);
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

function forwardSeconds(config: DeploymentConfig | undefined, instances: number): number {
  const { BlueGreenUpdatePolicy: blueGreen, RollingUpdatePolicy: rolling } = config ?? {};
  if (rolling) {
    const batches = steps(rolling.MaximumBatchSize, instances);
    const worst = batches * (slowestProvisioningSeconds + rolling.WaitIntervalInSeconds);
    return rolling.MaximumExecutionTimeoutInSeconds ?? worst;
  }
  if (!blueGreen) return slowestProvisioningSeconds;
  const routing = blueGreen.TrafficRoutingConfiguration;
  const bakes = routing.LinearStepSize ? steps(routing.LinearStepSize, instances) : 1;
  const waits = bakes * routing.WaitIntervalInSeconds + (blueGreen.TerminationWaitInSeconds ?? 0);
  return blueGreen.MaximumExecutionTimeoutInSeconds ?? slowestProvisioningSeconds + waits;
}

/** How many steps of this size can make the whole fleet, however SageMaker rounds percentages. */
function steps(size: CapacitySize, instances: number): number {
  const inWholeInstances = Math.ceil(instances / instancesOf(size, instances));
  if (size.Type === 'INSTANCE_COUNT') return inWholeInstances;
  return Math.max(Math.ceil(100 / size.Value), inWholeInstances);
}
