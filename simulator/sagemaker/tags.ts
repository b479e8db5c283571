import type { AddTagsInput, DeleteTagsInput, ListTagsInput, Tag } from '@aws-sdk/client-sagemaker';
import { AwsError } from '../aws/aws-error.ts';
import { couldNotFind, type ResourceKind, refusal } from './errors.ts';
import type { Call, World } from './world.ts';

const mostTags = 50;

export function addTags(input: AddTagsInput, { world }: Call): object {
  const arn = findTaggable(input.ResourceArn, world);
  checkTags(input.Tags, world.tags.get(arn));
  return { Tags: keepTags(world, arn, input.Tags) };
}

export function listTags(input: ListTagsInput, { world }: Call): object {
  const all = world.tags.get(findTaggable(input.ResourceArn, world)) ?? [];
  const first = Number(input.NextToken ?? 0);
  const end = first + (input.MaxResults ?? mostTags);
  return {
    Tags: all.slice(first, end),
    NextToken: end < all.length ? String(end) : undefined,
  };
}

/** Keys that are not there do no harm. */
export function deleteTags(input: DeleteTagsInput, { world }: Call): object {
  const arn = findTaggable(input.ResourceArn, world);
  const gone = input.TagKeys ?? [];
  world.tags.set(
    arn,
    (world.tags.get(arn) ?? []).filter(({ Key = '' }) => !gone.includes(Key)),
  );
  return {};
}

/** Refuses tags that a caller may not put on a resource which has some already. */
export function checkTags(tags: readonly Tag[] = [], present: readonly Tag[] = []): void {
  const keys = tags.map(({ Key = '' }) => Key);
  const reserved = keys.find(isReserved);
  if (reserved !== undefined) {
    // The words were seen when such a tag was to be deleted.
    throw new AwsError(
      'ValidationException',
      `System prefix 'aws:' reserved for AWS usage in tag key: ${reserved}`,
    );
  }
  const twice = keys.find((key, index) => keys.indexOf(key) < index);
  if (twice !== undefined) throw refusal(`the tag key "${twice}" is there twice`);
  const own = present.map(({ Key = '' }) => Key).filter((key) => !isReserved(key));
  if (new Set([...own, ...keys]).size > mostTags) {
    throw refusal(`a resource has ${mostTags} tags at most`);
  }
}

/** Keeps tags on a resource; a tag of the same key is replaced. Returns all that it has. */
export function keepTags(world: World, arn: string, tags: readonly Tag[] = []): Tag[] {
  const keys = new Set(tags.map(({ Key }) => Key));
  const kept = (world.tags.get(arn) ?? []).filter(({ Key }) => !keys.has(Key));
  const all = [...kept, ...tags];
  world.tags.set(arn, all);
  return all;
}

/** Tags that AWS itself puts, which do not count. */
function isReserved(key: string): boolean {
  return key.toLowerCase().startsWith('aws:');
}

function findTaggable(arn = '', world: World): string {
  const [kind = ''] = (arn.split(':')[5] ?? '').split('/');
  const there = world.models.has(arn) || world.endpointConfigs.has(arn) || world.endpoints.has(arn);
  if (!there) throw couldNotFind(kind as ResourceKind, arn);
  return arn;
}
