import type { CreateEndpointConfigInput, ProductionVariant } from '@aws-sdk/client-sagemaker';
import type { Simulator } from '../../simulator/simulator.ts';
import type { Asked } from './asked.ts';
import { canary } from './journey.ts';
import type { Rule } from './preflight-rules.ts';

/** Rules about kinds of endpoints (instances, serverless, asynchronous, components), and what is kept. */

const variant = {
  VariantName: 'AllTraffic',
  ModelName: 'fraud-v2',
  InstanceType: 'ml.m5.xlarge',
  InitialInstanceCount: 3,
} as const satisfies ProductionVariant;
const { InstanceType: _, InitialInstanceCount: __, ...bare } = variant;
const { ModelName: ___, ...nameless } = variant;
/** Its pool names the model. */
const pooled = {
  VariantName: 'AllTraffic',
  InstancePools: [{ InstanceType: 'ml.m5.xlarge', ModelNameOverride: 'fraud-v2', Priority: 1 }],
  InitialInstanceCount: 3,
} satisfies ProductionVariant;
const serverlessConfig = { MemorySizeInMB: 2048, MaxConcurrency: 20 };
const serverless = { ...bare, ServerlessConfig: serverlessConfig };
const asynchronous = { OutputConfig: { S3OutputPath: 's3://f/answers' } };
const capture = {
  InitialSamplingPercentage: 5,
  DestinationS3Uri: 's3://f/captured',
  CaptureOptions: [{ CaptureMode: 'Input' as const }],
};
const role = 'arn:aws:iam::123456789012:role/sagemaker';
const ofVariants = (...ProductionVariants: ProductionVariant[]) => ({ ProductionVariants });

/** An existing configuration is rolled out. */
function existing(content: Partial<CreateEndpointConfigInput>, more: Asked = {}): Asked {
  return {
    ...more,
    inputs: { 'endpoint-config-name': 'fraud-other', ...more.inputs },
    arrange: async (simulator) => {
      await more.arrange?.(simulator);
      simulator.sagemaker.addEndpointConfig('fraud-other', content);
    },
  };
}

/** A file is rolled out. */
function file(content: object, more: Asked = {}): Asked {
  return {
    ...more,
    inputs: {
      ...{ 'endpoint-config-name': '', 'endpoint-config-file': 'endpoint.json' },
      ...more.inputs,
    },
    files: { 'endpoint.json': JSON.stringify(content) },
  };
}

const onServerless = { scenario: 'serverless' } as const;
/** The file differs from the one before in that one thing. */
const combination = (trips: object, passes: object = ofVariants(serverless)): Rule => ({
  id: 'serverless-combination',
  level: 'error',
  trips: file(trips, onServerless),
  passes: file(passes, onServerless),
});
const isolated = (Mode: 'MultiModel' | 'SingleModel') =>
  existing(ofVariants({ ...serverless, ModelName: 'fraud-many' }), {
    ...onServerless,
    arrange: ({ sagemaker }) =>
      sagemaker.addModel('fraud-many', { PrimaryContainer: { Image: 'fraud:1', Mode } }),
  });

const twoOf = (main: number, trial: number) =>
  ofVariants(
    { ...variant, VariantName: 'Main', InitialVariantWeight: main },
    { ...variant, VariantName: 'Trial', InitialInstanceCount: 2, InitialVariantWeight: trial },
  );
/** Two variants serve with these weights, which may have been set by hand, and one is auto-scaled. */
function weighted(
  main: number,
  scaled: 'scaled' | 'not-scaled' = 'not-scaled',
): NonNullable<Asked['arrange']> {
  return ({ sagemaker, scaling }) => {
    sagemaker.addEndpoint('fraud-prod', 'fraud-v1', { weights: { Main: main } });
    if (scaled === 'scaled') scaling.register('fraud-prod', { variant: 'Main' });
  };
}
const both = { scenario: 'two-variants' } as const;
const atZero: NonNullable<Asked['arrange']> = ({ sagemaker }) =>
  void sagemaker.addEndpoint('fraud-prod', 'fraud-v1', { instanceCounts: { AllTraffic: 0 } });
const kept = { 'retain-variant-properties': 'true' };

function hideSchedules({ sagemaker }: Simulator): void {
  sagemaker.inject({ kind: 'access-denied', operation: 'DescribeScheduledActions' });
}

export const kindRules: readonly Rule[] = [
  {
    id: 'endpoint-kind',
    level: 'not-checked',
    trips: {
      arrange: ({ sagemaker }) =>
        sagemaker.inject({ kind: 'access-denied', operation: 'DescribeEndpointConfig' }),
    },
    passes: {},
  },
  {
    id: 'instances-to-serverless',
    level: 'error',
    trips: existing(ofVariants(serverless)),
    passes: existing(ofVariants(serverless), onServerless),
  },
  {
    id: 'serverless-no-return',
    level: 'warning',
    trips: existing(ofVariants(variant), onServerless),
    passes: existing(ofVariants(variant)),
  },
  {
    id: 'asynchronous-stays',
    level: 'error',
    trips: existing(ofVariants(variant), { scenario: 'asynchronous' }),
    passes: existing(
      { ...ofVariants(variant), AsyncInferenceConfig: asynchronous },
      { scenario: 'asynchronous' },
    ),
  },
  {
    id: 'components-change',
    level: 'error',
    trips: existing({ ...ofVariants(nameless), ExecutionRoleArn: role }),
    passes: { scenario: 'inference-components' },
  },
  {
    id: 'components-change',
    level: 'warning',
    trips: existing(ofVariants(variant), { scenario: 'inference-components' }),
    passes: existing(ofVariants(variant)),
  },
  combination({ ...ofVariants(serverless), DataCaptureConfig: capture }),
  combination({ ...ofVariants(serverless), AsyncInferenceConfig: asynchronous }),
  combination({
    ...ofVariants(serverless),
    VpcConfig: { SecurityGroupIds: ['sg-1'], Subnets: ['subnet-1'] },
  }),
  combination({ ...ofVariants(serverless), EnableNetworkIsolation: true }),
  combination(ofVariants(serverless, { ...serverless, VariantName: 'Trial' })),
  combination({
    ...ofVariants(serverless),
    ShadowProductionVariants: [{ ...variant, VariantName: 'Shadow' }],
  }),
  combination(ofVariants({ ...serverless, VolumeSizeInGB: 5 })),
  ...[
    { MemorySizeInMB: 1536, MaxConcurrency: 20 },
    { ...serverlessConfig, ProvisionedConcurrency: 21 },
  ].map((config) => combination(ofVariants({ ...bare, ServerlessConfig: config }))),
  {
    id: 'serverless-model',
    level: 'warning',
    trips: isolated('MultiModel'),
    passes: isolated('SingleModel'),
  },
  {
    id: 'managed-scaling',
    level: 'error',
    trips: file(ofVariants({ ...variant, ManagedInstanceScaling: { Status: 'ENABLED' } })),
    passes: file({
      ...ofVariants({ ...nameless, ManagedInstanceScaling: { Status: 'ENABLED' } }),
      ExecutionRoleArn: role,
    }),
  },
  {
    id: 'managed-scaling',
    level: 'error',
    trips: file(ofVariants({ ...pooled, ManagedInstanceScaling: { Status: 'ENABLED' } })),
    passes: file(ofVariants(pooled)),
  },
  {
    id: 'components-role',
    level: 'error',
    trips: file(ofVariants(nameless)),
    passes: file({ ...ofVariants(nameless), ExecutionRoleArn: role }),
  },
  ...[{ ...canary, alarms: '' }, { alarms: canary.alarms }].map(
    (inputs): Rule => ({
      id: 'serverless-unguarded',
      level: 'warning',
      trips: { ...onServerless, inputs },
      passes: onServerless,
    }),
  ),
  {
    id: 'no-instance-starts',
    level: 'warning',
    trips: { scenario: 'asynchronous', arrange: atZero, inputs: kept },
    passes: {
      ...{ scenario: 'asynchronous', arrange: atZero },
      inputs: { ...kept, 'exclude-retained-properties': 'DesiredInstanceCount' },
    },
  },
  {
    id: 'change-not-applied',
    level: 'warning',
    trips: existing(twoOf(5, 5), { ...both, arrange: weighted(9, 'scaled') }),
    passes: existing(twoOf(5, 5), {
      ...{ ...both, arrange: weighted(9, 'scaled') },
      inputs: { 'exclude-retained-properties': 'DesiredWeight' },
    }),
  },
  {
    id: 'change-not-applied',
    level: 'warning',
    trips: existing(ofVariants({ ...variant, InitialInstanceCount: 5 }), { inputs: kept }),
    passes: existing(ofVariants({ ...variant, InitialInstanceCount: 5 })),
  },
  {
    id: 'weights-lost',
    level: 'warning',
    trips: existing(twoOf(9, 1), { ...both, arrange: weighted(2) }),
    passes: existing(twoOf(9, 1), { ...both, arrange: weighted(2), inputs: kept }),
  },
  {
    id: 'scaling-not-readable',
    level: 'error',
    trips: existing(ofVariants({ ...variant, InstanceType: 'ml.c5.xlarge' }), {
      arrange: (simulator) => {
        simulator.scaling.register('fraud-prod');
        hideSchedules(simulator);
      },
    }),
    passes: {
      arrange: (simulator) => {
        simulator.scaling.register('fraud-prod');
        hideSchedules(simulator);
      },
    },
  },
];
