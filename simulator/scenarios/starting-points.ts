import type { ProductionVariant } from '@aws-sdk/client-sagemaker';
import type { Scenario } from './scenario.ts';

const variant = {
  VariantName: 'AllTraffic',
  InstanceType: 'ml.m5.xlarge',
  InitialInstanceCount: 3,
  InitialVariantWeight: 1,
} as const satisfies ProductionVariant;

/** What a rollout may find before it begins. */
export const startingPoints = {
  'alarm-already-tripped': {
    description: 'fraud-5xx is in ALARM before anything begins: any rollout that names it ends.',
    alarms: { 'fraud-5xx': 'ALARM' },
  },
  'alarm-missing': {
    description: 'There is no alarm fraud-latency: a rollout that names it is not protected by it.',
    alarms: { 'fraud-latency': 'missing' },
  },
  'alarm-without-data': {
    description: 'fraud-5xx has no data yet: nothing is known, and nothing is rolled back.',
    alarms: { 'fraud-5xx': 'INSUFFICIENT_DATA' },
  },
  'composite-alarm': {
    description: 'fraud-latency is a composite alarm, returned only when AlarmTypes asks for it.',
    alarms: { 'fraud-latency': { state: 'OK', kind: 'composite', rule: 'ALARM("fraud-p99")' } },
  },
  'composite-alarm-tripped': {
    description: 'fraud-latency is a composite alarm and in ALARM before anything begins.',
    alarms: { 'fraud-latency': { state: 'ALARM', kind: 'composite', rule: 'ALARM("fraud-p99")' } },
  },
  'scaled-out': {
    description: 'Auto scaling has grown the fleet from 3 to 5 instances.',
    endpoint: { instanceCounts: { AllTraffic: 5 } },
  },
  'scaled-far-out': {
    description: 'Auto scaling has grown the fleet to 6 instances; the configurations say 2.',
    endpoint: { instanceCounts: { AllTraffic: 6 } },
    config: { ProductionVariants: [{ ...variant, InitialInstanceCount: 2 }] },
  },
  'single-instance': {
    description: 'The fleet is one instance: no canary is half of it or less.',
    config: { ProductionVariants: [{ ...variant, InitialInstanceCount: 1 }] },
  },
  inf1: {
    description: 'The fleet is Inf1: whatever the strategy, all traffic moves at once, unbaked.',
    config: { ProductionVariants: [{ ...variant, InstanceType: 'ml.inf1.xlarge' }] },
  },
  serverless: {
    description: 'The endpoint is serverless: no instances, and no rolling update.',
    config: {
      ProductionVariants: [
        {
          VariantName: 'AllTraffic',
          InitialVariantWeight: 1,
          ServerlessConfig: { MemorySizeInMB: 2048, MaxConcurrency: 20 },
        },
      ],
    },
  },
  asynchronous: {
    description: 'The endpoint answers asynchronously, into a bucket.',
    config: {
      ProductionVariants: [variant],
      AsyncInferenceConfig: { OutputConfig: { S3OutputPath: 's3://f/answers' } },
    },
  },
  'two-variants': {
    description: 'The endpoint has two variants, for 90 and 10 percent of the traffic.',
    config: {
      ProductionVariants: [
        { ...variant, VariantName: 'Main', InitialVariantWeight: 9 },
        { ...variant, VariantName: 'Trial', InitialInstanceCount: 2 },
      ],
    },
  },
  'shadow-variant': {
    description: 'A shadow variant gets a copy of all requests.',
    config: {
      ProductionVariants: [variant],
      ShadowProductionVariants: [{ ...variant, VariantName: 'Shadow', InitialInstanceCount: 1 }],
    },
  },
  'inference-components': {
    description: 'The variant has no model: inference components bring theirs.',
    config: {
      ProductionVariants: [variant],
      ExecutionRoleArn: 'arn:aws:iam::123456789012:role/sagemaker',
    },
  },
  'endpoint-missing': {
    description: 'There is no endpoint fraud-prod, though everything to create it is there.',
    endpoint: 'missing',
  },
  'configuration-deleted': {
    description:
      'fraud-v1, which the endpoint serves, was deleted: the endpoint cannot be updated.',
    removed: [['endpoint-config', 'fraud-v1']],
  },
  'model-deleted': {
    description: 'The model of fraud-v2 was deleted: that configuration cannot be deployed.',
    removed: [['model', 'fraud-v2']],
  },
} as const satisfies Readonly<Record<string, Scenario>>;
