import { autoScaled, newFleet, serving, variant } from './fleets.ts';
import { hostile } from './hostile.ts';
import type { ReportData } from './story.ts';

const canary = {
  strategy: 'canary',
  'canary-size': '10%',
  'wait-interval': '5m',
  'termination-wait': '2m',
  alarms: 'fraud-5xx, fraud-latency',
  environment: 'production',
};

/** Every poll that the report can have: tests look at what a person looks at. */
export const stories: readonly ReportData[] = [
  {
    name: 'deployed-canary',
    title: 'A canary that succeeds',
    scenario: 'canary-succeeds',
    inputs: canary,
    version: 'last',
  },
  {
    name: 'rolled-back-by-alarm',
    title: 'A canary that an alarm rolls back',
    scenario: 'alarm-in-canary-bake',
    inputs: canary,
    version: 'last',
  },
  {
    name: 'rolled-back-without-reason',
    title: 'Two models share the traffic; rolled back, and no one says why',
    scenario: 'rollback-without-reason',
    arrange: serving((model) => ({
      ProductionVariants: [
        variant('champion', model, 4, { InitialVariantWeight: 9 }),
        variant('challenger', 'fraud-v3', 2, { InitialVariantWeight: 1 }),
      ],
    })),
    inputs: { ...newFleet, ...canary, 'canary-size': '25%', environment: 'experiments' },
    version: 'last',
  },
  {
    name: 'linear-in-five-steps',
    title: 'Five instances, a fifth of the traffic at a time',
    scenario: 'canary-succeeds',
    arrange: serving((model) => ({ ProductionVariants: [variant('AllTraffic', model, 5)] })),
    inputs: {
      ...newFleet,
      strategy: 'linear',
      'linear-step-size': '20%',
      'wait-interval': '3m',
      'termination-wait': '5m',
      'max-execution-timeout': '1h',
      alarms: 'fraud-5xx',
    },
    version: 'last',
  },
  {
    name: 'rolling',
    title: 'A rolling update, one instance after the other',
    scenario: 'canary-succeeds',
    inputs: {
      strategy: 'rolling',
      'rolling-batch-size': '1',
      'rollback-batch-size': '50%',
      'wait-interval': '2m',
      alarms: 'fraud-latency',
    },
    version: 'last',
  },
  {
    name: 'instance-type-under-auto-scaling',
    title: 'Another instance type, while the endpoint is auto-scaled',
    scenario: 'canary-succeeds',
    arrange: autoScaled,
    inputs: { ...newFleet, ...canary, 'canary-size': '20%', 'scale-up-by': '1' },
    version: 'last',
  },
  {
    name: 'shadow-variant',
    title: 'Two variants, one of them a shadow on a larger machine',
    scenario: 'canary-succeeds',
    arrange: serving((model) => ({
      ProductionVariants: [variant('live', model, 3)],
      ShadowProductionVariants: [
        variant('shadow', 'fraud-v3', 1, {
          InstanceType: model === 'fraud-v1' ? 'ml.m5.xlarge' : 'ml.c6i.2xlarge',
          InitialVariantWeight: 0.5,
        }),
      ],
    })),
    inputs: { ...newFleet, ...canary },
    version: 'last',
  },
  {
    name: 'half-way',
    title: 'A canary that is baking',
    scenario: 'canary-succeeds',
    inputs: canary,
    version: 'half-way',
  },
  {
    name: 'rolled-back-by-hand',
    title: 'Someone goes back by hand, while an alarm is red',
    scenario: 'alarm-already-tripped',
    arrange: ({ sagemaker }) => {
      sagemaker.addEndpoint('fraud-prod', 'fraud-v2');
      sagemaker.addTags('endpoint', 'fraud-prod', [
        { Key: 'sagemaker-rollout:previous-endpoint-config', Value: 'fraud-v1' },
        { Key: 'sagemaker-rollout:endpoint-config', Value: 'fraud-v2' },
        { Key: 'sagemaker-rollout:mode', Value: 'deploy' },
        { Key: 'sagemaker-rollout:commit', Value: 'c0ffee1234567890c0ffee1234567890c0ffee12' },
        {
          Key: 'sagemaker-rollout:run',
          Value: 'https://github.com/acme/fraud/actions/runs/8765',
        },
      ]);
    },
    inputs: {
      mode: 'rollback',
      'endpoint-config-name': '',
      alarms: 'fraud-5xx, fraud-latency',
      environment: 'production',
    },
    version: 'last',
  },
  {
    name: 'smoke-test-failed',
    title: 'A model that answers nonsense, and the rollback',
    scenario: 'canary-succeeds',
    arrange: ({ runtime }) =>
      runtime.script('fraud-v2', { kind: 'answers', body: '{"label":"fraud","score":null}' }),
    inputs: { 'smoke-test-file': 'smoke.yaml', environment: 'production' },
    files: {
      'smoke.yaml': `- name: a small amount is no fraud
  body: { amount: 12.5, country: DE }
  expect: { json: { label: ok, score: 0.02 }, tolerance: 0.05 }
- name: it is quick
  body: { amount: 12.5, country: DE }
  expect: { latency: 500ms }
`,
    },
    version: 'last',
  },
  hostile,
];
