import type {
  CreateEndpointConfigInput,
  DeleteEndpointConfigInput,
  DescribeEndpointConfigInput,
  ListEndpointConfigsInput,
  ProductionVariant,
} from '@aws-sdk/client-sagemaker';
import type { Call, StoredEndpointConfig } from '../account/account.ts';
import { arnOf } from '../account/arn.ts';
import { checkEndpointConfig } from './endpoint-config-rules.ts';
import { alreadyExists, couldNotFind } from './errors.ts';
import { listPage } from './listing.ts';
import { findModel } from './models.ts';
import { checkTags, keepTags } from './tags.ts';

export function createEndpointConfig(input: CreateEndpointConfigInput, call: Call): object {
  const { account, now } = call;
  const arn = arnOf(call.place, 'endpoint-config', input.EndpointConfigName ?? '');
  if (account.endpointConfigs.has(arn)) throw alreadyExists('endpoint-config', arn);
  checkEndpointConfig(input);
  checkTags(input.Tags);
  checkModels(input, call);
  const [late] = account.faults.ofAccount('late-configurations');
  const visibleFrom = now + (late?.seconds ?? 0) * 1000;
  account.endpointConfigs.set(arn, { arn, createdAt: now, visibleFrom, input });
  keepTags(account, arn, input.Tags);
  return { EndpointConfigArn: arn };
}

export function describeEndpointConfig(input: DescribeEndpointConfigInput, call: Call): object {
  const config = findEndpointConfig(input.EndpointConfigName, call);
  const { Tags: _, ProductionVariants, ShadowProductionVariants, ...members } = config.input;
  return {
    EnableNetworkIsolation: false,
    ...members,
    ProductionVariants: ProductionVariants?.map(asAnswered),
    ShadowProductionVariants: ShadowProductionVariants?.map(asAnswered),
    EndpointConfigArn: config.arn,
    CreationTime: new Date(config.createdAt),
  };
}

/** AWS answers more than it was given; the volume of a serverless variant it would not even take. */
function asAnswered(variant: ProductionVariant): ProductionVariant {
  return {
    InitialVariantWeight: 1,
    ...(variant.ServerlessConfig && { VolumeSizeInGB: 5 }),
    ...variant,
  };
}

/** Every model that is named has to be there: when it is created, and each time it is rolled out. */
export function checkModels(input: CreateEndpointConfigInput, call: Call): void {
  const variants = [...(input.ProductionVariants ?? []), ...(input.ShadowProductionVariants ?? [])];
  for (const { ModelName } of variants) {
    if (ModelName !== undefined) findModel(ModelName, call);
  }
}

/** A configuration that is in use can be deleted, and is then missed by the next update. */
export function deleteEndpointConfig(input: DeleteEndpointConfigInput, call: Call): undefined {
  const { arn } = findEndpointConfig(input.EndpointConfigName, call);
  call.account.endpointConfigs.delete(arn);
  call.account.tags.delete(arn);
}

export function listEndpointConfigs(input: ListEndpointConfigsInput, call: Call): object {
  const { account, place, now } = call;
  const here = arnOf(place, 'endpoint-config', '');
  const all = [...account.endpointConfigs.values()]
    .filter(({ arn, visibleFrom }) => arn.startsWith(here) && visibleFrom <= now)
    .map((config) => ({ ...config, name: config.arn.slice(here.length) }));
  const { page, NextToken } = listPage(all, input);
  return {
    EndpointConfigs: page.map(({ name, arn, createdAt }) => ({
      EndpointConfigName: name,
      EndpointConfigArn: arn,
      CreationTime: new Date(createdAt),
    })),
    NextToken,
  };
}

export function findEndpointConfig(name: string | undefined, call: Call): StoredEndpointConfig {
  const arn = arnOf(call.place, 'endpoint-config', name ?? '');
  const config = call.account.endpointConfigs.get(arn);
  if (!config || config.visibleFrom > call.now) throw couldNotFind('endpoint-config', arn);
  return config;
}
