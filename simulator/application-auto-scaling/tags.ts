import type {
  ListTagsForResourceRequest,
  TagResourceRequest,
  UntagResourceRequest,
} from '@aws-sdk/client-application-auto-scaling';
import type { Call } from '../account/account.ts';
import { refusal } from '../aws/aws-error.ts';
import { changeTarget, targetByArn } from './targets.ts';

const mostTags = 50;

export function listTagsForResource({ ResourceARN }: ListTagsForResourceRequest, call: Call) {
  return { Tags: targetByArn(ResourceARN ?? '', call).tags };
}

/** A tag of the same key is replaced. */
export function tagResource({ ResourceARN, Tags }: TagResourceRequest, call: Call): object {
  const target = targetByArn(ResourceARN ?? '', call);
  const tags = { ...target.tags, ...Tags };
  if (Object.keys(tags).length > mostTags) {
    throw refusal(`a target has ${mostTags} tags at most`, 'TooManyTagsException');
  }
  changeTarget(target, call, { tags });
  return {};
}

export function untagResource({ ResourceARN, TagKeys }: UntagResourceRequest, call: Call): object {
  const target = targetByArn(ResourceARN ?? '', call);
  const left = Object.entries(target.tags).filter(([key]) => !TagKeys?.includes(key));
  changeTarget(target, call, { tags: Object.fromEntries(left) });
  return {};
}
