import { createHash } from 'node:crypto';
import type {
  ContainerDefinition,
  CreateModelInput,
  ProductionVariant,
} from '@aws-sdk/client-sagemaker';
import type { Call, StoredEndpointConfig } from '../account/account.ts';
import { arnOf } from '../account/arn.ts';
import type { Fleet, Image, Variant } from '../account/fleet.ts';
import { findModelPackage } from './model-registry.ts';

/** The fleet that an endpoint configuration asks for, complete and with all its traffic. */
export function fleetOf(config: StoredEndpointConfig, call: Call): Fleet {
  const { ProductionVariants = [], ShadowProductionVariants = [] } = config.input;
  const isAsynchronous = config.input.AsyncInferenceConfig !== undefined;
  return [
    ...ProductionVariants.map((each) => variantOf(each, 'production', call)),
    ...ShadowProductionVariants.map((each) => variantOf(each, 'shadow', call)),
  ].map(({ logs, ...variant }) => ({
    ...variant,
    ...(logs && { logs: isAsynchronous ? [...logs, '/data-log'] : logs }),
  }));
}

function variantOf(input: ProductionVariant, role: Variant['role'], call: Call): Variant {
  const weight = input.InitialVariantWeight ?? 1;
  const { RoutingConfig, ManagedInstanceScaling } = input;
  return {
    name: input.VariantName ?? '',
    role,
    weight: { current: weight, desired: weight },
    capacity: capacityOf(input),
    ...modelOf(input, call),
    repeated: { RoutingConfig, ManagedInstanceScaling },
  };
}

/** What a variant is launched with stays, whatever its names come to stand for. */
function modelOf({ ModelName: model }: ProductionVariant, call: Call) {
  return model === undefined
    ? {}
    : { model, images: imagesOf(model, call), logs: logsOf(model, call) };
}

function capacityOf(input: ProductionVariant): Variant['capacity'] {
  if (input.ServerlessConfig) return { kind: 'serverless', config: input.ServerlessConfig };
  const count = input.InitialInstanceCount ?? 1;
  return {
    kind: 'instances',
    ...(input.InstanceType ? { type: input.InstanceType } : {}),
    desired: count,
    current: count,
  };
}

function imagesOf(modelName: string, call: Call): Image[] {
  return containersOf(modelInput(modelName, call))
    .flatMap((container) => imagesIn(container, call))
    .map((specified) => ({ specified, resolved: digestOf(specified), resolvedAt: call.now }));
}

/** A pipeline has a log for each of its containers; where it gives no names, these are reported. */
function logsOf(modelName: string, call: Call): string[] {
  const containers = containersOf(modelInput(modelName, call));
  if (containers.length < 2) return [''];
  return containers.map(
    ({ ContainerHostname: name }, index) => `/${name ?? `container-${index + 1}`}`,
  );
}

/** A container names its image, or a package that has some. */
function imagesIn({ Image, ModelPackageName: name }: ContainerDefinition, call: Call): string[] {
  if (Image) return [Image];
  const { InferenceSpecification } = name
    ? findModelPackage(name, call, 'CreateModel').members
    : {};
  return (InferenceSpecification?.Containers ?? []).flatMap((each) => each.Image ?? []);
}

function modelInput(name: string, { account, place }: Call): CreateModelInput | undefined {
  return account.models.get(arnOf(place, 'model', name))?.input;
}

function containersOf(model: CreateModelInput | undefined) {
  return model?.Containers ?? (model?.PrimaryContainer ? [model.PrimaryContainer] : []);
}

/** The image by its digest, as SageMaker tells it; here the digest is made from the name. */
function digestOf(image: string): string {
  const [repository] = image.split(/[:@]/);
  return `${repository}@sha256:${createHash('sha256').update(image).digest('hex')}`;
}
