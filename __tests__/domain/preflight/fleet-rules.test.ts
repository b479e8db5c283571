import { describe, expect, it } from '@jest/globals';
import type { JsonObject } from '../../../src/domain/json.ts';
import { variant } from '../snapshots.ts';
import {
  canary,
  configOf,
  denied,
  findingsOf,
  found,
  guarded,
  instances,
  linear,
  linesOf,
  missing,
  percent,
  rolling,
  type Told,
  variantOf,
} from './facts.ts';

const fleetOf = (InitialInstanceCount: number) => configOf(variantOf({ InitialInstanceCount }));
/** A fleet of that many instances follows one of as many. */
const among = (count: number): Told => ({
  endpoint: { variants: [variant(count, count)] },
  config: fleetOf(count),
});

describe('sizes against the real number of instances', () => {
  it.each<[line: string, told: Told]>([
    [
      'error size-suits-fleet: A canary of 2 is 67 % of the 3 instances of AllTraffic.',
      { deployment: canary(instances(2)) },
    ],
    [
      'error size-suits-fleet: A linear step of 2 is 67 % of the 3 instances of AllTraffic.',
      { deployment: linear(instances(2)) },
    ],
    [
      'error size-suits-fleet: A batch of 2 is 67 % of the 3 instances of AllTraffic.',
      { deployment: rolling(instances(2)) },
    ],
    [
      'error size-suits-fleet: A linear step of 1 is 5 % of the 20 instances of AllTraffic.',
      { ...among(20), deployment: linear(instances(1)) },
    ],
    [
      'error size-suits-fleet: A batch of 1 is 4 % of the 25 instances of AllTraffic.',
      { ...among(25), deployment: rolling(instances(1), 18_000) },
    ],
    [
      'remark size-below-one-instance: A canary of 10% is less than one of the 3 instances of AllTraffic.',
      { deployment: canary(percent(10)) },
    ],
    [
      'remark size-below-one-instance: A linear step of 30% is less than one of the 3 instances of AllTraffic.',
      { deployment: linear(percent(30)) },
    ],
    [
      'warning single-instance-fleet: AllTraffic has one instance: it cannot be divided for a canary of 10%.',
      { ...among(1), deployment: canary(percent(10)) },
    ],
    [
      'warning single-instance-fleet: AllTraffic has one instance: it cannot be divided for a canary of 1.',
      { ...among(1), deployment: canary(instances(1)) },
    ],
    [
      'warning single-instance-fleet: AllTraffic has one instance: it cannot be divided for a batch of 50%.',
      { ...among(1), deployment: rolling(percent(50)) },
    ],
  ])('%s', (line, told) => {
    expect(linesOf(told)).toEqual([line]);
  });

  it.each<[what: string, told: Told]>([
    ['half of two', { ...among(2), deployment: canary(instances(1)) }],
    ['half of four', { ...among(4), deployment: linear(instances(2)) }],
    ['a tenth of ten', { ...among(10), deployment: linear(instances(1)) }],
    ['a twentieth of twenty', { ...among(20), deployment: rolling(instances(1), 18_000) }],
    ['one canary of a hundred', { ...among(100), deployment: canary(instances(1)) }],
    ['a third in percent', { deployment: canary(percent(34)) }],
    ['a single instance, all at once', among(1)],
    ['a single instance, all at once under an alarm', { ...among(1), deployment: guarded }],
    [
      'a single instance that is created',
      {
        ...among(1),
        endpoint: missing,
        serving: missing,
        createEndpoint: true,
        deployment: canary(instances(1)),
      },
    ],
  ])('nothing to say of %s', (_, told) => {
    expect(linesOf(told)).toEqual([]);
  });

  it('says which numbers would suit', () => {
    const remedies = (told: Told) => findingsOf(told).map(({ remedy }) => String(remedy));
    expect(remedies({ deployment: canary(instances(2)) })).toEqual(['Write 1 as `canary-size`.']);
    expect(remedies({ ...among(20), deployment: linear(instances(1)) })).toEqual([
      'Write a number from 2 to 10 as `linear-step-size`.',
    ]);
  });

  it('says which shares SageMaker takes', () => {
    const whys = (told: Told) => findingsOf(told).map(({ why }) => String(why));
    expect(whys({ deployment: canary(instances(2)) })).toEqual([
      "SageMaker takes at most 50 % of a variant's instances.",
    ]);
    expect(whys({ deployment: rolling(instances(2)) })).toEqual([
      "SageMaker takes 5 % to 50 % of a variant's instances.",
    ]);
    expect(whys({ ...among(2), deployment: canary(percent(10)) })).toEqual([
      'Traffic moves by whole instances: expect one, which is 50 %.',
    ]);
  });

  it('counts the instances that serve now, where they are kept', () => {
    const deployment = canary(instances(2));
    const kept: Told = {
      endpoint: { variants: [variant(6, 6)] },
      request: { retention: { kind: 'all-but', excluded: [] } },
    };
    expect(linesOf({ ...kept, deployment })).toEqual([]);
    const excluded = { kind: 'all-but', excluded: ['DesiredInstanceCount'] } as const;
    expect(linesOf({ ...kept, deployment, request: { retention: excluded } })).toContain(
      'error size-suits-fleet: A canary of 2 is 67 % of the 3 instances of AllTraffic.',
    );
  });

  it('each variant counts; serverless ones and pools of unknown size have no instances', () => {
    const config = configOf(
      variantOf({ VariantName: 'A' }),
      variantOf({ VariantName: 'B', InitialInstanceCount: 4 }),
      { VariantName: 'C', ModelName: 'm', ServerlessConfig: {} },
      { VariantName: 'D', ModelName: 'm', InstancePools: [] },
    );
    const variants = ['A', 'B', 'C', 'D'].map((name) => ({ ...variant(3, 3), name }));
    const told: Told = { endpoint: { variants }, config, serving: config };
    const lines = linesOf({ ...told, deployment: canary(instances(2)) });
    expect(lines.filter((line) => line.includes('size'))).toEqual([
      'error size-suits-fleet: A canary of 2 is 67 % of the 3 instances of A.',
    ]);
  });
});

describe('rolling updates', () => {
  const deployment = rolling(instances(1));
  const both = ['AllTraffic', 'Other'].map((VariantName) => variantOf({ VariantName }));
  const variants = [variant(3, 3), { ...variant(3, 3), name: 'Other' }];
  const serverless = configOf({ VariantName: 'AllTraffic', ModelName: 'm', ServerlessConfig: {} });
  const shadowed = found<JsonObject>({
    ProductionVariants: [variantOf()],
    ShadowProductionVariants: [variantOf({ VariantName: 'Shadow' })],
  });

  it.each<[line: string, told: Told]>([
    [
      'error rolling-one-variant: The new configuration has 2 production and 0 shadow variants.',
      { config: configOf(...both), endpoint: { variants } },
    ],
    [
      'warning rolling-one-variant: The new configuration has 1 production and 1 shadow variants.',
      { config: shadowed },
    ],
  ])('%s', (line, told) => {
    expect(linesOf({ ...told, deployment })).toEqual([line]);
    expect(linesOf({ ...told, deployment: canary(instances(1)) })).toEqual([]);
  });

  it('are refused for serverless variants, which no alarm guards either', () => {
    expect(linesOf({ config: serverless, serving: serverless, deployment })).toEqual([
      'warning serverless-unguarded: AllTraffic is serverless, and the rollout asks for alarms.',
      'error rolling-not-serverless: AllTraffic is serverless.',
    ]);
  });
});

describe('variants that change their names', () => {
  const renamed = configOf(variantOf({ VariantName: 'Blue' }));
  const two = [variant(3, 3), { ...variant(3, 3), name: 'Other' }];
  const line = (old: string, fresh: string) =>
    `error variant-names-stay: Variants ${old} would become ${fresh}.`;

  it.each<[line: string, told: Told]>([
    [line('AllTraffic', 'Blue'), { config: renamed }],
    [line('AllTraffic, Other', 'AllTraffic'), { endpoint: { variants: two } }],
    [
      line('AllTraffic', 'AllTraffic, Other'),
      { config: configOf(variantOf({ VariantName: 'Other' }), variantOf()) },
    ],
  ])('%s', (told, facts) => {
    expect(linesOf({ ...facts, deployment: canary(instances(1)) })).toEqual([told]);
    expect(linesOf({ ...facts, deployment: guarded })).toEqual([told]);
    expect(linesOf(facts)).toEqual([]);
  });

  it('another order is no change', () => {
    const turned = { variants: two.toReversed() };
    expect(
      linesOf({
        endpoint: turned,
        config: configOf(variantOf(), variantOf({ VariantName: 'Other' })),
        deployment: guarded,
      }),
    ).toEqual([]);
    const config = configOf(variantOf({ VariantName: 'Other' }), variantOf());
    expect(linesOf({ endpoint: { variants: two }, config, deployment: guarded })).toEqual([]);
  });
});

describe('endpoints that silently fall back to all at once', () => {
  const inf1 = configOf(variantOf({ InstanceType: 'ml.inf1.xlarge' }));
  const line = 'warning inf1-falls-back: Instances are of type ml.inf1.xlarge.';
  const waiting = {
    ...guarded,
    BlueGreenUpdatePolicy: {
      TrafficRoutingConfiguration: { Type: 'ALL_AT_ONCE', WaitIntervalInSeconds: 0 },
      TerminationWaitInSeconds: 60,
    },
  } as const;

  it.each<[what: string, told: Told]>([
    ['the new instances', { config: inf1 }],
    ['the old instances', { serving: inf1 }],
    ['both, told once', { config: inf1, serving: inf1 }],
  ])('%s', (_, told) => {
    expect(linesOf({ ...told, deployment: canary(instances(1)) })).toEqual([line]);
    expect(linesOf({ ...told, deployment: guarded })).toEqual([line]);
    expect(linesOf({ ...told, deployment: waiting })).toEqual([line]);
    expect(linesOf(told)).toEqual([]);
  });

  it('with nothing to take away there is nothing to fall back from', () => {
    const bare = {
      BlueGreenUpdatePolicy: {
        TrafficRoutingConfiguration: { Type: 'ALL_AT_ONCE', WaitIntervalInSeconds: 0 },
      },
    } as const;
    expect(linesOf({ config: inf1, deployment: bare })).toEqual([]);
  });

  it('a model that cannot be read is not said to be from the marketplace', () => {
    const findings = linesOf({ models: { m: denied }, deployment: canary(instances(1)) });
    expect(findings).toEqual(['not-checked model-exists: m: The role may not look.']);
  });

  it('one of several pools, and of a shadow variant', () => {
    const pools = [{ InstanceType: 'ml.inf1.xlarge' }, { InstanceType: 'ml.c5.large' }];
    const shadow = variantOf({
      VariantName: 'Shadow',
      InstanceType: undefined as never,
      InstancePools: pools,
    });
    const config = found<JsonObject>({
      ProductionVariants: [variantOf()],
      ShadowProductionVariants: [shadow],
    });
    expect(linesOf({ config, deployment: canary(instances(1)) })).toEqual([line]);
  });

  it('Inf2 does not', () => {
    const config = configOf(variantOf({ InstanceType: 'ml.inf2.xlarge' }));
    expect(linesOf({ config, deployment: canary(instances(1)) })).toEqual([]);
  });

  it.each<[owner: string, lines: readonly string[]]>([
    [
      '865070037744',
      ['warning marketplace-falls-back: Model m comes from a model package of another account.'],
    ],
    ['123456789012', []],
  ])('a model package of account %s', (owner, lines) => {
    const ModelPackageName = `arn:aws:sagemaker:eu-west-1:${owner}:model-package/fraud`;
    const told = { models: { m: found({ PrimaryContainer: { ModelPackageName } }) } };
    expect(linesOf({ ...told, deployment: canary(instances(1)) })).toEqual(lines);
    expect(linesOf(told)).toEqual([]);
  });

  it('a container of a chain counts, a package of no account does not', () => {
    const chain = {
      Containers: [{ Image: 'a' }, { ModelPackageName: 'arn:aws:sagemaker:x:9:model-package/f' }],
    };
    const own = { PrimaryContainer: { ModelPackageName: 'fraud' } };
    const deployment = canary(instances(1));
    expect(linesOf({ models: { m: found(chain) }, deployment })).toHaveLength(1);
    expect(linesOf({ models: { m: found(own) }, deployment })).toEqual([]);
  });
});

it('variants without a model serve inference components', () => {
  const { ModelName, ...bare } = variantOf();
  expect(linesOf({ config: configOf(bare), serving: configOf(bare) })).toEqual([
    'warning inference-components: AllTraffic names no model.',
  ]);
});

describe('instances that auto scaling has added', () => {
  const serverless = configOf({ VariantName: 'AllTraffic', ModelName: 'm', ServerlessConfig: {} });
  const six = { variants: [variant(6, 6)] };
  const line =
    'warning instances-lost: AllTraffic runs on 6 instances now; the new configuration starts with 3.';

  it('would be lost', () => {
    expect(linesOf({ endpoint: six })).toEqual([line]);
  });

  it.each<[what: string, told: Told, lines: readonly string[]]>([
    [
      'are kept where that is asked for',
      { request: { retention: { kind: 'all-but', excluded: ['DesiredWeight'] } } },
      [],
    ],
    [
      'are lost where they are excluded from what is kept',
      { request: { retention: { kind: 'all-but', excluded: ['DesiredInstanceCount'] } } },
      [line],
    ],
    ['are not fewer in the new configuration', { config: fleetOf(6) }, []],
    ['are those of another variant', { config: configOf(variantOf({ VariantName: 'Other' })) }, []],
    ['have no count in a serverless one', { config: serverless, serving: serverless }, []],
  ])('%s', (_, told, lines) => {
    expect(linesOf({ endpoint: six, ...told })).toEqual(lines);
  });
});
