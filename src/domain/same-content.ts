import { createEndpointConfig } from './api/create-endpoint-config.ts';
import { knows } from './api/shape.ts';
import {
  contentOf,
  productionVariantsOf,
  shadowVariantsOf,
  variantNameOf,
  withVariants,
} from './endpoint-config.ts';
import { isObject, type JsonObject, type JsonValue, withoutNulls } from './json.ts';
import { inSinglePrecision } from './single-precision.ts';

/**
 * What the API takes where nothing is written, and perhaps answers: the same content with or
 * without it. Numbers are as the API keeps them.
 * https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_ProductionVariant.html
 */
export function withDefaults(content: JsonObject): JsonObject {
  const complete = {
    EnableNetworkIsolation: false,
    ProductionVariants: [],
    ShadowProductionVariants: [],
    ...(withoutNulls(contentOf(content)) as JsonObject),
  };
  const weighed = withVariants(complete, (variant) => ({
    ...variant,
    InitialVariantWeight: weightInSingle(variant.InitialVariantWeight ?? 1),
  }));
  return withSingleFractions(weighed) as JsonObject;
}

/** Fractions, wherever they stand. */
function withSingleFractions(value: JsonValue): JsonValue {
  if (Array.isArray(value)) return value.map(withSingleFractions);
  if (isObject(value)) {
    const members = Object.entries(value);
    return Object.fromEntries(members.map(([name, one]) => [name, withSingleFractions(one)]));
  }
  return typeof value === 'number' && !Number.isInteger(value) ? inSinglePrecision(value) : value;
}

/** A weight is a floating-point number, whole or not. */
function weightInSingle(weight: JsonValue): JsonValue {
  return typeof weight === 'number' ? inSinglePrecision(weight) : weight;
}

/** The content as one text: the same for the same content, whatever the order of its members and variants. */
export function canonicalText(content: JsonObject): string {
  return JSON.stringify(canonical(content));
}

function canonical(content: JsonObject): JsonValue {
  const complete = withDefaults(content);
  const byName = (variants: readonly JsonObject[]) =>
    variants.toSorted((one, other) => (variantNameOf(one) < variantNameOf(other) ? -1 : 1));
  return ordered({
    ...complete,
    ProductionVariants: byName(productionVariantsOf(complete)),
    ShadowProductionVariants: byName(shadowVariantsOf(complete)),
  });
}

function ordered(value: JsonValue): JsonValue {
  if (Array.isArray(value)) return value.map(ordered);
  if (!isObject(value)) return value;
  const members = Object.entries(value).filter(([, member]) => member !== undefined);
  return Object.fromEntries(
    members.toSorted(([one], [other]) => (one < other ? -1 : 1)).map(([n, v]) => [n, ordered(v)]),
  );
}

export function sameContent(one: JsonObject, other: JsonObject): boolean {
  return canonicalText(one) === canonicalText(other);
}

/** Whether AWS may have added a member that is not written: what it is called, and where, and what it says. */
type MayBeAdded = (path: readonly string[], value: JsonValue | undefined) => boolean;

/**
 * What the API takes where nothing is written. Whether DescribeEndpointConfig answers it then is
 * known of few members, so it counts as written or not.
 * https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_MetricsConfig.html, API_ProductionVariant.html,
 * API_ClarifyInferenceConfig.html and API_ClarifyShapConfig.html
 */
const defaults: Readonly<Record<string, readonly JsonValue[]>> = {
  EnableSSMAccess: [false],
  // True for new configurations, false for those from before it was there.
  EnableDetailedObservability: [true, false],
  EnableEnhancedMetrics: [false],
  MaxPayloadInMB: [6],
  MetricPublishFrequencyInSeconds: [60],
  UseLogit: [false],
};

/** A member that no version knows yet, or one that says what the API takes without it. */
function isDefault(path: readonly string[], value: JsonValue | undefined): boolean {
  if (!knows(createEndpointConfig, path)) return true;
  if (isObject(value)) {
    return Object.entries(value).every(([name, one]) => isDefault([...path, name], one));
  }
  if (Array.isArray(value)) return value.length === 0;
  return (defaults[path.at(-1) ?? ''] ?? []).some((one) => one === value);
}

/**
 * Whether what is there under a name was made from what is written: it stands there, and what else
 * does was added by AWS. Where the name is made from the content, that is everything; where the user
 * gives it, other content may have had it, and only members are that this version does not know, and
 * defaults of the API.
 */
export function isMadeFrom(
  written: JsonObject,
  there: JsonObject,
  name: 'given' | 'of-the-content' | 'of-a-model',
): boolean {
  const mayBeAdded = additions[name];
  return holds(canonical(there), canonical(written), { path: [], mayBeAdded });
}

/** What a model runs, and where: AWS adds none of it. */
const whatRuns = [
  ...['Containers', 'Environment', 'ModelDataUrl', 'ModelDataSource', 'AdditionalModelDataSources'],
  ...['VpcConfig', 'EnableNetworkIsolation'],
];

const additions: Readonly<Record<'given' | 'of-the-content' | 'of-a-model', MayBeAdded>> = {
  given: isDefault,
  'of-the-content': () => true,
  'of-a-model': (path) => !path.some((step) => whatRuns.includes(step)),
};

interface Place {
  readonly path: readonly string[];
  readonly mayBeAdded: MayBeAdded;
}

function holds(there: JsonValue | undefined, written: JsonValue, at: Place): boolean {
  if (Array.isArray(written)) {
    if (!Array.isArray(there) || there.length !== written.length) return false;
    return written.every((entry, index) => holds(there[index], entry, at));
  }
  if (!isObject(written)) return JSON.stringify(there) === JSON.stringify(written);
  if (!isObject(there)) return false;
  const inside = (name: string) => ({ ...at, path: [...at.path, name] });
  return (
    Object.entries(there)
      .filter(([name]) => !Object.hasOwn(written, name))
      .every(([name, value]) => at.mayBeAdded([...at.path, name], value)) &&
    Object.entries(written).every(([name, value]) => holds(there[name], value, inside(name)))
  );
}
