import {
  CreateModelCommand,
  DescribeModelPackageCommand,
  DescribeModelPackageGroupCommand,
  ListModelPackagesCommand,
  type ListModelPackagesCommandInput,
} from '@aws-sdk/client-sagemaker';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { openWorld, type TestWorld } from './sagemaker-world.ts';

const arn = 'arn:aws:sagemaker:eu-west-1:123456789012';
let world: TestWorld;
beforeEach(async () => {
  world = await openWorld();
  for (const [version, ModelApprovalStatus] of approvals.entries()) {
    world.to(version);
    world.sagemaker.addModelPackage('fraud', version + 1, { ModelApprovalStatus });
  }
  world.sagemaker.addModelPackage('other', 1);
});
afterEach(() => world.close());

/** Of the versions 1 to 4; that of the last is absent. */
const approvals = ['Approved', 'Rejected', 'Approved', undefined] as const;

const list = async (input: ListModelPackagesCommandInput) => {
  const page = await world.client.send(new ListModelPackagesCommand(input));
  const versions = (page.ModelPackageSummaryList ?? []).map((each) => each.ModelPackageVersion);
  return [versions, page.NextToken];
};
const fraud = { ModelPackageGroupName: 'fraud' };

describe('the versions of a group', () => {
  it('are listed from the oldest on, unless asked for the other way round', async () => {
    expect(await list(fraud)).toEqual([[1, 2, 3, 4], undefined]);
    expect(await list({ ...fraud, SortOrder: 'Descending' })).toEqual([[4, 3, 2, 1], undefined]);
  });

  it('are filtered after the page was cut, so that a page may be empty and go on', async () => {
    const search = { ...fraud, ModelApprovalStatus: 'Approved', MaxResults: 1 } as const;
    expect(await list(search)).toEqual([[1], '1']);
    expect(await list({ ...search, NextToken: '1' })).toEqual([[], '2']);
    expect(await list({ ...search, NextToken: '2' })).toEqual([[3], '3']);
    expect(await list({ ...search, NextToken: '3' })).toEqual([[], undefined]);
  });

  it('are not packages without a version', async () => {
    expect(await list({ ...fraud, ModelPackageType: 'Unversioned' })).toEqual([[], undefined]);
    expect(await list({})).toEqual([[], undefined]);
  });

  it('tell their ARN and no name, and an approval only where there is one', async () => {
    const { ModelPackageSummaryList: all = [] } = await world.client.send(
      new ListModelPackagesCommand({ ...fraud, SortOrder: 'Descending' }),
    );
    expect(all[0]).toEqual({
      ModelPackageGroupName: 'fraud',
      ModelPackageVersion: 4,
      ModelPackageArn: `${arn}:model-package/fraud/4`,
      CreationTime: expect.any(Date),
      ModelPackageStatus: 'Completed',
    });
    expect(all[1]).toMatchObject({ ModelApprovalStatus: 'Approved' });
  });
});

it('a version is described with what it holds', async () => {
  const ModelPackageName = world.sagemaker.addModelPackage('fraud', 5, {
    ApprovalDescription: 'better on holidays',
    MetadataProperties: { CommitId: 'a1b2c3d' },
  });
  const IncludedData = 'MetadataOnly';
  expect(
    await world.client.send(new DescribeModelPackageCommand({ ModelPackageName, IncludedData })),
  ).toMatchObject({
    ModelPackageGroupName: 'fraud',
    ModelPackageVersion: 5,
    ModelPackageArn: `${arn}:model-package/fraud/5`,
    ApprovalDescription: 'better on holidays',
    MetadataProperties: { CommitId: 'a1b2c3d' },
    InferenceSpecification: {
      Containers: [{ Image: '123456789012.dkr.ecr.eu-west-1.amazonaws.com/models:fraud-5' }],
    },
  });
});

it('the group of another account is found by its ARN alone', async () => {
  world.sagemaker.addModelPackage('shared', 1, { owner: '999999999999' });
  const ModelPackageGroupName =
    'arn:aws:sagemaker:eu-west-1:999999999999:model-package-group/shared';
  expect(
    await world.client.send(new DescribeModelPackageGroupCommand({ ModelPackageGroupName })),
  ).toMatchObject({
    ModelPackageGroupName: 'shared',
    ModelPackageGroupArn: ModelPackageGroupName,
    ModelPackageGroupStatus: 'Completed',
  });
  expect(await list({ ModelPackageGroupName })).toEqual([[1], undefined]);
  await expect(list({ ModelPackageGroupName: 'shared' })).rejects.toThrow(
    `ModelPackageGroup ${arn}:model-package-group/shared does not exist.`,
  );
});

it('a group of another account whose policy does not allow this one is denied, like one that is not there', async () => {
  const shared = world.sagemaker.addModelPackage('shared', 1, {
    owner: '999999999999',
    policy: 'none',
  });
  const denied = (operation: string, resource: string) => ({
    name: 'AccessDeniedException',
    message: `User: arn:aws:sts::123456789012:assumed-role/deployer/github-actions is not authorized to perform: sagemaker:${operation} on resource: ${resource} because no resource-based policy allows the sagemaker:${operation} action`,
  });
  for (const ModelPackageName of [shared, shared.replace('shared', 'absent')]) {
    await expect(
      world.client.send(new DescribeModelPackageCommand({ ModelPackageName })),
    ).rejects.toMatchObject(denied('DescribeModelPackage', ModelPackageName));
  }
  const ModelPackageGroupName =
    'arn:aws:sagemaker:eu-west-1:999999999999:model-package-group/shared';
  await expect(list({ ModelPackageGroupName })).rejects.toMatchObject(
    denied('ListModelPackages', ModelPackageGroupName),
  );
  const PrimaryContainer = { ModelPackageName: shared };
  await expect(
    world.client.send(new CreateModelCommand({ ModelName: 'm', PrimaryContainer })),
  ).rejects.toMatchObject(denied('CreateModel', shared));
});
