import { arnOf } from '../sagemaker/arn.ts';
import type { Endpoint } from '../sagemaker/endpoint.ts';
import type { Variant } from '../sagemaker/fleet.ts';
import type { Call } from '../sagemaker/world.ts';
import { refusal } from './errors.ts';

/** The variant that a resource id names, as it serves now. */
export function variantOf(
  { ResourceId = '' }: { readonly ResourceId: string | undefined },
  { world, place }: Call,
): { readonly endpoint: Endpoint; readonly variant: Variant } {
  const [, endpointName = '', variantName = ''] =
    /^endpoint\/([^/]+)\/variant\/([^/]+)$/.exec(ResourceId) ?? [];
  const endpoint = world.endpoints.get(arnOf(place, 'endpoint', endpointName));
  const variant = endpoint?.state.live.find(({ name }) => name === variantName);
  if (!endpoint || !variant) throw refusal(`there is no ${ResourceId} that serves`);
  return { endpoint, variant };
}
