import { choice, flag, integer, list, map, structure, text } from './shape.ts';

/** Written by scripts/api-shapes.ts from the service model of SageMaker. */

const string = text('String');
const s3ModelUri = text('S3ModelUri', 0, 1024, /^(https|s3):\/\/([^/]+)\/?(.*)$/);
const s3ModelDataSource = structure({
  'S3Uri!': s3ModelUri,
  'S3DataType!': choice('S3Prefix S3Object'),
  'CompressionType!': choice('None Gzip'),
  ModelAccessConfig: structure({ 'AcceptEula!': flag }),
  HubAccessConfig: structure({ 'HubContentArn!': text('HubContentArn', 0, 255, /^.*$/) }),
  ManifestS3Uri: s3ModelUri,
  ETag: string,
  ManifestEtag: string,
});
const containerDefinition = structure({
  ContainerHostname: text('ContainerHostname', 0, 63, /^[a-zA-Z0-9](-*[a-zA-Z0-9]){0,62}$/),
  Image: text('ContainerImage', 0, 255, /^[\S]+$/),
  ImageConfig: structure({
    'RepositoryAccessMode!': choice('Platform Vpc'),
    RepositoryAuthConfig: structure({
      'RepositoryCredentialsProviderArn!': text(
        'RepositoryCredentialsProviderArn',
        1,
        2048,
        /^.*$/,
      ),
    }),
  }),
  Mode: choice('SingleModel MultiModel'),
  ModelDataUrl: text('Url', 0, 1024, /^(https|s3):\/\/([^/]+)\/?(.*)$/),
  ModelDataSource: structure({ S3DataSource: s3ModelDataSource }),
  AdditionalModelDataSources: list(
    structure({
      'ChannelName!': text('AdditionalModelChannelName', 1, 64, /^[A-Za-z0-9.\-_]+$/),
      'S3DataSource!': s3ModelDataSource,
    }),
    0,
    5,
  ),
  Environment: map(
    text('EnvironmentKey', 0, 1024, /^[a-zA-Z_][a-zA-Z0-9_]*$/),
    text('EnvironmentValue', 0, 1024, /^[\S\s]*$/),
    100,
  ),
  ModelPackageName: text(
    'VersionedArnOrName',
    1,
    176,
    /^(arn:aws[a-z-]*:sagemaker:[a-z0-9-]*:[0-9]{12}:[a-z-]*\/)?([a-zA-Z0-9]([a-zA-Z0-9-]){0,62})(?<!-)(\/[0-9]{1,9})?$/,
  ),
  InferenceSpecificationName: text(
    'InferenceSpecificationName',
    1,
    63,
    /^[a-zA-Z0-9](-*[a-zA-Z0-9]){0,62}$/,
  ),
  MultiModelConfig: structure({ ModelCacheSetting: choice('Enabled Disabled') }),
  ContainerMetricsConfig: structure({
    MetricsEndpoints: list(
      structure({
        'MetricsEndpointPath!': text(
          'MetricsEndpointPath',
          0,
          256,
          /^\/(?!.*\.\.)[a-zA-Z0-9/_.-]+$/,
        ),
        MetricPublishFrequencyInSeconds: integer(),
      }),
      0,
      1,
    ),
  }),
});

/** https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_CreateModel.html */
export const createModel = structure({
  PrimaryContainer: containerDefinition,
  Containers: list(containerDefinition, 0, 15),
  InferenceExecutionConfig: structure({ 'Mode!': choice('Serial Direct') }),
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
});
