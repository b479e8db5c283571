import type {
  DesiredWeightAndCapacity,
  UpdateEndpointWeightsAndCapacitiesInput,
} from '@aws-sdk/client-sagemaker';
import type { Account, Call } from '../account/account.ts';
import type { Endpoint } from '../account/endpoint.ts';
import {
  type Activity,
  counting,
  currentOf,
  dated,
  settled,
  type Variant,
} from '../account/fleet.ts';
import { refusal } from '../aws/aws-error.ts';
import { findEndpoint, isThere } from './endpoints.ts';
import { inProgress } from './errors.ts';

export function updateWeightsAndCapacities(
  input: UpdateEndpointWeightsAndCapacitiesInput,
  call: Call,
): object {
  const endpoint = findEndpoint(input.EndpointName, call);
  if (endpoint.busy) throw inProgress(endpoint.arn);
  const wishes = input.DesiredWeightsAndCapacities ?? [];
  const unknown = wishes.find(
    ({ VariantName }) => !endpoint.state.live.some(({ name }) => name === VariantName),
  );
  if (unknown) throw refusal(`the endpoint has no variant "${unknown.VariantName}"`);
  scale(call.account, endpoint, (variant) => wanting(variant, wishes));
  return { EndpointArn: endpoint.arn };
}

/** Auto scaling wants so many instances of every variant. */
export function scaleTo(account: Account, endpoint: Endpoint, instances: number): void {
  scale(account, endpoint, (variant) =>
    counting(variant, { desired: instances }, growth(variant, instances)),
  );
}

/** The endpoint is updating for a while, with nothing pending, and then has what was wanted. */
function scale(account: Account, endpoint: Endpoint, wish: (variant: Variant) => Variant): void {
  const now = account.clock.now();
  const live = dated(endpoint.state.live.map(wish), now);
  endpoint.change(now, { status: 'Updating', modifiedAt: now, live });
  account.moments.reached({ endpoint: endpoint.name, stage: 'scaling' });
  const end = now + account.durations.scale * 1000;
  account.clock.at(end, () => {
    if (!isThere(account, endpoint)) return;
    endpoint.change(end, { status: 'InService', modifiedAt: end, live: settled(live) });
    account.moments.reached({ endpoint: endpoint.name, stage: 'scaled' });
  });
}

function wanting(variant: Variant, wishes: readonly DesiredWeightAndCapacity[]): Variant {
  const wish = wishes.find(({ VariantName }) => VariantName === variant.name);
  if (!wish) return variant;
  const { DesiredInstanceCount: desired, DesiredWeight: weight } = wish;
  const counted =
    desired === undefined ? variant : counting(variant, { desired }, growth(variant, desired));
  return weight === undefined
    ? counted
    : { ...counted, weight: { current: variant.weight.current, desired: weight } };
}

/** The words are published for scaling out only. */
function growth(variant: Variant, desired: number): Activity | undefined {
  if (desired === currentOf(variant)) return undefined;
  if (desired < currentOf(variant)) return { status: 'Updating' };
  return { status: 'Updating', message: `Scaling out desired instance count to ${desired}.` };
}
