import { describe, expect, it } from '@jest/globals';
import { differences } from '../../src/domain/difference.ts';
import type { Configuration } from '../../src/domain/endpoint-config.ts';
import type { JsonObject } from '../../src/domain/json.ts';

const image = (digest: string) =>
  `123456789012.dkr.ecr.eu-west-1.amazonaws.com/fraud@sha256:${digest.repeat(64 / digest.length)}`;

const variant = (more: JsonObject = {}): JsonObject => ({
  VariantName: 'AllTraffic',
  ModelName: 'fraud-v1',
  InstanceType: 'ml.m5.xlarge',
  InitialInstanceCount: 3,
  ...more,
});
const model = (container: JsonObject, more: JsonObject = {}): JsonObject => ({
  ModelName: 'some',
  ModelArn: 'arn:some',
  CreationTime: 1,
  PrimaryContainer: { Image: 'fraud:1', ...container },
  ...more,
});

/** A configuration of one variant, and the model of that variant where it is known. */
function configuration(variants: readonly JsonObject[], models = {}, more = {}): Configuration {
  return { name: 'some', content: { ProductionVariants: variants, ...more }, models };
}

/** Changes as a person reads them. */
function told(before: Configuration | undefined, after: Configuration): readonly string[] {
  return differences(before, after).map(
    ({ place, hidden, before: old = 'nothing', after: fresh = 'nothing' }) =>
      hidden ? `${place}: ${hidden}` : `${place}: ${old} → ${fresh}`,
  );
}

const one = configuration([variant()], { 'fraud-v1': model({}) });

describe('only what differs is told', () => {
  it('nothing, where one says in so many words that there is nothing', () => {
    const emptied = configuration([variant({ ServerlessConfig: null })], one.models, {
      KmsKeyId: null,
    });
    expect(told(one, emptied)).toEqual([]);
  });

  it('nothing, where both say the same under other names', () => {
    const described = {
      EndpointConfigName: 'other',
      EndpointConfigArn: 'arn',
      CreationTime: 2,
      EnableNetworkIsolation: false,
      Tags: [{ Key: 'a', Value: 'b' }],
    };
    const other = configuration(
      [variant({ InitialVariantWeight: 1 })],
      { 'fraud-v1': model({}, { ModelArn: 'arn:other', CreationTime: 9 }) },
      described,
    );
    expect(told(one, other)).toEqual([]);
  });

  it.each<[line: string, variants: readonly JsonObject[], more?: JsonObject]>([
    ['AllTraffic › InitialInstanceCount: 3 → 5', [variant({ InitialInstanceCount: 5 })]],
    ['AllTraffic › InitialVariantWeight: 1 → 0.5', [variant({ InitialVariantWeight: 0.5 })]],
    ['AllTraffic › EnableSSMAccess: nothing → true', [variant({ EnableSSMAccess: true })]],
    [
      'AllTraffic › RoutingConfig › RoutingStrategy: nothing → RANDOM',
      [variant({ RoutingConfig: { RoutingStrategy: 'RANDOM' } })],
    ],
    [
      'AllTraffic › InstancePools[1] › Priority: nothing → 2',
      [variant({ InstancePools: [{}, { Priority: 2 }] })],
    ],
    ['KmsKeyId: nothing → alias/fraud', [variant()], { KmsKeyId: 'alias/fraud' }],
    ['EnableNetworkIsolation: false → true', [variant()], { EnableNetworkIsolation: true }],
    [
      'DataCaptureConfig › InitialSamplingPercentage: nothing → 20',
      [variant()],
      { DataCaptureConfig: { InitialSamplingPercentage: 20 } },
    ],
    ['VpcConfig › Subnets: nothing → a, b', [variant()], { VpcConfig: { Subnets: ['a', 'b'] } }],
    [
      'QuantumConfig › Qubits[0] › Spin: nothing → up',
      [variant()],
      { QuantumConfig: { Qubits: [{ Spin: 'up' }] } },
    ],
  ])('%s', (line, variants, more = {}) => {
    const other = configuration(variants, one.models, more);
    expect(told(one, other)).toEqual([line]);
    const [place, before, after] = line.split(/: | → /);
    expect(told(other, one)).toEqual([`${place}: ${after} → ${before}`]);
  });
});

describe('models, container by container', () => {
  const rollout = (before: JsonObject, after: JsonObject) =>
    told(
      configuration([variant()], { 'fraud-v1': before }),
      configuration([variant({ ModelName: 'fraud-v2' })], { 'fraud-v2': after }),
    );

  it('what DescribeModel adds to a model is no difference to one that is going to be created', () => {
    const data = { S3Uri: 's3://m/1', S3DataType: 'S3Object', CompressionType: 'Gzip' };
    const container = { Image: image('a1'), ModelDataUrl: 's3://m/1' };
    const described = {
      ...model({ ...container, Mode: 'SingleModel', ModelDataSource: { S3DataSource: data } }),
      EnableNetworkIsolation: false,
      CreationTime: 1681334228.544,
    };
    expect(rollout(described, { PrimaryContainer: container })).toEqual([
      'AllTraffic › ModelName: fraud-v1 → fraud-v2',
    ]);
  });

  it('another image, model data and environment', () => {
    expect(
      rollout(
        model({
          Image: image('a1'),
          ModelDataUrl: 's3://m/1',
          Environment: { LEVEL: '1', OLD: 'x' },
        }),
        model({
          Image: image('b2'),
          ModelDataUrl: 's3://m/2',
          Environment: { LEVEL: '2', NEW: 'y' },
        }),
      ),
    ).toEqual([
      'AllTraffic › ModelName: fraud-v1 → fraud-v2',
      'AllTraffic › Image: 123456789012.dkr.ecr.eu-west-1.amazonaws.com/fraud@sha256:a1a1a1a1a1a1… → 123456789012.dkr.ecr.eu-west-1.amazonaws.com/fraud@sha256:b2b2b2b2b2b2…',
      'AllTraffic › ModelDataUrl: s3://m/1 → s3://m/2',
      'AllTraffic › Environment › LEVEL: changed',
      'AllTraffic › Environment › OLD: removed',
      'AllTraffic › Environment › NEW: added',
    ]);
  });

  it('model data in parts', () => {
    const data = (S3Uri: string) => ({ ModelDataSource: { S3DataSource: { S3Uri } } });
    expect(rollout(model(data('s3://m/1/')), model(data('s3://m/2/')))).toContain(
      'AllTraffic › ModelDataSource › S3DataSource › S3Uri: s3://m/1/ → s3://m/2/',
    );
  });

  it('several containers, by their names or their numbers', () => {
    const chain = (first: string, second: string) => ({
      Containers: [{ ContainerHostname: 'prepare', Image: first }, { Image: second }],
    });
    expect(rollout(chain('p:1', 'f:1'), chain('p:2', 'f:2'))).toEqual([
      'AllTraffic › ModelName: fraud-v1 → fraud-v2',
      'AllTraffic › prepare › Image: p:1 → p:2',
      'AllTraffic › Container 2 › Image: f:1 → f:2',
    ]);
  });

  it("what is the model's own", () => {
    expect(
      rollout(model({}, { ExecutionRoleArn: 'arn:a' }), model({}, { ExecutionRoleArn: 'arn:b' })),
    ).toContain('AllTraffic › Model › ExecutionRoleArn: arn:a → arn:b');
  });

  it('the same containers under another name: only the name', () => {
    expect(rollout(model({}), model({}))).toEqual(['AllTraffic › ModelName: fraud-v1 → fraud-v2']);
  });

  it('of a model that could not be read nothing is said but its name', () => {
    const unread = configuration([variant({ ModelName: 'fraud-v2' })]);
    expect(told(one, unread)).toEqual(['AllTraffic › ModelName: fraud-v1 → fraud-v2']);
    expect(told(unread, one)).toEqual(['AllTraffic › ModelName: fraud-v2 → fraud-v1']);
  });

  it.each([
    ['DB_PASS', 'hunter2', 'hunter3'],
    ['SENTRY_DSN', 'https://abc@o1.ingest.sentry.io/2', 'https://def@o1.ingest.sentry.io/2'],
    ['CONNECTION_STRING', 'Server=db;Pwd=abc', 'Server=db;Pwd=def'],
    ['LOG_LEVEL', 'info-abc', 'info-def'],
  ])('a variable of the environment is told by its name alone: %s', (name, before, after) => {
    const set = (value: string) => model({ Environment: { [name]: value } });
    const changed = rollout(set(before), set(after));
    const added = rollout(model({}), set(after));
    const removed = rollout(set(before), model({}));
    expect(changed).toContain(`AllTraffic › Environment › ${name}: changed`);
    expect(added).toContain(`AllTraffic › Environment › ${name}: added`);
    expect(removed).toContain(`AllTraffic › Environment › ${name}: removed`);
    expect([changed, added, removed].join()).not.toMatch(/hunter|abc|def/);
  });

  it('the environment of a new variant, of one container of several and at any depth is hidden too', () => {
    const inside = { Environment: { A: 'secret', B: ['secret'], C: { D: 'secret' } } };
    const after = configuration(
      [variant(), variant({ VariantName: 'New', ModelName: 'new', environment: 'secret' })],
      { 'fraud-v1': model({}), new: { Containers: [{}, { ...inside, More: inside }] } },
    );
    for (const before of [one, undefined]) {
      const lines = told(before, after);
      expect(lines).toContain('New › Container 2 › Environment › A: added');
      expect(lines).toContain('New › Container 2 › More › Environment › C › D: added');
      expect(lines.join()).not.toMatch(/secret/);
    }
  });

  it('the same environment is no difference', () => {
    const same = model({ Environment: { DB_PASS: 'hunter2' } });
    expect(rollout(same, same)).toEqual(['AllTraffic › ModelName: fraud-v1 → fraud-v2']);
  });

  it('the keys in URLs are not shown, and that they differ is told', () => {
    const at = (ModelDataUrl: string) => model({ ModelDataUrl });
    const old = at('https://m.example/1.tar.gz?X-Amz-Signature=abc');
    expect(rollout(old, at('https://user:def@m.example/2.tar.gz?sig=def#def'))).toContain(
      'AllTraffic › ModelDataUrl: https://m.example/1.tar.gz?… → https://…@m.example/2.tar.gz?…',
    );
    expect(rollout(old, at('https://m.example/1.tar.gz?X-Amz-Signature=def'))).toContain(
      'AllTraffic › ModelDataUrl: changed',
    );
  });
});

describe('variants are the same by their names', () => {
  const two = configuration(
    [variant({ VariantName: 'Linear' }), variant({ VariantName: 'XGB', ModelName: 'xgb-v1' })],
    { 'fraud-v1': model({}), 'xgb-v1': model({ Image: 'xgb:1' }) },
  );

  it('in whatever order they stand', () => {
    const turned = [...(two.content.ProductionVariants as JsonObject[])].reverse();
    expect(told(two, configuration(turned, two.models))).toEqual([]);
  });

  it('one that goes is told in a line, one that comes with all it has', () => {
    const lone = configuration([variant({ VariantName: 'Linear' })], two.models);
    expect(told(two, lone)).toEqual(['XGB: xgb-v1, 3 × ml.m5.xlarge → nothing']);
    expect(told(lone, two)).toEqual([
      'XGB › ModelName: nothing → xgb-v1',
      'XGB › InstanceType: nothing → ml.m5.xlarge',
      'XGB › InitialInstanceCount: nothing → 3',
      'XGB › InitialVariantWeight: nothing → 1',
      'XGB › Image: nothing → xgb:1',
    ]);
  });

  it('a shadow variant is told from a production variant of that name', () => {
    const shadowed = configuration([variant()], one.models, {
      ShadowProductionVariants: [variant()],
    });
    expect(told(one, shadowed)).toContain('AllTraffic (shadow) › ModelName: nothing → fraud-v1');
    expect(told(shadowed, one)).toEqual([
      'AllTraffic (shadow): fraud-v1, 3 × ml.m5.xlarge → nothing',
    ]);
  });

  it('a serverless one that goes is named by its model, one without a model by that', () => {
    const bare = (more: JsonObject) =>
      configuration([variant(), { VariantName: 'B', ...more }], one.models);
    expect(told(bare({ ModelName: 'm', ServerlessConfig: {} }), one)).toEqual(['B: m → nothing']);
    expect(told(bare({}), one)).toEqual(['B: a variant without a model → nothing']);
  });
});

it('an endpoint that comes into being has everything added', () => {
  expect(told(undefined, one)).toEqual([
    'AllTraffic › ModelName: nothing → fraud-v1',
    'AllTraffic › InstanceType: nothing → ml.m5.xlarge',
    'AllTraffic › InitialInstanceCount: nothing → 3',
    'AllTraffic › InitialVariantWeight: nothing → 1',
    'AllTraffic › Image: nothing → fraud:1',
  ]);
});
