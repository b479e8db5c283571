import { describe, expect, it } from '@jest/globals';
import type { RolloutRequest } from '../../src/domain/request.ts';
import { intruder, previousConfig, retentionBack } from '../../src/domain/smoke-rollback.ts';
import { read } from '../inputs/workflow.ts';
import { endpoint, pending, updating, variant } from './snapshots.ts';

const config = (count: number, type = 'ml.m5.xlarge', name = 'AllTraffic') => ({
  ProductionVariants: [{ VariantName: name, InstanceType: type, InitialInstanceCount: count }],
});

describe('the configuration to roll back to', () => {
  it('is the one that served before, if another did', () => {
    expect(previousConfig('fraud-v2', endpoint())).toBe('fraud-v1');
    expect(previousConfig('fraud-v1', endpoint())).toBeUndefined();
    expect(previousConfig('fraud-v2', endpoint({ status: 'absent' }))).toBeUndefined();
    expect(previousConfig('fraud-v2', undefined)).toBeUndefined();
  });
});

describe('another party', () => {
  it.each([
    ['no one, while ours serves', endpoint({ configName: 'fraud-v2' }), undefined],
    ['no one, while it is scaled', updating({ configName: 'fraud-v2' }), undefined],
    ['whose update is pending', updating({ pending: pending('fraud-v3') }), 'fraud-v3'],
    ['whose configuration serves', endpoint({ configName: 'fraud-v3' }), 'fraud-v3'],
  ])('is %s', (_, poll, by) => {
    expect(intruder('fraud-v2', poll)).toBe(by);
  });
});

describe('the fleet that comes back', () => {
  const request = read().rollout;
  const kept = { kind: 'all-but', excluded: ['DesiredWeight'] };
  const serving = (count: number | undefined) => endpoint({ variants: [variant(count, count)] });
  const back = (count: number | undefined, from = config(3), to = config(3), asked = request) =>
    retentionBack(asked, serving(count), { from, to });

  it('keeps the instances that serve, never the weights', () => {
    expect(back(3)).toEqual(kept);
    expect(back(7)).toEqual(kept);
  });

  it.each([
    ['fewer serve than the configuration has', back(2)],
    ['they are other instances', back(3, config(3, 'ml.g5.xlarge'))],
    ['the variants are others', back(3, config(3, 'ml.m5.xlarge', 'Other'))],
    ['they are not counted', back(undefined)],
    [
      'a configuration cannot be read',
      retentionBack(request, serving(3), { from: undefined, to: config(3) }),
    ],
  ])('starts as its configuration says where %s', (_, retention) => {
    expect(retention).toEqual({ kind: 'none' });
  });

  it('keeps what the user keeps', () => {
    const retention: RolloutRequest['retention'] = { kind: 'all-but', excluded: [] };
    expect(back(1, config(3), config(3), { ...request, retention })).toBe(retention);
  });
});
