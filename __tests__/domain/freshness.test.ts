import { describe, expect, it } from '@jest/globals';
import { freshnessOf, type LookedUpByName } from '../../src/domain/freshness.ts';
import type { JsonObject } from '../../src/domain/json.ts';
import { Problem } from '../../src/domain/problem.ts';
import { whatIsReplaced } from '../../src/domain/replaced.ts';
import { phrase } from '../../src/domain/text/phrase.ts';
import { at, endpoint, lastWeek, variant } from './snapshots.ts';

const found = (value: JsonObject) => ({ kind: 'found', value }) as const;
const denied = new Problem('access-denied', phrase`It may not.`, { remedy: phrase`Allow it.` });
const content: JsonObject = {
  ProductionVariants: [{ VariantName: 'AllTraffic', ModelName: 'fraud' }],
};
const modelOf = (CreationTime: string | number, Image = 'fraud:1'): JsonObject => ({
  ModelName: 'fraud',
  PrimaryContainer: { Image },
  CreationTime,
});
const old = modelOf(lastWeek / 1000 - 60);
const running = endpoint({
  variants: [
    {
      ...variant(3, 3),
      images: [{ specified: 'fraud:1', resolved: undefined, resolvedAt: undefined }],
    },
  ],
});

function freshness(models: LookedUpByName, described?: JsonObject, wanted = content) {
  return freshnessOf({ name: 'fraud-v1', content: wanted, described, models }, running, undefined);
}

describe('what runs under a name', () => {
  it('is what the name stands for, where nothing of it was created since', () => {
    const described = { ...content, CreationTime: lastWeek / 1000 - 30 };
    expect(freshness({ fraud: found(old) }, described)).toEqual({
      replacements: [],
      newestModelAt: lastWeek - 60_000,
      hidden: undefined,
    });
  });

  it.each([
    ['seconds since 1970', at(0) / 1000],
    ['a text', new Date(at(0)).toISOString()],
  ])('is not where a model was created later, its time as %s', (_, time) => {
    const { replacements, newestModelAt } = freshness({ fraud: found(modelOf(time)) });
    const named = { kind: 'model', name: 'fraud', createdAt: at(0) };
    expect(replacements).toEqual([{ kind: 'created-again', named }]);
    expect(newestModelAt).toBe(at(0));
    expect(whatIsReplaced(replacements)).toBe('model');
  });

  it('is not where the configuration was created later', () => {
    const { replacements } = freshness({ fraud: found(old) }, { CreationTime: at(0) / 1000 });
    expect(replacements).toMatchObject([{ named: { kind: 'endpoint configuration' } }]);
    expect(whatIsReplaced(replacements)).toBe('configuration');
  });

  it('is where it was created in the very moment', () => {
    expect(freshness({ fraud: found(modelOf(lastWeek / 1000)) }).replacements).toEqual([]);
  });

  it('is not where its model names another image than the one that runs', () => {
    const { replacements } = freshness({ fraud: found({ ...old, ...imageOf('fraud:2') }) });
    expect(replacements).toEqual([
      { kind: 'other-image', model: 'fraud', variant: 'AllTraffic', runs: 'fraud:1' },
    ]);
    expect(whatIsReplaced(replacements)).toBe('model');
  });

  it.each<[string, JsonObject]>([
    ['a model package, whose image is not told', { ModelPackageName: 'arn:…/fraud/3' }],
    ['no image at all', {}],
  ])('says nothing by the image where the model has %s', (_, container) => {
    expect(
      freshness({ fraud: found({ ...old, PrimaryContainer: container }) }).replacements,
    ).toEqual([]);
  });

  it('may be any of several containers, or of the models of its pools', () => {
    const several = {
      ...old,
      PrimaryContainer: {},
      Containers: [{ Image: 'a' }, { Image: 'fraud:1' }],
    };
    const { PrimaryContainer: _, ...containers } = several;
    expect(freshness({ fraud: found(containers) }).replacements).toEqual([]);
    const pools = [{ InstanceType: 'ml.g5.xlarge', ModelNameOverride: 'fraud-g5' }];
    const pooled = {
      ProductionVariants: [{ VariantName: 'AllTraffic', ModelName: 'fraud', InstancePools: pools }],
    };
    const models = {
      fraud: found({ ...old, ...imageOf('other') }),
      'fraud-g5': found({ ...old, ...imageOf('fraud:1') }),
    };
    expect(freshness(models, undefined, pooled).replacements).toEqual([]);
  });

  it('is unknown where a model cannot be read, or does not say when it was created', () => {
    expect(freshness({ fraud: { kind: 'not-readable', problem: denied } })).toEqual({
      replacements: [],
      newestModelAt: undefined,
      hidden: denied,
    });
    const { CreationTime: _, ...undated } = old;
    expect(freshness({ fraud: found(undated) }).hidden?.message).toContain('the model fraud');
    expect(freshness({ fraud: found(old) }, {}).hidden?.message).toContain(
      'the endpoint configuration fraud-v1',
    );
  });

  it('is what it was where a model was deleted', () => {
    expect(freshness({ fraud: { kind: 'missing' } })).toEqual({
      ...{ replacements: [], newestModelAt: undefined, hidden: undefined },
    });
  });
});

function imageOf(Image: string): JsonObject {
  return { PrimaryContainer: { Image } };
}
