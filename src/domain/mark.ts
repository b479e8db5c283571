import type { NameOf } from './config-name.ts';
import type { JsonObject } from './json.ts';
import { keeps, resourceName } from './names.ts';
import type { Instant } from './request.ts';
import { mergedTags, mostTags, type Tag, tagViolationsOf } from './tags.ts';

/** What this action writes into the tags of what it creates: docs/deleting.md. */
export interface Mark {
  /** The endpoint for which it was created; its own name where it is the endpoint. */
  readonly endpointName: string;
  /** The URL of the workflow run that a name is made of, where it is. */
  readonly run?: string | undefined;
  /** The time of the newest model that a name is made of, where it is. */
  readonly newestModelAt?: Instant | undefined;
}

/** The keys of the tags: they stay. */
export const markKeys = {
  endpointName: 'sagemaker-rollout:created-for',
  run: 'sagemaker-rollout:created-in',
  newestModelAt: 'sagemaker-rollout:created-with-models-of',
} as const;

/** The tags with the mark; without it where there is no room left, or no tag can hold it. */
export function withMark(tags: readonly Tag[], mark: Mark): readonly Tag[] {
  const { endpointName, run = '', newestModelAt } = mark;
  const date = newestModelAt === undefined ? '' : new Date(newestModelAt).toISOString();
  const texts = { endpointName, run, newestModelAt: date };
  const own = Object.entries(markKeys)
    .map(([member, Key]) => ({ Key, Value: texts[member as keyof Mark] }))
    .filter(({ Value }) => Value !== '');
  const merged = mergedTags(tags, own);
  return merged.length > mostTags || tagViolationsOf(own).length > 0 ? tags : merged;
}

/** The mark among the tags; undefined where there is none, or none that can be read. */
export function markIn(tags: readonly Tag[]): Mark | undefined {
  const valueAt = (key: string) => tags.find(({ Key }) => Key === key)?.Value;
  const endpointName = valueAt(markKeys.endpointName) ?? '';
  if (!keeps(endpointName, resourceName)) return undefined;
  const date = valueAt(markKeys.newestModelAt);
  const newestModelAt = date === undefined ? undefined : Date.parse(date);
  if (Number.isNaN(newestModelAt)) return undefined;
  return { endpointName, run: valueAt(markKeys.run), newestModelAt };
}

/**
 * Whether what carries this mark was created by this action for the endpoint. Tags get copied, and anyone
 * may write them: the name has to be made of the content as well.
 */
export function isOwn(
  { name, content }: { readonly name: string; readonly content: JsonObject },
  { run, newestModelAt }: Mark,
  nameOf: NameOf,
): boolean {
  return name === nameOf({ content, run, newestModelAt });
}
