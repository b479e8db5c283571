import type { AddTagsInput, ListTagsInput, Tag } from '@aws-sdk/client-sagemaker';
import { couldNotFind, type ResourceKind } from './errors.ts';
import type { Call, World } from './world.ts';

export function addTags(input: AddTagsInput, { world }: Call): object {
  const arn = findTaggable(input.ResourceArn, world);
  return { Tags: keepTags(world, arn, input.Tags) };
}

export function listTags(input: ListTagsInput, { world }: Call): object {
  return { Tags: world.tags.get(findTaggable(input.ResourceArn, world)) ?? [] };
}

/** Keeps tags on a resource; a tag of the same key is replaced. Returns all that it has. */
export function keepTags(world: World, arn: string, tags: readonly Tag[] = []): Tag[] {
  const keys = new Set(tags.map(({ Key }) => Key));
  const kept = (world.tags.get(arn) ?? []).filter(({ Key }) => !keys.has(Key));
  const all = [...kept, ...tags];
  world.tags.set(arn, all);
  return all;
}

function findTaggable(arn = '', world: World): string {
  const [kind = ''] = (arn.split(':')[5] ?? '').split('/');
  const there = world.models.has(arn) || world.endpointConfigs.has(arn) || world.endpoints.has(arn);
  if (!there) throw couldNotFind(kind as ResourceKind, arn);
  return arn;
}
