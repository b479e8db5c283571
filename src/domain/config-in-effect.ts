import type { DeploymentConfig } from './deployment-config.ts';
import { deploymentConfigOf } from './expectation.ts';
import type { Lifecycle } from './lifecycle.ts';
import type { RolloutRequest } from './request.ts';

/** The deployment configuration that the rollout follows: a joined one has that of its first run. */
export function configInEffect(
  { deployment }: RolloutRequest,
  { start, before, latest }: Lifecycle,
): DeploymentConfig | undefined {
  if (start === 'joined') return latest?.lastDeploymentConfig;
  return before && deploymentConfigOf(deployment, before);
}
