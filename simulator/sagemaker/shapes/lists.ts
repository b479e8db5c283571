import { modelName, name } from '../../account/names.ts';
import { choice, integer, structure, text, time } from '../../aws/shape.ts';
import { anyToken } from './common.ts';

const status = {
  endpoint: choice(
    'OutOfService',
    'Creating',
    'Updating',
    'SystemUpdating',
    'RollingBack',
    'InService',
    'Deleting',
    'Failed',
    'UpdateRollbackFailed',
  ),
  component: choice('InService', 'Creating', 'Updating', 'Failed', 'Deleting'),
  job: choice('InProgress', 'Completed', 'Failed', 'Stopping', 'Stopped'),
};

const pages = {
  SortOrder: choice('Ascending', 'Descending'),
  NextToken: anyToken,
  MaxResults: integer(1, 100),
  NameContains: text(63, '[a-zA-Z0-9-]+'),
  CreationTimeBefore: time,
  CreationTimeAfter: time,
};
const modified = { LastModifiedTimeBefore: time, LastModifiedTimeAfter: time };
const byStatus = choice('Name', 'CreationTime', 'Status');
const byTime = choice('Name', 'CreationTime');

const registryName = '(arn:aws[a-z\\-]*:sagemaker:[a-z0-9\\-]*:[0-9]{12}:[a-z\\-]*\\/)?';
const groupName = text(170, `${registryName}([a-zA-Z0-9]([a-zA-Z0-9-]){0,62})(?<!-)`, 1);
const packageName = text(
  176,
  `${registryName}([a-zA-Z0-9]([a-zA-Z0-9-]){0,62})(?<!-)(\\/[0-9]{1,9})?`,
  1,
);

/** The lists, and what is only looked up: all that says what is there and who uses it. */
export const lookUps = {
  ListEndpointConfigs: structure({ SortBy: byTime, ...pages }),
  ListEndpoints: structure({
    SortBy: byStatus,
    ...pages,
    ...modified,
    StatusEquals: status.endpoint,
  }),
  ListModels: structure({ SortBy: byTime, ...pages }),
  ListInferenceComponents: structure({
    SortBy: byStatus,
    ...pages,
    ...modified,
    StatusEquals: status.component,
    EndpointNameEquals: name,
    VariantNameEquals: name,
  }),
  DescribeInferenceComponent: structure({ 'InferenceComponentName!': modelName }),
  ListTransformJobs: structure({
    SortBy: byStatus,
    ...pages,
    ...modified,
    StatusEquals: status.job,
  }),
  DescribeTransformJob: structure({
    'TransformJobName!': text(63, '[a-zA-Z0-9](-*[a-zA-Z0-9]){0,62}', 1),
  }),
  ListModelPackages: structure({
    SortBy: byTime,
    ...pages,
    NameContains: text(63, '[a-zA-Z0-9\\-]+'),
    ModelApprovalStatus: choice('Approved', 'Rejected', 'PendingManualApproval'),
    ModelPackageGroupName: groupName,
    ModelPackageType: choice('Versioned', 'Unversioned', 'Both'),
  }),
  DescribeModelPackage: structure({
    'ModelPackageName!': packageName,
    IncludedData: choice('AllData', 'MetadataOnly'),
  }),
  DescribeModelPackageGroup: structure({ 'ModelPackageGroupName!': groupName }),
};
