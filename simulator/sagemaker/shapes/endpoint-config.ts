import { destination, kmsKeyId, name, roleArn } from '../../account/names.ts';
import { boolean, choice, integer, list, open, structure, text } from '../../aws/shape.ts';
import { tags, vpc } from './common.ts';
import { explainer } from './explainer.ts';
import { productionVariants } from './variant.ts';

const contentTypes = list(
  text(256, '[a-zA-Z0-9](-*[a-zA-Z0-9])*\\/[a-zA-Z0-9](-*[a-zA-Z0-9.])*', 1),
  1,
  10,
);

const snsTopic = text(2048, 'arn:aws[a-z\\-]*:sns:[a-z0-9\\-]*:[0-9]{12}:[a-zA-Z0-9_.-]+');

const dataCapture = structure({
  EnableCapture: boolean,
  'InitialSamplingPercentage!': integer(0, 100),
  'DestinationS3Uri!': destination,
  KmsKeyId: kmsKeyId,
  'CaptureOptions!': list(
    structure({ 'CaptureMode!': choice('Input', 'Output', 'InputAndOutput') }),
    1,
    32,
  ),
  CaptureContentTypeHeader: structure({
    CsvContentTypes: contentTypes,
    JsonContentTypes: contentTypes,
  }),
});

const asyncInference = structure({
  ClientConfig: structure({ MaxConcurrentInvocationsPerInstance: integer(1, 1000) }),
  'OutputConfig!': structure({
    KmsKeyId: kmsKeyId,
    S3OutputPath: destination,
    NotificationConfig: structure({
      SuccessTopic: snsTopic,
      ErrorTopic: snsTopic,
      IncludeInferenceResponseIn: list(
        choice('SUCCESS_NOTIFICATION_TOPIC', 'ERROR_NOTIFICATION_TOPIC'),
        0,
        2,
      ),
    }),
    S3FailurePath: destination,
  }),
});

/** Kept whole, as AWS keeps what it took: newer members too. */
export const createEndpointConfig = open(
  structure({
    'EndpointConfigName!': name,
    'ProductionVariants!': productionVariants,
    DataCaptureConfig: dataCapture,
    Tags: tags,
    KmsKeyId: kmsKeyId,
    AsyncInferenceConfig: asyncInference,
    ExplainerConfig: explainer,
    ShadowProductionVariants: productionVariants,
    ExecutionRoleArn: roleArn,
    VpcConfig: vpc,
    EnableNetworkIsolation: boolean,
    MetricsConfig: structure({
      EnableEnhancedMetrics: boolean,
      EnableDetailedObservability: boolean,
      MetricPublishFrequencyInSeconds: integer(),
    }),
    CrossRegionTrafficConfig: structure({
      'MaxInvocationsPerSecondPerInstance!': integer(1, 10_000),
      'MaxCrossRegionPercentPerEndpoint!': integer(1, 100),
    }),
  }),
);
