import {
  isObject,
  type JsonObject,
  numberAt,
  objectAt,
  objectsAt,
  textAt,
  without,
} from './json.ts';
import { Problem } from './problem.ts';
import { phrase } from './text/phrase.ts';

/**
 * An endpoint configuration, and what is known of its models by their names.
 * https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_CreateEndpointConfig.html
 */
export interface Configuration {
  readonly name: string;
  /** Member for member as the API has it, known members or new ones. */
  readonly content: JsonObject;
  /** What DescribeModel says of each; one that could not be read is not there. */
  readonly models: Readonly<Record<string, JsonObject>>;
}

/** Members that name or date a configuration, or hang on it, without being what it says. */
const besideTheContent = ['EndpointConfigName', 'EndpointConfigArn', 'CreationTime', 'Tags'];
/** Members of the SDK's answer that are no part of the API. */
const ofTheAnswer = ['$metadata'];
/** What a variant of a file may hold in place of a model's name. */
const membersOfModels = ['Model', 'ModelPackage'];

export function productionVariantsOf(content: JsonObject): readonly JsonObject[] {
  return objectsAt(content, 'ProductionVariants');
}

export function shadowVariantsOf(content: JsonObject): readonly JsonObject[] {
  return objectsAt(content, 'ShadowProductionVariants');
}

/** Production and shadow variants alike. */
export function everyVariantOf(content: JsonObject): readonly JsonObject[] {
  return [...productionVariantsOf(content), ...shadowVariantsOf(content)];
}

export function variantNameOf(variant: JsonObject): string {
  return textAt(variant, 'VariantName') ?? '';
}

export function isServerless(variant: JsonObject): boolean {
  return objectAt(variant, 'ServerlessConfig') !== undefined;
}

/** The model of a pool would go on serving in place of the new one. */
function poolsHaveModels(variant: string): Problem {
  return new Problem(
    'invalid-inputs',
    phrase`Variant ${variant} of the live configuration gives each of its instance pools a model of its own (ModelNameOverride): another model of the variant would serve nowhere.`,
    {
      remedy: phrase`Write the configuration in \`endpoint-config-file\`, with the models of its pools.`,
    },
  );
}

/** Its models are inference components, which are placed on its instances later. */
export function hostsComponents(variant: JsonObject): boolean {
  return modelNamesOfVariant(variant).length === 0;
}

export function isAsynchronous(content: JsonObject): boolean {
  return objectAt(content, 'AsyncInferenceConfig') !== undefined;
}

/** The instances that a variant starts with; undefined where the API leaves them to something else. */
export function initialInstancesOf(variant: JsonObject): number | undefined {
  return numberAt(variant, 'InitialInstanceCount');
}

/** The instance types that a variant may run on: its own, or those of its pools. */
export function instanceTypesOf(variant: JsonObject): readonly string[] {
  const pools = objectsAt(variant, 'InstancePools');
  return [variant, ...pools].flatMap((place) => textAt(place, 'InstanceType') ?? []);
}

/** Every model that the configuration names, once each, those of shadow variants and pools included. */
export function modelNamesOf(content: JsonObject): readonly string[] {
  return [...new Set(everyVariantOf(content).flatMap(modelNamesOfVariant))];
}

/** The models that a variant names: its own first, then those of its pools. */
export function modelNamesOfVariant(variant: JsonObject): readonly string[] {
  const pools = objectsAt(variant, 'InstancePools');
  return [
    textAt(variant, 'ModelName') ?? [],
    ...pools.map((pool) => textAt(pool, 'ModelNameOverride') ?? []),
  ].flat();
}

/** What a configuration says, without its name, its times and its tags, and as it can be given again. */
export function contentOf(described: JsonObject): JsonObject {
  return withVariants(without(described, [...besideTheContent, ...ofTheAnswer]), asGiven);
}

/** The configuration with something else in place of each variant. */
export function withVariants(
  content: JsonObject,
  change: (variant: JsonObject) => JsonObject,
): JsonObject {
  const changed = ['ProductionVariants', 'ShadowProductionVariants'].flatMap((member) => {
    const variants = content[member];
    if (!Array.isArray(variants)) return [];
    return [[member, variants.map((each) => (isObject(each) ? change(each) : each))] as const];
  });
  return { ...content, ...Object.fromEntries(changed) };
}

/** DescribeEndpointConfig adds a volume to serverless variants, which CreateEndpointConfig refuses there. */
export function asGiven(variant: JsonObject): JsonObject {
  return isServerless(variant) ? without(variant, ['VolumeSizeInGB']) : variant;
}

/** The configuration with the names of models in those variants; every other member is kept as it is. */
export function withModelNames(
  content: JsonObject,
  names: Readonly<Record<string, string>>,
): JsonObject {
  const production = productionVariantsOf(content);
  return withVariants(content, (variant) => {
    const name = variantNameOf(variant);
    const isShadowed =
      !production.includes(variant) && production.some((other) => variantNameOf(other) === name);
    if (isShadowed || !Object.hasOwn(names, name)) return variant;
    return { ...without(variant, membersOfModels), ModelName: names[name] ?? '' };
  });
}

/**
 * The name of the variant of the live configuration that gets the model.
 *
 * @throws Problem `invalid-inputs` that names the variants, where it is not clear which is meant.
 */
export function variantForModel(live: JsonObject, variantName: string | undefined): string {
  return variantNameOf(chosenVariant(productionVariantsOf(live), variantName));
}

function chosenVariant(variants: readonly JsonObject[], name: string | undefined): JsonObject {
  const [first, ...others] = variants;
  const chosen =
    name === undefined && others.length === 0
      ? first
      : variants.find((variant) => variantNameOf(variant) === name);
  if (!chosen) throw unclearVariant(variants.map(variantNameOf), name);
  const pools = objectsAt(chosen, 'InstancePools');
  if (pools.length > 0 && pools.every((pool) => pool.ModelNameOverride !== undefined)) {
    throw poolsHaveModels(variantNameOf(chosen));
  }
  if (textAt(chosen, 'ModelName') === undefined) throw noModelToReplace(variantNameOf(chosen));
  return chosen;
}

function unclearVariant(names: readonly string[], asked: string | undefined): Problem {
  const message =
    asked === undefined
      ? phrase`The live configuration has ${names.length} variants, and variant-name does not say which one gets the model.`
      : phrase`The live configuration has no variant ${asked}.`;
  return new Problem('invalid-inputs', message, {
    remedy: phrase`Set \`variant-name\` to one of its variants: ${names.join(', ')}.`,
  });
}

/** Its models are inference components, which have an API of their own. */
function noModelToReplace(variant: string): Problem {
  return new Problem(
    'invalid-inputs',
    phrase`Variant ${variant} of the live configuration names no model: its models are inference components.`,
    { remedy: phrase`Update the inference component itself (UpdateInferenceComponent).` },
  );
}
