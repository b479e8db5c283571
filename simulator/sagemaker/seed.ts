import type {
  CreateEndpointConfigInput,
  CreateModelInput,
  DeploymentConfig,
} from '@aws-sdk/client-sagemaker';
import type { Call } from '../account/account.ts';
import { arnOf } from '../account/arn.ts';
import { Endpoint } from '../account/endpoint.ts';
import type { EndpointStatus } from '../account/endpoint-state.ts';
import { counting, desiredOf, type Fleet } from '../account/fleet.ts';
import { validate } from '../aws/validate.ts';
import { createEndpointConfig, findEndpointConfig } from './endpoint-configs.ts';
import { fleetOf } from './fleet-of-config.ts';
import { keepModel } from './models.ts';
import { requests } from './shapes.ts';

const aDayMs = 24 * 60 * 60 * 1000;

/** As of so many days ago: what is found is older than the simulation. */
export function daysAgo(days: number, call: Call): Call {
  return { ...call, now: call.now - days * aDayMs };
}

/** How an endpoint is found, where it differs from its configuration fresh in service. */
export interface InitialState {
  readonly status?: EndpointStatus;
  /** Instances per variant, as auto scaling may have left them. */
  readonly instanceCounts?: Readonly<Record<string, number>>;
  readonly weights?: Readonly<Record<string, number>>;
  /** Of an earlier rollback. */
  readonly failureReason?: string;
  readonly lastDeploymentConfig?: DeploymentConfig;
}

/** A model by its name alone has a container of that name. */
export function seedModel(call: Call, name: string, members: Partial<CreateModelInput>): void {
  const { account, region } = call.place;
  const input: CreateModelInput = {
    ModelName: name,
    PrimaryContainer: {
      Image: `${account}.dkr.ecr.${region}.amazonaws.com/models:${name}`,
      ModelDataUrl: `s3://models-${account}/${name}/model.tar.gz`,
    },
    ExecutionRoleArn: `arn:aws:iam::${account}:role/sagemaker`,
    ...members,
  };
  validate(input, requests.CreateModel);
  keepModel(input, call);
}

/** A configuration by its name alone serves the model of that name on 3 x ml.m5.xlarge. */
export function seedEndpointConfig(
  call: Call,
  name: string,
  members: Partial<CreateEndpointConfigInput>,
): void {
  const input: CreateEndpointConfigInput = {
    EndpointConfigName: name,
    ProductionVariants: [
      {
        VariantName: 'AllTraffic',
        ModelName: name,
        InstanceType: 'ml.m5.xlarge',
        InitialInstanceCount: 3,
        InitialVariantWeight: 1,
      },
    ],
    ...members,
  };
  validate(input, requests.CreateEndpointConfig);
  createEndpointConfig(input, call);
}

/** An endpoint that is found has been there since yesterday, or since its configuration was created. */
export function seedEndpoint(
  call: Call,
  name: string,
  configName: string,
  initial: InitialState,
): Endpoint {
  const { account, place } = call;
  const config = findEndpointConfig(configName, call);
  const since = { ...call, now: Math.max(daysAgo(1, call).now, config.createdAt) };
  const fleet = fleetOf(config, since);
  const endpoint = new Endpoint(place, name, {
    status: initial.status ?? 'InService',
    configName,
    modifiedAt: since.now,
    live: living(fleet, initial),
    failureReason: initial.failureReason,
    lastDeploymentConfig: initial.lastDeploymentConfig,
  });
  account.endpoints.set(arnOf(place, 'endpoint', name), endpoint);
  return endpoint;
}

function living(fleet: Fleet, { instanceCounts = {}, weights = {} }: InitialState): Fleet {
  return fleet.map((variant) => {
    const count = instanceCounts[variant.name] ?? desiredOf(variant);
    const weight = weights[variant.name] ?? variant.weight.desired;
    return {
      ...counting(variant, { current: count, desired: count }),
      weight: { current: weight, desired: weight },
    };
  });
}
