import type { Call, InferenceComponent, TransformJob } from '../account/account.ts';
import { arnOf } from '../account/arn.ts';
import type { ModelPackageMembers } from '../account/registry.ts';

/** An inference component as it is found: of which model, on which variant. */
export type FoundComponent = Pick<InferenceComponent, 'endpoint' | 'model'> &
  Partial<Pick<InferenceComponent, 'variant' | 'status'>>;

export function seedComponent(call: Call, name: string, found: FoundComponent): void {
  const arn = arnOf(call.place, 'inference-component', name);
  const usual = { variant: 'AllTraffic', status: 'InService' };
  const component = { ...usual, ...found, arn, name, createdAt: call.now };
  call.account.inferenceComponents.set(arn, component);
}

export function seedTransformJob(
  call: Call,
  name: string,
  { model, status = 'InProgress' }: Pick<TransformJob, 'model'> & { readonly status?: string },
): void {
  const arn = arnOf(call.place, 'transform-job', name);
  call.account.transformJobs.set(arn, { arn, name, createdAt: call.now, model, status });
}

/** A version of a group, which is made with its first one. Its ARN; another account's where that is said. */
export function seedModelPackage(
  call: Call,
  group: string,
  version: number,
  { owner, policy = 'allows', ...members }: FoundPackage,
): string {
  const { account, now } = call;
  const place = owner === undefined ? call.place : { ...call.place, account: owner };
  const groupArn = arnOf(place, 'model-package-group', group);
  const arn = arnOf(place, 'model-package', `${group}/${version}`);
  if (!account.modelPackageGroups.has(groupArn)) {
    const isShared = policy === 'allows';
    const found = { arn: groupArn, name: group, createdAt: now, isShared };
    account.modelPackageGroups.set(groupArn, found);
  }
  const image = `${place.account}.dkr.ecr.${place.region}.amazonaws.com/models:${group}-${version}`;
  account.modelPackages.set(arn, {
    arn,
    groupArn,
    group,
    version,
    createdAt: now,
    members: {
      ModelPackageStatus: 'Completed',
      ModelApprovalStatus: 'Approved',
      InferenceSpecification: { Containers: [{ Image: image }] },
      ...members,
    },
  });
  return arn;
}

/** What a package is found with; the owner is another account, whose policy of the group allows this one or says nothing. */
export type FoundPackage = ModelPackageMembers & {
  readonly owner?: string;
  readonly policy?: 'allows' | 'none';
};
