import {
  type Configuration,
  productionVariantsOf,
  shadowVariantsOf,
  variantNameOf,
  withDefaults,
} from './endpoint-config.ts';
import { isObject, type JsonObject, type JsonValue, objectsAt, textAt, without } from './json.ts';

/** One member that differs between two configurations. */
export interface Change {
  /** Where, for a reader: `AllTraffic › Image`, `DataCaptureConfig › InitialSamplingPercentage`. */
  readonly place: string;
  /** What stood there; undefined: nothing, it is added. */
  readonly before: string | undefined;
  /** What will stand there; undefined: nothing, it is removed. */
  readonly after: string | undefined;
}

/** Members by their place, in the order in which they are told. */
type Leaves = ReadonlyMap<string, string>;

/** What is told of one variant. */
interface VariantLeaves {
  readonly own: Leaves;
  /** Of its model; undefined where that could not be read. */
  readonly model: Leaves | undefined;
  /** The variant in a few words. */
  readonly summary: string;
}

const arrow = ' › ';
const ofTheModelItself = ['ModelName', 'ModelArn', 'CreationTime', 'DeploymentRecommendation'];
const containers = ['PrimaryContainer', 'Containers'];

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
    // Where one of the models could not be read, nobody knows what differs.
    ...(oldModel && after.model ? leafChanges(oldModel, after.model) : []),
  ];
}

function leafChanges(before: Leaves, after: Leaves): readonly Change[] {
  const places = [...new Set([...before.keys(), ...after.keys()])];
  return places
    .filter((place) => before.get(place) !== after.get(place))
    .map((place) => change(place, before.get(place), after.get(place)));
}

/** A change as it may be shown: to everybody who sees the pull request. */
function change(place: string, before: string | undefined, after: string | undefined): Change {
  if ([before, after].some((value) => isSecret(place, value))) {
    const hidden = { before: before && '(hidden)', after: after && '(hidden)' };
    return before && after
      ? { place, ...hidden, after: '(hidden, another)' }
      : { place, ...hidden };
  }
  return { place, before: before && readable(before), after: after && readable(after) };
}

/** Environments of containers hold tokens, although they should not. */
function isSecret(place: string, value: string | undefined): boolean {
  const [name = '', parent] = place.split(arrow).toReversed();
  if (parent !== 'Environment') return false;
  return (
    /token$|secret|passw|credential|(api|access|private)_?key/i.test(name) ||
    /^(hf_|gh[pousr]_|github_pat_|A[KS]IA|sk-|xox)|:\/\/[^/\s:]+:[^/\s@]+@/.test(value ?? '')
  );
}

/** A digest's first twelve signs tell images apart as well as all 64. */
function readable(value: string): string {
  return value.replaceAll(/(sha256:[0-9a-f]{12})[0-9a-f]{52}/g, '$1…');
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
function modelLeaves(place: string, model: JsonObject): Leaves {
  const primary = isObject(model.PrimaryContainer) ? [model.PrimaryContainer] : [];
  const all = [...primary, ...objectsAt(model, 'Containers')];
  const own = without(model, [...ofTheModelItself, ...containers]);
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

function leavesOf(place: string, value: JsonValue): Leaves {
  if (isObject(value)) {
    return new Map(
      Object.entries(value).flatMap(([name, member]) => [
        ...leavesOf(place === '' ? name : `${place}${arrow}${name}`, member),
      ]),
    );
  }
  if (Array.isArray(value) && value.some(isObject)) {
    return new Map(value.flatMap((item, index) => [...leavesOf(`${place}[${index}]`, item)]));
  }
  return value === null || value === undefined ? new Map() : new Map([[place, textOf(value)]]);
}

function textOf(value: JsonValue): string {
  return Array.isArray(value) ? value.map(textOf).join(', ') : String(value);
}
