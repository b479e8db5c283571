import type { DescribeModelPackageOutput } from '@aws-sdk/client-sagemaker';
import type { Instant } from '../clock.ts';

/** A group of the model registry; that of another account has that account in its ARN. */
export interface StoredModelPackageGroup {
  readonly arn: string;
  readonly name: string;
  readonly createdAt: Instant;
  /** Whether its resource policy allows other accounts; the own one needs none. */
  readonly isShared: boolean;
}

/** A version of a group, with the members that DescribeModelPackage tells of it. */
export interface StoredModelPackage {
  readonly arn: string;
  readonly groupArn: string;
  readonly group: string;
  readonly version: number;
  readonly createdAt: Instant;
  readonly members: ModelPackageMembers;
}

/** What a package holds beside its names and times; an approval may be absent. */
export type ModelPackageMembers = Omit<
  Partial<DescribeModelPackageOutput>,
  | 'ModelPackageArn'
  | 'ModelPackageName'
  | 'ModelPackageGroupName'
  | 'ModelPackageVersion'
  | 'CreationTime'
>;
