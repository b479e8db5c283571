import type { Account } from '../account/account.ts';
import { arnOf, type ResourceKind } from '../account/arn.ts';
import { removeEndpoint } from './endpoints.ts';

/** Takes a resource away without asking whether it may go. */
export function removeResource(account: Account, kind: ResourceKind, name: string): void {
  const arn = arnOf(account.place, kind, name);
  const endpoint = account.endpoints.get(arn);
  if (endpoint) removeEndpoint(account, endpoint);
  account.models.delete(arn);
  account.inferenceComponents.delete(arn);
  account.transformJobs.delete(arn);
  account.endpointConfigs.delete(arn);
  account.tags.delete(arn);
}
