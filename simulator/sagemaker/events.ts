import type { Account } from '../account/account.ts';
import { arnOf } from '../account/arn.ts';
import type { Endpoint } from '../account/endpoint.ts';
import type { EndpointEvent } from '../account/faults.ts';
import { createEndpoint, isThere, removeEndpoint } from './endpoints.ts';
import { scaleTo } from './scaling.ts';
import { updateEndpoint } from './update-endpoint.ts';

/** Arranges that something happens to an endpoint without anyone of ours asking for it. */
export function arrangeEvent(account: Account, event: EndpointEvent): void {
  account.moments.when(event.when, () => {
    const endpoint = account.endpoints.get(arnOf(account.place, 'endpoint', event.endpoint));
    if (endpoint) happen(account, endpoint, event);
  });
}

function happen(account: Account, endpoint: Endpoint, event: EndpointEvent): void {
  const now = account.clock.now();
  const call = { account, place: account.place, now, asOf: now };
  if (event.kind === 'endpoint-deleted') {
    removeEndpoint(account, endpoint);
  } else if (event.kind === 'endpoint-recreated') {
    removeEndpoint(account, endpoint);
    createEndpoint(namesIn(event), call);
  } else if (event.kind === 'shown-otherwise') {
    endpoint.disguise(now, now + 1000 * event.forSeconds, event.as);
  } else if (endpoint.busy) {
    return;
  } else if (event.kind === 'system-updating') {
    updateSystem(account, endpoint, event.forSeconds);
  } else if (event.kind === 'auto-scaling') {
    scaleTo(account, endpoint, event.instances);
  } else {
    updateEndpoint(namesIn(event), call);
  }
}

function namesIn(event: { readonly endpoint: string; readonly endpointConfigName: string }) {
  return { EndpointName: event.endpoint, EndpointConfigName: event.endpointConfigName };
}

/** AWS maintains the endpoint: nothing changes, but nothing else can be done meanwhile. */
function updateSystem(account: Account, endpoint: Endpoint, seconds: number): void {
  const now = account.clock.now();
  const end = now + seconds * 1000;
  const before = endpoint.state.status;
  endpoint.change(now, { status: 'SystemUpdating' });
  account.moments.reached({ endpoint: endpoint.name, stage: 'system-updating' });
  account.clock.at(end, () => {
    if (!isThere(account, endpoint)) return;
    endpoint.change(end, { status: before });
    account.moments.reached({ endpoint: endpoint.name, stage: 'system-updated' });
  });
}
