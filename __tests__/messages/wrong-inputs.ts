import type { Asked } from '../journeys/asked.ts';

type With = Readonly<Record<string, string>>;

const canary: With = { strategy: 'canary', 'canary-size': '10%', 'wait-interval': '5m' };

const repository = '123456789012.dkr.ecr.eu-west-1.amazonaws.com/fraud';
/** Values in a file with the variant A. */
const valued = (lines: string): With => ({
  'endpoint-config-name': '',
  'endpoint-config-file': 'endpoint.yaml',
  'endpoint-config-values': lines,
});

/** Inputs that are told at once, before any call. */
export const wrongInputs: readonly With[] = [
  { 'endpoint-name': '' },
  { 'endpoint-name': 'fraud_prod' },
  { 'endpoint-name': 'arn:aws:s3:::fraud' },
  { 'endpoint-config-name': '' },
  { 'endpoint-config-name': 'fraud v2' },
  { 'endpoint-config-file': 'endpoint.yml' },
  { 'model-name': 'fraud/2' },
  { 'endpoint-config-name': '', 'variant-name': 'AllTraffic' },
  { 'endpoint-config-file': 'endpoint.yaml', 'model-name': 'fraud-2' },
  { 'endpoint-config-name': '', image: `${repository}@` },
  { 'endpoint-config-name': '', image: `${repository}:` },
  { 'endpoint-config-name': '', image: `sha256:${'7a'.repeat(32)}` },
  { 'endpoint-config-name': '', image: `${repository}@sha256:7a7a` },
  { 'endpoint-config-values': 'A.InstanceType=ml.m5.large' },
  valued('B.InstanceType=ml.m5.large'),
  valued('Instance=ml.m5.large'),
  valued('A.Instance=ml.m5.large'),
  valued('A.InstanceType=m5.large\nA.InitialInstanceCount=two'),
  valued('A.InstanceType.Name=ml.m5.large'),
  valued('A.ServerlessConfig=on'),
  valued('ProductionVariants[1].ModelName=fraud-v2'),
  valued('A.ModelName=fraud-v2\nProductionVariants[0].ModelName=fraud-v3'),
  valued('A.ModelName='),
  valued('A.ModelName="fraud-v2\nand more"'),
  { mode: 'rollback', 'endpoint-config-values': 'A.InstanceType=ml.m5.large' },
  { 'model-package': 'fraud/latest' },
  { 'model-package': 'fraud_prod/3' },
  { 'model-package': 'fraud/v3' },
  { 'model-package': 'arn:aws:sagemaker:eu-west-1:123456789012:model/fraud' },
  { 'model-package': 'arn:aws:sagemaker:us-east-1:123456789012:model-package/fraud/3' },
  { 'model-package': 'fraud', 'model-name': 'fraud-2' },
  { 'model-package': 'fraud', image: '123456789012.dkr.ecr.eu-west-1.amazonaws.com/fraud:2' },
  { mode: 'rollback', 'endpoint-config-name': '', 'model-package': 'fraud' },
  { mode: 'apply' },
  { strategy: 'blue/green' },
  { ...canary, 'canary-size': '' },
  { ...canary, 'canary-size': '75%' },
  { ...canary, 'canary-size': 'ten percent' },
  { ...canary, 'wait-interval': '5 minutes' },
  { ...canary, 'wait-interval': '2h' },
  { strategy: 'linear', 'linear-step-size': '5%', 'wait-interval': '5m' },
  {
    strategy: 'rolling',
    'rolling-batch-size': '20%',
    'wait-interval': '5m',
    'termination-wait': '2m',
  },
  { 'canary-size': '10%' },
  { 'max-execution-timeout': '5m' },
  { alarms: 'a,b,c,d,e,f,g,h,i,j,k' },
  { 'retain-variant-properties': 'yes' },
  { 'exclude-retained-properties': 'InstanceCount' },
  { 'scale-up-by': '-1' },
  { 'deployment-config': '{}', strategy: 'canary' },
  { 'create-endpoint': 'yes' },
  { 'create-endpoint': 'replace-failed', 'endpoint-config-name': '', 'model-name': 'fraud-2' },
  { 'keep-versions': '0' },
  { 'keep-versions': 'all' },
  { 'keep-versions': '3', wait: 'false' },
  { 'keep-versions': '3', mode: 'rollback', 'endpoint-config-name': '' },
  { 'keep-versions': '3', mode: 'delete', 'endpoint-config-name': '' },
  { wait: 'no' },
  { 'aws-region': 'Ireland' },
  { 'aws-region': 'eu_west_1' },
  { 'role-to-assume': 'fraud-deployer' },
  { 'pull-request': 'latest' },
  { tags: 'team fraud' },
];

/** What AWS_REGION may be. */
export const wrongRegions = ['eu west 1', 'eu_west_1', ''] as const;

const file = (content: object, more: Asked = {}): Asked => ({
  ...more,
  inputs: { 'endpoint-config-name': '', 'endpoint-config-file': 'endpoint.json', ...more.inputs },
  files: { 'endpoint.json': JSON.stringify(content) },
});
const serverless = {
  VariantName: 'AllTraffic',
  ModelName: 'fraud-v2',
  ServerlessConfig: { MemorySizeInMB: 2048, MaxConcurrency: 20 },
};
const onInstances = {
  VariantName: 'AllTraffic',
  ModelName: 'fraud-v2',
  InstanceType: 'ml.m5.xlarge',
  InitialInstanceCount: 3,
};
const { ModelName: _, ...nameless } = onInstances;

/** What only the account shows to be wrong: the pre-flight tells it. */
export const wrongForTheAccount: readonly (readonly [about: string, asked: Asked])[] = [
  ['instances to serverless', file({ ProductionVariants: [serverless] })],
  [
    'serverless to instances',
    file({ ProductionVariants: [onInstances] }, { scenario: 'serverless' }),
  ],
  [
    'asynchronous to not',
    file({ ProductionVariants: [onInstances] }, { scenario: 'asynchronous' }),
  ],
  [
    'memory and concurrency',
    file(
      {
        ProductionVariants: [
          {
            ...serverless,
            ServerlessConfig: {
              ...{ MemorySizeInMB: 1536, MaxConcurrency: 5, ProvisionedConcurrency: 6 },
            },
          },
        ],
      },
      { scenario: 'serverless' },
    ),
  ],
  [
    'managed scaling beside a model',
    file({
      ProductionVariants: [{ ...onInstances, ManagedInstanceScaling: { Status: 'ENABLED' } }],
    }),
  ],
  ['components without a role', file({ ProductionVariants: [nameless] })],
  [
    'a canary on serverless',
    { scenario: 'serverless', inputs: { ...canary, alarms: 'fraud-5xx' } },
  ],
  ['a canary of two thirds', { inputs: { ...canary, 'canary-size': '2', alarms: 'fraud-5xx' } }],
  [
    'the same in the whole document',
    {
      inputs: {
        'deployment-config': JSON.stringify({
          BlueGreenUpdatePolicy: {
            TrafficRoutingConfiguration: {
              ...{ Type: 'CANARY', WaitIntervalInSeconds: 300 },
              CanarySize: { Type: 'INSTANCE_COUNT', Value: 2 },
            },
          },
          AutoRollbackConfiguration: { Alarms: [{ AlarmName: 'fraud-5xx' }] },
        }),
      },
    },
  ],
  [
    'an alarm that does not exist',
    {
      scenario: 'alarm-missing',
      inputs: { ...canary, 'canary-size': '1', alarms: 'fraud-latency' },
    },
  ],
  ['a configuration that does not exist', { inputs: { 'endpoint-config-name': 'fraud-v9' } }],
  ['an endpoint that does not exist', { scenario: 'endpoint-missing' }],
];
