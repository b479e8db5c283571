import { describe, expect, it } from '@jest/globals';
import type { Snapshot } from '../../src/domain/endpoint.ts';
import type { RolloutRecord } from '../../src/domain/record.ts';
import { formerIn, wayBackBy, wayBackFrom } from '../../src/domain/rollback-target.ts';
import { endpoint } from './snapshots.ts';

const v2after1: RolloutRecord = {
  previous: 'fraud-v1',
  current: 'fraud-v2',
  mode: 'deploy',
  commit: undefined,
  run: 'run-1',
};
const noWay = expect.objectContaining({ code: 'no-rollback-target' });

/** Where it goes, in the run `run-2` unless said otherwise. */
function wayOf(
  record: RolloutRecord | undefined,
  serving: string,
  told: Partial<Snapshot> & { readonly run?: string } = {},
): string {
  const { run = 'run-2', ...more } = told;
  return wayBackBy(record, endpoint({ ...more, configName: serving }), run);
}

describe('the rollback by the record', () => {
  it.each<[what: string, record: RolloutRecord, serving: string, to: string]>([
    ['the previous configuration', v2after1, 'fraud-v2', 'fraud-v1'],
    ['forward again', { ...v2after1, mode: 'rollback' }, 'fraud-v2', 'fraud-v1'],
    ['nowhere, where that serves', v2after1, 'fraud-v1', 'fraud-v1'],
  ])('is %s', (_, record, serving, to) => {
    expect(wayOf(record, serving)).toBe(to);
  });

  it('was gone already by this run, if it was a rollback', () => {
    const rollback = { ...v2after1, mode: 'rollback' } as const;
    expect(wayOf(rollback, 'fraud-v2', { run: 'run-1' })).toBe('fraud-v2');
    expect(wayOf(v2after1, 'fraud-v2', { run: 'run-1' })).toBe('fraud-v1');
  });

  it('is unknown without a record, by one of something else, and in a mix', () => {
    const mixed = { status: 'UpdateRollbackFailed' };
    const created = { ...v2after1, previous: undefined };
    expect(() => wayOf(undefined, 'fraud-v2')).toThrow(noWay);
    expect(() => wayOf(v2after1, 'fraud-v3')).toThrow(noWay);
    expect(() => wayOf(created, 'fraud-v2')).toThrow(noWay);
    expect(() => wayOf(created, 'fraud-v3')).toThrow(noWay);
    expect(() => wayOf(v2after1, 'fraud-v2', mixed)).toThrow(noWay);
  });
});

describe('the rollback after an update that was waited for', () => {
  const awaited = { from: 'fraud-v2', to: 'fraud-v3' };
  const endedOn = (configName: string, status = 'InService') =>
    wayBackFrom(awaited, endpoint({ configName, status }));

  it('is what served while it ran, where it has come to serve, or half of it has', () => {
    expect(endedOn('fraud-v3')).toBe('fraud-v2');
    expect(endedOn('fraud-v2', 'UpdateRollbackFailed')).toBe('fraud-v2');
  });

  it('is none where it has not', () => {
    expect(() => endedOn('fraud-v2')).toThrow(noWay);
    expect(() => endedOn('fraud-v9')).toThrow(noWay);
  });
});

describe('what served before, by the record of what serves now', () => {
  const serving = endpoint({ configName: 'fraud-v2' });

  it('is the previous configuration', () => {
    expect(formerIn(v2after1, serving)).toMatchObject({ name: 'fraud-v1', by: 'record' });
  });

  it.each([undefined, 'fraud-v2'])('is nothing where the record says %s', (previous) => {
    expect(formerIn({ ...v2after1, previous }, serving)).toBeUndefined();
  });
});
