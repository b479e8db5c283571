import { describe, expect, it } from '@jest/globals';
import {
  contentOf,
  modelNamesOf,
  variantForModel,
  withModelNames,
} from '../../src/domain/endpoint-config.ts';
import type { JsonObject } from '../../src/domain/json.ts';
import { Problem } from '../../src/domain/problem.ts';
import { canonicalText, sameContent } from '../../src/domain/same-content.ts';

const variant = (VariantName: string, more: JsonObject = {}): JsonObject => ({
  VariantName,
  ModelName: 'fraud-v1',
  InstanceType: 'ml.m5.xlarge',
  InitialInstanceCount: 3,
  ...more,
});
const configured = (...ProductionVariants: readonly JsonObject[]): JsonObject => ({
  ProductionVariants,
});

/** As DescribeEndpointConfig answers, with members that are newer than this code. */
const live: JsonObject = {
  EndpointConfigName: 'fraud-v1',
  EndpointConfigArn: 'arn:aws:sagemaker:eu-west-1:123456789012:endpoint-config/fraud-v1',
  CreationTime: 1681334228.544,
  $metadata: { httpStatusCode: 200 },
  ...configured(variant('AllTraffic', { TurboMode: { Level: 11 } })),
  KmsKeyId: 'alias/fraud',
  QuantumConfig: { Qubits: [1, 2] },
};

function withModel(config: JsonObject, model: string, variantName: string | undefined): JsonObject {
  return withModelNames(contentOf(config), { [variantForModel(config, variantName)]: model });
}

function problemOf(act: () => unknown): Problem {
  try {
    act();
  } catch (thrown) {
    if (thrown instanceof Problem) return thrown;
  }
  throw new Error('No problem was told.');
}

describe('a copy of the live configuration with another model', () => {
  it('carries everything else over, known or new, and leaves its name and its times behind', () => {
    expect(withModel(live, 'fraud-v2', undefined)).toEqual({
      ...configured(variant('AllTraffic', { TurboMode: { Level: 11 }, ModelName: 'fraud-v2' })),
      KmsKeyId: 'alias/fraud',
      QuantumConfig: { Qubits: [1, 2] },
    });
  });

  it('leaves the live configuration as it is', () => {
    const before = structuredClone(live);
    withModel(live, 'fraud-v2', 'AllTraffic');
    expect(live).toEqual(before);
  });

  it('changes the variant that is named, of several, and no shadow variant', () => {
    const two = {
      ...configured(variant('A'), variant('B')),
      ShadowProductionVariants: [variant('B')],
    };
    expect(withModel(two, 'fraud-v2', 'B')).toEqual({
      ...configured(variant('A'), variant('B', { ModelName: 'fraud-v2' })),
      ShadowProductionVariants: [variant('B')],
    });
  });

  it.each([
    ['several and none named', undefined, 'has 2 variants, and variant-name does not say which'],
    ['an unknown one', 'C', 'has no variant C.'],
  ])('%s: the variants are named', (_, name, said) => {
    const problem = problemOf(() => withModel(configured(variant('A'), variant('B')), 'm', name));
    expect(problem.code).toBe('invalid-inputs');
    expect(problem.message).toContain(said);
    expect(String(problem.remedy)).toContain('A, B');
  });

  it('an only variant that has another name than the one asked for is not taken', () => {
    expect(problemOf(() => withModel(live, 'm', 'Other')).message).toContain('no variant Other');
  });

  it('a variant whose pools all have models of their own has no model that could serve', () => {
    const pool = { InstanceType: 'ml.m5.xlarge', Priority: 1, ModelNameOverride: 'small' };
    const pools = (...InstancePools: readonly JsonObject[]) =>
      configured(variant('AllTraffic', { InstancePools }));
    const problem = problemOf(() => withModel(pools(pool), 'm', undefined));
    expect(problem.message).toContain('gives each of its instance pools a model of its own');
    const { ModelNameOverride: _, ...open } = pool;
    expect(() => withModel(pools(pool, open), 'm', undefined)).not.toThrow();
  });

  it('a variant of inference components has no model to replace', () => {
    const { ModelName, ...bare } = variant('AllTraffic');
    const problem = problemOf(() => withModel(configured(bare), 'm', undefined));
    expect(problem.message).toContain('inference components');
  });
});

describe('the same content', () => {
  const one = configured(variant('A'), variant('B'));

  it.each<[what: string, other: JsonObject]>([
    [
      'members in another order',
      configured(
        {
          InitialInstanceCount: 3,
          VariantName: 'A',
          InstanceType: 'ml.m5.xlarge',
          ModelName: 'fraud-v1',
        },
        variant('B'),
      ),
    ],
    ['variants in another order', configured(variant('B'), variant('A'))],
    [
      'another name, date and tags',
      { ...one, EndpointConfigName: 'x', CreationTime: 1, EndpointConfigArn: 'y', Tags: [] },
    ],
    [
      'the weight that the API takes by itself',
      configured(variant('A', { InitialVariantWeight: 1 }), variant('B')),
    ],
    [
      'what the API answers for an isolation that no one asked for',
      { ...one, EnableNetworkIsolation: false },
    ],
    ['no shadow variants, in words', { ...one, ShadowProductionVariants: [] }],
  ])('%s', (_, other) => {
    expect(sameContent(one, other)).toBe(true);
    expect(canonicalText(one)).toBe(canonicalText(other));
  });

  it.each<[what: string, other: JsonObject]>([
    ['another model', configured(variant('A', { ModelName: 'fraud-v2' }), variant('B'))],
    ['another weight', configured(variant('A', { InitialVariantWeight: 2 }), variant('B'))],
    ['one variant less', configured(variant('A'))],
    ['a shadow variant', { ...one, ShadowProductionVariants: [variant('C')] }],
    ['a member that is newer than this code', { ...one, QuantumConfig: {} }],
    ['network isolation', { ...one, EnableNetworkIsolation: true }],
    ['a list in another order', { ...one, QuantumConfig: { Qubits: [2, 1] } }],
  ])('is not: %s', (_, other) => {
    expect(sameContent({ ...one }, other)).toBe(false);
  });

  it('the order within a list counts', () => {
    const ordered = (Subnets: readonly string[]) => ({ ...one, VpcConfig: { Subnets } });
    expect(sameContent(ordered(['a', 'b']), ordered(['b', 'a']))).toBe(false);
  });
});

it('the models of a configuration: of shadow variants and pools too, once each', () => {
  const pools = [{ InstanceType: 'ml.g5.xlarge', Priority: 1, ModelNameOverride: 'fraud-g5' }];
  expect(
    modelNamesOf({
      ...configured(variant('A'), variant('B', { InstancePools: pools })),
      ShadowProductionVariants: [variant('S', { ModelName: 'fraud-shadow' })],
    }),
  ).toEqual(['fraud-v1', 'fraud-g5', 'fraud-shadow']);
});
