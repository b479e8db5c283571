import type { Simulator } from '../../simulator/simulator.ts';
import type { Finding } from '../../src/domain/preflight/finding.ts';
import { alarmRules } from './alarm-rules.ts';
import type { Asked } from './asked.ts';
import { canary } from './journey.ts';
import { kindRules } from './kind-rules.ts';
import { modelRules } from './model-rules.ts';
import { packageRules } from './package-rules.ts';

/** A rule, a journey that trips it, and one much like it that does not. */
export interface Rule {
  readonly id: string;
  readonly level: Finding['level'];
  readonly trips: Asked;
  readonly passes: Asked;
}

/** A canary whose size suits three instances, guarded by both alarms. */
const third = { ...canary, 'canary-size': '1' };
const halfCanary = { ...canary, 'canary-size': '50%' };
const rolling = { strategy: 'rolling', 'rolling-batch-size': '1', 'wait-interval': '5m' };
const guardedRolling = { ...rolling, alarms: canary.alarms };
const slowLinear = {
  strategy: 'linear',
  'linear-step-size': '10%',
  'wait-interval': '1h',
  alarms: canary.alarms,
};
const replaced = { 'create-endpoint': 'replace-failed' };
const retained = { 'retain-deployment-config': 'true' };
const lastDeploymentConfig = {
  BlueGreenUpdatePolicy: {
    TrafficRoutingConfiguration: { Type: 'ALL_AT_ONCE', WaitIntervalInSeconds: 0 },
  },
} as const;
const reason = 'One or more configured alarm for automatic rollback deployment is in ALARM state.';

/** The endpoint as it may be found. */
function found(
  state: Parameters<Simulator['sagemaker']['addEndpoint']>[2],
): NonNullable<Asked['arrange']> {
  return ({ sagemaker }) => void sagemaker.addEndpoint('fraud-prod', 'fraud-v1', state);
}

/** A third configuration whose variant has another name. */
function renamed({ sagemaker }: Simulator): void {
  sagemaker.addEndpointConfig('fraud-renamed', {
    ProductionVariants: [
      {
        VariantName: 'Main',
        ModelName: 'fraud-v2',
        InstanceType: 'ml.m5.xlarge',
        InitialInstanceCount: 3,
      },
    ],
  });
}

/** The variant is auto-scaled, and fraud-other is on another instance type, or without it. */
function scaled(
  policies: Parameters<Simulator['scaling']['register']>[1] = {},
  VariantName = 'AllTraffic',
): NonNullable<Asked['arrange']> {
  return ({ sagemaker, scaling }) => {
    scaling.register('fraud-prod', policies);
    sagemaker.addEndpointConfig('fraud-other', {
      ProductionVariants: [
        {
          VariantName,
          ModelName: 'fraud-v2',
          InstanceType: 'ml.c5.xlarge',
          InitialInstanceCount: 3,
        },
      ],
    });
  };
}

const other = { 'endpoint-config-name': 'fraud-other' };
const steps = {
  policies: [
    {
      PolicyName: 'steps',
      PolicyType: 'StepScaling',
      StepScalingPolicyConfiguration: { AdjustmentType: 'ChangeInCapacity', StepAdjustments: [] },
    },
  ],
} satisfies Parameters<Simulator['scaling']['register']>[1];

/** A model from a model package of this account. */
function packaged(account: string): Asked {
  return {
    inputs: { 'endpoint-config-name': 'fraud-packaged', ...third },
    arrange: ({ sagemaker }) => {
      const ModelPackageName = `arn:aws:sagemaker:eu-west-1:${account}:model-package/fraud/3`;
      sagemaker.addModel('fraud-packaged', { PrimaryContainer: { ModelPackageName } });
      sagemaker.addEndpointConfig('fraud-packaged');
    },
  };
}

/** The counts and weights that serve are kept, but for this property. */
const excluding = (property: string) => ({
  'retain-variant-properties': 'true',
  'exclude-retained-properties': property,
});

/** The endpoint has this tag. */
function tagged(Key: string, Value: string): NonNullable<Asked['arrange']> {
  return ({ sagemaker }) => sagemaker.addTags('endpoint', 'fraud-prod', [{ Key, Value }]);
}

/** With these requests to send afterwards. */
function smokeTest(requests: string): Asked {
  return { inputs: { 'smoke-test-file': 'smoke.yaml' }, files: { 'smoke.yaml': requests } };
}

/** A file with data capture into there. */
function ofFile(destination: string): Asked {
  const endpoint = `
ProductionVariants:
  - { VariantName: AllTraffic, ModelName: fraud-v2, InstanceType: ml.m5.xlarge, InitialInstanceCount: 3 }
DataCaptureConfig:
  InitialSamplingPercentage: 5
  CaptureOptions: [{ CaptureMode: Input }]
  ${destination}`;
  return {
    inputs: { 'endpoint-config-name': '', 'endpoint-config-file': 'endpoint.yaml' },
    files: { 'endpoint.yaml': endpoint },
  };
}

const unnamed = { 'endpoint-config-name': 'fraud-renamed' };

/** Every rule at least once. */
export const rules: readonly Rule[] = [
  {
    id: 'credentials-outlast-rollout',
    level: 'warning',
    trips: { inputs: third, credentialsEndInSeconds: 1800 },
    passes: { inputs: third, credentialsEndInSeconds: 7200 },
  },
  {
    id: 'endpoint-exists',
    level: 'error',
    trips: { scenario: 'endpoint-missing' },
    passes: { scenario: 'endpoint-missing', inputs: { 'create-endpoint': 'true' } },
  },
  {
    id: 'requested-content',
    level: 'error',
    trips: {
      inputs: { 'endpoint-config-name': 'fraud-v1' },
      arrange: ({ sagemaker }) => sagemaker.replaceEndpointConfig('fraud-v1'),
    },
    passes: { inputs: { 'endpoint-config-name': 'fraud-v1' } },
  },
  {
    id: 'requested-content',
    level: 'remark',
    trips: {
      inputs: { 'endpoint-config-name': '', 'model-name': 'fraud-v1' },
      arrange: ({ sagemaker }) => sagemaker.replaceModel('fraud-v1'),
    },
    passes: {
      inputs: { 'endpoint-config-name': '', 'model-name': 'fraud-v2' },
      arrange: ({ sagemaker }) => sagemaker.replaceModel('fraud-v2'),
    },
  },
  {
    id: 'endpoint-config-exists',
    level: 'error',
    trips: { inputs: { 'endpoint-config-name': 'fraud-v9' } },
    passes: {
      inputs: { 'endpoint-config-name': 'fraud-v9' },
      arrange: ({ sagemaker }) => {
        sagemaker.inject({ kind: 'late-configurations', seconds: 5 });
        sagemaker.addModel('fraud-v9');
        sagemaker.addEndpointConfig('fraud-v9');
      },
    },
  },
  {
    id: 'serving-config-exists',
    level: 'error',
    trips: { scenario: 'configuration-deleted' },
    passes: {},
  },
  { id: 'model-exists', level: 'error', trips: { scenario: 'model-deleted' }, passes: {} },
  {
    id: 'endpoint-state',
    level: 'error',
    trips: { arrange: found({ status: 'Failed' }) },
    passes: { arrange: found({ status: 'InService' }) },
  },
  {
    id: 'endpoint-state',
    level: 'error',
    trips: {
      arrange: found({ status: 'SystemUpdating' }),
      inputs: { 'if-in-progress': 'fail' },
    },
    passes: { inputs: { 'if-in-progress': 'fail' } },
  },
  {
    id: 'endpoint-state',
    level: 'remark',
    trips: { arrange: found({ status: 'SystemUpdating' }) },
    passes: {},
  },
  {
    id: 'endpoint-state',
    level: 'remark',
    trips: { arrange: found({ status: 'UpdateRollbackFailed' }) },
    passes: {},
  },
  {
    id: 'alarm-exists',
    level: 'error',
    trips: { scenario: 'alarm-missing', inputs: third },
    passes: { scenario: 'composite-alarm', inputs: third },
  },
  {
    id: 'alarm-in-alarm',
    level: 'error',
    trips: { scenario: 'alarm-already-tripped', inputs: third },
    passes: { scenario: 'alarm-already-tripped', inputs: { ...third, alarms: 'fraud-latency' } },
  },
  {
    id: 'alarm-in-alarm',
    level: 'error',
    trips: { scenario: 'composite-alarm-tripped', inputs: third },
    passes: { scenario: 'composite-alarm', inputs: third },
  },
  {
    id: 'alarm-without-data',
    level: 'remark',
    trips: { scenario: 'alarm-without-data', inputs: third },
    passes: { inputs: third },
  },
  ...[
    { strategy: 'canary', 'canary-size': '1', 'wait-interval': '5m' },
    { strategy: 'linear', 'linear-step-size': '1', 'wait-interval': '5m' },
    rolling,
  ].map(
    (inputs): Rule => ({
      id: 'bakes-guarded',
      level: 'warning',
      trips: { inputs },
      passes: { inputs: { ...inputs, alarms: 'fraud-5xx' } },
    }),
  ),
  ...[
    { strategy: 'canary', 'canary-size': '2' },
    { strategy: 'linear', 'linear-step-size': '2' },
    { strategy: 'rolling', 'rolling-batch-size': '2' },
  ].map(
    (size): Rule => ({
      id: 'size-suits-fleet',
      level: 'error',
      trips: { inputs: { ...size, 'wait-interval': '5m', alarms: canary.alarms } },
      passes: {
        scenario: 'scaled-out',
        inputs: {
          ...{ ...size, 'wait-interval': '5m', alarms: canary.alarms },
          'retain-variant-properties': 'true',
        },
      },
    }),
  ),
  {
    id: 'size-below-one-instance',
    level: 'remark',
    trips: { inputs: canary },
    passes: { inputs: halfCanary },
  },
  {
    id: 'single-instance-fleet',
    level: 'warning',
    trips: { scenario: 'single-instance', inputs: halfCanary },
    passes: { scenario: 'single-instance' },
  },
  {
    id: 'rolling-one-variant',
    level: 'error',
    trips: { scenario: 'two-variants', inputs: guardedRolling },
    passes: { scenario: 'two-variants', inputs: halfCanary },
  },
  {
    id: 'rolling-one-variant',
    level: 'warning',
    trips: { scenario: 'shadow-variant', inputs: guardedRolling },
    passes: { inputs: guardedRolling },
  },
  {
    id: 'rolling-not-serverless',
    level: 'error',
    trips: { scenario: 'serverless', inputs: guardedRolling },
    passes: { scenario: 'serverless', inputs: halfCanary },
  },
  {
    id: 'variant-names-stay',
    level: 'error',
    trips: { arrange: renamed, inputs: { ...unnamed, ...third } },
    passes: { arrange: renamed, inputs: unnamed },
  },
  {
    id: 'inf1-falls-back',
    level: 'warning',
    trips: { scenario: 'inf1', inputs: third },
    passes: { scenario: 'inf1' },
  },
  {
    id: 'marketplace-falls-back',
    level: 'warning',
    trips: packaged('999999999999'),
    passes: packaged('123456789012'),
  },
  {
    id: 'inference-components',
    level: 'warning',
    trips: { scenario: 'inference-components' },
    passes: {},
  },
  {
    id: 'instances-lost',
    level: 'warning',
    trips: { scenario: 'scaled-far-out' },
    passes: { scenario: 'scaled-far-out', inputs: { 'retain-variant-properties': 'true' } },
  },
  {
    id: 'scaling-off-meanwhile',
    level: 'remark',
    trips: { inputs: other, arrange: scaled() },
    passes: { arrange: scaled() },
  },
  {
    id: 'scaling-not-savable',
    level: 'error',
    trips: { inputs: other, arrange: scaled({ target: { MinCapacity: 1, MaxCapacity: 1001 } }) },
    passes: { inputs: other, arrange: scaled({ target: { MinCapacity: 1, MaxCapacity: 1000 } }) },
  },
  {
    id: 'scaling-removed',
    level: 'warning',
    trips: { inputs: other, arrange: scaled({}, 'Main') },
    passes: { inputs: other, arrange: scaled() },
  },
  {
    id: 'scaling-needs-a-watch',
    level: 'error',
    trips: { inputs: { ...other, wait: 'false' }, arrange: scaled() },
    passes: { inputs: { wait: 'false' }, arrange: scaled() },
  },
  {
    id: 'step-scaling-loses-alarms',
    level: 'warning',
    trips: { inputs: other, arrange: scaled(steps) },
    passes: { arrange: scaled(steps) },
  },
  {
    id: 'waits-fit-limit',
    level: 'error',
    trips: { inputs: { ...third, 'wait-interval': '1h', 'max-execution-timeout': '1h' } },
    passes: { inputs: { ...third, 'max-execution-timeout': '1h' } },
  },
  {
    id: 'worst-case-fits-job',
    level: 'warning',
    trips: { inputs: slowLinear },
    passes: { inputs: slowLinear, runner: 'own' },
  },
  {
    id: 'worst-case-fits-watch',
    level: 'warning',
    trips: { inputs: { ...third, 'wait-timeout': '20m' } },
    passes: { inputs: { ...third, 'wait-timeout': '2h' } },
  },
  {
    id: 'reuses-rolled-back-deployment',
    level: 'warning',
    trips: { inputs: retained, arrange: found({ lastDeploymentConfig, failureReason: reason }) },
    passes: { inputs: retained, arrange: found({ lastDeploymentConfig }) },
  },
  {
    id: 'nothing-to-reuse',
    level: 'warning',
    trips: { inputs: retained },
    passes: { inputs: retained, arrange: found({ lastDeploymentConfig }) },
  },
  {
    id: 'smoke-test',
    level: 'error',
    trips: smokeTest('- { name: x, body: "1", variant: Main }'),
    passes: smokeTest('- { name: x, body: "1", variant: AllTraffic }'),
  },
  {
    id: 'placeholder',
    level: 'warning',
    trips: ofFile('DestinationS3Uri: "s3://<YOUR BUCKET>/captured"'),
    passes: ofFile('DestinationS3Uri: s3://bucket/captured'),
  },
  {
    id: 'managed-by-terraform',
    level: 'remark',
    trips: { inputs: third, arrange: tagged('ManagedBy', 'Terraform') },
    passes: { inputs: third, arrange: tagged('terraform', 'false') },
  },
  {
    id: 'exclusion-not-supported',
    level: 'warning',
    trips: { inputs: { ...third, ...excluding('DataCaptureConfig') } },
    passes: { inputs: { ...third, ...excluding('DesiredWeight') } },
  },
  {
    id: 'managed-by-cloudformation',
    level: 'remark',
    trips: { inputs: third, arrange: tagged('aws:cloudformation:stack-name', 'fraud') },
    passes: { inputs: third, arrange: tagged('stack-name', 'fraud') },
  },
  {
    id: 'replaces-failed',
    level: 'warning',
    trips: { inputs: replaced, arrange: found({ status: 'Failed' }) },
    passes: { inputs: replaced },
  },
  ...alarmRules,
  ...kindRules,
  ...modelRules,
  ...packageRules,
];
