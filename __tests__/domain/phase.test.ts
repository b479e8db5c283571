import { describe, expect, it } from '@jest/globals';
import type { Snapshot } from '../../src/domain/endpoint.ts';
import { isSameProgress, type Phase, type Progress, progressOf } from '../../src/domain/phase.ts';
import { at, endpoint, pending, updating, variant } from './snapshots.ts';

/** The phases that a person would be told of, look after look; each is told once. */
function phasesOf(...polls: readonly Snapshot[]): readonly string[] {
  const told: string[] = [];
  let progress: Progress | undefined;
  for (const poll of polls) {
    const next = progressOf(poll, progress);
    const { newInstances, oldInstances } = next.traffic;
    if (!progress || !isSameProgress(next, progress)) {
      told.push(`${next.phase} ${newInstances}+${oldInstances}`);
    }
    progress = next;
  }
  return told;
}

/** So many new instances of three take traffic, and so many old ones. */
function fleets(fresh: number, old: number, status?: string): Snapshot {
  return updating({
    variants: [variant(old, 3)],
    pending: pending('fraud-v2', variant(fresh, 3, status)),
  });
}

/** The old fleet goes, the new one has all traffic. */
const oldFleetEnds = updating({
  variants: [variant(0, 3, 'Deleting')],
  pending: pending('fraud-v2', variant(3, 3)),
});

describe('the phases of an update, new and old instances with traffic beside them', () => {
  it('a status that is newer than this code: the new fleet launches, until it has traffic', () => {
    expect(
      phasesOf(
        updating(),
        fleets(0, 3, 'Warming'),
        fleets(1, 2, 'Warming'),
        fleets(1, 2, 'Baking'),
        fleets(1, 2, 'Warming'),
      ),
    ).toEqual(['starting 0+3', 'provisioning 0+3', 'shifting-traffic 1+2', 'baking 1+2']);
  });

  it('canary: a bake on one instance, then the final bake on all', () => {
    expect(
      phasesOf(
        updating(),
        fleets(0, 3, 'Creating'),
        fleets(0, 3, 'Creating'),
        fleets(1, 2, 'ActivatingTraffic'),
        fleets(1, 2, 'Baking'),
        fleets(1, 2, 'Baking'),
        fleets(3, 0, 'ActivatingTraffic'),
        fleets(3, 0, 'Baking'),
        oldFleetEnds,
      ),
    ).toEqual([
      'starting 0+3',
      'provisioning 0+3',
      'shifting-traffic 1+2',
      'baking 1+2',
      'shifting-traffic 3+0',
      'final-bake 3+0',
      'removing-old-fleet 3+0',
    ]);
  });

  it('statuses that are not known yet: it goes on as it was, or as the traffic shows', () => {
    expect(
      phasesOf(
        fleets(0, 3, 'Warming'),
        fleets(1, 2, 'Warming'),
        fleets(1, 2, 'Baking'),
        fleets(1, 2, 'Simmering'),
        fleets(3, 0, 'Simmering'),
        fleets(0, 3, 'Cooling'),
      ),
    ).toEqual([
      'provisioning 0+3',
      'shifting-traffic 1+2',
      'baking 1+2',
      'shifting-traffic 3+0',
      'rolling-back 0+3',
    ]);
  });

  it('linear: each step bakes at its own share of the traffic', () => {
    expect(
      phasesOf(fleets(1, 2, 'Baking'), fleets(2, 1, 'Baking'), fleets(3, 0, 'Baking')),
    ).toEqual(['baking 1+2', 'baking 2+1', 'final-bake 3+0']);
  });

  it('rolling: more instances are provisioned between the bakes', () => {
    expect(
      phasesOf(
        fleets(0, 3, 'Creating'),
        fleets(1, 3, 'ActivatingTraffic'),
        fleets(1, 2, 'Baking'),
        fleets(1, 2, 'Creating'),
        fleets(2, 1, 'Baking'),
        fleets(3, 0, 'Baking'),
      ),
    ).toEqual([
      'provisioning 0+3',
      'shifting-traffic 1+3',
      'baking 1+2',
      'provisioning 1+2',
      'baking 2+1',
      'final-bake 3+0',
    ]);
  });

  it('rolling back is seen when the new fleet loses traffic, whatever its status says', () => {
    expect(
      phasesOf(
        fleets(1, 2, 'Baking'),
        fleets(0, 3, 'Updating'),
        fleets(0, 3, 'Deleting'),
        fleets(0, 3, 'Creating'),
      ),
    ).toEqual(['baking 1+2', 'rolling-back 0+3']);
  });

  it('rolling back in batches stays rolling back, from batch to batch', () => {
    expect(
      phasesOf(
        fleets(2, 1, 'Baking'),
        fleets(1, 2, 'Updating'),
        fleets(1, 2, 'Baking'),
        fleets(0, 3, 'Deleting'),
      ),
    ).toEqual(['baking 2+1', 'rolling-back 1+2', 'rolling-back 0+3']);
  });

  it('a new fleet that ends before it ever took traffic is rolled back', () => {
    expect(phasesOf(fleets(0, 3, 'Creating'), fleets(0, 3, 'Deleting'))).toEqual([
      'provisioning 0+3',
      'rolling-back 0+3',
    ]);
  });

  it('the status RollingBack says so itself, with its fleets shown or not', () => {
    const statusAlone = updating({ status: 'RollingBack' });
    expect(phasesOf({ ...fleets(1, 2, 'Baking'), status: 'RollingBack' })).toEqual([
      'rolling-back 1+2',
    ]);
    expect(phasesOf(fleets(1, 2, 'Baking'), statusAlone)).toEqual([
      'baking 1+2',
      'rolling-back 1+2',
    ]);
  });

  it('in service with the update still named: settling', () => {
    const lingering = endpoint({ configName: 'fraud-v2', pending: pending('fraud-v2') });
    expect(phasesOf(fleets(3, 0, 'Baking'), lingering)).toEqual(['final-bake 3+0', 'settling 0+3']);
  });

  it('two variants: one that still bakes does not hide that the other gets traffic', () => {
    const poll = updating({
      variants: [variant(0, 3), variant(1, 2)],
      pending: pending('fraud-v2', variant(3, 3, 'Baking'), variant(1, 2, 'ActivatingTraffic')),
    });
    expect(phasesOf(poll)).toEqual(['shifting-traffic 4+1']);
  });
});

describe('a serverless endpoint counts no instances', () => {
  const serverless = (status: string) =>
    updating({
      variants: [variant(undefined, undefined)],
      pending: pending('fraud-v2', variant(undefined, undefined, status)),
    });

  it.each<[status: string, phase: Phase]>([
    ['Creating', 'provisioning'],
    ['ActivatingTraffic', 'shifting-traffic'],
    ['Baking', 'baking'],
  ])('%s: %s', (status, phase) => {
    expect(progressOf(serverless(status), undefined).phase).toBe(phase);
  });
});

describe('when a phase began', () => {
  it('is the newest start that SageMaker names', () => {
    const poll = updating({
      variants: [variant(2, 3, 'Updating', at(200))],
      pending: pending('fraud-v2', variant(1, 3, 'Baking', at(155))),
    });
    expect(progressOf(poll, undefined).since).toBe(at(200));
  });

  it('is the start of the update where no variant names one', () => {
    expect(progressOf(fleets(0, 3, 'Creating'), undefined).since).toBe(at(3));
  });

  it('is unknown in the first seconds', () => {
    expect(progressOf(updating(), undefined).since).toBeUndefined();
  });
});
