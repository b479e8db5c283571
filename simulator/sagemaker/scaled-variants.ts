import type { Account, Call } from '../account/account.ts';
import type { Endpoint } from '../account/endpoint.ts';
import type { Fleet, Variant } from '../account/fleet.ts';
import { refusal } from '../aws/aws-error.ts';

/**
 * While a variant is auto-scaled, its instance type stays and it cannot be removed. The rule is in
 * https://docs.aws.amazon.com/sagemaker/latest/dg/endpoint-scaling-update.html, AWS's words are not.
 */
export function checkScaledVariants(
  endpoint: Endpoint,
  fleet: Fleet,
  { account, place }: Call,
): void {
  for (const target of account.scalableTargets.values()) {
    const [, endpointName, , variantName] = target.resourceId.split('/');
    if (endpointName !== endpoint.name || target.region !== place.region) continue;
    const live = endpoint.state.live.find(({ name }) => name === variantName);
    const next = fleet.find(({ name }) => name === variantName);
    if (!live) continue;
    if (!next) throw refusal(`the auto-scaled variant "${variantName}" cannot be removed`);
    if (typeOf(live) !== typeOf(next)) {
      throw refusal(`the auto-scaled variant "${variantName}" keeps its instance type`);
    }
  }
}

/** Of a deleted endpoint, nothing stays registered. */
export function forgetScaling(account: Account, endpoint: Endpoint): void {
  const region = endpoint.arn.split(':')[3];
  for (const [key, target] of account.scalableTargets) {
    const isOfIt = target.resourceId.startsWith(`endpoint/${endpoint.name}/`);
    if (isOfIt && target.region === region) account.scalableTargets.delete(key);
  }
}

function typeOf({ capacity }: Variant): string | undefined {
  return capacity.kind === 'instances' ? capacity.type : 'serverless';
}
