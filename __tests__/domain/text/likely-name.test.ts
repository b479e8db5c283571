import { describe, expect, it } from '@jest/globals';
import { likelyName } from '../../../src/domain/text/likely-name.ts';

describe('a name that is not known', () => {
  it.each([
    ['Weight', 'InitialVariantWeight'],
    ['LEAST', 'LEAST_OUTSTANDING_REQUESTS'],
    ['InitialInstanceCuont', 'InitialInstanceCount'],
    ['SubnetIds', 'Subnets'],
    ['subnet_id', 'Subnets'],
    ['KmsKeyArn', 'KmsKeyId'],
    ['SecurityGroups', 'SecurityGroupIds'],
  ])('%s is likely %s', (written, name) => {
    expect(likelyName(written, [name])).toBe(name);
  });

  it.each([
    ['al2-ami-sagemaker-inference-gpu-3', 'al2-ami-sagemaker-inference-gpu-3-1'],
    ['al2023-ami-sagemaker-inference-gpu-4', 'al2023-ami-sagemaker-inference-gpu-4-1'],
    ['TrafficConfig', 'CrossRegionTrafficConfig'],
    ['InferenceConfig', 'AsyncInferenceConfig'],
    ['Ids', 'Arns'],
    ['ModelPackageName', 'ModelName'],
  ])('%s may be a new one beside %s', (written, name) => {
    expect(likelyName(written, [name])).toBeUndefined();
  });
});
