import { describe, expect, it } from '@jest/globals';
import type { Snapshot } from '../../src/domain/endpoint.ts';
import { see } from '../../src/domain/watch.ts';
import { watchFrom } from '../../src/domain/watching.ts';
import { at, endpoint, lastWeek, pending, updating, variant } from './snapshots.ts';

const alarmText =
  'One or more configured alarm for automatic rollback deployment is in ALARM state: [fraud-5xx].';
const reasonOfLastWeek =
  'One or more configured alarm for automatic rollback deployment is in ALARM state: [fraud-latency].';

/** Watches fraud-v2 since `before`, a poll every half minute: what is told, an outcome in full. */
function watch(before: Snapshot, ...polls: readonly Snapshot[]): readonly unknown[] {
  let watching = watchFrom('fraud-v2', before);
  return polls.map((poll, index) => {
    const sight = see(watching, poll, at(30 * index));
    watching = sight.watching;
    return sight.outcome ?? sight.progress?.phase ?? 'nothing new';
  });
}

const before = endpoint();
const accepted = updating();
const creating = updating({ pending: pending('fraud-v2', variant(0, 3, 'Creating', at(3))) });
const baking = updating({
  variants: [variant(2, 3)],
  pending: pending('fraud-v2', variant(1, 3, 'Baking', at(155))),
});
const finalBake = updating({
  variants: [variant(0, 3)],
  pending: pending('fraud-v2', variant(3, 3, 'Baking', at(460))),
});
const done = endpoint({ configName: 'fraud-v2', lastModified: at(584) });
const rolledBack = endpoint({ lastModified: at(286), failureReason: alarmText });

const deployed = { kind: 'deployed' };
const byAlarm = { kind: 'rolled-back', reason: { kind: 'given', text: alarmText } };
const withoutReason = { kind: 'rolled-back', reason: { kind: 'none' } };

describe('a rollout that succeeds', () => {
  it('is deployed when the new configuration serves with nothing pending, not before', () => {
    expect(watch(before, accepted, creating, creating, baking, finalBake, done)).toEqual([
      'starting',
      'provisioning',
      'nothing new',
      'baking',
      'final-bake',
      deployed,
    ]);
  });

  it('is not deployed while the update is still named as pending', () => {
    const lingering = { ...done, pending: pending('fraud-v2') };
    expect(watch(before, finalBake, lingering, lingering, done)).toEqual([
      'final-bake',
      'settling',
      'nothing new',
      deployed,
    ]);
  });

  it('is deployed though SageMaker leaves the time of modification untouched', () => {
    const untouched = { lastModified: lastWeek };
    expect(
      watch(
        before,
        { ...accepted, ...untouched },
        { ...baking, ...untouched },
        {
          ...done,
          ...untouched,
        },
      ),
    ).toEqual(['starting', 'baking', deployed]);
  });

  it('is deployed though an earlier failure reason stood there all the time', () => {
    const stale = { failureReason: reasonOfLastWeek };
    expect(
      watch({ ...before, ...stale }, { ...accepted, ...stale }, { ...finalBake, ...stale }, done),
    ).toEqual(['starting', 'final-bake', deployed]);
  });
});

describe('a rollback', () => {
  it('by an alarm: in service again, on the old configuration, with the reason', () => {
    expect(watch(before, baking, rolledBack)).toEqual(['baking', byAlarm]);
  });

  it('is seen on its way when the new fleet loses its traffic', () => {
    const turning = updating({
      pending: pending('fraud-v2', variant(0, 3, 'Deleting', at(281))),
    });
    expect(watch(before, baking, turning, rolledBack)).toEqual(['baking', 'rolling-back', byAlarm]);
  });

  it.each([
    ['with', { ...baking, status: 'RollingBack' }],
    ['without', updating({ status: 'RollingBack' })],
  ])('is seen on its way by the status RollingBack, %s the new fleet shown', (_, back) => {
    expect(watch(before, baking, back, rolledBack)).toEqual(['baking', 'rolling-back', byAlarm]);
  });

  it('names the old configuration as pending while it runs: no one else is at work', () => {
    const back = updating({ pending: pending('fraud-v1', variant(0, 3, 'Updating', at(281))) });
    expect(watch(before, baking, back, rolledBack)).toEqual(['baking', 'rolling-back', byAlarm]);
  });

  it('to what others had rolled out before our call, but after the last poll', () => {
    const others = { configName: 'fraud-v3', lastModified: at(0) };
    expect(watch(before, { ...baking, ...others }, { ...rolledBack, ...others })).toEqual([
      'baking',
      byAlarm,
    ]);
  });

  it('without a reason says that there is none', () => {
    expect(watch(before, creating, endpoint({ lastModified: at(1500) }))).toEqual([
      'provisioning',
      withoutReason,
    ]);
  });

  it('with the very reason of last week proves nothing by it', () => {
    const stale = { failureReason: reasonOfLastWeek };
    expect(
      watch({ ...before, ...stale }, baking, endpoint({ lastModified: at(286), ...stale })),
    ).toEqual([
      'baking',
      { kind: 'rolled-back', reason: { kind: 'same-as-before', text: reasonOfLastWeek } },
    ]);
  });

  it("is not seen in another party's update to the same, which began when ours had ended", () => {
    const maintained = endpoint({
      status: 'SystemUpdating',
      configName: 'fraud-v2',
      lastModified: at(584),
    });
    const theirs = updating({
      ...{ configName: 'fraud-v2', lastModified: at(700) },
      pending: pending('fraud-v2', variant(0, 3, 'Creating', at(702))),
    });
    expect(watch(before, finalBake, maintained, theirs)).not.toContain('rolling-back');
  });

  it('takes no reason from an old answer about the update that rolled back before it', () => {
    const stale = { failureReason: 'Capacity.' };
    const earlier = updating({ lastModified: before.lastModified, failureReason: alarmText });
    const end = endpoint({ lastModified: at(286), ...stale });
    expect(watch({ ...before, ...stale }, earlier, baking, end).at(-1)).toEqual({
      kind: 'rolled-back',
      reason: { kind: 'same-as-before', text: 'Capacity.' },
    });
  });

  it('between two polls, never seen running, is believed when no answer can be from before the call', () => {
    expect(watch(before, rolledBack, rolledBack, rolledBack, rolledBack, rolledBack)).toEqual([
      ...Array(4).fill('nothing new'),
      byAlarm,
    ]);
  });

  it('that was modified before our call is that of an earlier update, as far as late polls can tell', () => {
    const { watching } = see(watchFrom('fraud-v2', before, at(25)), creating, at(30));
    const endOf = (lastModified: number, seenAt: number) =>
      see(watching, endpoint({ lastModified, failureReason: alarmText }), seenAt).outcome;
    expect(endOf(at(24), at(50))).toBeUndefined();
    expect(endOf(at(24), at(149))).toBeUndefined();
    expect(endOf(at(24), at(150))).toEqual(byAlarm);
    expect(endOf(at(25), at(50))).toEqual(byAlarm);
  });

  it('that leaves the time of modification untouched is believed when it lasts two minutes', () => {
    const untouched = { lastModified: lastWeek };
    const back = { ...rolledBack, ...untouched };
    expect(watch(before, { ...baking, ...untouched }, back, back, back, back, back)).toEqual([
      'baking',
      ...Array(4).fill('nothing new'),
      byAlarm,
    ]);
  });
});

describe('a poll that is older than the one before it', () => {
  it('the first polls may not show the update yet: neither a rollback nor the end', () => {
    const early = Array<Snapshot>(6).fill(before);
    expect(watch(before, ...early, accepted, done)).toEqual([
      ...early.map(() => 'nothing new'),
      'starting',
      deployed,
    ]);
  });

  it.each([
    ['the endpoint before the call', before],
    ['the update without its new fleet', accepted],
    ['the new fleet before it took traffic', creating],
  ])('in the middle, %s: it is passed over, as often as it comes', (_, poll) => {
    const stale = Array<Snapshot>(6).fill(poll);
    expect(watch(before, baking, ...stale, finalBake, done)).toEqual([
      'baking',
      ...stale.map(() => 'nothing new'),
      'final-bake',
      deployed,
    ]);
  });

  it.each([
    ['rolled back', endpoint({ lastModified: at(-60) })],
    ['deployed', endpoint({ configName: 'fraud-v3', lastModified: at(-60) })],
    ['pending', updating({ lastModified: at(-60), pending: pending('fraud-v3') })],
    ['deleted', endpoint({ status: 'Deleting', lastModified: at(-60) })],
  ])('what others did between the last poll and the call is not the end of ours: %s', (_, poll) => {
    const [first, ...others] = watch(before, poll, poll, creating, done).toReversed();
    expect(first).toEqual(deployed);
    expect(others).not.toContainEqual(expect.objectContaining({ kind: expect.anything() }));
  });

  it('in a rollback, the update on its way forward: it is passed over', () => {
    const back = updating({
      status: 'RollingBack',
      pending: pending('fraud-v1', variant(0, 3, 'Deleting', at(281))),
    });
    expect(watch(before, baking, back, baking, rolledBack)).toEqual([
      'baking',
      'rolling-back',
      'nothing new',
      byAlarm,
    ]);
  });

  it('is not shown as the newest', () => {
    const watching = see(watchFrom('fraud-v2', before), baking, at(0)).watching;
    expect(see(watching, accepted, at(30)).watching.latest).toBe(baking);
  });

  it('a minute of such looks is no rollback where the time of modification tells nothing', () => {
    const untouched = { lastModified: lastWeek };
    const running = { ...baking, ...untouched };
    const polls = [running, before, before, before, running, before, before, before];
    expect(watch(before, ...polls, { ...done, ...untouched })).toEqual([
      'baking',
      ...Array(7).fill('nothing new'),
      deployed,
    ]);
  });
});
