import type { Call } from '../account/account.ts';
import { arnOf } from '../account/arn.ts';
import type { Endpoint } from '../account/endpoint.ts';
import type { Variant } from '../account/fleet.ts';
import { refusal } from '../aws/aws-error.ts';

/** The variant that a resource id names, as it serves now. */
export function variantOf(
  { ResourceId = '' }: { readonly ResourceId: string | undefined },
  { account, place }: Call,
): { readonly endpoint: Endpoint; readonly variant: Variant } {
  const [, endpointName = '', variantName = ''] =
    /^endpoint\/([^/]+)\/variant\/([^/]+)$/.exec(ResourceId) ?? [];
  const endpoint = account.endpoints.get(arnOf(place, 'endpoint', endpointName));
  const variant = endpoint?.state.live.find(({ name }) => name === variantName);
  if (!endpoint || !variant) throw refusal(`there is no ${ResourceId} that serves`);
  return { endpoint, variant };
}
