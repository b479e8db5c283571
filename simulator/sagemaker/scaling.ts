import type {
  DesiredWeightAndCapacity,
  UpdateEndpointWeightsAndCapacitiesInput,
} from '@aws-sdk/client-sagemaker';
import type { Endpoint } from './endpoint.ts';
import { findEndpoint, isThere } from './endpoints.ts';
import { inProgress, refusal } from './errors.ts';
import { type Activity, counting, currentOf, type Fleet, settled, type Variant } from './fleet.ts';
import type { Call, World } from './world.ts';

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
  scale(call.world, endpoint, (variant) => wanting(variant, wishes));
  return { EndpointArn: endpoint.arn };
}

/** Auto scaling wants so many instances of every variant. */
export function scaleTo(world: World, endpoint: Endpoint, instances: number): void {
  scale(world, endpoint, (variant) =>
    counting(variant, { desired: instances }, growth(variant, instances)),
  );
}

/** The endpoint is updating for a while, with nothing pending, and then has what was wanted. */
function scale(world: World, endpoint: Endpoint, wish: (variant: Variant) => Variant): void {
  const now = world.clock.now();
  const live = dated(endpoint.state.live.map(wish), now);
  endpoint.change(now, { status: 'Updating', modifiedAt: now, live });
  world.moments.reached({ endpoint: endpoint.name, stage: 'scaling' });
  const end = now + world.durations.scale * 1000;
  world.clock.at(end, () => {
    if (!isThere(world, endpoint)) return;
    endpoint.change(end, { status: 'InService', modifiedAt: end, live: settled(live) });
    world.moments.reached({ endpoint: endpoint.name, stage: 'scaled' });
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

function dated(fleet: Fleet, now: number): Fleet {
  const since = Math.floor(now / 1000) * 1000;
  return fleet.map((variant) =>
    variant.activity ? { ...variant, activity: { ...variant.activity, since } } : variant,
  );
}
