import type {
  DescribeModelPackageGroupInput,
  DescribeModelPackageInput,
  ListModelPackagesInput,
} from '@aws-sdk/client-sagemaker';
import type { Call } from '../account/account.ts';
import { arnOf, type RegistryKind } from '../account/arn.ts';
import { session } from '../account/call-faults.ts';
import { pageOf } from '../account/page.ts';
import type { StoredModelPackage, StoredModelPackageGroup } from '../account/registry.ts';
import { AwsError, accessDenied } from '../aws/aws-error.ts';
import { doesNotExist } from './errors.ts';
import { sorted, wanted } from './listing.ts';

export function describeModelPackageGroup(
  input: DescribeModelPackageGroupInput,
  call: Call,
): object {
  const group = findGroup(input.ModelPackageGroupName, call, 'DescribeModelPackageGroup');
  return {
    ModelPackageGroupName: group.name,
    ModelPackageGroupArn: group.arn,
    CreationTime: new Date(group.createdAt),
    CreatedBy: {},
    ModelPackageGroupStatus: 'Completed',
  };
}

export function describeModelPackage(input: DescribeModelPackageInput, call: Call): object {
  const found = findModelPackage(input.ModelPackageName, call, 'DescribeModelPackage');
  return {
    ...found.members,
    ModelPackageStatusDetails: found.members.ModelPackageStatusDetails ?? {
      ValidationStatuses: [],
    },
    ModelPackageName: found.group,
    ModelPackageGroupName: found.group,
    ModelPackageVersion: found.version,
    ModelPackageArn: found.arn,
    CreationTime: new Date(found.createdAt),
  };
}

/** The oldest come first. A page is cut before the approval is asked for, so it may be empty while a token goes on. */
export function listModelPackages(input: ListModelPackagesInput, call: Call): object {
  const { ModelApprovalStatus: approval, MaxResults: size = 10, NextToken: token } = input;
  const all = versionsOf(input, call).filter(wanted(input));
  const { page, NextToken } = pageOf(sorted(all, input, 'Ascending'), { token, size });
  const found = page.filter(
    ({ members }) => approval === undefined || members.ModelApprovalStatus === approval,
  );
  return { ModelPackageSummaryList: found.map(summaryOf), NextToken };
}

/** Only versions of groups are simulated: a list of packages without a version is empty. */
function versionsOf(
  { ModelPackageGroupName: name, ModelPackageType: type }: ListModelPackagesInput,
  call: Call,
) {
  if (type === 'Unversioned' || (type === undefined && name === undefined)) return [];
  const here = arnOf(call.place, 'model-package', '');
  const group = name === undefined ? undefined : findGroup(name, call, 'ListModelPackages');
  return [...call.account.modelPackages.values()]
    .filter(({ arn, groupArn }) => (group ? groupArn === group.arn : arn.startsWith(here)))
    .map((found) => ({ ...found, name: found.group, status: found.members.ModelPackageStatus }))
    .map(({ status, ...found }) => ({ ...found, ...(status ? { status } : {}) }));
}

/** The name of a version is not told, only its ARN. */
function summaryOf({ arn, group, version, createdAt, members }: StoredModelPackage): object {
  return {
    ModelPackageGroupName: group,
    ModelPackageVersion: version,
    ModelPackageArn: arn,
    ModelPackageDescription: members.ModelPackageDescription,
    CreationTime: new Date(createdAt),
    ModelPackageStatus: members.ModelPackageStatus,
    ModelApprovalStatus: members.ModelApprovalStatus,
    ModelLifeCycle: members.ModelLifeCycle,
    ModelPackageRegistrationType: members.ModelPackageRegistrationType,
  };
}

function findGroup(
  name: string | undefined,
  call: Call,
  operation: string,
): StoredModelPackageGroup {
  const arn = registryArn('model-package-group', name, call);
  const group = call.account.modelPackageGroups.get(arn);
  checkPolicy(group, { arn, operation }, call);
  if (!group) throw doesNotExist('model-package-group', arn);
  return group;
}

export function findModelPackage(
  name: string | undefined,
  call: Call,
  operation: string,
): StoredModelPackage {
  const arn = registryArn('model-package', name, call);
  const found = call.account.modelPackages.get(arn);
  const group = found && call.account.modelPackageGroups.get(found.groupArn);
  checkPolicy(group, { arn, operation }, call);
  if (!found) throw doesNotExist('model-package', arn);
  return found;
}

/** What another account does not share is denied, whether it is there or not. */
function checkPolicy(
  group: StoredModelPackageGroup | undefined,
  { arn, operation }: { readonly arn: string; readonly operation: string },
  { place }: Call,
): void {
  if (arn.split(':')[4] === place.account || group?.isShared) return;
  const permission = `sagemaker:${operation}`;
  const principal = `arn:aws:sts::${place.account}:${session}`;
  const { name, message } = accessDenied(principal, permission, arn);
  throw new AwsError(
    name,
    `${message} because no resource-based policy allows the ${permission} action`,
  );
}

/** A name is one of this account; an ARN may be another account's. */
function registryArn(kind: RegistryKind, name = '', { place }: Call): string {
  return name.startsWith('arn:') ? name : arnOf(place, kind, name);
}
