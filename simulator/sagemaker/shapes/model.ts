import { modelName, name, roleArn, url } from '../../account/names.ts';
import {
  boolean,
  choice,
  integer,
  list,
  open,
  type Shape,
  structure,
  text,
} from '../../aws/shape.ts';
import { tags, vpc } from './common.ts';

const s3Uri = text(1024, '(https|s3)://([^/]+)/?(.*)');

const s3DataSource = structure({
  'S3Uri!': s3Uri,
  'S3DataType!': choice('S3Prefix', 'S3Object'),
  'CompressionType!': choice('None', 'Gzip'),
  ModelAccessConfig: structure({ 'AcceptEula!': boolean }),
  HubAccessConfig: structure({ 'HubContentArn!': text(255, '.*') }),
  ManifestS3Uri: s3Uri,
  ETag: text(),
  ManifestEtag: text(),
});

const environment: Shape = {
  kind: 'map',
  key: text(1024, '[a-zA-Z_][a-zA-Z0-9_]*'),
  value: text(1024, '[\\S\\s]*'),
  min: 0,
  max: 100,
};

const container = structure({
  ContainerHostname: name,
  Image: text(255, '[\\S]+'),
  ImageConfig: structure({
    'RepositoryAccessMode!': choice('Platform', 'Vpc'),
    RepositoryAuthConfig: structure({ 'RepositoryCredentialsProviderArn!': text(2048, '.*', 1) }),
  }),
  Mode: choice('SingleModel', 'MultiModel'),
  ModelDataUrl: url,
  ModelDataSource: structure({ S3DataSource: s3DataSource }),
  AdditionalModelDataSources: list(
    structure({
      'ChannelName!': text(64, '[A-Za-z0-9\\.\\-_]+', 1),
      'S3DataSource!': s3DataSource,
    }),
    0,
    5,
  ),
  Environment: environment,
  ModelPackageName: text(
    176,
    '(arn:aws[a-z\\-]*:sagemaker:[a-z0-9\\-]*:[0-9]{12}:[a-z\\-]*\\/)?([a-zA-Z0-9]([a-zA-Z0-9-]){0,62})(?<!-)(\\/[0-9]{1,9})?',
    1,
  ),
  InferenceSpecificationName: text(63, '[a-zA-Z0-9](-*[a-zA-Z0-9]){0,62}', 1),
  MultiModelConfig: structure({ ModelCacheSetting: choice('Enabled', 'Disabled') }),
  ContainerMetricsConfig: structure({
    MetricsEndpoints: list(
      structure({
        'MetricsEndpointPath!': text(256, '/(?!.*\\.\\.)[a-zA-Z0-9/_.\\-]+'),
        MetricPublishFrequencyInSeconds: integer(),
      }),
      0,
      1,
    ),
  }),
});

export const createModel = open(
  structure({
    'ModelName!': modelName,
    PrimaryContainer: container,
    Containers: list(container, 0, 15),
    InferenceExecutionConfig: structure({ 'Mode!': choice('Serial', 'Direct') }),
    ExecutionRoleArn: roleArn,
    Tags: tags,
    VpcConfig: vpc,
    EnableNetworkIsolation: boolean,
  }),
);
