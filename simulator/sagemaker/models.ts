import type {
  CreateModelInput,
  DeleteModelInput,
  DescribeModelInput,
  ListModelsInput,
} from '@aws-sdk/client-sagemaker';
import type { Call, StoredModel } from '../account/account.ts';
import { arnOf } from '../account/arn.ts';
import { alreadyExists, couldNotFind } from './errors.ts';
import { listPage } from './listing.ts';
import { checkModel } from './model-rules.ts';
import { checkTags, keepTags } from './tags.ts';

export function createModel(input: CreateModelInput, call: Call): object {
  const arn = arnOf(call.place, 'model', input.ModelName ?? '');
  if (call.account.models.has(arn)) throw alreadyExists('model', arn);
  checkModel(input, call);
  checkTags(input.Tags);
  const [late] = call.account.faults.ofAccount('late-models');
  keepModel(input, call, call.now + (late?.seconds ?? 0) * 1000);
  return { ModelArn: arn };
}

/** Keeps a model without asking for its rules. */
export function keepModel(input: CreateModelInput, call: Call, visibleFrom = call.now): void {
  const arn = arnOf(call.place, 'model', input.ModelName ?? '');
  call.account.models.set(arn, { arn, createdAt: call.now, visibleFrom, input });
  keepTags(call.account, arn, input.Tags);
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

export function listModels(input: ListModelsInput, { account, place, now }: Call): object {
  const here = arnOf(place, 'model', '');
  const all = [...account.models.values()]
    .filter(({ arn, visibleFrom }) => arn.startsWith(here) && visibleFrom <= now)
    .map((model) => ({ ...model, name: model.arn.slice(here.length) }));
  const { page, NextToken } = listPage(all, input);
  return {
    Models: page.map(({ name, arn, createdAt }) => ({
      ModelName: name,
      ModelArn: arn,
      CreationTime: new Date(createdAt),
    })),
    NextToken,
  };
}

/** A model that is in use can be deleted, and is then missed by the next update. */
export function deleteModel(input: DeleteModelInput, call: Call): undefined {
  const { arn } = findModel(input.ModelName, call);
  call.account.models.delete(arn);
  call.account.tags.delete(arn);
}

export function findModel(name: string | undefined, { account, place, now }: Call): StoredModel {
  const arn = arnOf(place, 'model', name ?? '');
  const model = account.models.get(arn);
  if (!model || model.visibleFrom > now) throw couldNotFind('model', arn);
  return model;
}
