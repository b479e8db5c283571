import type { RegistryKind, ResourceKind } from '../account/arn.ts';
import { AwsError } from '../aws/aws-error.ts';

/** What can be found by name; the words are those of AWS's messages. */
const words = {
  endpoint: 'endpoint',
  'endpoint-config': 'endpoint configuration',
  model: 'model',
  'inference-component': 'inference component',
  'transform-job': 'transform job',
} as const satisfies Readonly<Record<ResourceKind, string>>;

export function couldNotFind(kind: ResourceKind, arn: string): AwsError {
  return new AwsError('ValidationException', `Could not find ${words[kind]} "${arn}".`);
}

const registryWords = {
  'model-package-group': 'ModelPackageGroup',
  'model-package': 'ModelPackage',
} as const satisfies Readonly<Record<RegistryKind, string>>;

/** The registry has words of its own. */
export function doesNotExist(kind: RegistryKind, arn: string): AwsError {
  return new AwsError('ValidationException', `${registryWords[kind]} ${arn} does not exist.`);
}

export function alreadyExists(kind: ResourceKind, arn: string): AwsError {
  return new AwsError(
    'ValidationException',
    `Cannot create already existing ${words[kind]} "${arn}".`,
  );
}

export function inProgress(arn: string): AwsError {
  return new AwsError('ValidationException', `Cannot update in-progress endpoint "${arn}".`);
}

export function overQuota(instanceType: string, numbers: Quota): AwsError {
  return new AwsError(
    'ResourceLimitExceeded',
    `The account-level service limit '${instanceType} for endpoint usage' is ${numbers.limit} Instances, with current utilization of ${numbers.used} Instances and a request delta of ${numbers.delta} Instances. Please use AWS Service Quotas to request an increase for this quota. If AWS Service Quotas is not available, contact AWS support to request an increase for this quota.`,
  );
}

export interface Quota {
  readonly limit: number;
  readonly used: number;
  readonly delta: number;
}
