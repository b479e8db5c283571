import { modelName, name } from '../account/names.ts';
import { boolean, choice, integer, list, type Structure, structure } from '../aws/shape.ts';
import type { OperationName } from './operations.ts';
import { anyToken, resourceArn, tagKeys, tags } from './shapes/common.ts';
import { deploymentConfig } from './shapes/deployment-config.ts';
import { createEndpointConfig } from './shapes/endpoint-config.ts';
import { lookUps } from './shapes/lists.ts';
import { createModel } from './shapes/model.ts';
import { serverlessConcurrency, weight } from './shapes/variant.ts';

/** What a request of each operation may hold, as AWS's service model of 2026-08 has it. */
export const requests: Readonly<Record<OperationName, Structure>> = {
  ...lookUps,
  CreateModel: createModel,
  DescribeModel: structure({ 'ModelName!': modelName }),
  DeleteModel: structure({ 'ModelName!': modelName }),
  CreateEndpointConfig: createEndpointConfig,
  DescribeEndpointConfig: structure({ 'EndpointConfigName!': name }),
  DeleteEndpointConfig: structure({ 'EndpointConfigName!': name }),
  CreateEndpoint: structure({
    'EndpointName!': name,
    'EndpointConfigName!': name,
    DeploymentConfig: deploymentConfig,
    Tags: tags,
  }),
  DescribeEndpoint: structure({ 'EndpointName!': name }),
  UpdateEndpoint: structure({
    'EndpointName!': name,
    'EndpointConfigName!': name,
    RetainAllVariantProperties: boolean,
    ExcludeRetainedVariantProperties: list(
      structure({
        'VariantPropertyType!': choice(
          'DesiredInstanceCount',
          'DesiredWeight',
          'DataCaptureConfig',
        ),
      }),
      0,
      3,
    ),
    DeploymentConfig: deploymentConfig,
    RetainDeploymentConfig: boolean,
  }),
  UpdateEndpointWeightsAndCapacities: structure({
    'EndpointName!': name,
    'DesiredWeightsAndCapacities!': list(
      structure({
        'VariantName!': name,
        DesiredWeight: weight,
        DesiredInstanceCount: integer(0),
        ServerlessUpdateConfig: structure({
          MaxConcurrency: serverlessConcurrency,
          ProvisionedConcurrency: serverlessConcurrency,
        }),
      }),
      1,
    ),
  }),
  DeleteEndpoint: structure({ 'EndpointName!': name }),
  DeleteInferenceComponent: structure({ 'InferenceComponentName!': modelName }),
  AddTags: structure({ 'ResourceArn!': resourceArn, 'Tags!': tags }),
  DeleteTags: structure({ 'ResourceArn!': resourceArn, 'TagKeys!': tagKeys }),
  ListTags: structure({
    'ResourceArn!': resourceArn,
    NextToken: anyToken,
    MaxResults: integer(50),
  }),
};
