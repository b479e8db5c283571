import {
  productionVariantsOf,
  shadowVariantsOf,
  variantNameOf,
} from '../domain/endpoint-config.ts';
import type { JsonObject } from '../domain/json.ts';
import { phrase } from '../domain/text/phrase.ts';
import type { Violation } from '../domain/violation.ts';
import { modelRules } from './model-rules.ts';

/** A variant and where it stands. */
interface Placed {
  readonly place: string;
  readonly variant: JsonObject;
}

/**
 * The rules of CreateEndpointConfig that the API model does not hold, as far as the document can
 * be read.
 * https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_ProductionVariant.html
 */
export function brokenRules(document: JsonObject): readonly Violation[] {
  const placed = (member: string, variants: readonly JsonObject[]) =>
    variants.map((variant, index) => ({ place: `${member}[${index}]`, variant }));
  const production = placed('ProductionVariants', productionVariantsOf(document));
  const shadows = placed('ShadowProductionVariants', shadowVariantsOf(document));
  return [
    ...[...production, ...shadows].flatMap(capacityRules),
    ...[...production, ...shadows].flatMap(({ place, variant }) => modelRules(variant, place)),
    ...repeatedNames([...production, ...shadows]),
    ...shadowRules(production, shadows),
  ];
}

const capacities = ['InstanceType', 'ServerlessConfig', 'InstancePools'] as const;
const oneCapacity = phrase`write one of InstanceType, ServerlessConfig and InstancePools`;

/** A variant runs on instances of one type, on pools of them, or on none. */
function capacityRules({ place, variant }: Placed): readonly Violation[] {
  const given = capacities.filter((member) => variant[member] !== undefined);
  const [first, ...others] = given;
  const count = variant.InitialInstanceCount;
  const counted = `${place}.InitialInstanceCount`;
  if (!first) {
    return [{ place, value: undefined, rule: phrase`has nothing to run on: ${oneCapacity}.` }];
  }
  return [
    ...others.map((member) => ({
      place: `${place}.${member}`,
      value: undefined,
      rule: phrase`cannot be combined with ${first}: ${oneCapacity}.`,
    })),
    ...(first === 'InstanceType' && count === undefined
      ? [{ place: counted, value: undefined, rule: phrase`is missing: InstanceType needs it.` }]
      : []),
    ...(given.includes('ServerlessConfig') && count !== undefined
      ? [
          {
            place: counted,
            value: String(count),
            rule: phrase`cannot be combined with ServerlessConfig. Remove it.`,
          },
        ]
      : []),
  ];
}

/** Requests and reports tell variants by their names. */
function repeatedNames(variants: readonly Placed[]): readonly Violation[] {
  const names = variants.map(({ variant }) => variantNameOf(variant));
  return variants.flatMap(({ place }, index) => {
    const name = names[index] ?? '';
    const first = names.indexOf(name);
    if (name === '' || first === index) return [];
    const rule = phrase`is also the name of ${variants[first]?.place ?? ''}: give each variant its own.`;
    return [{ place: `${place}.VariantName`, value: name, rule }];
  });
}

/**
 * One production variant and one that shadows it.
 * https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_CreateEndpointConfig.html
 */
function shadowRules(
  production: readonly Placed[],
  shadows: readonly Placed[],
): readonly Violation[] {
  if (shadows.length === 0 || (production.length < 2 && shadows.length < 2)) return [];
  return [
    {
      place: 'ShadowProductionVariants',
      value: `${shadows.length} beside ${production.length}`,
      rule: phrase`are too many variants: the API takes one shadow variant with one production variant.`,
    },
  ];
}
