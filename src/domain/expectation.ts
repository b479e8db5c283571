import type { CapacitySize, DeploymentConfig } from './deployment-config.ts';
import type { Snapshot } from './endpoint.ts';
import type { Deployment } from './request.ts';

/** SageMaker ends no update later than this. */
const longestUpdateSeconds = 28_800;
/** A failing health check can take over 20 minutes to end. */
const slowestProvisioningSeconds = 1800;
const slowestRollbackSeconds = 1800;
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
  const forward = Math.min(forwardSeconds(config, instances), longestUpdateSeconds);
  return forward + slowestRollbackSeconds + marginSeconds;
}

/** The deployment configuration that an update of this endpoint will follow. */
export function deploymentConfigOf(
  deployment: Deployment,
  before: Snapshot,
): DeploymentConfig | undefined {
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

/** How many steps of this size make the whole fleet. */
function steps(size: CapacitySize, instances: number): number {
  return Math.ceil((size.Type === 'CAPACITY_PERCENT' ? 100 : instances) / size.Value);
}
