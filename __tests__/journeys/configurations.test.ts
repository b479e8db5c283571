import type { CreateEndpointConfigInput } from '@aws-sdk/client-sagemaker';
import { describe, expect, it } from '@jest/globals';
import type { Simulator } from '../../simulator/simulator.ts';
import { type Asked, askDeploy, askPlan, created, ofModel, reason } from './asked.ts';

const key = 'arn:aws:kms:eu-west-1:123456789012:key/4c1f';

/** A configuration with all that one may have, beside its variants. */
const rich: Omit<CreateEndpointConfigInput, 'EndpointConfigName'> = {
  ProductionVariants: [
    {
      VariantName: 'AllTraffic',
      ModelName: 'fraud-v1',
      InstanceType: 'ml.m5.xlarge',
      InitialInstanceCount: 3,
      InitialVariantWeight: 1,
      VolumeSizeInGB: 50,
      ModelDataDownloadTimeoutInSeconds: 900,
      ContainerStartupHealthCheckTimeoutInSeconds: 600,
      EnableSSMAccess: true,
      CoreDumpConfig: { DestinationS3Uri: 's3://fraud/dumps', KmsKeyId: key },
      RoutingConfig: { RoutingStrategy: 'LEAST_OUTSTANDING_REQUESTS' },
    },
  ],
  ShadowProductionVariants: [
    {
      VariantName: 'Shadow',
      ModelName: 'fraud-v3',
      InstanceType: 'ml.m5.large',
      InitialInstanceCount: 1,
      InitialVariantWeight: 1,
    },
  ],
  DataCaptureConfig: {
    EnableCapture: true,
    InitialSamplingPercentage: 5,
    DestinationS3Uri: 's3://fraud/captured',
    KmsKeyId: key,
    CaptureOptions: [{ CaptureMode: 'Input' }],
    CaptureContentTypeHeader: { JsonContentTypes: ['application/json'] },
  },
  ExplainerConfig: {
    ClarifyExplainerConfig: { ShapConfig: { ShapBaselineConfig: { ShapBaseline: '1,2,3' } } },
  },
  KmsKeyId: key,
  VpcConfig: { SecurityGroupIds: ['sg-1'], Subnets: ['subnet-1', 'subnet-2'] },
  EnableNetworkIsolation: true,
  ExecutionRoleArn: 'arn:aws:iam::123456789012:role/serving',
};

const one = {
  VariantName: 'AllTraffic',
  ModelName: 'fraud-v2',
  InstanceType: 'ml.m5.xlarge',
  InitialInstanceCount: 3,
  InitialVariantWeight: 1,
} as const;

function ofFile(content: unknown, more: Readonly<Record<string, string>> = {}): Asked {
  return {
    inputs: { 'endpoint-config-name': '', 'endpoint-config-file': 'endpoint.json', ...more },
    files: { 'endpoint.json': JSON.stringify(content) },
  };
}

describe('a model alone', () => {
  it('stands in a copy of the live configuration', async () => {
    const answered = await askDeploy({ inputs: ofModel('fraud-v2') });
    expect(answered.configName).toMatch(/^fraud-prod-[0-9a-f]{10}$/);
    expect(created(answered)).toEqual([
      {
        EndpointConfigName: answered.configName,
        EnableNetworkIsolation: false,
        ProductionVariants: [one],
      },
    ]);
    expect(answered).toMatchObject({
      outcome: { kind: 'deployed' },
      serves: answered.configName,
    });
  });

  it('keeps every other member of the configuration as it is', async () => {
    const answered = await askDeploy({
      inputs: ofModel('fraud-v2'),
      arrange: ({ sagemaker }) => {
        sagemaker.addEndpointConfig('rich', rich);
        sagemaker.addEndpoint('fraud-prod', 'rich');
      },
    });
    expect(answered.outcome.kind).toBe('deployed');
    const [variant] = rich.ProductionVariants ?? [];
    expect(created(answered)).toEqual([
      {
        EndpointConfigName: answered.configName,
        ...rich,
        ProductionVariants: [{ ...variant, ModelName: 'fraud-v2' }],
      },
    ]);
  });

  it('keeps an asynchronous configuration asynchronous', async () => {
    const answered = await askDeploy({
      inputs: ofModel('fraud-v2'),
      scenario: 'asynchronous',
    });
    expect(created(answered)).toMatchObject([
      { AsyncInferenceConfig: { OutputConfig: { S3OutputPath: 's3://f/answers' } } },
    ]);
  });

  it('goes into the variant that is named, where there are several', async () => {
    const answered = await askDeploy({
      inputs: ofModel('fraud-v2', { 'variant-name': 'Trial' }),
      scenario: 'two-variants',
    });
    expect(created(answered)).toMatchObject([
      {
        ProductionVariants: [
          { VariantName: 'Main', ModelName: 'fraud-v1', InitialVariantWeight: 9 },
          { VariantName: 'Trial', ModelName: 'fraud-v2', InitialInstanceCount: 2 },
        ],
      },
    ]);
    expect(answered.outcome.kind).toBe('deployed');
  });

  it.each([
    ['not named where there are several', {}, 'has 2 variants, and variant-name does not say'],
    ['not there', { 'variant-name': 'Canary' }, 'The live configuration has no variant Canary.'],
  ])('whose variant is %s: the error names the variants', async (_, more, words) => {
    const answered = await askDeploy({
      inputs: ofModel('fraud-v2', more),
      scenario: 'two-variants',
    });
    expect(reason(answered)).toContain(words);
    expect(reason(answered)).toContain('`variant-name` to one of its variants: Main, Trial.');
    expect(created(answered)).toEqual([]);
  });

  it.each([
    ['inference components', 'inference-components', 'fraud-v1', 'its models are inference'],
    ['no endpoint to copy from', 'endpoint-missing', 'fraud-v2', 'There is no endpoint fraud-prod'],
  ] as const)('with %s is refused, with the way out', async (_, scenario, model, words) => {
    const arrange = ({ sagemaker }: Simulator) => {
      if (scenario !== 'inference-components') return;
      const { ModelName: _, ...bare } = one;
      const role = 'arn:aws:iam::123456789012:role/serving';
      sagemaker.addEndpointConfig('bare', { ProductionVariants: [bare], ExecutionRoleArn: role });
      sagemaker.addEndpoint('fraud-prod', 'bare');
    };
    const answered = await askDeploy({ inputs: ofModel(model), scenario, arrange });
    expect(reason(answered)).toContain(words);
    expect(created(answered)).toEqual([]);
  });

  it('that serves already changes nothing', async () => {
    const answered = await askDeploy({ inputs: ofModel('fraud-v1') });
    expect(answered).toMatchObject({ outcome: { kind: 'unchanged' }, configName: 'fraud-v1' });
    expect(answered.calls).toEqual([
      'DescribeEndpoint',
      'DescribeEndpointConfig',
      'DescribeModel',
      'ListTags',
    ]);
  });

  it('that does not exist stops before anything is created', async () => {
    const answered = await askDeploy({ inputs: ofModel('fraud-v9') });
    expect(answered.found).toContain('error model-exists');
    expect(reason(answered)).toContain('There is no model fraud-v9 in eu-west-1.');
    expect(created(answered)).toEqual([]);
  });

  it('gets a legal name within 63 characters, however long the name of the endpoint', async () => {
    const endpoint = `fraud-${'x'.repeat(46)}-${'y'.repeat(10)}`;
    expect(endpoint).toHaveLength(63);
    const asked: Asked = {
      inputs: ofModel('fraud-v2', { 'endpoint-name': endpoint }),
      arrange: ({ sagemaker }) => {
        sagemaker.addEndpoint(endpoint, 'fraud-v1');
      },
    };
    const { configName, outcome } = await askDeploy(asked);
    expect(outcome.kind).toBe('deployed');
    expect(configName).toMatch(/^[a-zA-Z0-9](-*[a-zA-Z0-9]){0,62}$/);
    expect(configName).toMatch(/^fraud-x{46}-[0-9a-f]{10}$/);
    expect((await askPlan(asked)).configName).toBe(configName);
  });
});

describe('the name of what is created', () => {
  it('is the one that is given', async () => {
    const answered = await askDeploy({
      inputs: ofModel('fraud-v2', { 'endpoint-config-name': 'fraud-2026-03-02' }),
    });
    expect(created(answered)).toMatchObject([{ EndpointConfigName: 'fraud-2026-03-02' }]);
    expect(answered.serves).toBe('fraud-2026-03-02');
  });

  it('may be taken by the same content: that is used', async () => {
    const answered = await askDeploy({
      inputs: ofModel('fraud-v2', { 'endpoint-config-name': 'fraud-v2' }),
    });
    expect(created(answered)).toEqual([]);
    expect(answered).toMatchObject({ outcome: { kind: 'deployed' }, serves: 'fraud-v2' });
  });

  it('taken by other content is an error that shows the difference', async () => {
    const answered = await askDeploy(
      ofFile(
        { ProductionVariants: [{ ...one, InitialInstanceCount: 4 }], KmsKeyId: key },
        { 'endpoint-config-name': 'fraud-v1' },
      ),
    );
    expect(answered.fails).toBe(true);
    expect(reason(answered)).toContain(
      'The endpoint configuration fraud-v1 exists already, with other content.',
    );
    expect(reason(answered)).toContain('AllTraffic › ModelName: fraud-v1 there, fraud-v2 wanted');
    expect(reason(answered)).toContain('AllTraffic › InitialInstanceCount: 3 there, 4 wanted');
    expect(reason(answered)).toContain(`KmsKeyId: nothing there, ${key} wanted`);
    expect(answered.calls).not.toContain('UpdateEndpoint');
  });

  it('that another run took a moment before, with the same content, is found', async () => {
    const answered = await askDeploy({
      inputs: ofModel('fraud-v2', { 'endpoint-config-name': 'fraud-next' }),
      arrange: ({ sagemaker }) =>
        sagemaker.when({ before: 'CreateEndpointConfig' }, () =>
          sagemaker.addEndpointConfig('fraud-next', { ProductionVariants: [one] }),
        ),
    });
    expect(answered.outcome.kind).toBe('deployed');
    expect(answered.serves).toBe('fraud-next');
  });

  it('that someone took a moment before, with other content, is an error', async () => {
    const answered = await askDeploy({
      inputs: ofModel('fraud-v2', { 'endpoint-config-name': 'fraud-next' }),
      arrange: ({ sagemaker }) =>
        sagemaker.when({ before: 'CreateEndpointConfig' }, () =>
          sagemaker.addEndpointConfig('fraud-next', {
            ProductionVariants: [{ ...one, ModelName: 'fraud-v3' }],
          }),
        ),
    });
    expect(reason(answered)).toContain('fraud-next exists already, with other content.');
    expect(answered.calls).not.toContain('UpdateEndpoint');
  });

  it.each(['lost-answer', 'throttling', 'internal-failure'] as const)(
    'is created once, though the first call ends in %s',
    async (kind) => {
      const answered = await askDeploy({
        inputs: ofModel('fraud-v2'),
        arrange: ({ sagemaker }) =>
          sagemaker.inject({ kind, operation: 'CreateEndpointConfig', calls: 1 }),
      });
      expect(answered.outcome.kind).toBe('deployed');
      expect(created(answered).length).toBe(kind === 'lost-answer' ? 0 : 1);
    },
  );

  it('is waited for, while SageMaker does not find what it has just created', async () => {
    const answered = await askDeploy({
      inputs: ofModel('fraud-v2'),
      arrange: ({ sagemaker }) => sagemaker.inject({ kind: 'late-configurations', seconds: 12 }),
    });
    expect(answered.outcome.kind).toBe('deployed');
    expect(created(answered)).toHaveLength(1);
    expect(answered.serves).toBe(answered.configName);
    const creations = answered.requests.filter(
      ({ operation }) => operation === 'CreateEndpointConfig',
    );
    expect(creations).toHaveLength(1);
  });
});
