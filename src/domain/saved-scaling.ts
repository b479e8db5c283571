import type { JsonObject } from './json.ts';
import {
  mergedTargets,
  type ScalableDimension,
  type ScaledVariant,
  scalableDimensions,
} from './scaling.ts';
import type { Tag } from './tags.ts';

/** Auto scaling that was taken off an endpoint, as it is kept until it has been put back. */
export interface SavedScaling {
  readonly targets: readonly ScaledVariant[];
  /** Instances that a variant wanted when its scaling was taken off: more are added to these once. */
  readonly instances: Readonly<Record<string, number>>;
}

/** Saved scaling among the tags of an endpoint. */
export interface SavedInTags {
  readonly saved: SavedScaling | undefined;
  /** The keys of every tag that belongs to saved scaling, also of what was half written. */
  readonly keys: readonly string[];
}

/**
 * Tags `sagemaker-rollout:scaling:<digest>:<number>-of-<count>`: together, in order, the base64 of
 * JSON whose SHA-256 begins with the digest. What is incomplete was never finished, and counts for
 * nothing: scaling is taken off only after all of it has been read back.
 */
const prefix = 'sagemaker-rollout:scaling:';
const keyPattern = /^sagemaker-rollout:scaling:([0-9a-f]{12}):(\d+)-of-(\d+)$/;
const digestLength = 12;
const longestValue = 256;

/** The tags that keep it; the same for the same content. `digest` answers a hash in hexadecimal. */
export function tagsOfSaved(saved: SavedScaling, digest: (text: string) => string): readonly Tag[] {
  const text = base64(JSON.stringify(compact(saved)));
  const id = digest(text).slice(0, digestLength);
  const count = Math.ceil(text.length / longestValue);
  return Array.from({ length: count }, (_, index) => ({
    Key: `${prefix}${id}:${index + 1}-of-${count}`,
    Value: text.slice(index * longestValue, (index + 1) * longestValue),
  }));
}

/** What the tags of an endpoint keep; several complete ones are merged. */
export function savedIn(tags: readonly Tag[], digest: (text: string) => string): SavedInTags {
  const own = tags.filter(({ Key }) => Key.startsWith(prefix));
  const ids = new Set(own.flatMap(({ Key }) => keyPattern.exec(Key)?.[1] ?? []));
  const complete = [...ids].flatMap((id) => readSaved(own, id, digest) ?? []);
  const saved = complete.length > 0 ? complete.reduce(mergedSaved) : undefined;
  return { saved, keys: own.map(({ Key }) => Key) };
}

/** Both, the first winning where both know a variant. */
export function mergedSaved(first: SavedScaling, second: SavedScaling): SavedScaling {
  return {
    targets: mergedTargets(first.targets, second.targets),
    instances: { ...second.instances, ...first.instances },
  };
}

function readSaved(
  tags: readonly Tag[],
  id: string,
  digest: (text: string) => string,
): SavedScaling | undefined {
  const chunks = tags.flatMap(({ Key, Value }) => {
    const [, of, number, count] = keyPattern.exec(Key) ?? [];
    return of === id ? [{ number: Number(number), count: Number(count), Value }] : [];
  });
  const text = chunks
    .toSorted((one, other) => one.number - other.number)
    .map(({ Value }) => Value)
    .join('');
  const isWhole = chunks.length === chunks[0]?.count && digest(text).startsWith(id);
  return isWhole ? parsed(text) : undefined;
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
  readonly v: number;
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

/** The digest says that we wrote it, so it has our form; a newer version may have another. */
function parsed(text: string): SavedScaling | undefined {
  const { v, t, i }: Compact = JSON.parse(fromBase64(text));
  if (v !== 1) return undefined;
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
