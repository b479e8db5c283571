import type {
  CreateEndpointConfigInput,
  DeleteEndpointConfigInput,
  DescribeEndpointConfigInput,
  ListEndpointConfigsInput,
  ProductionVariant,
} from '@aws-sdk/client-sagemaker';
import type { Call, StoredEndpointConfig } from '../account/account.ts';
import { arnOf } from '../account/arn.ts';
import { pageOf } from '../account/page.ts';
import { checkEndpointConfig } from './endpoint-config-rules.ts';
import { alreadyExists, couldNotFind } from './errors.ts';
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
  const found = searchEndpointConfigs(input, call);
  const size = input.MaxResults ?? 10;
  const { page, NextToken } = pageOf(found, { token: input.NextToken, size });
  return {
    EndpointConfigs: page.map((config) => ({
      EndpointConfigName: config.input.EndpointConfigName,
      EndpointConfigArn: config.arn,
      CreationTime: new Date(config.createdAt),
    })),
    NextToken,
  };
}

/** Times in requests are seconds since 1970, whatever the SDK's type says. */
type Search = Omit<ListEndpointConfigsInput, 'CreationTimeAfter' | 'CreationTimeBefore'> & {
  readonly CreationTimeAfter?: unknown;
  readonly CreationTimeBefore?: unknown;
};

function searchEndpointConfigs(
  input: Search,
  { account, place, now }: Call,
): StoredEndpointConfig[] {
  const after = Number(input.CreationTimeAfter ?? Number.NEGATIVE_INFINITY) * 1000;
  const before = Number(input.CreationTimeBefore ?? Number.POSITIVE_INFINITY) * 1000;
  const here = arnOf(place, 'endpoint-config', '');
  const direction = input.SortOrder === 'Ascending' ? 1 : -1;
  return [...account.endpointConfigs.values()]
    .filter(({ arn, visibleFrom }) => arn.startsWith(here) && visibleFrom <= now)
    .filter(({ createdAt }) => after <= createdAt && createdAt <= before)
    .filter(({ arn }) => arn.slice(here.length).includes(input.NameContains ?? ''))
    .sort((a, b) => direction * (input.SortBy === 'Name' ? byName(a, b) : byAge(a, b)));
}

function byName(a: StoredEndpointConfig, b: StoredEndpointConfig): number {
  return a.arn < b.arn ? -1 : 1;
}

function byAge(a: StoredEndpointConfig, b: StoredEndpointConfig): number {
  return a.createdAt - b.createdAt || byName(a, b);
}

export function findEndpointConfig(name: string | undefined, call: Call): StoredEndpointConfig {
  const arn = arnOf(call.place, 'endpoint-config', name ?? '');
  const config = call.account.endpointConfigs.get(arn);
  if (!config || config.visibleFrom > call.now) throw couldNotFind('endpoint-config', arn);
  return config;
}
