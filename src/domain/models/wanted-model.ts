import { everyVariantOf, variantNameOf } from '../endpoint-config.ts';
import { type JsonObject, objectAt, only } from '../json.ts';
import { changedModel, firstModel } from './changed-model.ts';
import { contentOfModel } from './model-content.ts';
import type { AnyModelSource, WantedModel } from './model-source.ts';

/** The models that are written in a configuration, in place of the name of one. */
export function writtenModels(config: JsonObject): readonly WantedModel[] {
  return everyVariantOf(config).flatMap((variant): readonly WantedModel[] => {
    const content = objectAt(variant, 'Model');
    return content
      ? [{ variant: variantNameOf(variant), source: { kind: 'written', content } }]
      : [];
  });
}

/** What gives a model what is not written in it. */
export interface Around {
  /** `execution-role-arn`. */
  readonly roleArn: string | undefined;
  /** The configuration that is to name the model. */
  readonly config: JsonObject;
  /** What DescribeModel says of the model that serves in the variant; undefined: none serves there. */
  readonly serving: JsonObject | undefined;
}

type Made = Exclude<AnyModelSource, { kind: 'existing' }>;

/** Members that a configuration and a model both have. */
const shared = ['ExecutionRoleArn', 'VpcConfig', 'EnableNetworkIsolation'];

/**
 * The content of a model that is made. Its role is that of the
 * input, else what is written, else that of the model that serves; where none serves, that of the
 * configuration. A model that is not written takes the VPC and the isolation from there too.
 *
 * @throws Problem `invalid-inputs` where it is not clear what would be replaced.
 */
export function wantedContent(source: Made, { roleArn, config, serving }: Around): JsonObject {
  const around = serving ? contentOfModel(serving) : only(config, shared);
  const role = roleArn === undefined ? {} : { ExecutionRoleArn: roleArn };
  return contentOfModel({ ...unnamed(source, around, serving !== undefined), ...role });
}

function unnamed(source: Made, around: JsonObject, serves: boolean): JsonObject {
  if (source.kind === 'written') {
    return { ...only(around, ['ExecutionRoleArn']), ...source.content };
  }
  return serves ? changedModel(around, source) : { ...around, ...firstModel(source) };
}
