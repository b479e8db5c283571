import { arnOf } from './arn.ts';
import type { Endpoint } from './endpoint.ts';
import { createEndpoint, isThere, removeEndpoint } from './endpoints.ts';
import type { EndpointEvent } from './faults.ts';
import { scaleTo } from './scaling.ts';
import { updateEndpoint } from './update-endpoint.ts';
import type { World } from './world.ts';

/** Arranges that something happens to an endpoint without anyone of ours asking for it. */
export function arrangeEvent(world: World, event: EndpointEvent): void {
  world.moments.when(event.when, () => {
    const endpoint = world.endpoints.get(arnOf(world.place, 'endpoint', event.endpoint));
    if (endpoint) happen(world, endpoint, event);
  });
}

function happen(world: World, endpoint: Endpoint, event: EndpointEvent): void {
  const now = world.clock.now();
  const call = { world, place: world.place, now, asOf: now };
  if (event.kind === 'endpoint-deleted') {
    removeEndpoint(world, endpoint);
  } else if (event.kind === 'endpoint-recreated') {
    removeEndpoint(world, endpoint);
    createEndpoint(namesIn(event), call);
  } else if (event.kind === 'shown-otherwise') {
    endpoint.disguise(now, now + 1000 * event.forSeconds, event.as);
  } else if (endpoint.busy) {
    return;
  } else if (event.kind === 'system-updating') {
    updateSystem(world, endpoint, event.forSeconds);
  } else if (event.kind === 'auto-scaling') {
    scaleTo(world, endpoint, event.instances);
  } else {
    updateEndpoint(namesIn(event), call);
  }
}

function namesIn(event: { readonly endpoint: string; readonly endpointConfigName: string }) {
  return { EndpointName: event.endpoint, EndpointConfigName: event.endpointConfigName };
}

/** AWS maintains the endpoint: nothing changes, but nothing else can be done meanwhile. */
function updateSystem(world: World, endpoint: Endpoint, seconds: number): void {
  const now = world.clock.now();
  const end = now + seconds * 1000;
  const before = endpoint.state.status;
  endpoint.change(now, { status: 'SystemUpdating' });
  world.moments.reached({ endpoint: endpoint.name, stage: 'system-updating' });
  world.clock.at(end, () => {
    if (!isThere(world, endpoint)) return;
    endpoint.change(end, { status: before });
    world.moments.reached({ endpoint: endpoint.name, stage: 'system-updated' });
  });
}
