import { isObject, type JsonObject, numberAt, objectAt, objectsAt, textAt } from '../json.ts';
import type { Instant } from '../request.ts';
import { containersOf } from './model-content.ts';

/**
 * What a reviewer wants to know of a package of the model registry. All texts are the registry's.
 * https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_DescribeModelPackage.html
 */
export interface ModelPackage {
  readonly arn: string;
  /** Undefined where the package is in no group, such as one of AWS Marketplace. */
  readonly group: string | undefined;
  readonly version: number | undefined;
  /** Whether it is a product of AWS Marketplace, whose models run in network isolation. */
  readonly isProduct: boolean;
  /** `Completed`: it can be used. */
  readonly status: string;
  /** Why it is `Failed`. */
  readonly failureReasons: readonly string[];
  /** `Approved`, `Rejected` or `PendingManualApproval`; it may be absent. */
  readonly approval: string | undefined;
  /** Why, in the words of who decided. */
  readonly approvalReason: string | undefined;
  /** Who changed it last, which a decision on its approval does; undefined where the registry does not say. */
  readonly changedBy: string | undefined;
  readonly changedAt: Instant | undefined;
  readonly images: readonly PackagedImage[];
  /** The instance types that it supports for real-time inference; none: it does not say. */
  readonly instanceTypes: readonly string[];
  readonly commit: string | undefined;
  readonly repository: string | undefined;
  readonly metrics: readonly Metric[];
}

export interface PackagedImage {
  readonly image: string;
  readonly digest: string | undefined;
}

/** Where a report on the quality of the model lies. */
export interface Metric {
  /** As the API names it, such as `ModelQuality.Statistics`. */
  readonly name: string;
  readonly uri: string;
}

/** An answer of DescribeModelPackage. */
export function modelPackageOf(answer: JsonObject): ModelPackage {
  const specification = objectAt(answer, 'InferenceSpecification') ?? {};
  const metadata = objectAt(answer, 'MetadataProperties') ?? {};
  const changed = numberAt(answer, 'LastModifiedTime');
  const containers = objectsAt(specification, 'Containers');
  return {
    arn: textAt(answer, 'ModelPackageArn') ?? '',
    group: textAt(answer, 'ModelPackageGroupName'),
    version: numberAt(answer, 'ModelPackageVersion'),
    isProduct: containers.some((container) => textAt(container, 'ProductId') !== undefined),
    status: textAt(answer, 'ModelPackageStatus') ?? '',
    failureReasons: failureReasonsOf(objectAt(answer, 'ModelPackageStatusDetails') ?? {}),
    approval: textAt(answer, 'ModelApprovalStatus'),
    approvalReason: textAt(answer, 'ApprovalDescription'),
    changedBy: personIn(objectAt(answer, 'LastModifiedBy') ?? {}),
    changedAt: changed === undefined ? undefined : 1000 * changed,
    images: containers.flatMap(imageOf),
    instanceTypes: textsAt(specification, 'SupportedRealtimeInferenceInstanceTypes'),
    commit: textAt(metadata, 'CommitId'),
    repository: textAt(metadata, 'Repository'),
    metrics: metricsIn(objectAt(answer, 'ModelMetrics') ?? {}),
  };
}

function failureReasonsOf(details: JsonObject): readonly string[] {
  return ['ValidationStatuses', 'ImageScanStatuses'].flatMap((member) =>
    objectsAt(details, member).flatMap((item) => textAt(item, 'FailureReason') ?? []),
  );
}

/** The user profile of SageMaker Studio, else who called the API: `assumed-role/approver/alice`. */
function personIn(user: JsonObject): string | undefined {
  const identity = objectAt(user, 'IamIdentity') ?? {};
  const called = textAt(identity, 'SourceIdentity') ?? textAt(identity, 'Arn')?.split(':').at(-1);
  return textAt(user, 'UserProfileName') ?? called;
}

function imageOf(container: JsonObject): readonly PackagedImage[] {
  const image = textAt(container, 'Image');
  return image === undefined ? [] : [{ image, digest: textAt(container, 'ImageDigest') }];
}

/** Each kind of metrics holds sources by their names, known kinds or new ones. */
function metricsIn(metrics: JsonObject): readonly Metric[] {
  return Object.entries(metrics).flatMap(([kind, sources]) =>
    Object.entries(isObject(sources) ? sources : {}).flatMap(([name, source]) => {
      const uri = isObject(source) ? textAt(source, 'S3Uri') : undefined;
      return uri === undefined ? [] : [{ name: `${kind}.${name}`, uri }];
    }),
  );
}

function textsAt(object: JsonObject, member: string): readonly string[] {
  const value = object[member];
  return Array.isArray(value) ? value.filter((each) => typeof each === 'string') : [];
}

/** The packages that a model is made of, as CreateModel and DescribeModel name them. */
export function packagesIn(model: JsonObject): readonly string[] {
  return containersOf(model).flatMap((container) => textAt(container, 'ModelPackageName') ?? []);
}

/** `fraud/3`; of a package without a group its name. */
export function labelOf({
  arn,
  group,
  version,
}: Pick<ModelPackage, 'arn' | 'group' | 'version'>): string {
  return group === undefined || version === undefined ? labelInArn(arn) : `${group}/${version}`;
}

/** The same of a package of which no more than its ARN is known. */
export function labelInArn(arn: string): string {
  return arn.slice(arn.indexOf('/') + 1);
}
