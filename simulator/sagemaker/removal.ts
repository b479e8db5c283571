import { arnOf } from './arn.ts';
import { removeEndpoint } from './endpoints.ts';
import type { ResourceKind } from './errors.ts';
import type { World } from './world.ts';

/** Takes a resource away without asking whether it may go. */
export function removeResource(world: World, kind: ResourceKind, name: string): void {
  const arn = arnOf(world.place, kind, name);
  const endpoint = world.endpoints.get(arn);
  if (endpoint) removeEndpoint(world, endpoint);
  world.models.delete(arn);
  world.endpointConfigs.delete(arn);
  world.tags.delete(arn);
}
