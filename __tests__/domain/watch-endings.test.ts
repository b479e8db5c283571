import { describe, expect, it } from '@jest/globals';
import { absentEndpoint, type Snapshot } from '../../src/domain/endpoint.ts';
import type { Outcome } from '../../src/domain/outcome.ts';
import { see } from '../../src/domain/watch.ts';
import { watchFrom } from '../../src/domain/watching.ts';
import { saying } from '../saying.ts';
import { at, endpoint, lastWeek, pending, updating, variant } from './snapshots.ts';

/** How the watch ends, and at which look, there being one every half minute; undefined: it goes on. */
function ending(
  requested: string,
  before: Snapshot,
  ...polls: readonly Snapshot[]
): { readonly poll: number; readonly outcome: Outcome } | undefined {
  let watching = watchFrom(requested, before);
  for (const [index, poll] of polls.entries()) {
    const sight = see(watching, poll, at(30 * index));
    watching = sight.watching;
    if (sight.outcome) return { poll: index + 1, outcome: sight.outcome };
  }
  return undefined;
}

const before = endpoint();
const running = updating({ pending: pending('fraud-v2', variant(0, 3, 'Creating', at(3))) });

describe('another party updates the endpoint after us', () => {
  it.each([
    ['serves', endpoint({ configName: 'fraud-v3', lastModified: at(900) })],
    ['is pending', updating({ lastModified: at(900), pending: pending('fraud-v3') })],
    [
      'is pending on top of ours',
      updating({ configName: 'fraud-v2', lastModified: at(900), pending: pending('fraud-v3') }),
    ],
  ])('a third configuration %s: superseded', (_, poll) => {
    expect(ending('fraud-v2', before, running, poll)).toEqual({
      poll: 2,
      outcome: { kind: 'superseded', by: 'fraud-v3', how: 'updated' },
    });
  });

  it('the old configuration is pending although ours serves: superseded by the old one', () => {
    const takenBack = updating({
      configName: 'fraud-v2',
      lastModified: at(900),
      pending: pending('fraud-v1'),
    });
    expect(ending('fraud-v2', before, running, takenBack)).toEqual({
      poll: 2,
      outcome: { kind: 'superseded', by: 'fraud-v1', how: 'updated' },
    });
  });

  it('ours serves while something unnamed goes on, such as scaling: that is waited for', () => {
    const scaling = updating({ configName: 'fraud-v2', lastModified: at(900) });
    const done = endpoint({ configName: 'fraud-v2', lastModified: at(950) });
    expect(ending('fraud-v2', before, running, scaling, scaling)).toBeUndefined();
    expect(ending('fraud-v2', before, running, scaling, done)).toEqual({
      poll: 3,
      outcome: { kind: 'deployed' },
    });
  });
});

describe('an endpoint that ends badly', () => {
  it.each([
    [
      'UpdateRollbackFailed',
      'endpoint-failed',
      'The rollback of fraud failed: it serves with a mix of old and new instances.',
      'Call UpdateEndpoint again',
    ],
    ['Failed', 'endpoint-failed', 'Endpoint fraud is Failed.', 'DeleteEndpoint'],
    [
      'Deleting',
      'endpoint-deleting',
      'Endpoint fraud is being deleted.',
      'Find out what is deleting it.',
    ],
    [
      'OutOfService',
      'endpoint-failed',
      'Endpoint fraud ended in the status OutOfService.',
      'console',
    ],
  ])('%s', (status, code, message, remedy) => {
    const reason = 'CannotStartContainerError.';
    const poll = endpoint({ status, lastModified: at(900), failureReason: reason });
    expect(ending('fraud-v2', before, running, poll)).toMatchObject({
      poll: 2,
      outcome: {
        kind: 'failed',
        problem: { code, message, remedy: saying(new RegExp(remedy)) },
        reason: { kind: 'given', text: reason },
      },
    });
  });

  it.each([undefined, pending('fraud-v2')])(
    'a status that no one knows yet is no end, with %j pending',
    (coming) => {
      const poll = endpoint({ status: 'Validating', lastModified: at(900), pending: coming });
      const done = endpoint({ configName: 'fraud-v2', lastModified: at(900) });
      expect(ending('fraud-v2', before, running, poll, poll)).toBeUndefined();
      expect(ending('fraud-v2', before, running, poll, done)?.outcome).toEqual({
        kind: 'deployed',
      });
    },
  );

  it('a failed rollback is told at once where SageMaker leaves the time of modification untouched', () => {
    const untouched = { lastModified: before.lastModified };
    const poll = endpoint({ status: 'UpdateRollbackFailed', ...untouched });
    expect(ending('fraud-v2', before, { ...running, ...untouched }, poll)).toMatchObject({
      poll: 2,
      outcome: { kind: 'failed' },
    });
  });

  it('a failed rollback may still name the update as pending', () => {
    const poll = endpoint({
      status: 'UpdateRollbackFailed',
      lastModified: at(900),
      pending: pending('fraud-v2', variant(1, 3)),
    });
    expect(ending('fraud-v2', before, running, poll)).toMatchObject({
      outcome: { kind: 'failed', reason: { kind: 'none' } },
    });
  });
});

it('a failed rollback that names another update as pending is broken, anyone who began it', () => {
  const poll = endpoint({
    status: 'UpdateRollbackFailed',
    lastModified: at(900),
    pending: pending('fraud-v3', variant(1, 3)),
  });
  expect(ending('fraud-v2', before, running, poll)?.outcome.kind).toBe('failed');
});

describe('an update that was running already when we came', () => {
  it('deployed', () => {
    const done = endpoint({ configName: 'fraud-v2', lastModified: at(584) });
    expect(ending('fraud-v2', running, running, done)?.outcome).toEqual({ kind: 'deployed' });
  });

  it('rolled back', () => {
    const back = endpoint({ lastModified: at(286), failureReason: 'An alarm.' });
    expect(ending('fraud-v2', running, running, back)).toEqual({
      poll: 2,
      outcome: { kind: 'rolled-back', reason: { kind: 'given', text: 'An alarm.' } },
    });
  });

  it('rolled back, the time of modification untouched: believed when it lasts two minutes', () => {
    const back = endpoint({ lastModified: running.lastModified });
    expect(ending('fraud-v2', running, back, back, back, back)).toBeUndefined();
    expect(ending('fraud-v2', running, back, back, back, back, back)).toMatchObject({
      poll: 5,
      outcome: { kind: 'rolled-back' },
    });
  });

  it('the creation of the endpoint, that ends well or badly', () => {
    const creation = endpoint({ status: 'Creating', configName: 'fraud-v2', lastModified: at(0) });
    const made = { ...creation, status: 'InService', lastModified: at(200) };
    const failed = { ...creation, status: 'Failed', lastModified: at(200) };
    expect(ending('fraud-v2', creation, creation, made)?.outcome).toEqual({ kind: 'deployed' });
    expect(ending('fraud-v2', creation, creation, failed)?.outcome.kind).toBe('failed');
  });
});

describe('an endpoint whose rollback had failed is updated to the same configuration again', () => {
  const broken = endpoint({
    status: 'UpdateRollbackFailed',
    configName: 'fraud-v1',
    lastModified: lastWeek,
  });
  const again = updating({ pending: pending('fraud-v1', variant(0, 3, 'Creating', at(3))) });

  it('the poll before the update shows is no second failure', () => {
    expect(ending('fraud-v1', broken, broken, broken, broken, broken)).toBeUndefined();
  });

  it('nor is it where the failed update is still pending', () => {
    const lingering = { ...broken, pending: pending('fraud-v2', variant(1, 3)) };
    expect(ending('fraud-v1', lingering, lingering, lingering)).toBeUndefined();
  });

  it('deployed', () => {
    const done = endpoint({ configName: 'fraud-v1', lastModified: at(200) });
    expect(ending('fraud-v1', broken, broken, again, done)).toEqual({
      poll: 3,
      outcome: { kind: 'deployed' },
    });
  });

  it.each([
    ['a new reason', 'An alarm.', { kind: 'given', text: 'An alarm.' }],
    ['the reason of before', 'Capacity.', { kind: 'same-as-before', text: 'Capacity.' }],
  ])('in service on it with %s: rolled back, because a success clears it', (_, text, reason) => {
    const before = { ...broken, failureReason: 'Capacity.' };
    const back = endpoint({ lastModified: at(286), failureReason: text });
    expect(ending('fraud-v1', before, again, back)).toEqual({
      poll: 2,
      outcome: { kind: 'rolled-back', reason },
    });
  });

  it.each([
    ['by its status', [{ ...again, status: 'RollingBack' }]],
    [
      'by traffic that the new fleet loses, and the summary stays for a while',
      [
        updating({ pending: pending('fraud-v1', variant(1, 3, 'Baking', at(155))) }),
        updating({ pending: pending('fraud-v1', variant(0, 3, 'Deleting', at(281))) }),
        endpoint({ lastModified: at(286), pending: pending('fraud-v1', variant(0, 3)) }),
      ],
    ],
  ])('seen to roll back %s, and ends without a reason: rolled back', (_, polls) => {
    const back = endpoint({ lastModified: at(286) });
    expect(ending('fraud-v1', broken, again, ...polls, back)?.outcome).toEqual({
      kind: 'rolled-back',
      reason: { kind: 'none' },
    });
  });

  it("an update of another party's to it, begun between two polls, is no rollback of ours", () => {
    const almost = updating({ pending: pending('fraud-v1', variant(3, 3, 'Baking', at(155))) });
    const theirs = { ...again, lastModified: at(200) };
    const done = endpoint({ configName: 'fraud-v1', lastModified: at(286) });
    expect(ending('fraud-v1', broken, again, almost, theirs, done)?.outcome).toEqual({
      kind: 'deployed',
    });
  });

  it('an old answer after one that names no status shows no rollback', () => {
    const early = updating({ pending: pending('fraud-v1', variant(1, 3, 'Baking', at(155))) });
    const late = updating({ pending: pending('fraud-v1', variant(3, 3, 'Baking', at(200))) });
    const nameless = updating({ status: 'Validating' });
    const done = endpoint({ configName: 'fraud-v1', lastModified: at(286) });
    expect(ending('fraud-v1', broken, late, nameless, early, done)?.outcome).toEqual({
      kind: 'deployed',
    });
  });

  it('joined while it runs, and in service with a reason: rolled back', () => {
    const back = endpoint({ lastModified: at(286), failureReason: 'An alarm.' });
    expect(ending('fraud-v1', again, again, back)?.outcome.kind).toBe('rolled-back');
  });

  it('although the poll before the call showed another configuration: rolled back', () => {
    const stale = endpoint({ configName: 'fraud-v0' });
    const back = endpoint({ lastModified: at(286), failureReason: 'An alarm.' });
    expect(ending('fraud-v1', stale, again, back)?.outcome.kind).toBe('rolled-back');
  });

  it('failed again', () => {
    expect(ending('fraud-v1', broken, again, { ...broken, lastModified: at(200) })).toMatchObject({
      poll: 2,
      outcome: { kind: 'failed', problem: { code: 'endpoint-failed' } },
    });
  });
});

describe('an endpoint that is deleted and created again while it is watched', () => {
  const again = (configName: string, status = 'InService') =>
    endpoint({ configName, status, createdAt: at(400), lastModified: at(600) });

  it.each([
    ['on the configuration from before', again('fraud-v1')],
    ['on the requested one', again('fraud-v2')],
    ['on a third one', again('fraud-v3')],
    ['on the requested one, still being created', again('fraud-v2', 'Creating')],
    ['and has failed', again('fraud-v1', 'Failed')],
  ])('%s: superseded, and never deployed or rolled back', (_, poll) => {
    expect(ending('fraud-v2', before, running, poll)).toEqual({
      poll: 2,
      outcome: { kind: 'superseded', by: poll.configName, how: 'created-again' },
    });
  });

  it('although no poll has shown the update', () => {
    expect(ending('fraud-v2', before, again('fraud-v1'))?.outcome).toMatchObject({
      how: 'created-again',
    });
  });

  it('is not one that we create, of which old answers tell before the new ones do', () => {
    const absent = absentEndpoint('fraud');
    const old = endpoint({ status: 'Deleting', lastModified: at(-30) });
    const creating = endpoint({
      ...{ status: 'Creating', configName: 'fraud-v2' },
      ...{ createdAt: at(0), lastModified: at(0) },
    });
    const made = { ...creating, status: 'InService', lastModified: at(200) };
    expect(ending('fraud-v2', absent, old, creating, old, made)).toEqual({
      poll: 4,
      outcome: { kind: 'deployed' },
    });
    expect(ending('fraud-v2', absent, creating, again('fraud-v2'))?.outcome).toMatchObject({
      how: 'created-again',
    });
  });
});
