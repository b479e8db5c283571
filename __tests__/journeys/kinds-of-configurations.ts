/** An endpoint configuration of some kind, as a file gives it, and what AWS takes beyond what is known. */
export interface Kind {
  readonly content: { readonly [member: string]: unknown };
  /** Values of enumerations that neither this version nor the simulator knows. */
  readonly newValues?: readonly string[];
  /** The places that a warning names, since this version does not know what is there. */
  readonly warned?: readonly string[];
  /** Its models are inference components: none is to be replaced. */
  readonly hosts?: 'components';
}

const onInstances = {
  VariantName: 'AllTraffic',
  ModelName: 'fraud-v2',
  InstanceType: 'ml.m5.xlarge',
  InitialInstanceCount: 2,
};

type Members = Kind['content'];

function varied(variant: Members, more: Members = {}): Members {
  return { ProductionVariants: [{ ...onInstances, ...variant }], ...more };
}

function serverless(config: Members = {}, variant: Members = {}): Members {
  const ServerlessConfig = { MemorySizeInMB: 2048, MaxConcurrency: 20, ...config };
  const { InstanceType: _, InitialInstanceCount: __, ...bare } = onInstances;
  return { ProductionVariants: [{ ...bare, ServerlessConfig, ...variant }] };
}

function explained(config: Members): Members {
  const ShapConfig = { ShapBaselineConfig: { MimeType: 'text/csv', ShapBaseline: '1,2,3' } };
  return varied({}, { ExplainerConfig: { ClarifyExplainerConfig: { ShapConfig, ...config } } });
}

function asynchronous(output: Members = {}, more: Members = {}): Members {
  const OutputConfig = { S3OutputPath: 's3://fraud/answers', ...output };
  return varied({}, { AsyncInferenceConfig: { OutputConfig, ...more } });
}

const components = {
  ProductionVariants: [
    {
      VariantName: 'AllTraffic',
      InstanceType: 'ml.g5.12xlarge',
      InitialInstanceCount: 1,
      ManagedInstanceScaling: {
        Status: 'ENABLED',
        MinInstanceCount: 1,
        MaxInstanceCount: 4,
        ScaleInPolicy: { Strategy: 'CONSOLIDATION', MaximumStepSize: 1, CooldownInMinutes: 15 },
      },
      RoutingConfig: { RoutingStrategy: 'LEAST_OUTSTANDING_REQUESTS' },
    },
  ],
  ExecutionRoleArn: 'arn:aws:iam::123456789012:role/sagemaker',
};

const topic = 'arn:aws:sns:eu-west-1:123456789012:scores';

export const kinds: Readonly<Record<string, Kind>> = {
  'on instances, with nothing else': { content: varied({}) },
  'with a weight of 1 that is written': { content: varied({ InitialVariantWeight: 1 }) },
  'with isolation that is off, as it is anyway': {
    content: varied({}, { EnableNetworkIsolation: false }),
  },
  'with isolation': { content: varied({}, { EnableNetworkIsolation: true }) },
  'with weights that no binary fraction has': {
    content: {
      ProductionVariants: [
        { ...onInstances, InitialVariantWeight: 0.9 },
        { ...onInstances, VariantName: 'Challenger', InitialVariantWeight: 0.1 },
      ],
    },
  },
  'with a weight of many digits': { content: varied({ InitialVariantWeight: 0.3333333333333333 }) },
  'with a volume and time-outs': {
    content: varied({
      VolumeSizeInGB: 64,
      ModelDataDownloadTimeoutInSeconds: 1200,
      ContainerStartupHealthCheckTimeoutInSeconds: 900,
      VariantInstanceProvisionTimeoutInSeconds: 1200,
    }),
  },
  'with core dumps and access by SSM': {
    content: varied({
      CoreDumpConfig: { DestinationS3Uri: 's3://fraud/cores', KmsKeyId: 'alias/fraud' },
      EnableSSMAccess: true,
    }),
  },
  'with an accelerator': { content: varied({ AcceleratorType: 'ml.eia2.medium' }) },
  'with an AMI of its own': {
    content: varied({ InferenceAmiVersion: 'al2-ami-sagemaker-inference-gpu-3-1' }),
  },
  'with a reservation': {
    content: varied({
      CapacityReservationConfig: {
        CapacityReservationPreference: 'capacity-reservations-only',
        MlReservationArn: 'arn:aws:sagemaker:eu-west-1:123456789012:training-plan/fraud',
      },
    }),
  },
  'with keys, a network and metrics': {
    content: varied(
      {},
      {
        KmsKeyId: 'arn:aws:kms:eu-west-1:123456789012:key/4c1f',
        VpcConfig: { SecurityGroupIds: ['sg-1'], Subnets: ['subnet-1', 'subnet-2'] },
        MetricsConfig: { EnableEnhancedMetrics: true, MetricPublishFrequencyInSeconds: 60 },
      },
    ),
  },
  'with captured data': {
    content: varied(
      {},
      {
        DataCaptureConfig: {
          EnableCapture: true,
          InitialSamplingPercentage: 20,
          DestinationS3Uri: 's3://fraud/captured',
          CaptureOptions: [{ CaptureMode: 'Input' }, { CaptureMode: 'Output' }],
          CaptureContentTypeHeader: { CsvContentTypes: ['text/csv'] },
        },
      },
    ),
  },
  serverless: { content: serverless() },
  'serverless with provisioned concurrency': { content: serverless({ ProvisionedConcurrency: 2 }) },
  'serverless with a new member': {
    content: serverless({}, { ColdStart: 'Snapshot' }),
    warned: ['ProductionVariants[0].ColdStart'],
  },
  asynchronous: { content: asynchronous() },
  'asynchronous with notifications': {
    content: asynchronous(
      {
        S3FailurePath: 's3://fraud/failures',
        NotificationConfig: {
          SuccessTopic: topic,
          ErrorTopic: topic,
          IncludeInferenceResponseIn: ['SUCCESS_NOTIFICATION_TOPIC'],
        },
      },
      { ClientConfig: { MaxConcurrentInvocationsPerInstance: 4 } },
    ),
  },
  'with a shadow': {
    content: varied(
      {},
      {
        ShadowProductionVariants: [
          {
            ...onInstances,
            VariantName: 'Shadow',
            ModelName: 'fraud-v1',
            InitialVariantWeight: 0.35,
          },
        ],
      },
    ),
  },
  explained: { content: explained({}) },
  'explained at length': {
    content: explained({
      EnableExplanations: '`true`',
      InferenceConfig: { FeatureTypes: ['numerical', 'text'], MaxPayloadInMB: 6, LabelIndex: 0 },
    }),
  },
  'on pools': {
    content: {
      ProductionVariants: [
        {
          VariantName: 'AllTraffic',
          ModelName: 'fraud-v2',
          InitialInstanceCount: 2,
          InstancePools: [
            { InstanceType: 'ml.g5.xlarge', Priority: 1 },
            { InstanceType: 'ml.g6.xlarge', Priority: 2, ModelNameOverride: 'fraud-v1' },
          ],
        },
      ],
    },
  },
  'for inference components': { content: components, hosts: 'components' },
  'for inference components, with partitions': {
    content: {
      ...components,
      ProductionVariants: [
        {
          ...components.ProductionVariants[0],
          AcceleratorPartitionLayouts: [{ AcceleratorPartitionTypes: ['mig-1g.10gb'] }],
        },
      ],
    },
    hosts: 'components',
  },
  'routed by prefixes': {
    content: varied({
      RoutingConfig: {
        RoutingStrategy: 'PREFIX_AWARE',
        PrefixAwareRoutingConfig: { PrefixLength: 2048, ConcurrencyThreshold: 8 },
      },
    }),
  },
  'over regions': {
    content: varied(
      {},
      {
        CrossRegionTrafficConfig: {
          MaxInvocationsPerSecondPerInstance: 100,
          MaxCrossRegionPercentPerEndpoint: 20,
        },
      },
    ),
  },
  'with a new routing strategy': {
    content: varied({ RoutingConfig: { RoutingStrategy: 'NEAREST_CACHE' } }),
    newValues: ['NEAREST_CACHE'],
    warned: ['ProductionVariants[0].RoutingConfig.RoutingStrategy'],
  },
  'with a new AMI': {
    content: varied({ InferenceAmiVersion: 'al2023-ami-sagemaker-inference-gpu-5-1' }),
    newValues: ['al2023-ami-sagemaker-inference-gpu-5-1'],
    warned: ['ProductionVariants[0].InferenceAmiVersion'],
  },
  'with a new member at the top': {
    content: varied({}, { EgressPolicy: { Mode: 'DENY', Except: ['s3'], Share: 0.1 } }),
    warned: ['EgressPolicy'],
  },
  'with new members in a variant, in lists and in known structures': {
    content: varied({
      WarmPools: [{ Size: 1, Ratio: 0.7 }, { Size: 2 }],
      CapacityReservationConfig: {
        CapacityReservationPreference: 'capacity-reservations-only',
        SpilloverToOnDemand: false,
      },
    }),
    warned: [
      'ProductionVariants[0].CapacityReservationConfig.SpilloverToOnDemand',
      'ProductionVariants[0].WarmPools',
    ],
  },
  'with a new member that is off': {
    content: varied({ Hibernates: false }),
    warned: ['ProductionVariants[0].Hibernates'],
  },
  'with a new member that is empty': {
    content: varied({}, { Tracing: {} }),
    warned: ['Tracing'],
  },
};
