import { describe, expect, it } from '@jest/globals';
import { inLog } from '../../src/domain/text/log.ts';
import { readEndpointConfigDocument } from '../../src/inputs/endpoint-config-document.ts';
import { mistakeLine } from '../../src/inputs/mistake.ts';

type Members = Record<string, unknown>;

/** One variant on instances, as nearly every configuration has it. */
const onInstances: Members = {
  VariantName: 'AllTraffic',
  ModelName: 'fraud-v2',
  InstanceType: 'ml.m5.xlarge',
  InitialInstanceCount: 3,
};

const configured = (more: Members = {}): Members => ({
  ProductionVariants: [onInstances],
  ...more,
});
/** A configuration whose only variant has these members besides, or instead. */
const varied = (more: Members): Members => ({ ProductionVariants: [{ ...onInstances, ...more }] });

/** The mistakes that reading tells, one a line. */
function mistakesIn(document: Members | string, given?: string): readonly string[] {
  const text = typeof document === 'string' ? document : JSON.stringify(document);
  return readEndpointConfigDocument(text, given).mistakes.map((mistake) =>
    inLog(mistakeLine(mistake)).replace(/^endpoint-config-file:? /, ''),
  );
}

/** Every member of CreateEndpointConfig that goes with instances. */
const everything: Members = {
  EndpointConfigName: 'fraud-v2',
  ExecutionRoleArn: 'arn:aws:iam::123456789012:role/service/sagemaker',
  KmsKeyId: 'arn:aws:kms:eu-west-1:123456789012:key/1234abcd-12ab',
  EnableNetworkIsolation: true,
  VpcConfig: { SecurityGroupIds: ['sg-1'], Subnets: ['subnet-1', 'subnet-2'] },
  MetricsConfig: {
    EnableEnhancedMetrics: true,
    EnableDetailedObservability: false,
    MetricPublishFrequencyInSeconds: 60,
  },
  AsyncInferenceConfig: {
    ClientConfig: { MaxConcurrentInvocationsPerInstance: 4 },
    OutputConfig: {
      S3OutputPath: 's3://answers/fraud',
      S3FailurePath: 's3://answers/failed',
      KmsKeyId: 'alias/fraud',
      NotificationConfig: {
        SuccessTopic: 'arn:aws:sns:eu-west-1:123456789012:fraud',
        ErrorTopic: 'arn:aws:sns:eu-west-1:123456789012:fraud.errors',
        IncludeInferenceResponseIn: ['SUCCESS_NOTIFICATION_TOPIC', 'ERROR_NOTIFICATION_TOPIC'],
      },
    },
  },
  DataCaptureConfig: {
    EnableCapture: true,
    InitialSamplingPercentage: 20,
    DestinationS3Uri: 's3://captured/fraud',
    KmsKeyId: '',
    CaptureOptions: [{ CaptureMode: 'Input' }, { CaptureMode: 'InputAndOutput' }],
    CaptureContentTypeHeader: {
      CsvContentTypes: ['text/csv'],
      JsonContentTypes: ['application/json', 'application/vnd.fraud'],
    },
  },
  ExplainerConfig: {
    ClarifyExplainerConfig: {
      EnableExplanations: '`true`',
      InferenceConfig: {
        FeaturesAttribute: 'features',
        ContentTemplate: '{"rows":$record}',
        MaxRecordCount: 10,
        MaxPayloadInMB: 5,
        ProbabilityIndex: 0,
        LabelIndex: 1,
        ProbabilityAttribute: 'p',
        LabelAttribute: 'l',
        LabelHeaders: ['fraud'],
        FeatureHeaders: ['age'],
        FeatureTypes: ['numerical'],
      },
      ShapConfig: {
        ShapBaselineConfig: {
          MimeType: 'application/json+x',
          ShapBaseline: '1,2\n3,4',
          ShapBaselineUri: 's3://baselines/fraud',
        },
        NumberOfSamples: 100,
        UseLogit: true,
        Seed: -3,
        TextConfig: { Language: 'en', Granularity: 'sentence' },
      },
    },
  },
  Tags: [{ Key: 'team', Value: 'fraud' }],
  ProductionVariants: [
    {
      ...onInstances,
      InitialVariantWeight: 0.5,
      AcceleratorType: 'ml.eia2.medium',
      CapacityReservationConfig: {
        CapacityReservationPreference: 'capacity-reservations-only',
        MlReservationArn: 'arn:aws:sagemaker:eu-west-1:123456789012:training-plan/p',
      },
      ContainerStartupHealthCheckTimeoutInSeconds: 600,
      ModelDataDownloadTimeoutInSeconds: 1200,
      VariantInstanceProvisionTimeoutInSeconds: 900,
      CoreDumpConfig: { DestinationS3Uri: 's3://dumps/fraud', KmsKeyId: 'alias/fraud' },
      EnableSSMAccess: false,
      InferenceAmiVersion: 'al2-ami-sagemaker-inference-gpu-2',
      ManagedInstanceScaling: {
        Status: 'ENABLED',
        MinInstanceCount: 0,
        MaxInstanceCount: 4,
        ScaleInPolicy: { Strategy: 'IDLE_RELEASE', MaximumStepSize: 1, CooldownInMinutes: 5 },
      },
      RoutingConfig: { RoutingStrategy: 'LEAST_OUTSTANDING_REQUESTS' },
      VolumeSizeInGB: 512,
    },
  ],
  ShadowProductionVariants: [{ ...onInstances, VariantName: 'Shadow' }],
};

describe('what a configuration may hold', () => {
  it.each<[what: string, document: Members | string]>([
    ['one variant on instances', configured()],
    ['every member of the API', everything],
    [
      'two variants with weights',
      {
        ProductionVariants: [
          { ...onInstances, VariantName: 'Linear-Model', InitialVariantWeight: 4 },
          { ...onInstances, VariantName: 'XGB-Model', InitialVariantWeight: 1 },
        ],
      },
    ],
    [
      'a serverless variant',
      {
        ProductionVariants: [
          {
            VariantName: 'AllTraffic',
            ModelName: 'fraud-v2',
            ServerlessConfig: {
              MemorySizeInMB: 2048,
              MaxConcurrency: 5,
              ProvisionedConcurrency: 1,
            },
          },
        ],
      },
    ],
    [
      'a variant on pools, counted or not',
      {
        ProductionVariants: [
          {
            VariantName: 'A',
            ModelName: 'fraud-v2',
            InitialInstanceCount: 2,
            InstancePools: [
              { InstanceType: 'ml.g5.xlarge', Priority: 1 },
              { InstanceType: 'ml.g6.xlarge', Priority: 2, ModelNameOverride: 'fraud-v2-g6' },
            ],
          },
          { VariantName: 'B', InstancePools: [{ InstanceType: 'ml.g5.xlarge', Priority: 1 }] },
        ],
      },
    ],
    ['a variant of inference components', varied({ ModelName: undefined })],
    [
      'an instance type that is newer than this code',
      varied({ InstanceType: 'ml.z9gn-b200.metal' }),
    ],
    [
      'YAML',
      'ProductionVariants:\n  - VariantName: A\n    ServerlessConfig: { MemorySizeInMB: 1024, MaxConcurrency: 1 }',
    ],
  ])('%s', (_, document) => {
    expect(mistakesIn(document)).toEqual([]);
  });

  it('is taken as it stands; its name and its tags besides', () => {
    const { content, name, tags } = readEndpointConfigDocument(
      JSON.stringify(everything),
      undefined,
    );
    const { EndpointConfigName, Tags, ...rest } = everything;
    expect({ content, name, tags }).toEqual({
      content: rest,
      name: EndpointConfigName,
      tags: Tags,
    });
  });

  it('needs no name of its own', () => {
    expect(readEndpointConfigDocument(JSON.stringify(configured()), 'fraud-v2').name).toBe(
      undefined,
    );
  });

  it('may have the name that the input gives it, but no other', () => {
    const named = configured({ EndpointConfigName: 'fraud-v2' });
    expect(mistakesIn(named, 'fraud-v2')).toEqual([]);
    expect(mistakesIn(named, 'fraud-v3')).toEqual([
      'EndpointConfigName: "fraud-v2" differs from endpoint-config-name, which says fraud-v3. Keep one of the two.',
    ]);
  });
});

const misspelled = (right: string) => `is not a member of the API: write ${right}.`;
const missing = 'is missing: the API needs it.';
const write = (right: string) => `is not valid here: write ${right}.`;
const unreadable = (why: string) =>
  `cannot be read: ${why} Write YAML or JSON in the shape of the API's CreateEndpointConfig.`;
const takes = (range: string) => `is out of bounds: the API takes ${range}.`;
const capture = {
  InitialSamplingPercentage: 1,
  DestinationS3Uri: 's3://b',
  CaptureOptions: [{ CaptureMode: 'Input' }],
};
const variant = 'ProductionVariants[0]';

describe('what is wrong is named by its place', () => {
  it.each<[line: string, document: Members | string]>([
    [`ProductionVariant ${misspelled('ProductionVariants')}`, { ProductionVariant: [onInstances] }],
    [
      `${variant}.ModelNam ${misspelled('ModelName')}`,
      varied({ ModelName: undefined, ModelNam: 'x' }),
    ],
    [`${variant}.modelName ${misspelled('ModelName')}`, varied({ modelName: 'x' })],
    [`${variant}.Weight ${misspelled('InitialVariantWeight')}`, varied({ Weight: 1 })],
    [`KmsKeyID ${misspelled('KmsKeyId')}`, configured({ KmsKeyID: 'x' })],
    [
      `${variant}.RoutingConfig.Strategy ${misspelled('RoutingStrategy')}`,
      varied({ RoutingConfig: { Strategy: 'RANDOM' } }),
    ],
    [`ProductionVariants ${missing}`, '{}'],
    [`${variant}.VariantName ${missing}`, varied({ VariantName: undefined })],
    [`${variant}.RoutingConfig.RoutingStrategy ${missing}`, varied({ RoutingConfig: {} })],
    [`${variant}.CoreDumpConfig.DestinationS3Uri ${missing}`, varied({ CoreDumpConfig: {} })],
    [`AsyncInferenceConfig.OutputConfig ${missing}`, configured({ AsyncInferenceConfig: {} })],
    [`VpcConfig.Subnets ${missing}`, configured({ VpcConfig: { SecurityGroupIds: ['sg-1'] } })],
    [
      `VpcConfig.SubnetIds ${misspelled('Subnets')}`,
      configured({ VpcConfig: { SecurityGroupIds: ['sg-1'], SubnetIds: ['subnet-1'] } }),
    ],
    [
      'VpcConfig.Subnets is missing: the API needs it. If Networks or Zones is meant for it, fix the name.',
      configured({ VpcConfig: { SecurityGroupIds: ['sg-1'], Networks: [], Zones: [] } }),
    ],
    [
      `${variant}.CoreDumpConfig.DestinationS3Uri is missing: the API needs it. If Bucket is meant for it, fix the name.`,
      varied({ CoreDumpConfig: { Bucket: 's3://b' } }),
    ],
    [`Tags[0].Value ${missing}`, configured({ Tags: [{ Key: 'team' }] })],
    [
      `ExplainerConfig.ClarifyExplainerConfig.ShapConfig.ShapBaselineConfig ${missing}`,
      configured({ ExplainerConfig: { ClarifyExplainerConfig: { ShapConfig: {} } } }),
    ],
    [
      `${variant}.InitialInstanceCount: "three" ${write('a number')}`,
      varied({ InitialInstanceCount: 'three' }),
    ],
    [
      `${variant}.InitialInstanceCount: "1.5" ${write('a whole number')}`,
      varied({ InitialInstanceCount: 1.5 }),
    ],
    [
      `${variant}.InitialInstanceCount: "0" ${takes('1 or more')}`,
      varied({ InitialInstanceCount: 0 }),
    ],
    [
      `${variant}.InitialVariantWeight: "-1" ${takes('0 or more')}`,
      varied({ InitialVariantWeight: -1 }),
    ],
    [`${variant}.VolumeSizeInGB: "513" ${takes('1 to 512')}`, varied({ VolumeSizeInGB: 513 })],
    [`${variant}.ModelName: "5" ${write('a string')}`, varied({ ModelName: 5 })],
    [
      `${variant}.ModelName: "null" ${write('a string')}`,
      `ProductionVariants: [{ VariantName: A, InstanceType: ml.m5.xlarge, InitialInstanceCount: 1, ModelName: }]`,
    ],
    [
      `${variant}.EnableSSMAccess: "yes" ${write('true or false')}`,
      varied({ EnableSSMAccess: 'yes' }),
    ],
    [
      `${variant}.RoutingConfig.RoutingStrategy: "LEAST" ${write('one of LEAST_OUTSTANDING_REQUESTS, RANDOM, PREFIX_AWARE, KV_AWARE')}`,
      varied({ RoutingConfig: { RoutingStrategy: 'LEAST' } }),
    ],
    [`${variant}: "a string" ${write('an object')}`, 'ProductionVariants: [AllTraffic]'],
    [`ProductionVariants: "an object" ${write('a list')}`, 'ProductionVariants: {}'],
    [
      'ProductionVariants: "0 entries" are not valid here: the API takes 1 to 10.',
      'ProductionVariants: []',
    ],
    [
      `${variant}.VariantName: "-a" ${write('1 to 63 letters, digits and hyphens, with no hyphen at the start or the end')}`,
      varied({ VariantName: '-a' }),
    ],
    [
      `${variant}.ModelName: "${'m'.repeat(60)}…" ${write('at most 63 characters')}`,
      varied({ ModelName: 'm'.repeat(64) }),
    ],
    [
      `${variant}.InstanceType: "m5.xlarge" ${write('an instance type such as ml.m5.xlarge')}`,
      varied({ InstanceType: 'm5.xlarge' }),
    ],
    [
      `ExecutionRoleArn: "sagemaker-role-of-mine" ${write('the ARN of a role, such as arn:aws:iam::123456789012:role/sagemaker')}`,
      configured({ ExecutionRoleArn: 'sagemaker-role-of-mine' }),
    ],
    [
      `KmsKeyId: "a key" ${write('the id, ARN or alias of a KMS key')}`,
      configured({ KmsKeyId: 'a key' }),
    ],
    [
      `DataCaptureConfig.DestinationS3Uri: "bucket/prefix" ${write('an address such as s3://bucket/prefix')}`,
      configured({ DataCaptureConfig: { ...capture, DestinationS3Uri: 'bucket/prefix' } }),
    ],
    [
      `DataCaptureConfig.InitialSamplingPercentage: "101" ${takes('at most 100')}`,
      configured({ DataCaptureConfig: { ...capture, InitialSamplingPercentage: 101 } }),
    ],
    [
      `DataCaptureConfig.CaptureOptions[1].CaptureMode: "input" ${write('one of Input, Output, InputAndOutput')}`,
      configured({
        DataCaptureConfig: {
          ...capture,
          CaptureOptions: [{ CaptureMode: 'Input' }, { CaptureMode: 'input' }],
        },
      }),
    ],
    [
      `Tags[1]: "aws:team" is reserved for AWS: a key cannot begin with aws:.`,
      configured({
        Tags: [
          { Key: 'team', Value: '' },
          { Key: 'aws:team', Value: '' },
        ],
      }),
    ],
    [unreadable('it is empty.'), '# nothing but a comment'],
    [unreadable('it is a list, not a mapping.'), '[1]'],
    [unreadable('it is a string, not a mapping.'), 'hello'],
  ])('%s', (line, document) => {
    expect(mistakesIn(document)).toEqual([line]);
  });

  it('all of it at once, in the second variant too', () => {
    const document = {
      ...configured({ Tag: [], Name: 'x' }),
      ProductionVariants: [
        onInstances,
        { ...onInstances, InitialInstanceCount: 0, Modelname: 'x' },
      ],
    };
    expect(mistakesIn(document)).toEqual([
      `ProductionVariants[1].InitialInstanceCount: "0" ${takes('1 or more')}`,
      `ProductionVariants[1].Modelname ${misspelled('ModelName')}`,
      `Tag ${misspelled('Tags')}`,
      `Name ${misspelled('EndpointConfigName')}`,
      'ProductionVariants[1].VariantName: "AllTraffic" is also the name of ProductionVariants[0]: give each variant its own.',
    ]);
  });

  it('a file of one word holds nothing', () => {
    const { content, mistakes } = readEndpointConfigDocument('hello', undefined);
    expect([content, mistakes.length]).toEqual([{}, 1]);
  });

  it('a file that is no YAML is told with its place', () => {
    expect(mistakesIn('a: b: c')).toEqual([
      unreadable(
        'it is not valid YAML at line 1, column 4: a second colon in one line: put a string with special characters in quotes.',
      ),
    ]);
  });
});

const one = 'write one of InstanceType, ServerlessConfig and InstancePools.';
const serverless = { MemorySizeInMB: 1024, MaxConcurrency: 1 };
const pools = [{ InstanceType: 'ml.g5.xlarge', Priority: 1 }];

describe('what does not go together', () => {
  it.each<[line: string, document: Members]>([
    [`${variant} has nothing to run on: ${one}`, varied({ InstanceType: undefined })],
    [
      `${variant}.InitialInstanceCount is missing: InstanceType needs it.`,
      varied({ InitialInstanceCount: undefined }),
    ],
    [
      `${variant}.ServerlessConfig cannot be combined with InstanceType: ${one}`,
      varied({ ServerlessConfig: serverless, InitialInstanceCount: undefined }),
    ],
    [
      `${variant}.InstancePools cannot be combined with InstanceType: ${one}`,
      varied({ InstancePools: pools }),
    ],
    [
      `${variant}.InitialInstanceCount: "3" cannot be combined with ServerlessConfig. Remove it.`,
      varied({ InstanceType: undefined, ServerlessConfig: serverless }),
    ],
    [
      'ShadowProductionVariants[0].VariantName: "AllTraffic" is also the name of ProductionVariants[0]: give each variant its own.',
      configured({ ShadowProductionVariants: [onInstances] }),
    ],
    [
      'ShadowProductionVariants[0] has nothing to run on: write one of InstanceType, ServerlessConfig and InstancePools.',
      configured({ ShadowProductionVariants: [{ VariantName: 'Shadow' }] }),
    ],
    [
      'ShadowProductionVariants: "1 beside 2" are too many variants: the API takes one shadow variant with one production variant.',
      {
        ProductionVariants: [onInstances, { ...onInstances, VariantName: 'Other' }],
        ShadowProductionVariants: [{ ...onInstances, VariantName: 'Shadow' }],
      },
    ],
    [
      'ShadowProductionVariants: "2 beside 1" are too many variants: the API takes one shadow variant with one production variant.',
      configured({
        ShadowProductionVariants: [
          { ...onInstances, VariantName: 'S1' },
          { ...onInstances, VariantName: 'S2' },
        ],
      }),
    ],
  ])('%s', (line, document) => {
    const lines = mistakesIn(document);
    expect(lines).toContain(line);
    expect(lines.filter((told) => told !== line && !told.includes('InitialInstanceCount'))).toEqual(
      [],
    );
  });
});
