import { expect, it } from '@jest/globals';
import type { JsonObject } from '../../../src/domain/json.ts';
import { labelOf, modelPackageOf } from '../../../src/domain/models/model-package.ts';

const arn = 'arn:aws:sagemaker:eu-west-1:123456789012:model-package/fraud/7';

it('an answer of DescribeModelPackage is read as what a reviewer wants to know', () => {
  const found = modelPackageOf({
    ModelPackageArn: arn,
    ModelPackageGroupName: 'fraud',
    ModelPackageVersion: 7,
    ModelPackageStatus: 'Failed',
    ModelPackageStatusDetails: {
      ValidationStatuses: [{ Name: 'a', Status: 'Failed', FailureReason: 'No such image.' }],
      ImageScanStatuses: [{ Name: 'b', Status: 'Completed' }],
    },
    ModelApprovalStatus: 'Approved',
    ApprovalDescription: 'Better on holidays.',
    LastModifiedTime: 1772442000.5,
    LastModifiedBy: {
      IamIdentity: { Arn: 'arn:aws:sts::123456789012:assumed-role/approver/alice' },
    },
    InferenceSpecification: {
      Containers: [{ Image: 'repo/fraud:7', ImageDigest: 'sha256:0a' }, { NewMember: 1 }],
      SupportedRealtimeInferenceInstanceTypes: ['ml.m5.large'],
    },
    MetadataProperties: { CommitId: 'a1b2c3d', Repository: 'https://github.com/acme/fraud' },
    ModelMetrics: {
      ModelQuality: { Statistics: { ContentType: 'application/json', S3Uri: 's3://fraud/q.json' } },
      Toxicity: { Report: { S3Uri: 's3://fraud/t.json' } },
    },
  });
  expect(found).toEqual({
    arn,
    group: 'fraud',
    version: 7,
    isProduct: false,
    status: 'Failed',
    failureReasons: ['No such image.'],
    approval: 'Approved',
    approvalReason: 'Better on holidays.',
    changedBy: 'assumed-role/approver/alice',
    changedAt: 1772442000500,
    images: [{ image: 'repo/fraud:7', digest: 'sha256:0a' }],
    instanceTypes: ['ml.m5.large'],
    commit: 'a1b2c3d',
    repository: 'https://github.com/acme/fraud',
    metrics: [
      { name: 'ModelQuality.Statistics', uri: 's3://fraud/q.json' },
      { name: 'Toxicity.Report', uri: 's3://fraud/t.json' },
    ],
  });
  expect(labelOf(found)).toBe('fraud/7');
});

it('members of another type than the API’s are not read', () => {
  const found = modelPackageOf({
    ModelPackageArn: 'arn:aws:sagemaker:eu-west-1:123456789012:model-package/bought',
    ModelPackageStatus: 'Completed',
    InferenceSpecification: { Containers: 'none', SupportedRealtimeInferenceInstanceTypes: [1] },
    ModelMetrics: [],
    LastModifiedBy: 'alice',
    MetadataProperties: { CommitId: 7 },
  });
  expect(found).toMatchObject({ images: [], instanceTypes: [], metrics: [], commit: undefined });
  expect([found.approval, found.changedBy]).toEqual([undefined, undefined]);
  expect(labelOf(found)).toBe('bought');
});

it('a package with a product of AWS Marketplace in it is told from others', () => {
  const of = (Containers: readonly object[]) =>
    modelPackageOf({ InferenceSpecification: { Containers: Containers as JsonObject[] } });
  expect(of([{ Image: 'a' }, { Image: 'b', ProductId: 'prod-1' }]).isProduct).toBe(true);
  expect(of([{ Image: 'a' }]).isProduct).toBe(false);
});
