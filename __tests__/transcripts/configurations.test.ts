import type { CreateEndpointConfigInput } from '@aws-sdk/client-sagemaker';
import type { Simulator } from '../../simulator/simulator.ts';
import { tell } from './tell.ts';
import type { Leg } from './transcript.ts';

const key = 'arn:aws:kms:eu-west-1:123456789012:key/4c1f';

/** A configuration with all that one may have, beside its variants. */
const rich: Omit<CreateEndpointConfigInput, 'EndpointConfigName'> = {
  ProductionVariants: [
    {
      VariantName: 'AllTraffic',
      ModelName: 'fraud-v1',
      InstanceType: 'ml.m5.xlarge',
      InitialInstanceCount: 3,
      InitialVariantWeight: 1,
      VolumeSizeInGB: 50,
      ModelDataDownloadTimeoutInSeconds: 900,
      ContainerStartupHealthCheckTimeoutInSeconds: 600,
      EnableSSMAccess: true,
      CoreDumpConfig: { DestinationS3Uri: 's3://fraud/dumps', KmsKeyId: key },
      RoutingConfig: { RoutingStrategy: 'LEAST_OUTSTANDING_REQUESTS' },
    },
  ],
  ShadowProductionVariants: [
    {
      VariantName: 'Shadow',
      ModelName: 'fraud-v3',
      InstanceType: 'ml.m5.large',
      InitialInstanceCount: 1,
      InitialVariantWeight: 1,
    },
  ],
  DataCaptureConfig: {
    EnableCapture: true,
    InitialSamplingPercentage: 5,
    DestinationS3Uri: 's3://fraud/captured',
    KmsKeyId: key,
    CaptureOptions: [{ CaptureMode: 'Input' }],
    CaptureContentTypeHeader: { JsonContentTypes: ['application/json'] },
  },
  ExplainerConfig: {
    ClarifyExplainerConfig: { ShapConfig: { ShapBaselineConfig: { ShapBaseline: '1,2,3' } } },
  },
  KmsKeyId: key,
  VpcConfig: { SecurityGroupIds: ['sg-1'], Subnets: ['subnet-1', 'subnet-2'] },
  EnableNetworkIsolation: true,
  ExecutionRoleArn: 'arn:aws:iam::123456789012:role/serving',
};

const one = {
  VariantName: 'AllTraffic',
  ModelName: 'fraud-v2',
  InstanceType: 'ml.m5.xlarge',
  InitialInstanceCount: 3,
  InitialVariantWeight: 1,
} as const;

type More = Readonly<Record<string, string>>;

/** A model alone is given. */
function ofModel(name: string, more: More = {}): Leg {
  return { inputs: { 'endpoint-config-name': '', 'model-name': name, ...more } };
}

/** A file is given. */
function ofFile(content: unknown, more: More = {}): Leg {
  return {
    inputs: { 'endpoint-config-name': '', 'endpoint-config-file': 'endpoint.json', ...more },
    files: { 'endpoint.json': JSON.stringify(content) },
  };
}

/** Another run or person takes the name just before. */
function taken(ModelName: string): Pick<Leg, 'given' | 'arrange'> {
  return {
    given: `fraud-next is created for ${ModelName}, just before the action creates it.`,
    arrange: ({ sagemaker }) =>
      sagemaker.when({ before: 'CreateEndpointConfig' }, () =>
        sagemaker.addEndpointConfig('fraud-next', { ProductionVariants: [{ ...one, ModelName }] }),
      ),
  };
}

const created = { 'create-endpoint': 'true' };
const missing = { scenario: 'endpoint-missing' } as const;
const atPath = (path: string) => ({
  inputs: { 'endpoint-config-name': '', 'endpoint-config-file': path },
});

const mistaken = `
ProductionVariants:
  - VariantName: Main
    ModelName: fraud-v2
    InstanceType: ml.m5.xlarge
    InitialInstanceCount: 2
  - VariantName: Main
    ModelName: fraud_v3
    InstanceType: ml.m5.xlarge
    InitialInstanceCount: three
    Weight: 2
KmsKeyID: abc
`;

tell('configurations', {
  'model-alone': {
    unfolded: true,
    title: 'A model alone is put into a copy of the live configuration.',
    ...ofModel('fraud-v2'),
  },
  'model-in-a-rich-copy': {
    title: 'A copy of the live configuration keeps every other member as it is.',
    ...ofModel('fraud-v2'),
    arrange: ({ sagemaker }) => {
      sagemaker.addEndpointConfig('rich', rich);
      sagemaker.addEndpoint('fraud-prod', 'rich');
    },
  },
  'model-in-an-asynchronous-copy': {
    title: 'A copy of an asynchronous configuration is asynchronous.',
    scenario: 'asynchronous',
    ...ofModel('fraud-v2'),
  },
  'model-in-a-named-variant': {
    title: 'A model goes into the variant that is named, where there are several.',
    scenario: 'two-variants',
    ...ofModel('fraud-v2', { 'variant-name': 'Trial' }),
  },
  'variant-not-named': {
    title: 'Where there are several variants and none is named, the error names them.',
    scenario: 'two-variants',
    ...ofModel('fraud-v2'),
  },
  'variant-not-there': {
    title: 'Where the named variant does not exist, the error names those that do.',
    scenario: 'two-variants',
    ...ofModel('fraud-v2', { 'variant-name': 'Canary' }),
  },
  'model-among-inference-components': {
    title: 'A model alone is refused for inference components, with the way out.',
    scenario: 'inference-components',
    ...ofModel('fraud-v1'),
    arrange: ({ sagemaker }) => {
      const { ModelName: _, ...bare } = one;
      const role = 'arn:aws:iam::123456789012:role/serving';
      sagemaker.addEndpointConfig('bare', { ProductionVariants: [bare], ExecutionRoleArn: role });
      sagemaker.addEndpoint('fraud-prod', 'bare');
    },
  },
  'model-without-endpoint': {
    title: 'A model alone is refused where there is no endpoint to copy from, with the way out.',
    ...missing,
    ...ofModel('fraud-v2'),
  },
  'model-that-serves': {
    title: 'A model that serves already changes nothing.',
    ...ofModel('fraud-v1'),
  },
  'model-that-does-not-exist': {
    title: 'A model that does not exist stops the run before anything is created.',
    ...ofModel('fraud-v9'),
  },
  'name-given': {
    title: 'What is created gets the name that is given.',
    ...ofModel('fraud-v2', { 'endpoint-config-name': 'fraud-2026-03-02' }),
  },
  'name-taken-by-the-same': {
    title: 'A name that the same content has already is used.',
    ...ofModel('fraud-v2', { 'endpoint-config-name': 'fraud-v2' }),
  },
  'name-taken-by-other-content': {
    unfolded: true,
    title: 'A name that other content has is an error that shows the difference.',
    ...ofFile(
      { ProductionVariants: [{ ...one, InitialInstanceCount: 4 }], KmsKeyId: key },
      { 'endpoint-config-name': 'fraud-v1' },
    ),
  },
  'name-just-taken-by-the-same': {
    title: 'A name that another run gave to the same content a moment before is used.',
    ...ofModel('fraud-v2', { 'endpoint-config-name': 'fraud-next' }),
    ...taken('fraud-v2'),
  },
  'name-just-taken-by-other-content': {
    title: 'A name that other content got a moment before is an error.',
    ...ofModel('fraud-v2', { 'endpoint-config-name': 'fraud-next' }),
    ...taken('fraud-v3'),
  },
  'creation-answer-lost': {
    title: 'A configuration is created once, though the answer is lost.',
    ...ofModel('fraud-v2'),
    faults: [{ kind: 'lost-answer', operation: 'CreateEndpointConfig', calls: 1 }],
  },
  'creation-throttled': {
    title: 'Creating a configuration is retried where it is throttled.',
    ...ofModel('fraud-v2'),
    faults: [{ kind: 'throttling', operation: 'CreateEndpointConfig', calls: 1 }],
  },
  'creation-fails-once': {
    title: 'Creating a configuration is retried where SageMaker fails to answer.',
    ...ofModel('fraud-v2'),
    faults: [{ kind: 'internal-failure', operation: 'CreateEndpointConfig', calls: 1 }],
  },
  'creation-seen-late': {
    title: 'What was just created is waited for, while SageMaker does not find it.',
    ...ofModel('fraud-v2'),
    faults: [{ kind: 'late-configurations', seconds: 12 }],
  },
  'file-serverless': {
    title: 'A configuration from a file may be serverless.',
    ...missing,
    ...ofFile(
      {
        ProductionVariants: [
          {
            ...{ VariantName: 'AllTraffic', ModelName: 'fraud-v2' },
            ServerlessConfig: { MemorySizeInMB: 2048, MaxConcurrency: 20 },
          },
        ],
      },
      created,
    ),
  },
  'file-asynchronous': {
    title: 'A configuration from a file may be asynchronous.',
    ...missing,
    ...ofFile(
      {
        ProductionVariants: [
          {
            ...{ VariantName: 'AllTraffic', ModelName: 'fraud-v2' },
            ...{ InstanceType: 'ml.g5.xlarge', InitialInstanceCount: 1 },
          },
        ],
        AsyncInferenceConfig: {
          OutputConfig: {
            S3OutputPath: 's3://fraud/answers',
            NotificationConfig: { SuccessTopic: 'arn:aws:sns:eu-west-1:123456789012:done' },
          },
          ClientConfig: { MaxConcurrentInvocationsPerInstance: 4 },
        },
      },
      created,
    ),
  },
  'file-with-name-and-tags': {
    title: 'A file may name what is created and give its tags, which the inputs add to.',
    ...ofFile(
      {
        EndpointConfigName: 'fraud-by-file',
        ProductionVariants: [one],
        Tags: [
          { Key: 'team', Value: 'growth' },
          { Key: 'stage', Value: 'prod' },
        ],
      },
      { tags: 'team=risk' },
    ),
  },
  'file-with-mistakes': {
    unfolded: true,
    title: 'Each mistake in a file is named by its place, before any call.',
    ...atPath('deploy/endpoint.yml'),
    files: { 'deploy/endpoint.yml': mistaken },
  },
  'file-broken': {
    title: 'A file that is no YAML is told before any call.',
    inputs: { ...atPath('endpoint.yml').inputs, mode: 'plan' },
    files: { 'endpoint.yml': 'ProductionVariants: [\n' },
  },
  'file-missing': {
    title: 'A file that does not exist is told before any call.',
    ...atPath('other.yml'),
  },
  'file-outside': {
    title: 'A file outside of the workspace is not read.',
    ...atPath('../../../../../../../etc/hostname'),
  },
  'endpoint-not-asked-for': {
    title: 'An endpoint that does not exist is not created unasked, and the error says how to ask.',
    ...missing,
    next: [{ inputs: { preflight: 'off' } }],
  },
  'endpoint-created': {
    unfolded: true,
    title:
      'An endpoint is created with its tags, and with the deployment configuration for later updates.',
    ...missing,
    inputs: {
      ...{ ...created, tags: 'team=growth' },
      ...{ strategy: 'canary', 'canary-size': '10%', 'wait-interval': '5m' },
    },
  },
  'endpoint-creation-fails': {
    unfolded: true,
    title: 'An endpoint whose creation fails is reported with the reason, and not deleted.',
    ...missing,
    inputs: created,
    faults: [{ kind: 'failing-health-check' }],
  },
  'endpoint-creation-without-capacity': {
    title: 'An endpoint whose creation failed for lack of capacity is not said to serve anything.',
    ...missing,
    inputs: created,
    faults: [{ kind: 'insufficient-capacity' }],
  },
  'endpoint-creation-answer-lost': {
    title: 'An endpoint is created once, though the answer to the call is lost.',
    ...missing,
    inputs: created,
    faults: [{ kind: 'lost-answer', operation: 'CreateEndpoint', calls: 1 }],
  },
  'endpoint-just-created': {
    title: 'An endpoint that another run creates a moment before is the same endpoint.',
    ...missing,
    inputs: created,
    arrange: ({ sagemaker }: Simulator) =>
      sagemaker.when({ before: 'CreateEndpoint' }, () => {
        sagemaker.addEndpoint('fraud-prod', 'fraud-v2');
      }),
  },
  'copy-of-what-another-update-brings': {
    title: 'A model is put into a copy of what another update brings.',
    ...ofModel('fraud-v2'),
    given: 'fraud-larger with 5 instances is being rolled out since ten seconds.',
    arrange: ({ sagemaker, clock }) => {
      const larger = { ...one, ModelName: 'fraud-v3', InitialInstanceCount: 5 };
      sagemaker.addEndpointConfig('fraud-larger', { ProductionVariants: [larger] });
      sagemaker.inject({
        ...{ kind: 'foreign-update', endpoint: 'fraud-prod', when: { afterSeconds: 1 } },
        endpointConfigName: 'fraud-larger',
      });
      clock.advanceTo(clock.now() + 10_000);
    },
  },
  'long-wait-for-another-update': {
    title: 'A long wait for another update is not a long silence.',
    ...ofModel('fraud-v2'),
    given: 'fraud-v3 is being rolled out since ten seconds, which takes 40 minutes.',
    arrange: ({ sagemaker, clock }) => {
      sagemaker.inject({ kind: 'slow-launch', seconds: 2400, nth: 1 });
      sagemaker.inject({
        ...{ kind: 'foreign-update', endpoint: 'fraud-prod', when: { afterSeconds: 1 } },
        endpointConfigName: 'fraud-v3',
      });
      clock.advanceTo(clock.now() + 10_000);
    },
  },
});
