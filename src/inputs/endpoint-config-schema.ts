import {
  contentType,
  destination,
  kmsKeyId,
  networkId,
  resourceName,
  roleArn,
  topicArn,
} from './api-texts.ts';
import { flag, integer, list, oneOf, structure, text } from './document.ts';
import { explainerConfig } from './explainer-schema.ts';
import { productionVariants } from './variant-schema.ts';

/** https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_AsyncInferenceConfig.html */
const asyncInferenceConfig = structure(
  {
    ClientConfig: structure({
      MaxConcurrentInvocationsPerInstance: integer({ least: 1, most: 1000 }),
    }),
  },
  {
    OutputConfig: structure({
      KmsKeyId: kmsKeyId,
      NotificationConfig: structure({
        ErrorTopic: topicArn,
        SuccessTopic: topicArn,
        IncludeInferenceResponseIn: list(
          oneOf(['SUCCESS_NOTIFICATION_TOPIC', 'ERROR_NOTIFICATION_TOPIC']),
          { most: 2 },
        ),
      }),
      S3FailurePath: destination,
      S3OutputPath: destination,
    }),
  },
);

/** https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_DataCaptureConfig.html */
const dataCaptureConfig = structure(
  {
    CaptureContentTypeHeader: structure({
      CsvContentTypes: list(contentType, { least: 1, most: 10 }),
      JsonContentTypes: list(contentType, { least: 1, most: 10 }),
    }),
    EnableCapture: flag(),
    KmsKeyId: kmsKeyId,
  },
  {
    CaptureOptions: list(
      structure({}, { CaptureMode: oneOf(['Input', 'Output', 'InputAndOutput']) }),
      { least: 1, most: 32 },
    ),
    DestinationS3Uri: destination,
    InitialSamplingPercentage: integer({ least: 0, most: 100 }),
  },
);

/**
 * The members of CreateEndpointConfig, by the API model; its name may be left out, for an input
 * or the content gives it.
 * https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_CreateEndpointConfig.html
 */
export const endpointConfigSchema = structure(
  {
    AsyncInferenceConfig: asyncInferenceConfig,
    DataCaptureConfig: dataCaptureConfig,
    EnableNetworkIsolation: flag(),
    EndpointConfigName: resourceName,
    ExecutionRoleArn: roleArn,
    ExplainerConfig: explainerConfig,
    KmsKeyId: kmsKeyId,
    MetricsConfig: structure({
      EnableDetailedObservability: flag(),
      EnableEnhancedMetrics: flag(),
      MetricPublishFrequencyInSeconds: integer(),
    }),
    ShadowProductionVariants: productionVariants,
    Tags: list(structure({}, { Key: text(), Value: text() })),
    VpcConfig: structure(
      {},
      {
        SecurityGroupIds: list(networkId, { least: 1, most: 5 }),
        Subnets: list(networkId, { least: 1, most: 16 }),
      },
    ),
  },
  { ProductionVariants: productionVariants },
);
