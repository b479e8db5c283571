import { expect, it } from '@jest/globals';
import { type Asked, askDeploy, askPlan, ofModel } from './asked.ts';

it('A configuration that is made gets a legal name within 63 characters, however long the name of the endpoint.', async () => {
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

it('The content of a file gets the same name, whatever the order of its members.', async () => {
  const ofFile = (content: unknown): Asked => ({
    inputs: { 'endpoint-config-name': '', 'endpoint-config-file': 'endpoint.json' },
    files: { 'endpoint.json': JSON.stringify(content) },
  });
  const VariantName = 'AllTraffic';
  const rest = { ModelName: 'fraud-v2', InstanceType: 'ml.m5.xlarge', InitialInstanceCount: 3 };
  const KmsKeyId = 'arn:aws:kms:eu-west-1:123456789012:key/4c1f';
  const forwards = await askPlan(
    ofFile({ ProductionVariants: [{ VariantName, ...rest }], KmsKeyId }),
  );
  const backwards = await askPlan(
    ofFile({ KmsKeyId, ProductionVariants: [{ ...rest, VariantName }] }),
  );
  expect(backwards.configName).toBe(forwards.configName);
});

it('The second of two runs of the same model finds the update of the first, and follows it.', async () => {
  const first = await askPlan({ inputs: ofModel('fraud-v2') });
  const answered = await askDeploy({
    inputs: ofModel('fraud-v2'),
    arrange: ({ sagemaker }) => {
      const when = { before: 'UpdateEndpoint' } as const;
      const endpointConfigName = first.configName;
      sagemaker.inject({
        kind: 'foreign-update',
        endpoint: 'fraud-prod',
        when,
        endpointConfigName,
      });
    },
  });
  expect(answered.outcome.kind).toBe('deployed');
  expect(answered.serves).toBe(first.configName);
  const updates = answered.requests.filter(({ operation }) => operation === 'UpdateEndpoint');
  expect(updates).toMatchObject([{ error: 'ValidationException' }]);
});

const passing = ['throttling', 'internal-failure', 'service-unavailable', 'reset'] as const;

it.each(passing)('A lookup that ends in %s once is done again.', async (kind) => {
  const answered = await askDeploy({
    inputs: ofModel('fraud-v2'),
    arrange: ({ sagemaker }) =>
      sagemaker.inject({ kind, operation: 'DescribeEndpointConfig', calls: 1 }),
  });
  expect(answered.outcome.kind).toBe('deployed');
});

it.each(passing)('A lookup for a plan that ends in %s once is done again.', async (kind) => {
  const answered = await askPlan({
    inputs: ofModel('fraud-v2'),
    arrange: ({ sagemaker }) =>
      sagemaker.inject({ kind, operation: 'DescribeEndpointConfig', calls: 1 }),
  });
  expect(answered.outcome.kind).toBe('planned');
});
