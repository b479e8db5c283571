import { everyVariantOf, variantNameOf } from '../endpoint-config.ts';
import { type JsonObject, objectAt, only, textAt } from '../json.ts';
import { changedModel, firstModel } from './changed-model.ts';
import { contentOfModel } from './model-content.ts';
import type { ModelPackage } from './model-package.ts';
import type { AnyModelSource, WantedModel } from './model-source.ts';
import { readPackageReference } from './package-reference.ts';

/** The models that a configuration holds in place of the name of one. */
export function writtenModels(config: JsonObject): readonly WantedModel[] {
  return everyVariantOf(config).flatMap((variant): readonly WantedModel[] => {
    const source = writtenSource(variant);
    return source ? [{ variant: variantNameOf(variant), source }] : [];
  });
}

function writtenSource(variant: JsonObject): AnyModelSource | undefined {
  const content = objectAt(variant, 'Model');
  if (content) return { kind: 'written', content };
  const read = readPackageReference(textAt(variant, 'ModelPackage') ?? '');
  return read.kind === 'read' ? { kind: 'package', reference: read.reference } : undefined;
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

/** What a model is made of, its packages looked up. */
export type MadeSource =
  | Exclude<AnyModelSource, { kind: 'existing' | 'package' }>
  | { readonly kind: 'packaged'; readonly given: ModelPackage };

/** Members that a configuration and a model both have. */
const shared = ['ExecutionRoleArn', 'VpcConfig', 'EnableNetworkIsolation'];

/**
 * The content of a model that is made. Its role is that of the
 * input, else what is written, else that of the model that serves; where none serves, that of the
 * configuration. A model that is not written takes the VPC and the isolation from there too.
 *
 * @throws Problem `invalid-inputs` where it is not clear what would be replaced.
 */
export function wantedContent(
  source: MadeSource,
  { roleArn, config, serving }: Around,
): JsonObject {
  const around = serving ? contentOfModel(serving) : only(config, shared);
  const role = roleArn === undefined ? {} : { ExecutionRoleArn: roleArn };
  return contentOfModel({ ...unnamed(source, around, serving !== undefined), ...role });
}

function unnamed(source: MadeSource, around: JsonObject, serves: boolean): JsonObject {
  if (source.kind === 'written') {
    return { ...only(around, ['ExecutionRoleArn']), ...source.content };
  }
  if (source.kind === 'packaged') return { ...only(around, shared), ...ofPackage(source.given) };
  return serves ? changedModel(around, source) : { ...around, ...firstModel(source) };
}

/**
 * A product of AWS Marketplace runs in network isolation.
 * https://docs.aws.amazon.com/marketplace/latest/userguide/ml-service-restrictions-and-limits.html
 */
function ofPackage({ arn, isProduct }: ModelPackage): JsonObject {
  return {
    PrimaryContainer: { ModelPackageName: arn },
    ...(isProduct && { EnableNetworkIsolation: true }),
  };
}
