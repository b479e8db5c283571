import { type SavedScaling, savedFrom, textOfSaved, whyNotPutBack } from './saved-form.ts';
import { mergedTargets } from './scaling.ts';
import type { Tag } from './tags.ts';

/** Saved scaling among the tags of an endpoint. */
export interface SavedInTags {
  readonly saved: SavedScaling | undefined;
  /** The keys of the tags that keep it. */
  readonly keys: readonly string[];
  readonly refused: readonly RefusedTags[];
}

/** Tags with keys of saved scaling that are left alone, and why nothing is restored from them. */
export interface RefusedTags {
  readonly keys: readonly string[];
  /**
   * `incomplete`: one is missing, or was changed; `not-legible`: they hold something else;
   * `too-many`: more instances than anyone plausibly has.
   */
  readonly why: 'incomplete' | 'not-legible' | 'too-many';
  /** What they would restored, where that can be read. */
  readonly saved: SavedScaling | undefined;
}

/**
 * Tags `sagemaker-rollout:scaling:<digest>:<number>-of-<count>`: together, in order, the base64 of
 * JSON whose SHA-256 begins with the digest. Scaling is removed only after all of it has been read
 * back. The digest says that they are complete, not who wrote them: anyone who may write tags of the
 * endpoint can write these, so what they hold is checked like any other input.
 */
const prefix = 'sagemaker-rollout:scaling:';
const keyPattern = /^sagemaker-rollout:scaling:([0-9a-f]{12}):(\d+)-of-(\d+)$/;
const digestLength = 12;
const longestValue = 256;

/** The tags that keep it; the same for the same content. `digest` answers a hash in hexadecimal. */
export function tagsOfSaved(saved: SavedScaling, digest: (text: string) => string): readonly Tag[] {
  const text = textOfSaved(saved);
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
  const sets = Map.groupBy(own, ({ Key }) => keyPattern.exec(Key)?.[1] ?? Key);
  const read = [...sets].map(([id, set]) => readSet(set, digest, id));
  const kept = read.filter((one) => one.kind === 'kept');
  return {
    saved: kept.length > 0 ? kept.map(({ saved }) => saved).reduce(mergedSaved) : undefined,
    keys: kept.flatMap(({ keys }) => keys),
    refused: read.flatMap((one) => (one.kind === 'refused' ? [one.refused] : [])),
  };
}

/** Both, the first winning where both know a variant. */
export function mergedSaved(first: SavedScaling, second: SavedScaling): SavedScaling {
  return {
    targets: mergedTargets(first.targets, second.targets),
    instances: { ...second.instances, ...first.instances },
  };
}

type ReadSet =
  | { readonly kind: 'kept'; readonly saved: SavedScaling; readonly keys: readonly string[] }
  | { readonly kind: 'refused'; readonly refused: RefusedTags };

function readSet(set: readonly Tag[], digest: (text: string) => string, id: string): ReadSet {
  const keys = set.map(({ Key }) => Key);
  const refuse = (why: RefusedTags['why'], saved?: SavedScaling): ReadSet => ({
    kind: 'refused',
    refused: { keys, why, saved },
  });
  const chunks = set.map(({ Key, Value }) => {
    const [, , number, count] = keyPattern.exec(Key) ?? [];
    return { number: Number(number), count: Number(count), Value };
  });
  const inOrder = chunks.toSorted((one, other) => one.number - other.number);
  const text = inOrder.map(({ Value }) => Value).join('');
  const isWhole = chunks.every(({ count }) => count === chunks.length);
  if (!isWhole || !digest(text).startsWith(id)) return refuse('incomplete');
  const saved = savedFrom(text);
  const why = whyNotPutBack(saved);
  return saved && !why ? { kind: 'kept', saved, keys } : refuse(why ?? 'not-legible', saved);
}
