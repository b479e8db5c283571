import { recordKeys } from '../../src/domain/record.ts';
import type { Asked } from './asked.ts';
import type { Rule } from './preflight-rules.ts';

const registry = '123456789012.dkr.ecr.eu-west-1.amazonaws.com';
const built = `${registry}/fraud@sha256:${'7a'.repeat(32)}`;

/** This image is asked for. */
function ofImage(image: string): Asked {
  return { inputs: { 'endpoint-config-name': '', image } };
}

/** The model that serves runs in a VPC; the file's has these members. */
function inVpc(members: object): Asked {
  const VpcConfig = { SecurityGroupIds: ['sg-1'], Subnets: ['subnet-1'] };
  const variant = {
    VariantName: 'AllTraffic',
    Model: { PrimaryContainer: { Image: built }, ...members },
    InstanceType: 'ml.m5.xlarge',
    InitialInstanceCount: 3,
  };
  return {
    inputs: { 'endpoint-config-name': '', 'endpoint-config-file': 'endpoint.json' },
    files: { 'endpoint.json': JSON.stringify({ ProductionVariants: [variant] }) },
    arrange: ({ sagemaker }) => {
      sagemaker.addModel('fraud-vpc', { VpcConfig });
      sagemaker.addEndpointConfig('fraud-vpc');
      sagemaker.addEndpoint('fraud-prod', 'fraud-vpc');
    },
  };
}

/** What serves was rolled out from the commit after this run's, on that branch. */
function afterTheNext(branch: string): Asked {
  const sha = 'decade0123456789decade0123456789decade01';
  return {
    arrange: ({ sagemaker, github }) => {
      github.addCommits({ sha, message: 'Retrain' });
      sagemaker.addTags('endpoint', 'fraud-prod', [
        { Key: recordKeys.current, Value: 'fraud-v1' },
        { Key: recordKeys.commit, Value: sha },
        { Key: recordKeys.branch, Value: branch },
      ]);
    },
  };
}

/** Rules about models that the action creates, and about the commit that they come from. */
export const modelRules: readonly Rule[] = [
  {
    id: 'image-tag-mutable',
    level: 'remark',
    trips: ofImage(`${registry}/fraud:7`),
    passes: ofImage(built),
  },
  {
    id: 'image-registry',
    level: 'error',
    trips: ofImage('docker.io/acme/fraud:7'),
    passes: ofImage(built),
  },
  {
    id: 'model-region',
    level: 'warning',
    trips: ofImage(built.replace('eu-west-1', 'us-east-1')),
    passes: ofImage(built),
  },
  {
    id: 'model-network',
    level: 'warning',
    trips: inVpc({}),
    passes: inVpc({ VpcConfig: { SecurityGroupIds: ['sg-2'], Subnets: ['subnet-2'] } }),
  },
  {
    id: 'older-commit',
    level: 'error',
    trips: afterTheNext('main'),
    passes: afterTheNext('feature'),
  },
];
