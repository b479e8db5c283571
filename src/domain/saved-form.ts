import { type JsonObject, type JsonValue, objectAt } from './json.ts';
import { type ScalableDimension, type ScaledVariant, scalableDimensions } from './scaling.ts';
import { savedShape } from './scaling-shapes.ts';

/** Auto scaling that was removed an endpoint, as it is kept until it has been restored. */
export interface SavedScaling {
  readonly targets: readonly ScaledVariant[];
  /** Instances that a variant wanted when its scaling was removed: more are added to these once. */
  readonly instances: Readonly<Record<string, number>>;
}

/** As a text that a tag may hold, in pieces. */
export function textOfSaved(saved: SavedScaling): string {
  return base64(JSON.stringify(compact(saved)));
}

/** From such a text; undefined where it has not this form: a newer version may have another. */
export function savedFrom(text: string): SavedScaling | undefined {
  try {
    return expanded(JSON.parse(fromBase64(text)));
  } catch {
    return undefined;
  }
}

/** Why it is not restored from tags; undefined: it is. */
export function whyNotPutBack(
  saved: SavedScaling | undefined,
): 'not-legible' | 'too-many' | undefined {
  if (!saved) return 'not-legible';
  return isPlausible(saved) ? undefined : 'too-many';
}

/** The same of what is going to be saved. */
export function whyNotSavable(targets: readonly ScaledVariant[]): ReturnType<typeof whyNotPutBack> {
  return whyNotPutBack(savedFrom(textOfSaved({ targets, instances: {} })));
}

/**
 * More than this is registered by hand only: instances cost money from the moment when a minimum is
 * raised. Of provisioned concurrency a variant takes no more.
 * https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_ProductionVariantServerlessConfig.html
 */
export const mostCapacity: Readonly<Record<ScalableDimension, number>> = {
  'sagemaker:variant:DesiredInstanceCount': 1000,
  'sagemaker:variant:DesiredProvisionedConcurrency': 200,
};

function isPlausible({ targets, instances }: SavedScaling): boolean {
  const ofInstances = mostCapacity['sagemaker:variant:DesiredInstanceCount'];
  return (
    targets.every((target) =>
      capacitiesOf(target).every((n) => n <= mostCapacity[target.dimension]),
    ) && Object.values(instances).every((count) => count <= ofInstances)
  );
}

function capacitiesOf({ maxCapacity, actions }: ScaledVariant): readonly number[] {
  const scheduled = actions.flatMap(({ members }) =>
    Object.values(objectAt(members, 'ScalableTargetAction') ?? {}).map(Number),
  );
  return [maxCapacity, ...scheduled];
}

/** Short names: a tag holds little. `v` grows when a member changes its meaning. */
function compact({ targets, instances }: SavedScaling): object {
  return {
    v: 1,
    t: targets.map((target) => ({
      n: target.variant,
      d: scalableDimensions.indexOf(target.dimension),
      c: [target.minCapacity, target.maxCapacity],
      s: target.suspended,
      p: target.policies.map(({ name, type, configuration, alarms }) => [
        ...[name, type, configuration],
        ...(alarms.length > 0 ? [alarms] : []),
      ]),
      a: target.actions.map(({ name, members }) => [name, members]),
    })),
    i: instances,
  };
}

interface Compact {
  readonly t: readonly {
    readonly n: string;
    readonly d: number;
    readonly c: readonly [number, number];
    readonly s: JsonObject;
    readonly p: readonly (readonly [string, string, JsonObject, (readonly string[])?])[];
    readonly a: readonly (readonly [string, JsonObject])[];
  }[];
  readonly i: Readonly<Record<string, number>>;
}

function expanded(compacted: JsonValue): SavedScaling | undefined {
  if (!savedShape(compacted)) return undefined;
  const { t, i } = compacted as unknown as Compact;
  return {
    targets: t.map(({ n, d, c, s, p, a }) => ({
      variant: n,
      dimension: scalableDimensions[d] as ScalableDimension,
      minCapacity: c[0],
      maxCapacity: c[1],
      suspended: s,
      policies: p.map(([name, type, configuration, alarms = []]) => ({
        ...{ name, type, configuration, alarms },
      })),
      actions: a.map(([name, members]) => ({ name, members })),
    })),
    instances: i,
  };
}

function base64(text: string): string {
  return btoa(String.fromCharCode(...new TextEncoder().encode(text)));
}

function fromBase64(text: string): string {
  return new TextDecoder().decode(Uint8Array.from(atob(text), (sign) => sign.charCodeAt(0)));
}
