import { choice, decimal, flag, integer, list, structure, text } from './shape.ts';

/** Written by scripts/api-shapes.ts from the service model of SageMaker. */

const clarifyHeader = text('ClarifyHeader', 1, 64, /^.*$/);
const snsTopicArn = text(
  'SnsTopicArn',
  0,
  2048,
  /^arn:aws[a-z-]*:sns:[a-z0-9-]*:[0-9]{12}:[a-zA-Z0-9_.-]+$/,
);
const contentType = text(
  'ContentType',
  1,
  256,
  /^[a-zA-Z0-9](-*[a-zA-Z0-9])*\/[a-zA-Z0-9](-*[a-zA-Z0-9.])*$/,
);
const kmsKeyId = text('KmsKeyId', 0, 2048, /^[a-zA-Z0-9:/_-]*$/);
const destinationS3Uri = text('DestinationS3Uri', 0, 512, /^(https|s3):\/\/([^/])\/?(.*)$/);
const instanceType = text('InstanceType', 0, 63, /^ml\.[a-z0-9-]+\.[a-z0-9-]+$/);
const modelName = text('ModelName', 0, 63, /^[a-zA-Z0-9]([-a-zA-Z0-9]*[a-zA-Z0-9])?$/);
const variants = list(
  structure({
    'VariantName!': text('VariantName', 0, 63, /^[a-zA-Z0-9](-*[a-zA-Z0-9]){0,62}$/),
    ModelName: modelName,
    InitialInstanceCount: integer(1),
    InstanceType: instanceType,
    InstancePools: list(
      structure({
        'InstanceType!': instanceType,
        ModelNameOverride: modelName,
        'Priority!': integer(1, 5),
      }),
      1,
      5,
    ),
    VariantInstanceProvisionTimeoutInSeconds: integer(300, 3600),
    InitialVariantWeight: decimal(0),
    AcceleratorType: choice(
      'ml.eia1.medium ml.eia1.large ml.eia1.xlarge ml.eia2.medium ml.eia2.large ml.eia2.xlarge',
    ),
    CoreDumpConfig: structure({ 'DestinationS3Uri!': destinationS3Uri, KmsKeyId: kmsKeyId }),
    ServerlessConfig: structure({
      'MemorySizeInMB!': integer(1024, 6144),
      'MaxConcurrency!': integer(1, 200),
      ProvisionedConcurrency: integer(1, 200),
    }),
    VolumeSizeInGB: integer(1, 512),
    ModelDataDownloadTimeoutInSeconds: integer(60, 3600),
    ContainerStartupHealthCheckTimeoutInSeconds: integer(60, 3600),
    EnableSSMAccess: flag,
    ManagedInstanceScaling: structure({
      Status: choice('ENABLED DISABLED'),
      MinInstanceCount: integer(0),
      MaxInstanceCount: integer(1),
      ScaleInPolicy: structure({
        'Strategy!': choice('IDLE_RELEASE CONSOLIDATION'),
        MaximumStepSize: integer(1, 100),
        CooldownInMinutes: integer(5, 1440),
      }),
    }),
    RoutingConfig: structure({
      'RoutingStrategy!': choice('LEAST_OUTSTANDING_REQUESTS RANDOM PREFIX_AWARE KV_AWARE'),
      PrefixAwareRoutingConfig: structure({
        PrefixLength: integer(1024, 65536),
        ConcurrencyThreshold: integer(1, 1024),
      }),
    }),
    InferenceAmiVersion: choice(
      'al2-ami-sagemaker-inference-gpu-2 al2-ami-sagemaker-inference-gpu-2-1 al2-ami-sagemaker-inference-gpu-3-1 al2-ami-sagemaker-inference-neuron-2 al2023-ami-sagemaker-inference-gpu-4-1',
    ),
    CapacityReservationConfig: structure({
      CapacityReservationPreference: choice('capacity-reservations-only'),
      MlReservationArn: text(
        'MlReservationArn',
        20,
        258,
        /^arn:aws[a-z-]*:sagemaker:[a-z0-9-]*:[0-9]{12}:[a-z0-9-]{1,14}\/.*$/,
      ),
    }),
    AcceleratorPartitionLayouts: list(
      structure({
        AcceleratorPartitionTypes: list(
          text('AcceleratorPartitionType', 0, 32, /^mig-[0-9]+g\.[0-9]+gb([+-][a-z0-9.]+)*$/),
          0,
          32,
        ),
      }),
      1,
      32,
    ),
  }),
  1,
  10,
);

/** https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_CreateEndpointConfig.html */
export const createEndpointConfig = structure({
  EndpointConfigName: text('EndpointConfigName', 0, 63, /^[a-zA-Z0-9](-*[a-zA-Z0-9]){0,62}$/),
  'ProductionVariants!': variants,
  DataCaptureConfig: structure({
    EnableCapture: flag,
    'InitialSamplingPercentage!': integer(0, 100),
    'DestinationS3Uri!': destinationS3Uri,
    KmsKeyId: kmsKeyId,
    'CaptureOptions!': list(
      structure({ 'CaptureMode!': choice('Input Output InputAndOutput') }),
      1,
      32,
    ),
    CaptureContentTypeHeader: structure({
      CsvContentTypes: list(contentType, 1, 10),
      JsonContentTypes: list(contentType, 1, 10),
    }),
  }),
  Tags: list(structure({ 'Key!': text('TagKey'), 'Value!': text('TagValue') }), 0, 50),
  KmsKeyId: kmsKeyId,
  AsyncInferenceConfig: structure({
    ClientConfig: structure({ MaxConcurrentInvocationsPerInstance: integer(1, 1000) }),
    'OutputConfig!': structure({
      KmsKeyId: kmsKeyId,
      S3OutputPath: destinationS3Uri,
      NotificationConfig: structure({
        SuccessTopic: snsTopicArn,
        ErrorTopic: snsTopicArn,
        IncludeInferenceResponseIn: list(
          choice('SUCCESS_NOTIFICATION_TOPIC ERROR_NOTIFICATION_TOPIC'),
          0,
          2,
        ),
      }),
      S3FailurePath: destinationS3Uri,
    }),
  }),
  ExplainerConfig: structure({
    ClarifyExplainerConfig: structure({
      EnableExplanations: text('ClarifyEnableExplanations', 1, 64, /^.*$/),
      InferenceConfig: structure({
        FeaturesAttribute: text('ClarifyFeaturesAttribute', 1, 64, /^.*$/),
        ContentTemplate: text('ClarifyContentTemplate', 1, 64, /^.*$/),
        MaxRecordCount: integer(1),
        MaxPayloadInMB: integer(1, 25),
        ProbabilityIndex: integer(0),
        LabelIndex: integer(0),
        ProbabilityAttribute: text('ClarifyProbabilityAttribute', 1, 64, /^.*$/),
        LabelAttribute: text('ClarifyLabelAttribute', 1, 64, /^.*$/),
        LabelHeaders: list(clarifyHeader, 1, 16),
        FeatureHeaders: list(clarifyHeader, 1, 256),
        FeatureTypes: list(choice('numerical categorical text'), 1, 256),
      }),
      'ShapConfig!': structure({
        'ShapBaselineConfig!': structure({
          MimeType: text(
            'ClarifyMimeType',
            0,
            255,
            /^[a-zA-Z0-9](-*[a-zA-Z0-9])*\/[a-zA-Z0-9](-*[a-zA-Z0-9+.])*$/,
          ),
          ShapBaseline: text('ClarifyShapBaseline', 1, 4096, /^[\s\S]+$/),
          ShapBaselineUri: text('Url', 0, 1024, /^(https|s3):\/\/([^/]+)\/?(.*)$/),
        }),
        NumberOfSamples: integer(1),
        UseLogit: flag,
        Seed: integer(),
        TextConfig: structure({
          'Language!': choice(
            'af sq ar hy eu bn bg ca zh hr cs da nl en et fi fr de el gu he hi hu is id ga it kn ky lv lt lb mk ml mr ne nb fa pl pt ro ru sa sr tn si sk sl es sv tl ta tt te tr uk ur yo lij xx',
          ),
          'Granularity!': choice('token sentence paragraph'),
        }),
      }),
    }),
  }),
  ShadowProductionVariants: variants,
  ExecutionRoleArn: text(
    'RoleArn',
    20,
    2048,
    /^arn:aws[a-z-]*:iam::\d{12}:role\/?[a-zA-Z_0-9+=,.@\-_/]+$/,
  ),
  VpcConfig: structure({
    'SecurityGroupIds!': list(text('SecurityGroupId', 0, 32, /^[-0-9a-zA-Z]+$/), 1, 5),
    'Subnets!': list(text('SubnetId', 0, 32, /^[-0-9a-zA-Z]+$/), 1, 16),
  }),
  EnableNetworkIsolation: flag,
  MetricsConfig: structure({
    EnableEnhancedMetrics: flag,
    EnableDetailedObservability: flag,
    MetricPublishFrequencyInSeconds: integer(),
  }),
  CrossRegionTrafficConfig: structure({
    'MaxInvocationsPerSecondPerInstance!': integer(1, 10000),
    'MaxCrossRegionPercentPerEndpoint!': integer(1, 100),
  }),
});
