import { monday } from '../../simulator/clock.ts';
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

/** Reports that are worth looking at, as pages and as transcripts. */
export const stories: readonly ReportData[] = [
  {
    name: 'deployed-canary',
    title: 'A canary succeeds.',
    scenario: 'canary-succeeds',
    inputs: canary,
  },
  {
    name: 'rolled-back-by-alarm',
    title: 'An alarm rolls a canary back.',
    scenario: 'alarm-in-canary-bake',
    inputs: canary,
  },
  {
    name: 'rolled-back-without-reason',
    title: 'Two models share the traffic, and their update is rolled back without a reason.',
    scenario: 'rollback-without-reason',
    arrange: serving((model) => ({
      ProductionVariants: [
        variant('champion', model, 4, { InitialVariantWeight: 9 }),
        variant('challenger', 'fraud-v3', 2, { InitialVariantWeight: 1 }),
      ],
    })),
    inputs: { ...newFleet, ...canary, 'canary-size': '25%', environment: 'experiments' },
  },
  {
    name: 'linear-in-five-steps',
    title: 'Five instances are replaced, a fifth of the traffic at a time.',
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
  },
  {
    name: 'rolling',
    title: 'A rolling update replaces one instance after the other.',
    scenario: 'canary-succeeds',
    inputs: {
      strategy: 'rolling',
      'rolling-batch-size': '1',
      'rollback-batch-size': '50%',
      'wait-interval': '2m',
      alarms: 'fraud-latency',
    },
  },
  {
    name: 'instance-type-under-auto-scaling',
    title: 'An auto-scaled endpoint gets another instance type.',
    scenario: 'canary-succeeds',
    arrange: autoScaled,
    inputs: { ...newFleet, ...canary, 'canary-size': '20%', 'scale-up-by': '1' },
  },
  {
    name: 'shadow-variant',
    title: 'A shadow variant gets a larger machine.',
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
  },
  {
    name: 'half-way',
    title: 'A canary is baking when the machine of the job goes away.',
    scenario: 'canary-succeeds',
    inputs: canary,
    signals: [{ at: monday + 292_000, signal: 'SIGKILL' }],
  },
  {
    name: 'rolled-back-by-hand',
    title: 'A person rolls back by hand while an alarm is red.',
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
  },
  {
    name: 'smoke-test-failed',
    title: 'A model answers nonsense and is rolled back.',
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
  },
  hostile,
];
