import { describe, expect, it } from '@jest/globals';
import type { JsonObject } from '../../src/domain/json.ts';
import { missingFrom, withoutPassedStart } from '../../src/domain/missing-scaling.ts';
import { inTheWayOf, retentionFor } from '../../src/domain/scaling.ts';
import { scaled } from './scaled-variants.ts';

const config = (...variants: readonly JsonObject[]): JsonObject => ({
  ProductionVariants: variants.map((one) => ({ VariantName: 'AllTraffic', ...one })),
});
const m5 = { InstanceType: 'ml.m5.xlarge' };
const serverless = { ServerlessConfig: { MaxConcurrency: 5, ProvisionedConcurrency: 2 } };

describe('what is in the way of an update', () => {
  it.each([
    ['the same instance type', config(m5), config(m5), []],
    ['another model', config(m5), config({ ...m5, ModelName: 'b' }), []],
    [
      'another instance type',
      config(m5),
      config({ InstanceType: 'ml.c5.xlarge' }),
      ['type-changes'],
    ],
    ['instances that become serverless', config(m5), config(serverless), ['type-changes']],
    ['serverless all along', config(serverless), config(serverless), []],
    ['another name', config(m5), config({ ...m5, VariantName: 'Main' }), ['removed']],
    ['a variant that does not serve', config(), config(m5), []],
  ] as const)('%s', (_, serving, fresh, ways) => {
    expect(inTheWayOf([scaled()], serving, fresh).map(({ why }) => why)).toEqual(ways);
  });
});

describe('retain-variant-properties: auto', () => {
  const auto = { kind: 'auto', excluded: ['DesiredWeight'] } as const;
  const concurrency = scaled({ dimension: 'sagemaker:variant:DesiredProvisionedConcurrency' });
  it.each([
    [
      'an auto-scaled variant',
      [scaled()],
      'scaled',
      { kind: 'all-but', excluded: ['DesiredWeight'] },
    ],
    ['none', [], 'not-scaled', { kind: 'none' }],
    ['concurrency alone', [concurrency], 'not-scaled', { kind: 'none' }],
    ['what no one may look at', undefined, 'not-known', { kind: 'none' }],
  ] as const)('with %s', (_, all, why, retention) => {
    expect(retentionFor(auto, all)).toMatchObject({ why, retention });
  });

  it('is nothing but what was asked for where that was true or false', () => {
    const choice = retentionFor({ kind: 'none' }, [scaled()]);
    expect(choice).toMatchObject({ why: 'asked', retention: { kind: 'none' } });
  });
});

describe('what is missing', () => {
  const kinds = (standing: Parameters<typeof missingFrom>[1], now = 0) =>
    missingFrom([scaled()], standing, now).map(({ kind }) => kind);

  it('is everything where nothing stands, in the order in which it is restored', () => {
    expect(kinds([])).toEqual(['target', 'policy', 'action']);
  });

  it('is nothing where it stands as it stood, whatever the order of its members', () => {
    const suspended = Object.fromEntries(Object.entries(scaled().suspended).toReversed());
    expect(kinds([scaled({ suspended })])).toEqual([]);
  });

  it.each([
    [{ maxCapacity: 9 }, ['target']],
    [{ suspended: { ...scaled().suspended, ScheduledScalingSuspended: true } }, ['target']],
    [{ policies: [] }, ['policy']],
    [{ policies: scaled().policies.map((one) => ({ ...one, configuration: {} })) }, ['policy']],
    [{ actions: scaled().actions.map((one) => ({ ...one, members: {} })) }, ['action']],
    [{ variant: 'Other' }, ['target', 'policy', 'action']],
  ])('is seen where something differs: %j', (told, missing) => {
    expect(kinds([scaled(told)])).toEqual(missing);
  });

  it('is no start of a schedule that has passed, but one that is to come', () => {
    const [action] = scaled().actions;
    const { StartTime, ...members } = action?.members ?? {};
    const there = scaled({ actions: [{ name: 'morning', members }] });
    const start = Date.parse(String(StartTime));
    expect(kinds([there], start - 1)).toEqual(['action']);
    expect(kinds([there], start)).toEqual([]);
    const part = missingFrom([scaled()], []).at(-1);
    expect(part && withoutPassedStart(part, start - 1)).toBeUndefined();
    expect(part && withoutPassedStart(part, start)).toMatchObject({ action: { members } });
  });
});
