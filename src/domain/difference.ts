import {
  type Configuration,
  productionVariantsOf,
  shadowVariantsOf,
  variantNameOf,
} from './endpoint-config.ts';
import { isObject, type JsonObject, type JsonValue, textAt, without } from './json.ts';
import { containersOf, contentOfModel } from './models/model-content.ts';
import { withDefaults } from './same-content.ts';
import { isEnvironmentName } from './secret-name.ts';
import { withoutUrlSecrets } from './text/url.ts';

/** One member that differs between two configurations. */
export interface Change {
  /** Where, for a reader: `AllTraffic › Image`, `DataCaptureConfig › InitialSamplingPercentage`. */
  readonly place: string;
  /** What stood there; undefined: nothing, it is added, or it is hidden. */
  readonly before: string | undefined;
  /** What will stand there; undefined: nothing, it is removed, or it is hidden. */
  readonly after: string | undefined;
  /** What happens to a value that no one is to see. */
  readonly hidden?: 'added' | 'changed' | 'removed';
}

interface Leaf {
  readonly text: string;
  readonly access: Access;
}

/** Environments of containers hold tokens and passwords, by any name: their values are never shown. */
type Access = 'shown' | 'hidden';

/** Members by their place, in the order in which they are told. */
type Leaves = ReadonlyMap<string, Leaf>;

/** What is told of one variant. */
interface VariantLeaves {
  readonly own: Leaves;
  /** Of its model; undefined where that could not be read. */
  readonly model: Leaves | undefined;
  /** The variant in a few words. */
  readonly summary: string;
}

const arrow = ' › ';
const containers = ['PrimaryContainer', 'Containers'];

/** Where a member of a production variant is told. */
export function placeOf(variant: string, member: string): string {
  return `${variant}${arrow}${member}`;
}

/**
 * What differs between two configurations, down to the containers of their models; nothing
 * where they say the same. Variants are the same by their names.
 */
export function differences(
  before: Configuration | undefined,
  after: Configuration,
): readonly Change[] {
  const nothing: Configuration = { name: '', content: {}, models: {} };
  const [old, fresh] = [variantsIn(before ?? nothing), variantsIn(after)];
  const places = new Set([...old.keys(), ...fresh.keys()]);
  return [
    ...[...places].flatMap((place) => variantChanges(place, old.get(place), fresh.get(place))),
    ...leafChanges(besides(before ?? nothing), besides(after)),
  ];
}

function variantChanges(
  place: string,
  before: VariantLeaves | undefined,
  after: VariantLeaves | undefined,
): readonly Change[] {
  if (!after) return [{ place, before: before?.summary, after: undefined }];
  const none: Leaves = new Map();
  const oldModel = before ? before.model : none;
  return [
    ...leafChanges(before?.own ?? none, after.own),
    // Where one of the models could not be read, no one knows what differs.
    ...(oldModel && after.model ? leafChanges(oldModel, after.model) : []),
  ];
}

function leafChanges(before: Leaves, after: Leaves): readonly Change[] {
  const places = [...new Set([...before.keys(), ...after.keys()])];
  return places
    .filter((place) => before.get(place)?.text !== after.get(place)?.text)
    .map((place) => change(place, before.get(place), after.get(place)));
}

/** A change as it may be shown: to everybody who sees the pull request. */
function change(place: string, before: Leaf | undefined, after: Leaf | undefined): Change {
  const [old, fresh] = [before && readable(before.text), after && readable(after.text)];
  const isHidden = before?.access === 'hidden' || after?.access === 'hidden' || old === fresh;
  if (!isHidden) return { place, before: old, after: fresh };
  const hidden = before && after ? 'changed' : after ? 'added' : 'removed';
  return { place, before: undefined, after: undefined, hidden };
}

/** A digest's first twelve signs tell images apart as well as all 64; queries of URLs hold keys. */
function readable(value: string): string {
  return withoutUrlSecrets(value).replaceAll(/(sha256:[0-9a-f]{12})[0-9a-f]{52}/g, '$1…');
}

function variantsIn({ content, models }: Configuration): ReadonlyMap<string, VariantLeaves> {
  const complete = withDefaults(content);
  const named = [
    ...productionVariantsOf(complete).map((variant) => [variantNameOf(variant), variant] as const),
    ...shadowVariantsOf(complete).map(
      (variant) => [`${variantNameOf(variant)} (shadow)`, variant] as const,
    ),
  ];
  return new Map(
    named.map(([place, variant]) => {
      const model = models[textAt(variant, 'ModelName') ?? ''];
      return [
        place,
        {
          own: leavesOf(place, without(variant, ['VariantName'])),
          model: model && modelLeaves(place, model),
          summary: summaryOf(variant),
        },
      ];
    }),
  );
}

function summaryOf(variant: JsonObject): string {
  const { ModelName: model, InitialInstanceCount: count, InstanceType: type } = variant;
  const fleet = count === undefined ? [] : [`${count} × ${type}`];
  const words = model === undefined ? fleet : [String(model), ...fleet];
  return words.length > 0 ? words.join(', ') : 'a variant without a model';
}

/** The containers' members stand where the variant's do; what is the model's own says so. */
function modelLeaves(place: string, described: JsonObject): Leaves {
  const model = contentOfModel(described);
  const all = containersOf(model);
  const own = without(model, containers);
  return new Map([
    ...all.flatMap((container, index) => {
      const name = textAt(container, 'ContainerHostname') ?? `Container ${index + 1}`;
      return [...leavesOf(all.length > 1 ? `${place}${arrow}${name}` : place, container)];
    }),
    ...leavesOf(`${place}${arrow}Model`, own),
  ]);
}

/** What a configuration says besides its variants. */
function besides({ content }: Configuration): Leaves {
  return leavesOf(
    '',
    without(withDefaults(content), ['ProductionVariants', 'ShadowProductionVariants']),
  );
}

function leavesOf(place: string, value: JsonValue, access: Access = 'shown'): Leaves {
  if (isObject(value)) {
    return new Map(
      Object.entries(value).flatMap(([name, member]) => {
        const inside = isEnvironmentName(name) ? 'hidden' : access;
        return [...leavesOf(place === '' ? name : `${place}${arrow}${name}`, member, inside)];
      }),
    );
  }
  if (Array.isArray(value) && value.some(isObject)) {
    return new Map(
      value.flatMap((item, index) => [...leavesOf(`${place}[${index}]`, item, access)]),
    );
  }
  if (value === null || value === undefined) return new Map();
  return new Map([[place, { text: textOf(value), access }]]);
}

function textOf(value: JsonValue): string {
  if (Array.isArray(value)) return value.map(textOf).join(', ');
  return typeof value === 'string' ? value : JSON.stringify(value);
}
