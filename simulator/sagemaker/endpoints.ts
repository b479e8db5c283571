import type {
  CreateEndpointInput,
  DeleteEndpointInput,
  DescribeEndpointInput,
} from '@aws-sdk/client-sagemaker';
import { arnOf } from './arn.ts';
import { describe } from './describe-endpoint.ts';
import { Endpoint } from './endpoint.ts';
import { checkModels, findEndpointConfig } from './endpoint-configs.ts';
import { alreadyExists, couldNotFind, inProgress } from './errors.ts';
import type { Fleet } from './fleet.ts';
import { fleetOf } from './fleet-of-config.ts';
import { checkQuota } from './quota.ts';
import { forgetScaling } from './scaled-variants.ts';
import { checkTags, keepTags } from './tags.ts';
import { readTroubles } from './troubles.ts';
import { checkPolicies } from './update-rules.ts';
import type { Call, World } from './world.ts';

export function createEndpoint(input: CreateEndpointInput, call: Call): object {
  const { world, now } = call;
  const { EndpointName: name = '', EndpointConfigName: configName = '' } = input;
  const arn = arnOf(call.place, 'endpoint', name);
  if (world.endpoints.has(arn)) throw alreadyExists('endpoint', arn);
  const config = findEndpointConfig(configName, call);
  checkModels(config.input, call);
  checkTags(input.Tags);
  checkPolicies(input.DeploymentConfig);
  const fleet = fleetOf(config, call);
  checkQuota(world, fleet, 'whole fleet');
  const endpoint = new Endpoint(call.place, name, {
    status: 'Creating',
    configName,
    modifiedAt: now,
    live: [],
    lastDeploymentConfig: input.DeploymentConfig,
  });
  world.endpoints.set(arn, endpoint);
  keepTags(world, arn, input.Tags);
  world.moments.reached({ endpoint: name, stage: 'creating' });
  launch(world, endpoint, fleet);
  return { EndpointArn: arn };
}

function launch(world: World, endpoint: Endpoint, fleet: Fleet): void {
  const troubles = readTroubles(
    world.faults.strikingDeployment(endpoint.name),
    world.durations,
    fleet,
  );
  const [failure] = troubles.failures;
  const seconds = failure ? (failure.when.afterSeconds ?? 0) : world.durations.create;
  const end = world.clock.now() + seconds * 1000;
  world.clock.at(end, () => {
    if (!isThere(world, endpoint)) return;
    if (failure) {
      endpoint.change(end, { status: 'Failed', modifiedAt: end, failureReason: failure.reason });
    } else {
      endpoint.change(end, { status: 'InService', modifiedAt: end, live: fleet });
    }
    world.moments.reached({ endpoint: endpoint.name, stage: failure ? 'failed' : 'created' });
  });
}

export function describeEndpoint(input: DescribeEndpointInput, call: Call): object {
  const endpoint = endpointAsSeen(input.EndpointName, call);
  const state = endpoint.shownAt(call.asOf);
  const configArn = arnOf(call.place, 'endpoint-config', state.configName);
  return describe(endpoint, state, call.world.endpointConfigs.get(configArn));
}

export function deleteEndpoint(input: DeleteEndpointInput, call: Call): undefined {
  const { world, now } = call;
  const endpoint = findEndpoint(input.EndpointName, call);
  if (endpoint.busy) throw inProgress(endpoint.arn);
  endpoint.change(now, { status: 'Deleting', modifiedAt: now });
  world.moments.reached({ endpoint: endpoint.name, stage: 'deleting' });
  world.clock.at(now + world.durations.delete * 1000, () => removeEndpoint(world, endpoint));
}

/** Takes the endpoint away, whatever it was doing. */
export function removeEndpoint(world: World, endpoint: Endpoint): void {
  if (!isThere(world, endpoint)) return;
  world.endpoints.delete(endpoint.arn);
  world.deletedEndpoints.push({ endpoint, deletedAt: world.clock.now() });
  world.tags.delete(endpoint.arn);
  forgetScaling(world, endpoint);
  world.moments.reached({ endpoint: endpoint.name, stage: 'deleted' });
}

/** Not only one of the same name, created later. */
export function isThere(world: World, endpoint: Endpoint): boolean {
  return world.endpoints.get(endpoint.arn) === endpoint;
}

export function findEndpoint(name: string | undefined, { world, place }: Call): Endpoint {
  const arn = arnOf(place, 'endpoint', name ?? '');
  const endpoint = world.endpoints.get(arn);
  if (!endpoint) throw couldNotFind('endpoint', arn);
  return endpoint;
}

/** An old answer tells of the endpoint that had the name then, where there was one. */
function endpointAsSeen(name: string | undefined, call: Call): Endpoint {
  const { world, place, asOf, now } = call;
  if (asOf >= now) return findEndpoint(name, call);
  const arn = arnOf(place, 'endpoint', name ?? '');
  const present = world.endpoints.get(arn);
  const deleted = world.deletedEndpoints.find(
    ({ endpoint, deletedAt }) =>
      endpoint.arn === arn && endpoint.createdAt <= asOf && asOf < deletedAt,
  );
  const then = present && present.createdAt <= asOf ? present : deleted?.endpoint;
  if (!then) throw couldNotFind('endpoint', arn);
  return then;
}
