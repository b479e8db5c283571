import { describe, expect, it } from '@jest/globals';
import { type Asked, askDeploy, askPlan, created, reason } from './asked.ts';
import { travel } from './journey.ts';

const key = 'arn:aws:kms:eu-west-1:123456789012:key/4c1f';

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

describe('a configuration from a file', () => {
  it.each([
    ['serverless', { ServerlessConfig: { MemorySizeInMB: 2048, MaxConcurrency: 20 } }, {}],
    [
      'asynchronous',
      { InstanceType: 'ml.g5.xlarge', InitialInstanceCount: 1 },
      {
        AsyncInferenceConfig: {
          OutputConfig: {
            S3OutputPath: 's3://fraud/answers',
            NotificationConfig: { SuccessTopic: 'arn:aws:sns:eu-west-1:123456789012:done' },
          },
          ClientConfig: { MaxConcurrentInvocationsPerInstance: 4 },
        },
      },
    ],
  ])('may be %s', async (_, capacity, more) => {
    const variant = { VariantName: 'AllTraffic', ModelName: 'fraud-v2', ...capacity };
    const content = { ProductionVariants: [variant], ...more };
    const asked = ofFile(content, { 'create-endpoint': 'true' });
    const answered = await askDeploy({ ...asked, scenario: 'endpoint-missing' });
    expect(answered.outcome.kind).toBe('deployed');
    expect(created(answered)).toEqual([{ EndpointConfigName: answered.configName, ...content }]);
  });

  it('names itself and its tags, which the inputs add to', async () => {
    const Tags = [
      { Key: 'team', Value: 'growth' },
      { Key: 'stage', Value: 'prod' },
    ];
    const asked = ofFile(
      { EndpointConfigName: 'fraud-by-file', ProductionVariants: [one], Tags },
      { tags: 'team=risk' },
    );
    expect(created(await askDeploy(asked))).toMatchObject([
      {
        EndpointConfigName: 'fraud-by-file',
        Tags: expect.arrayContaining([
          { Key: 'team', Value: 'risk' },
          { Key: 'stage', Value: 'prod' },
        ]),
      },
    ]);
  });

  it('gets the same name whatever the order of its members', async () => {
    const { VariantName, ...rest } = one;
    const forwards = await askPlan(ofFile({ ProductionVariants: [one], KmsKeyId: key }));
    const backwards = await askPlan(
      ofFile({ KmsKeyId: key, ProductionVariants: [{ ...rest, VariantName }] }),
    );
    expect(backwards.configName).toBe(forwards.configName);
  });
});

describe('the file itself', () => {
  const inputs = { 'endpoint-config-name': '' };

  it('with mistakes: each is named by its place, before any call', async () => {
    const { run, calls } = await travel({
      inputs: { ...inputs, 'endpoint-config-file': 'deploy/endpoint.yml' },
      files: {
        'deploy/endpoint.yml': `
ProductionVariants:
  - VariantName: Main
    ModelName: fraud-v2
    InstanceType: ml.m5.xlarge
    InitialInstanceCount: 2
  - VariantName: Main
    ModelName: fraud_v3
    InstanceType: ml.m5.xlarge
    InitialInstanceCount: three
    Weight: 2
KmsKeyID: abc
`,
      },
    });
    expect(run.outputs.outcome).toBe('failed');
    expect(run.log).toContain('ProductionVariants[1].InitialInstanceCount: "three"');
    expect(run.log).toContain('ProductionVariants[1].Weight');
    expect(run.log).toContain('ProductionVariants[1].ModelName: "fraud_v3"');
    expect(run.log).toContain('ProductionVariants[1].VariantName: "Main"');
    expect(run.log).toContain('KmsKeyID');
    expect(calls).toEqual([]);
  });

  it('broken: said before any call', async () => {
    const { run, calls } = await travel({
      inputs: { ...inputs, mode: 'plan', 'endpoint-config-file': 'endpoint.yml' },
      files: { 'endpoint.yml': 'ProductionVariants: [\n' },
    });
    expect(run.log).toContain('- endpoint-config-file cannot be read: ');
    expect(run.outputs.outcome).toBe('failed');
    expect(calls).toEqual([]);
  });

  it.each([
    ['missing', 'other.yml', /endpoint-config-file: "other\.yml" cannot be read/],
    ['outside of the workspace', '../../../../../../../etc/hostname', /outside/],
  ])('%s: said before any call', async (_, path, words) => {
    const { run, calls } = await travel({
      inputs: { ...inputs, 'endpoint-config-file': path },
    });
    expect(run.outputs.outcome).toBe('failed');
    expect(run.log).toMatch(words);
    expect(calls).toEqual([]);
  });
});

describe('an endpoint that is not there yet', () => {
  const existing = { 'endpoint-config-name': 'fraud-v2' };

  it('is refused where no one asked for its creation, with the way to ask', async () => {
    for (const preflight of ['enforce', 'off']) {
      const answered = await askDeploy({
        inputs: { ...existing, preflight },
        scenario: 'endpoint-missing',
      });
      expect(reason(answered)).toContain('There is no endpoint fraud-prod in eu-west-1.');
      expect(answered.calls.filter((call) => /^(Create|Update)/.test(call))).toEqual([]);
    }
  });

  it('is created with the deployment configuration and the tags, for later', async () => {
    const answered = await askDeploy({
      inputs: {
        ...existing,
        'create-endpoint': 'true',
        tags: 'team=growth',
        strategy: 'canary',
        'canary-size': '10%',
        'wait-interval': '5m',
      },
      scenario: 'endpoint-missing',
    });
    expect(answered).toMatchObject({ outcome: { kind: 'deployed' }, serves: 'fraud-v2' });
    const create = answered.requests.find(({ operation }) => operation === 'CreateEndpoint');
    expect(create?.input).toEqual({
      EndpointName: 'fraud-prod',
      EndpointConfigName: 'fraud-v2',
      DeploymentConfig: {
        BlueGreenUpdatePolicy: {
          TrafficRoutingConfiguration: {
            Type: 'CANARY',
            CanarySize: { Type: 'CAPACITY_PERCENT', Value: 10 },
            WaitIntervalInSeconds: 300,
          },
        },
      },
      Tags: [{ Key: 'team', Value: 'growth' }],
    });
  });

  it('whose creation ends Failed is reported with the reason', async () => {
    const { run, calls } = await travel({
      inputs: { ...existing, 'create-endpoint': 'true' },
      scenario: 'endpoint-missing',
      arrange: ({ sagemaker }) => sagemaker.inject({ kind: 'failing-health-check' }),
    });
    expect(run.outputs).toMatchObject({ outcome: 'failed', 'endpoint-status': 'Failed' });
    expect(run.outputs['failure-reason']).toContain('did not pass the ping health check');
    expect(run.log).toContain('did not pass the ping health check');
    expect(run.summary).toContain('did not pass the ping health check');
    expect(calls).not.toContain('DeleteEndpoint');
  });

  it('is created once, though the answer to the call is lost', async () => {
    const answered = await askDeploy({
      inputs: { ...existing, 'create-endpoint': 'true' },
      scenario: 'endpoint-missing',
      arrange: ({ sagemaker }) =>
        sagemaker.inject({ kind: 'lost-answer', operation: 'CreateEndpoint', calls: 1 }),
    });
    expect(answered).toMatchObject({ outcome: { kind: 'deployed' }, serves: 'fraud-v2' });
    const creations = answered.requests.filter(({ operation }) => operation === 'CreateEndpoint');
    expect(creations).toHaveLength(1);
  });

  it('that another run creates a moment before is the same endpoint', async () => {
    const answered = await askDeploy({
      inputs: { ...existing, 'create-endpoint': 'true' },
      scenario: 'endpoint-missing',
      arrange: ({ sagemaker }) =>
        sagemaker.when({ before: 'CreateEndpoint' }, () => {
          sagemaker.addEndpoint('fraud-prod', 'fraud-v2');
        }),
    });
    expect(answered).toMatchObject({ outcome: { kind: 'unchanged' }, serves: 'fraud-v2' });
  });

  it('whose creation failed is not told to serve anything', async () => {
    const { report } = await askDeploy({
      inputs: { ...existing, 'create-endpoint': 'true' },
      scenario: 'endpoint-missing',
      arrange: ({ sagemaker }) => sagemaker.inject({ kind: 'insufficient-capacity' }),
    });
    expect(report).toContain('### Failed: `fraud-prod` does not serve `fraud-v2`');
    expect(report).not.toContain('| Serves | nothing → `fraud-v2` |');
  });
});
