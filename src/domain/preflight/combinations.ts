import {
  everyVariantOf,
  hostsComponents,
  isServerless,
  modelNamesOfVariant,
  productionVariantsOf,
  variantNameOf,
} from '../endpoint-config.ts';
import { type JsonObject, numberAt, objectAt, objectsAt, textAt } from '../json.ts';
import { managedScalingNeedsComponents } from '../known-refusals.ts';
import { listed, own, type Phrase, phrase } from '../text/phrase.ts';
import type { Facts } from './facts.ts';
import type { Finding } from './finding.ts';
import { configInput } from './written.ts';

const notOnServerless = phrase`SageMaker does not take it on a serverless endpoint.`;

/** What contradicts itself in a configuration, and what to do about it. */
type Contradiction = Pick<Finding, 'seen' | 'why' | 'remedy'>;

/**
 * What CreateEndpointConfig refuses. Of a configuration that exists it has taken all, and
 * DescribeEndpointConfig adds members that it does not take: a VolumeSizeInGB to serverless variants.
 */
export function combinationsSuit(facts: Facts, config: JsonObject): readonly Finding[] {
  if (facts.toCreate.length === 0) return [];
  const input = configInput(facts);
  return [
    ...serverlessStandsAlone(config, input),
    ...managedScalingHasComponents(config, input),
    ...componentsHaveARole(config, input),
  ];
}

/**
 * What is refused beside a serverless variant.
 * https://docs.aws.amazon.com/sagemaker/latest/dg/serverless-endpoints.html, "Feature exclusions"
 */
function serverlessStandsAlone(config: JsonObject, input: Phrase): readonly Finding[] {
  const id = 'serverless-combination';
  const all = everyVariantOf(config);
  const serverless = all.filter(isServerless);
  if (serverless.length === 0) return [];
  return refused(id, [
    ...besideServerless(config, input),
    ...(all.length > 1 ? [severalVariants(all, input)] : []),
    ...serverless.flatMap((variant) => serverlessMembers(variant, input)),
  ]);
}

/** Members of the configuration itself. */
function besideServerless(config: JsonObject, input: Phrase): readonly Contradiction[] {
  const given = [
    ...(['DataCaptureConfig', 'AsyncInferenceConfig', 'VpcConfig'] as const).filter((member) =>
      objectAt(config, member),
    ),
    ...(config.EnableNetworkIsolation === true ? (['EnableNetworkIsolation'] as const) : []),
  ];
  return given.map((member) => ({
    seen: phrase`The new configuration is serverless, and has ${own(member)}.`,
    why: notOnServerless,
    remedy: phrase`Remove ${own(member)} from ${input}, or give the variant instances (InstanceType, InitialInstanceCount).`,
  }));
}

function severalVariants(all: readonly JsonObject[], input: Phrase): Contradiction {
  return {
    seen: phrase`The new configuration has ${all.length} variants, ${listed(all.map(variantNameOf))}, and not all of them run on instances.`,
    why: phrase`SageMaker takes one variant on a serverless endpoint, and no shadow variant beside it.`,
    remedy: phrase`Keep one variant in ${input}, or give each of them instances.`,
  };
}

/** https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_ProductionVariantServerlessConfig.html */
const memorySizesMB = [1024, 2048, 3072, 4096, 5120, 6144];

function serverlessMembers(variant: JsonObject, input: Phrase): readonly Contradiction[] {
  const name = variantNameOf(variant);
  const config = objectAt(variant, 'ServerlessConfig') ?? {};
  const memory = numberAt(config, 'MemorySizeInMB') ?? 1024;
  const most = numberAt(config, 'MaxConcurrency') ?? Number.POSITIVE_INFINITY;
  const provisioned = numberAt(config, 'ProvisionedConcurrency') ?? 0;
  const badMemory: Contradiction = {
    seen: phrase`${name} has MemorySizeInMB ${memory}.`,
    why: phrase`SageMaker takes 1024, 2048, 3072, 4096, 5120 or 6144 MB.`,
    remedy: phrase`Write one of these as MemorySizeInMB in ${input}.`,
  };
  const tooMuch: Contradiction = {
    seen: phrase`${name} has ProvisionedConcurrency ${provisioned} and MaxConcurrency ${most}.`,
    why: phrase`SageMaker takes no more provisioned concurrency than the maximum.`,
    remedy: phrase`Lower ProvisionedConcurrency or raise MaxConcurrency in ${input}.`,
  };
  const withVolume: Contradiction = {
    seen: phrase`${name} is serverless, and has VolumeSizeInGB.`,
    why: notOnServerless,
    remedy: phrase`Remove VolumeSizeInGB from ${input}.`,
  };
  return [
    ...(memorySizesMB.includes(memory) ? [] : [badMemory]),
    ...(provisioned > most ? [tooMuch] : []),
    ...(variant.VolumeSizeInGB === undefined ? [] : [withVolume]),
  ];
}

function managedScalingHasComponents(config: JsonObject, input: Phrase): readonly Finding[] {
  const id = 'managed-scaling';
  return refused(
    id,
    everyVariantOf(config)
      .filter((variant) => objectAt(variant, 'ManagedInstanceScaling') && !hostsComponents(variant))
      .map((variant) => ({
        seen: phrase`${variantNameOf(variant)} has ManagedInstanceScaling, and names the model ${modelNamesOfVariant(variant)[0] ?? ''}.`,
        why: phrase`SageMaker refuses the configuration: ${own(managedScalingNeedsComponents.words)}.`,
        remedy: managedScalingNeedsComponents.remedy(input),
      })),
  );
}

/**
 * Components run under a role of the configuration, since no model of it brings one.
 * https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_CreateEndpointConfig.html
 */
function componentsHaveARole(config: JsonObject, input: Phrase): readonly Finding[] {
  const id = 'components-role';
  const [nameless] = everyVariantOf(config).filter(hostsComponents);
  if (!nameless || textAt(config, 'ExecutionRoleArn')) return [];
  return refused(id, [
    {
      seen: phrase`${variantNameOf(nameless)} names no model, and the new configuration has no ExecutionRoleArn.`,
      why: phrase`A variant without a model is for inference components, and SageMaker needs a role to run them.`,
      remedy: phrase`Write ExecutionRoleArn into ${input}, or ModelName into the variant.`,
    },
  ]);
}

/**
 * What the same page excludes is a matter of the model there: whether it is refused or fails at the
 * launch is not published.
 */
export function serverlessTakesTheModel(facts: Facts, config: JsonObject): readonly Finding[] {
  const id = 'serverless-model';
  return productionVariantsOf(config)
    .filter(isServerless)
    .flatMap((variant): readonly Finding[] => {
      const name = textAt(variant, 'ModelName') ?? '';
      const model = facts.models[name];
      const excluded = model?.kind === 'found' ? excludedIn(model.value) : [];
      return excluded.map((what) => ({
        id,
        level: 'warning',
        seen: phrase`${variantNameOf(variant)} is serverless, and its model ${name} has ${what}.`,
        why: phrase`The documentation excludes that on serverless endpoints: the update may be refused, or its launch fail.`,
        remedy: phrase`Use a model without it, or give the variant instances in ${configInput(facts)}.`,
      }));
    });
}

function excludedIn(model: JsonObject): readonly Phrase[] {
  const primary = objectAt(model, 'PrimaryContainer');
  const containers = [...(primary ? [primary] : []), ...objectsAt(model, 'Containers')];
  return [
    ...(objectAt(model, 'VpcConfig') ? [phrase`VpcConfig`] : []),
    ...(model.EnableNetworkIsolation === true ? [phrase`EnableNetworkIsolation`] : []),
    ...(containers.length > 1 ? [phrase`${containers.length} containers`] : []),
    ...(containers.some(({ Mode }) => Mode === 'MultiModel')
      ? [phrase`a container in the mode MultiModel`]
      : []),
  ];
}

function refused(id: string, contradictions: readonly Contradiction[]): readonly Finding[] {
  return contradictions.map((each) => ({ ...each, id, level: 'error' }));
}
