import type { Call } from '../../src/adapters/aws-calls.ts';
import type { CauseKind } from '../../src/domain/cause/kinds.ts';

/** An error as AWS answers it to a call, and what it is about. */
export interface AwsAnswer {
  readonly about: string;
  readonly call: Call;
  readonly code: string;
  readonly words: string;
  readonly status?: number;
}

const region = 'eu-west-1';
const ofEndpoint = { endpointName: 'fraud', region } as const;
const update: Call = {
  ...{ operation: 'UpdateEndpoint', endpointConfigName: 'fraud-v2', fleet: 'second-fleet' },
  ...ofEndpoint,
};
const create: Call = {
  operation: 'CreateEndpointConfig',
  endpointConfigName: 'fraud-v2',
  ...ofEndpoint,
};
const invoke: Call = { operation: 'InvokeEndpoint', ...ofEndpoint };
const describe: Call = { operation: 'DescribeEndpoint', ...ofEndpoint };

const arn = (resource: string) => `arn:aws:sagemaker:${region}:123456789012:${resource}`;
const role = 'arn:aws:sts::123456789012:assumed-role/deployer/run';
const user = 'arn:aws:iam::123456789012:user/ci';
const executionRole = 'arn:aws:iam::123456789012:role/sagemaker';
const key = `arn:aws:kms:${region}:123456789012:key/abc`;
const endpoint = arn('endpoint/fraud');

const sharedGroup = `arn:aws:sagemaker:${region}:999999999999:model-package-group/fraud`;
const sharedPackage = `arn:aws:sagemaker:${region}:999999999999:model-package/fraud/7`;
const list: Call = { operation: 'ListModelPackages', modelPackage: 'fraud', ...ofEndpoint };
const describePackage: Call = {
  operation: 'DescribeModelPackage',
  modelPackage: 'fraud/7',
  ...ofEndpoint,
};

const denied = (action: string, resource: string, why = '', who = role) =>
  `User: ${who} is not authorized to perform: ${action} on resource: ${resource}${why}`;
const quota = (name: string, limit: number, used: number, delta: number, unit = 'Instances') =>
  `The account-level service limit '${name}' is ${limit} ${unit}, with current utilization of ${used} ${unit} and a request delta of ${delta} ${unit}. Please use AWS Service Quotas to request an increase for this quota.`;

function denial(about: string, call: Call, words: string): AwsAnswer {
  return { about, call, code: 'AccessDeniedException', words };
}

const noIdentity = (action: string) =>
  ` because no identity-based policy allows the ${action} action`;
const overQuota = (about: string, call: Call, words: string): AwsAnswer => ({
  ...{ about, call, code: 'ResourceLimitExceeded', words },
});

/** Words as AWS documents or answers them: https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_access-denied.html */
export const awsAnswers: readonly AwsAnswer[] = [
  denial('no Allow, no kind of policy named', update, denied('sagemaker:UpdateEndpoint', endpoint)),
  denial(
    'no Allow of an identity-based policy',
    describe,
    denied('sagemaker:DescribeEndpoint', endpoint, noIdentity('sagemaker:DescribeEndpoint')),
  ),
  denial(
    'the same of a user',
    update,
    denied('sagemaker:UpdateEndpoint', endpoint, noIdentity('sagemaker:UpdateEndpoint'), user),
  ),
  denial(
    'a Deny of an identity-based policy',
    update,
    denied(
      'sagemaker:UpdateEndpoint',
      endpoint,
      ' with an explicit deny in an identity-based policy',
    ),
  ),
  denial(
    'a Deny of an organization',
    update,
    denied(
      'sagemaker:UpdateEndpoint',
      endpoint,
      ' with an explicit deny in a service control policy: arn:aws:organizations::111122223333:policy/o-1/service_control_policy/p-1',
    ),
  ),
  denial(
    'no Allow of an organization',
    update,
    denied(
      'sagemaker:UpdateEndpoint',
      endpoint,
      ' because no service control policy allows the sagemaker:UpdateEndpoint action',
    ),
  ),
  denial(
    'a Deny of an organization for its resources',
    create,
    denied(
      'sagemaker:CreateEndpointConfig',
      arn('endpoint-config/fraud-v2'),
      ' with an explicit deny in a resource control policy',
    ),
  ),
  denial(
    'a permissions boundary',
    update,
    denied(
      'sagemaker:UpdateEndpoint',
      endpoint,
      ' because no permissions boundary allows the sagemaker:UpdateEndpoint action',
    ),
  ),
  denial(
    'a session policy',
    update,
    denied(
      'sagemaker:UpdateEndpoint',
      endpoint,
      ' because no session policy allows the sagemaker:UpdateEndpoint action',
    ),
  ),
  denial(
    'a VPC endpoint policy',
    describe,
    denied(
      'sagemaker:DescribeEndpoint',
      endpoint,
      ' because no VPC endpoint policy allows the sagemaker:DescribeEndpoint action',
    ),
  ),
  denial(
    'an explicit deny of no named kind',
    update,
    denied('sagemaker:UpdateEndpoint', endpoint, ' with an explicit deny'),
  ),
  denial('iam:PassRole', create, denied('iam:PassRole', executionRole, noIdentity('iam:PassRole'))),
  denial('kms:CreateGrant', create, denied('kms:CreateGrant', key, noIdentity('kms:CreateGrant'))),
  denial(
    'a key of another account',
    create,
    denied(
      'kms:CreateGrant',
      key,
      ' because no resource-based policy allows the kms:CreateGrant action',
    ),
  ),
  denial(
    'tags',
    create,
    denied('sagemaker:AddTags', arn('endpoint-config/fraud-v2'), noIdentity('sagemaker:AddTags')),
  ),
  denial(
    'schedules of auto scaling',
    { operation: 'DescribeScheduledActions', ...ofEndpoint },
    denied('application-autoscaling:DescribeScheduledActions', '*'),
  ),
  denial('invoking', invoke, denied('sagemaker:InvokeEndpoint', endpoint)),
  denial(
    'a package of the own registry',
    describePackage,
    denied(
      'sagemaker:DescribeModelPackage',
      arn('model-package/fraud/7'),
      noIdentity('sagemaker:DescribeModelPackage'),
    ),
  ),
  denial('the versions of a group', list, denied('sagemaker:ListModelPackages', '*')),
  denial(
    'a group of another account, whose policy does not allow it',
    { ...list, modelPackage: sharedGroup },
    denied(
      'sagemaker:ListModelPackages',
      sharedGroup,
      ' because no resource-based policy allows the sagemaker:ListModelPackages action',
    ),
  ),
  denial(
    'a package of another account, and no kind of policy named',
    { ...describePackage, modelPackage: sharedPackage },
    denied('sagemaker:DescribeModelPackage', sharedPackage),
  ),
  denial(
    'the same with a Deny of an organization',
    { ...describePackage, modelPackage: sharedPackage },
    denied(
      'sagemaker:DescribeModelPackage',
      sharedPackage,
      ' with an explicit deny in a service control policy',
    ),
  ),
  overQuota(
    'a quota with room for a batch',
    update,
    quota('ml.m5.xlarge for endpoint usage', 5, 3, 3),
  ),
  overQuota('a quota of nothing', update, quota('ml.g5.xlarge for endpoint usage', 0, 0, 1)),
  overQuota(
    'a quota under rolling updates',
    { ...update, fleet: 'batches' },
    quota('ml.m5.xlarge for endpoint usage', 3, 3, 1),
  ),
  overQuota(
    'a quota of endpoints',
    { operation: 'CreateEndpoint', endpointConfigName: 'fraud-v2', ...ofEndpoint },
    quota('Total number of endpoints', 10, 10, 1, 'Endpoints'),
  ),
  overQuota('a quota in other words', update, 'You have exceeded a limit.'),
  { about: 'polls', call: describe, code: 'ThrottlingException', words: 'Rate exceeded' },
  { about: 'updates', call: update, code: 'ThrottlingException', words: 'Rate exceeded' },
  { about: 'requests', call: invoke, code: 'ThrottlingException', words: 'Rate exceeded' },
  {
    about: 'an asynchronous endpoint that would not be one',
    call: update,
    code: 'ValidationException',
    words: 'The AsyncInferenceConfig parameter cannot be removed from this endpoint',
  },
  {
    about: 'an update that runs',
    call: update,
    code: 'ValidationException',
    words: `Cannot update in-progress endpoint "${endpoint}".`,
  },
  {
    about: 'a group that does not exist',
    call: list,
    code: 'ValidationException',
    words: `ModelPackageGroup ${arn('model-package-group/fraud')} does not exist.`,
  },
  {
    about: 'a version that does not exist',
    call: describePackage,
    code: 'ValidationException',
    words: `ModelPackage ${arn('model-package/fraud/7')} does not exist.`,
  },
  {
    about: 'a session that has ended',
    call: describe,
    code: 'ExpiredTokenException',
    words: 'The security token included in the request is expired',
  },
  {
    about: 'a secret that is not that of the key',
    call: describe,
    code: 'InvalidSignatureException',
    words:
      'The request signature we calculated does not match the signature you provided. Check your AWS Secret Access Key and signing method.',
  },
  {
    about: 'a clock that is late',
    call: describe,
    code: 'InvalidSignatureException',
    words:
      'Signature expired: 20261128T100000Z is now earlier than 20261128T125500Z (20261128T130000Z - 5 min.)',
  },
  {
    about: 'a clock that is early',
    call: describe,
    code: 'InvalidSignatureException',
    words: 'Signature not yet current: 20261128T140000Z is still later than 20261128T130500Z',
  },
  {
    about: 'a failure of AWS',
    call: describe,
    code: 'InternalFailure',
    words: 'We encountered an internal error.',
    status: 500,
  },
];

/** FailureReasons as they have been seen or reported, and what they are about. */
export const failureReasons: readonly (readonly [cause: CauseKind, reason: string])[] = [
  [
    'alarm',
    'One or more configured alarm for automatic rollback deployment is in ALARM state: [fraud-5xx].',
  ],
  [
    'capacity',
    'Unable to provision requested ML compute capacity due to InsufficientInstanceCapacity error.',
  ],
  ['quota', quota('ml.m5.xlarge for endpoint usage', 5, 3, 3)],
  [
    'container',
    'The primary container for production variant AllTraffic did not pass the ping health check. Please check CloudWatch logs for this endpoint.',
  ],
  [
    'container',
    "CannotStartContainerError. Please ensure the model container for variant AllTraffic starts correctly when invoked with 'docker run <image> serve'",
  ],
  ['container', 'Image size 12704675783 is greater than supported size 10737418240'],
  [
    'model-data',
    'Failed to download model data for container "container_1" from URL: "s3://models/fraud/model.tar.gz". Please ensure that there is an object located at the URL and that the role passed to CreateModel has permissions to download the object.',
  ],
  [
    'model-data',
    'Failed to extract model data archive for container "container_1" from URL "s3://models/fraud/model.tar.gz". Please ensure that the object located at the URL is a valid tar.gz archive.',
  ],
  [
    'model-data',
    `Could not access model data at s3://models/fraud/model.tar.gz. Please ensure that the role "${executionRole}" exists and that its trust relationship policy allows the action "sts:AssumeRole" for the service principal "sagemaker.amazonaws.com".`,
  ],
  [
    'permission',
    `The role '${executionRole}' does not have BatchGetImage permission for the image: '123456789012.dkr.ecr.${region}.amazonaws.com/fraud:2'.`,
  ],
  [
    'permission',
    `The execution role ARN "${executionRole}" is invalid. Please ensure that the role exists and that its trust relationship policy allows the action "sts:AssumeRole" for the service principal "sagemaker.amazonaws.com".`,
  ],
  [
    'permission',
    `User: ${executionRole} is not authorized to perform: kms:Decrypt on resource: ${key} because no resource-based policy allows the kms:Decrypt action`,
  ],
  ['permission', `The KMS key ${key} is disabled or the role has no access to it.`],
  ['other', 'Something new went wrong.'],
];
