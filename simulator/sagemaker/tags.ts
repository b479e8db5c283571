import type { AddTagsInput, DeleteTagsInput, ListTagsInput, Tag } from '@aws-sdk/client-sagemaker';
import type { Account, Call } from '../account/account.ts';
import type { ResourceKind } from '../account/arn.ts';
import { pageOf } from '../account/page.ts';
import { AwsError, refusal } from '../aws/aws-error.ts';
import { couldNotFind } from './errors.ts';

const mostTags = 50;

export function addTags(input: AddTagsInput, { account }: Call): object {
  const arn = findTaggable(input.ResourceArn, account);
  checkTags(input.Tags, account.tags.get(arn));
  return { Tags: keepTags(account, arn, input.Tags) };
}

export function listTags(input: ListTagsInput, { account }: Call): object {
  const all = account.tags.get(findTaggable(input.ResourceArn, account)) ?? [];
  const size = input.MaxResults ?? mostTags;
  const { page: Tags, NextToken } = pageOf(all, { token: input.NextToken, size });
  return { Tags, NextToken };
}

/** Keys that are not there do no harm. */
export function deleteTags(input: DeleteTagsInput, { account }: Call): object {
  const arn = findTaggable(input.ResourceArn, account);
  const gone = input.TagKeys ?? [];
  account.tags.set(
    arn,
    (account.tags.get(arn) ?? []).filter(({ Key = '' }) => !gone.includes(Key)),
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
export function keepTags(account: Account, arn: string, tags: readonly Tag[] = []): Tag[] {
  const keys = new Set(tags.map(({ Key }) => Key));
  const kept = (account.tags.get(arn) ?? []).filter(({ Key }) => !keys.has(Key));
  const all = [...kept, ...tags];
  account.tags.set(arn, all);
  return all;
}

/** Tags that AWS itself puts, which do not count. */
function isReserved(key: string): boolean {
  return key.toLowerCase().startsWith('aws:');
}

function findTaggable(arn = '', account: Account): string {
  const [kind = ''] = (arn.split(':')[5] ?? '').split('/');
  const there =
    account.models.has(arn) || account.endpointConfigs.has(arn) || account.endpoints.has(arn);
  if (!there) throw couldNotFind(kind as ResourceKind, arn);
  return arn;
}
