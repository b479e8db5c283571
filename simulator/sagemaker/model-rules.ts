import type { ContainerDefinition, CreateModelInput } from '@aws-sdk/client-sagemaker';
import type { Call } from '../account/account.ts';
import type { StoredModelPackage } from '../account/registry.ts';
import { AwsError, refusal } from '../aws/aws-error.ts';
import { findModelPackage } from './model-registry.ts';

const ecrImage = /^\d{12}\.dkr\.ecr\.[a-z0-9-]+\.amazonaws\.com(\.cn)?\//;

/** The documentation's rules for a model beyond its shape; AWS's words where they were reported. */
export function checkModel(input: CreateModelInput, call: Call): void {
  const { Containers: several, PrimaryContainer: one } = input;
  if ((one === undefined) === (several === undefined)) {
    throw refusal('a model has either a PrimaryContainer or Containers');
  }
  for (const container of several ?? (one ? [one] : [])) checkContainer(container, call);
}

function checkContainer(container: ContainerDefinition, call: Call): void {
  const { Image: image, ModelDataSource, ModelDataUrl, ModelPackageName } = container;
  if (image === undefined && ModelPackageName === undefined) {
    throw refusal('a container needs an Image or a ModelPackageName');
  }
  if (ModelDataUrl !== undefined && ModelDataSource !== undefined) {
    throw refusal('a container has either a ModelDataUrl or a ModelDataSource');
  }
  const access = container.ImageConfig?.RepositoryAccessMode;
  if (image !== undefined && access !== 'Vpc' && !ecrImage.test(image)) {
    throw new AwsError(
      'ValidationException',
      `Using non-ECR image "${image}" without Vpc repository access mode is not supported.`,
    );
  }
  if (ModelPackageName !== undefined) {
    checkPackage(findModelPackage(ModelPackageName, call, 'CreateModel'), container, call);
  }
}

/** Whether AWS refuses a package that is not approved is unpublished: here it does when it is told to. */
function checkPackage(
  { members }: StoredModelPackage,
  container: ContainerDefinition,
  { account }: Call,
): void {
  const [approvedOnly] = account.faults.ofAccount('approved-packages-only');
  if (approvedOnly && members.ModelApprovalStatus !== 'Approved') {
    throw refusal('the model package is not approved');
  }
  if (members.ModelPackageStatus !== 'Completed') {
    throw refusal('the model package is not Completed');
  }
  const [described] = members.InferenceSpecification?.Containers ?? [];
  if (described?.Environment && container.Environment) {
    const [of, own] = [described.Environment, container.Environment].map(mapInWords);
    throw new AwsError(
      'ValidationException',
      `Environment variable map cannot be specified both at Model Package ${of} and Model ${own}.`,
    );
  }
}

function mapInWords(map: Readonly<Record<string, string>>): string {
  const entries = Object.entries(map).map(([key, value]) => `${key}=${value}`);
  return `{${entries.join(', ')}}`;
}
