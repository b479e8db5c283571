import type {
  CreateEndpointConfigCommandInput,
  ProductionVariant,
} from '@aws-sdk/client-sagemaker';

export const variant: ProductionVariant = {
  VariantName: 'AllTraffic',
  ModelName: 'fraud-v1',
  InitialInstanceCount: 3,
  InstanceType: 'ml.m5.xlarge',
  InitialVariantWeight: 1,
};

/** ManagedInstanceScaling is for inference components only: no model comes with the variant. */
const { ModelName: _, ...withoutModel } = variant;

const key = 'arn:aws:kms:eu-west-1:123456789012:key/abc';
const topic = 'arn:aws:sns:eu-west-1:123456789012:scores';

/** An endpoint configuration with every member that the API knows, but for serverless capacity. */
export const everyMember = {
  EndpointConfigName: 'new',
  ProductionVariants: [
    {
      ...withoutModel,
      AcceleratorType: 'ml.eia2.medium',
      CoreDumpConfig: { DestinationS3Uri: 's3://d/core', KmsKeyId: key },
      VolumeSizeInGB: 64,
      ModelDataDownloadTimeoutInSeconds: 600,
      ContainerStartupHealthCheckTimeoutInSeconds: 900,
      VariantInstanceProvisionTimeoutInSeconds: 1200,
      EnableSSMAccess: true,
      ManagedInstanceScaling: {
        Status: 'ENABLED',
        MinInstanceCount: 1,
        MaxInstanceCount: 6,
        ScaleInPolicy: { Strategy: 'CONSOLIDATION', MaximumStepSize: 2, CooldownInMinutes: 10 },
      },
      RoutingConfig: { RoutingStrategy: 'LEAST_OUTSTANDING_REQUESTS' },
      InferenceAmiVersion: 'al2-ami-sagemaker-inference-gpu-2',
      CapacityReservationConfig: {
        CapacityReservationPreference: 'capacity-reservations-only',
        MlReservationArn: 'arn:aws:sagemaker:eu-west-1:123456789012:training-plan/plan',
      },
    },
  ],
  ShadowProductionVariants: [
    {
      VariantName: 'Shadow',
      ModelName: 'fraud-v2',
      InitialInstanceCount: 2,
      InitialVariantWeight: 0.5,
      InstancePools: [
        { InstanceType: 'ml.g5.xlarge', Priority: 1 },
        { InstanceType: 'ml.g5.2xlarge', Priority: 2, ModelNameOverride: 'fraud-v3' },
      ],
    },
  ],
  DataCaptureConfig: {
    EnableCapture: true,
    InitialSamplingPercentage: 20,
    DestinationS3Uri: 's3://d/capture',
    KmsKeyId: key,
    CaptureOptions: [{ CaptureMode: 'Input' }, { CaptureMode: 'Output' }],
    CaptureContentTypeHeader: {
      CsvContentTypes: ['text/csv'],
      JsonContentTypes: ['application/json'],
    },
  },
  AsyncInferenceConfig: {
    ClientConfig: { MaxConcurrentInvocationsPerInstance: 4 },
    OutputConfig: {
      KmsKeyId: key,
      S3OutputPath: 's3://d/answers',
      S3FailurePath: 's3://d/failures',
      NotificationConfig: {
        SuccessTopic: topic,
        ErrorTopic: topic,
        IncludeInferenceResponseIn: ['SUCCESS_NOTIFICATION_TOPIC'],
      },
    },
  },
  ExplainerConfig: {
    ClarifyExplainerConfig: {
      EnableExplanations: '`true`',
      InferenceConfig: { FeatureTypes: ['numerical', 'text'], MaxPayloadInMB: 6 },
      ShapConfig: {
        ShapBaselineConfig: { MimeType: 'text/csv', ShapBaseline: '1,2,3' },
        NumberOfSamples: 100,
        UseLogit: false,
        Seed: 7,
        TextConfig: { Language: 'en', Granularity: 'sentence' },
      },
    },
  },
  KmsKeyId: key,
  ExecutionRoleArn: 'arn:aws:iam::123456789012:role/sagemaker',
  VpcConfig: { SecurityGroupIds: ['sg-1'], Subnets: ['subnet-1', 'subnet-2'] },
  EnableNetworkIsolation: true,
  MetricsConfig: {
    EnableEnhancedMetrics: true,
    EnableDetailedObservability: true,
    MetricPublishFrequencyInSeconds: 60,
  },
  Tags: [{ Key: 'team', Value: 'risk' }],
} satisfies CreateEndpointConfigCommandInput;
