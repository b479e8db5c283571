import type { Simulator } from '../../simulator/simulator.ts';
import { tell } from './tell.ts';
import type { Leg } from './transcript.ts';

const registry = 'arn:aws:sagemaker:eu-west-1:123456789012';
const shared = 'arn:aws:sagemaker:eu-west-1:999999999999';
const role = 'arn:aws:iam::123456789012:role/fraud-serving';
const inVpc = { SecurityGroupIds: ['sg-1'], Subnets: ['subnet-1'] };

/** What the registry knows of a version that was trained, measured and approved. */
const known = {
  ApprovalDescription: 'Recall on holidays is up by 2 points.',
  LastModifiedTime: new Date('2026-03-01T16:20:00Z'),
  LastModifiedBy: {
    IamIdentity: { Arn: 'arn:aws:sts::123456789012:assumed-role/approver/alice' },
  },
  MetadataProperties: {
    CommitId: '4c1f0d2e9b7a6c5d8e3f2a1b0c9d8e7f6a5b4c3d',
    Repository: 'https://github.com/acme/fraud-training',
    GeneratedBy: `${registry}:pipeline/fraud/execution/k3x9`,
  },
  ModelMetrics: {
    ModelQuality: {
      Statistics: { ContentType: 'application/json', S3Uri: 's3://fraud/7/quality.json' },
    },
    Bias: { Report: { ContentType: 'application/json', S3Uri: 's3://fraud/7/bias.json' } },
  },
  InferenceSpecification: {
    Containers: [
      {
        Image: '123456789012.dkr.ecr.eu-west-1.amazonaws.com/fraud:7',
        ImageDigest: `sha256:${'7a'.repeat(32)}`,
        ModelDataUrl: 's3://fraud/7/model.tar.gz',
      },
    ],
    SupportedRealtimeInferenceInstanceTypes: ['ml.m5.xlarge' as const],
  },
};

/** fraud/6 serves; fraud/7 is approved, fraud/8 rejected, and fraud/9 waits. */
function fraud({ sagemaker }: Simulator): void {
  const ModelPackageName = sagemaker.addModelPackage('fraud', 6);
  sagemaker.addModelPackage('fraud', 7, known);
  sagemaker.addModelPackage('fraud', 8, {
    ModelApprovalStatus: 'Rejected',
    ApprovalDescription: 'Recall on holidays is down.',
  });
  sagemaker.addModelPackage('fraud', 9, { ModelApprovalStatus: 'PendingManualApproval' });
  sagemaker.addModel('fraud-six', {
    PrimaryContainer: { ModelPackageName },
    ExecutionRoleArn: role,
    VpcConfig: inVpc,
    EnableNetworkIsolation: true,
  });
  sagemaker.addEndpointConfig('fraud-six');
  sagemaker.addEndpoint('fraud-prod', 'fraud-six');
}

type More = Readonly<Record<string, string>>;

/** A package is given. */
function of(name: string, more: More = {}): Leg {
  return { inputs: { 'endpoint-config-name': '', 'model-package': name, ...more } };
}

const variant = {
  VariantName: 'AllTraffic',
  InstanceType: 'ml.m5.xlarge',
  InitialInstanceCount: 3,
  InitialVariantWeight: 1,
};

/** A file is given. */
function ofFile(content: object, more: More = {}): Leg {
  return {
    inputs: { 'endpoint-config-name': '', 'endpoint-config-file': 'endpoint.json', ...more },
    files: { 'endpoint.json': JSON.stringify(content) },
  };
}

const serves = 'fraud-prod serves a model of fraud/6, in a VPC and in network isolation.';

tell('packages', {
  'newest-approved': {
    title:
      'A group is its newest approved version, whatever is newer: it is shown, and rolled out.',
    unfolded: true,
    given: `${serves} fraud/7 is approved, fraud/8 is rejected, and fraud/9 waits.`,
    arrange: fraud,
    ...of('fraud'),
    next: [{ ...of('fraud'), given: 'The same again.' }],
  },
  'planned-then-handed-on': {
    title:
      'A plan names the package that was reviewed, and the deployment of its ARN ships that one.',
    given: serves,
    arrange: fraud,
    ...of('fraud', { mode: 'plan' }),
    next: [
      {
        ...of(`${registry}:model-package/fraud/7`),
        given: 'fraud/10 is approved after the plan.',
        arrange: ({ sagemaker }) => {
          sagemaker.addModelPackage('fraud', 10);
        },
      },
    ],
  },
  rejected: {
    title: 'A package that is rejected is refused before anything is changed.',
    given: serves,
    arrange: fraud,
    ...of('fraud/8'),
  },
  'rejected-and-overridden': {
    title:
      'With preflight: warn a package that waits for its approval is rolled out, and the report says so.',
    given: serves,
    arrange: fraud,
    ...of('fraud/9', { preflight: 'warn' }),
  },
  'no-approval-status': {
    title: 'A package without an approval status is rolled out, with a warning.',
    given: serves,
    arrange: (simulator) => {
      fraud(simulator);
      simulator.sagemaker.addModelPackage('fraud', 11, { ModelApprovalStatus: undefined });
    },
    ...of('fraud/11'),
  },
  'none-approved': {
    title: 'A group without an approved version fails, and says what its newest version waits for.',
    arrange: ({ sagemaker }) => {
      sagemaker.addModelPackage('fresh', 1, { ModelApprovalStatus: 'Rejected' });
      sagemaker.addModelPackage('fresh', 2, { ModelApprovalStatus: 'PendingManualApproval' });
    },
    ...of('fresh'),
  },
  'no-such-version': {
    title: 'A version that does not exist fails, and says which is the newest.',
    given: serves,
    arrange: fraud,
    ...of('fraud/12'),
  },
  'no-such-group': {
    title: 'A group that does not exist fails.',
    ...of('froud'),
  },
  'not-completed': {
    title: 'A package that is not Completed is refused, with the reason of the registry.',
    given: serves,
    arrange: (simulator) => {
      fraud(simulator);
      simulator.sagemaker.addModelPackage('fraud', 11, {
        ModelPackageStatus: 'Failed',
        ModelPackageStatusDetails: {
          ValidationStatuses: [
            { Name: 'v', Status: 'Failed', FailureReason: 'The image does not start.' },
          ],
        },
      });
    },
    ...of('fraud/11'),
  },
  'other-instance-type': {
    title: 'An instance type that the package does not support is a warning.',
    given: serves,
    arrange: (simulator) => {
      fraud(simulator);
      simulator.sagemaker.addModelPackage('fraud', 11, {
        InferenceSpecification: {
          ...known.InferenceSpecification,
          SupportedRealtimeInferenceInstanceTypes: ['ml.c5.large'],
        },
      });
    },
    ...of('fraud/11', { mode: 'plan' }),
  },
  'another-account': {
    title: 'The group of another account is found by its ARN.',
    given: serves,
    arrange: (simulator) => {
      fraud(simulator);
      simulator.sagemaker.addModelPackage('fraud', 3, { owner: '999999999999' });
    },
    ...of(`${shared}:model-package-group/fraud`),
  },
  'another-account-that-shares-nothing': {
    title:
      'A group of another account without a policy for this one is told with what that policy needs.',
    arrange: ({ sagemaker }) => {
      sagemaker.addModelPackage('fraud', 3, { owner: '999999999999', policy: 'none' });
    },
    ...of(`${shared}:model-package-group/fraud`),
  },
  'first-deployment': {
    title: 'The first deployment takes the package from the file, and the role from the input.',
    scenario: 'endpoint-missing',
    given: 'fraud/6 and fraud/7 are approved.',
    arrange: ({ sagemaker }) => {
      sagemaker.addModelPackage('fraud', 6);
      sagemaker.addModelPackage('fraud', 7, known);
    },
    ...ofFile(
      { ProductionVariants: [{ ...variant, ModelPackage: 'fraud' }] },
      { 'create-endpoint': 'true', 'execution-role-arn': role },
    ),
  },
  'first-deployment-without-role': {
    title: 'A first deployment without a role is refused before anything is created.',
    scenario: 'endpoint-missing',
    arrange: ({ sagemaker }) => {
      sagemaker.addModelPackage('fraud', 7);
    },
    ...ofFile(
      { ProductionVariants: [variant] },
      { 'model-package': 'fraud', 'create-endpoint': 'true' },
    ),
  },
  'two-variants': {
    title: 'Two variants of a file may run two versions side by side.',
    scenario: 'two-variants',
    given: 'fraud/6 and fraud/7 are approved.',
    arrange: ({ sagemaker }) => {
      sagemaker.addModelPackage('fraud', 6);
      sagemaker.addModelPackage('fraud', 7, known);
    },
    ...ofFile({
      ProductionVariants: [
        { ...variant, VariantName: 'Main', ModelPackage: 'fraud/6' },
        {
          ...variant,
          VariantName: 'Trial',
          Model: {
            PrimaryContainer: {
              ModelPackageName: `${registry}:model-package/fraud/7`,
              Environment: { LEVEL: 'debug' },
            },
          },
        },
      ],
    }),
  },
  throttled: {
    title: 'A registry that throttles is asked again, with backoff.',
    given: serves,
    arrange: fraud,
    ...of('fraud', { mode: 'plan' }),
    faults: [
      { kind: 'throttling', operation: 'ListModelPackages', calls: [1, 2] },
      { kind: 'throttling', operation: 'DescribeModelPackage', calls: 1 },
    ],
  },
});
