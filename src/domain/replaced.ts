import type { Snapshot, Variant } from './endpoint.ts';
import {
  modelNamesOfVariant,
  productionVariantsOf,
  shadowVariantsOf,
  variantNameOf,
} from './endpoint-config.ts';
import { isObject, type JsonObject, objectsAt, textAt } from './json.ts';
import type { Instant } from './request.ts';

/** An endpoint configuration or a model, as it stands under its name now. */
export interface Named {
  readonly kind: 'endpoint configuration' | 'model';
  readonly name: string;
  readonly createdAt: Instant;
}

/** Why what runs under a name is not what the name stands for now. */
export type Replacement =
  /** It was deleted and created again since then. */
  | { readonly kind: 'created-again'; readonly named: Named }
  /** Its model names another image than the one that runs. */
  | {
      readonly kind: 'other-image';
      readonly model: string;
      readonly variant: string;
      readonly runs: string;
    };

/** What of it was replaced; a model counts for more, since it is what answers. */
export function whatIsReplaced(
  replacements: readonly Replacement[],
): 'nothing' | 'configuration' | 'model' {
  if (replacements.length === 0) return 'nothing';
  const isOfModel = (each: Replacement) =>
    each.kind === 'other-image' || each.named.kind === 'model';
  return replacements.some(isOfModel) ? 'model' : 'configuration';
}

/** Those that were created after what runs under their names began to. */
export function createdAgain(
  named: readonly Named[],
  since: Instant,
): readonly Extract<Replacement, { kind: 'created-again' }>[] {
  return named
    .filter(({ createdAt }) => createdAt > since)
    .map((each) => ({ kind: 'created-again', named: each }));
}

/**
 * Variants that run an image which none of their models names: SpecifiedImage is what the model said
 * when it was deployed. Of models from packages the image is not known.
 */
export function otherImages(
  content: JsonObject,
  models: Readonly<Record<string, JsonObject>>,
  { variants, shadowVariants }: Snapshot,
): readonly Extract<Replacement, { kind: 'other-image' }>[] {
  const pairs = [
    ...productionVariantsOf(content).map((each) => [each, named(variants, each)] as const),
    ...shadowVariantsOf(content).map((each) => [each, named(shadowVariants, each)] as const),
  ];
  return pairs.flatMap(([each, live]) => {
    const [model = '', ...others] = modelNamesOfVariant(each);
    const images = [model, ...others].map((name) => imagesOf(models[name]));
    if (!live || images.some((known) => known === undefined)) return [];
    const deployed = live.images.flatMap(({ specified }) => specified ?? []);
    const runs = deployed.find((image) => !images.flat().includes(image));
    return runs === undefined ? [] : [{ kind: 'other-image', model, variant: live.name, runs }];
  });
}

function named(variants: readonly Variant[], variant: JsonObject): Variant | undefined {
  return variants.find(({ name }) => name === variantNameOf(variant));
}

/** The images that a model names; undefined where it does not name them all. */
function imagesOf(model: JsonObject | undefined): readonly string[] | undefined {
  if (!model) return undefined;
  const primary = isObject(model.PrimaryContainer) ? [model.PrimaryContainer] : [];
  const containers = [...primary, ...objectsAt(model, 'Containers')];
  const images = containers.flatMap((container) => textAt(container, 'Image') ?? []);
  return images.length > 0 && images.length === containers.length ? images : undefined;
}

/** When it was created, by its description; undefined where that does not say. */
export function createdAtOf({ CreationTime: time }: JsonObject): Instant | undefined {
  const at = typeof time === 'number' ? Math.round(1000 * time) : Date.parse(String(time));
  return Number.isFinite(at) ? at : undefined;
}
