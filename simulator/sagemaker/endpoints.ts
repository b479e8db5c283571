import type {
  CreateEndpointInput,
  DeleteEndpointInput,
  DescribeEndpointInput,
} from '@aws-sdk/client-sagemaker';
import type { Account, Call } from '../account/account.ts';
import { arnOf } from '../account/arn.ts';
import { Endpoint } from '../account/endpoint.ts';
import { type Fleet, withoutTraffic } from '../account/fleet.ts';
import { describe } from './describe-endpoint.ts';
import { checkModels, findEndpointConfig } from './endpoint-configs.ts';
import { alreadyExists, couldNotFind, inProgress } from './errors.ts';
import { fleetOf } from './fleet-of-config.ts';
import { checkComponents, forgetComponents } from './model-users.ts';
import { checkQuota } from './quota.ts';
import { forgetScaling } from './scaled-variants.ts';
import { checkTags, keepTags } from './tags.ts';
import { readTroubles } from './troubles.ts';
import { checkPolicies } from './update-rules.ts';

export function createEndpoint(input: CreateEndpointInput, call: Call): object {
  const { account, now } = call;
  const { EndpointName: name = '', EndpointConfigName: configName = '' } = input;
  const arn = arnOf(call.place, 'endpoint', name);
  if (account.endpoints.has(arn)) throw alreadyExists('endpoint', arn);
  const config = findEndpointConfig(configName, call);
  checkModels(config.input, call);
  checkTags(input.Tags);
  checkPolicies(input.DeploymentConfig);
  const fleet = fleetOf(config, call);
  checkQuota(account, fleet, 'whole fleet');
  const endpoint = new Endpoint(call.place, name, {
    status: 'Creating',
    configName,
    modifiedAt: now,
    live: [],
    launching: withoutTraffic(fleet, () => undefined),
    lastDeploymentConfig: input.DeploymentConfig,
  });
  account.endpoints.set(arn, endpoint);
  keepTags(account, arn, input.Tags);
  account.moments.reached({ endpoint: name, stage: 'creating' });
  launch(account, endpoint, fleet);
  return { EndpointArn: arn };
}

function launch(account: Account, endpoint: Endpoint, fleet: Fleet): void {
  const troubles = readTroubles(account, endpoint.name, fleet);
  const [failure] = troubles.failures;
  const seconds = failure ? (failure.when.afterSeconds ?? 0) : account.durations.create;
  const end = account.clock.now() + seconds * 1000;
  account.clock.at(end, () => {
    if (!isThere(account, endpoint)) return;
    const outcome = failure
      ? ({ status: 'Failed', failureReason: failure.reason } as const)
      : ({ status: 'InService', live: fleet } as const);
    endpoint.change(end, { ...outcome, modifiedAt: end, launching: undefined });
    account.moments.reached({ endpoint: endpoint.name, stage: failure ? 'failed' : 'created' });
  });
}

export function describeEndpoint(input: DescribeEndpointInput, call: Call): object {
  const endpoint = endpointAsSeen(input.EndpointName, call);
  const state = endpoint.shownAt(call.asOf);
  const configArn = arnOf(call.place, 'endpoint-config', state.configName);
  return describe(endpoint, state, call.account.endpointConfigs.get(configArn));
}

export function deleteEndpoint(input: DeleteEndpointInput, call: Call): undefined {
  const { account, now } = call;
  const endpoint = findEndpoint(input.EndpointName, call);
  if (endpoint.busy) throw inProgress(endpoint.arn);
  checkComponents(endpoint, call);
  endpoint.change(now, { status: 'Deleting', modifiedAt: now });
  account.moments.reached({ endpoint: endpoint.name, stage: 'deleting' });
  account.clock.at(now + account.durations.delete * 1000, () => removeEndpoint(account, endpoint));
}

/** Takes the endpoint away, whatever it was doing. */
export function removeEndpoint(account: Account, endpoint: Endpoint): void {
  if (!isThere(account, endpoint)) return;
  account.endpoints.delete(endpoint.arn);
  account.deletedEndpoints.push({ endpoint, deletedAt: account.clock.now() });
  account.tags.delete(endpoint.arn);
  forgetComponents(account, endpoint);
  forgetScaling(account, endpoint);
  account.moments.reached({ endpoint: endpoint.name, stage: 'deleted' });
}

/** Not only one of the same name, created later. */
export function isThere(account: Account, endpoint: Endpoint): boolean {
  return account.endpoints.get(endpoint.arn) === endpoint;
}

export function findEndpoint(name: string | undefined, { account, place }: Call): Endpoint {
  const arn = arnOf(place, 'endpoint', name ?? '');
  const endpoint = account.endpoints.get(arn);
  if (!endpoint) throw couldNotFind('endpoint', arn);
  return endpoint;
}

/** An older answer is about the endpoint that had the name then, where there was one. */
function endpointAsSeen(name: string | undefined, call: Call): Endpoint {
  const { account, place, asOf, now } = call;
  if (asOf >= now) return findEndpoint(name, call);
  const arn = arnOf(place, 'endpoint', name ?? '');
  const present = account.endpoints.get(arn);
  const deleted = account.deletedEndpoints.find(
    ({ endpoint, deletedAt }) =>
      endpoint.arn === arn && endpoint.createdAt <= asOf && asOf < deletedAt,
  );
  const then = present && present.createdAt <= asOf ? present : deleted?.endpoint;
  if (!then) throw couldNotFind('endpoint', arn);
  return then;
}
