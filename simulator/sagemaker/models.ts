import type {
  CreateModelInput,
  DeleteModelInput,
  DescribeModelInput,
} from '@aws-sdk/client-sagemaker';
import type { Call, StoredModel } from '../account/account.ts';
import { arnOf } from '../account/arn.ts';
import { alreadyExists, couldNotFind } from './errors.ts';
import { checkTags, keepTags } from './tags.ts';

export function createModel(input: CreateModelInput, call: Call): object {
  const arn = arnOf(call.place, 'model', input.ModelName ?? '');
  if (call.account.models.has(arn)) throw alreadyExists('model', arn);
  checkTags(input.Tags);
  call.account.models.set(arn, { arn, createdAt: call.now, input });
  keepTags(call.account, arn, input.Tags);
  return { ModelArn: arn };
}

export function describeModel(input: DescribeModelInput, call: Call): object {
  const model = findModel(input.ModelName, call);
  const { Tags: _, ...members } = model.input;
  return {
    EnableNetworkIsolation: false,
    ...members,
    ModelArn: model.arn,
    CreationTime: new Date(model.createdAt),
  };
}

export function deleteModel(input: DeleteModelInput, call: Call): undefined {
  const { arn } = findModel(input.ModelName, call);
  call.account.models.delete(arn);
  call.account.tags.delete(arn);
}

export function findModel(name: string | undefined, { account, place }: Call): StoredModel {
  const arn = arnOf(place, 'model', name ?? '');
  const model = account.models.get(arn);
  if (!model) throw couldNotFind('model', arn);
  return model;
}
