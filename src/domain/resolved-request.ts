import type { Lifecycle } from './lifecycle.ts';
import type { RolloutRequest } from './request.ts';

/** The request as it stands by what was told: the name of its configuration, its alarms. */
export function resolvedBy(
  { endpointConfigName, alarmed }: Lifecycle,
  request: RolloutRequest,
): RolloutRequest {
  return {
    ...request,
    ...(endpointConfigName !== undefined && { endpointConfigName }),
    ...(alarmed && { deployment: alarmed.deployment }),
  };
}
