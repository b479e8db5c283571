import { describe, expect, it } from '@jest/globals';
import type { Event } from '../../src/domain/event.ts';
import type { Outcome } from '../../src/domain/outcome.ts';
import { Problem } from '../../src/domain/problem.ts';
import { phrase } from '../../src/domain/text/phrase.ts';
import { alarms, containers, type Examination, explain } from '../../src/explain/explain.ts';
import type { World } from '../../src/ports.ts';
import { outputsOf } from '../../src/report/outputs.ts';
import { tell } from '../../src/run/run.ts';
import { endedAs } from '../domain/cause/stories.ts';
import { at } from '../domain/snapshots.ts';
import { VirtualTime } from '../properties/virtual-time.ts';

const rolledBack: Outcome = { kind: 'rolled-back', reason: { kind: 'none' } };
const evidence = { alarms: [], unread: [] };

/** Explains the story with these examinations of the alarms and the containers. */
async function explained(
  examinations: readonly Examination[],
  outcome: Outcome = rolledBack,
  {
    more = [],
    cancelAfter,
  }: { readonly more?: readonly Event[]; readonly cancelAfter?: number } = {},
) {
  const time = new VirtualTime(at(300));
  const story = endedAs(outcome);
  const events: Event[] = [...story.events, ...more];
  const controller = new AbortController();
  if (cancelAfter !== undefined) {
    time.at(at(300 + cancelAfter), () => controller.abort(new Error('Cancelled.')));
  }
  const told: Event[] = [];
  const world = {
    ...{ clock: time, cancelled: controller.signal },
    tell: (event: Event) => told.push(event),
  } as unknown as World;
  await time.until(explain(world, { ...story, events }, examinations));
  const seconds = (time.now() - at(300)) / 1000;
  const outputs = (all: readonly Event[]) => {
    const { cause, report, ...others } = outputsOf(
      { ...story, events: all },
      { pullRequests: [], commentUrl: undefined },
    );
    return others;
  };
  expect(outputs([...events, ...told])).toEqual(outputs(events));
  // What is still under way is heard no more.
  const heard = told.length;
  await time.pass(3600);
  expect(told).toHaveLength(heard);
  return { told, seconds };
}

const never = new Promise<never>(() => {});
const denied = new Problem('access-denied', phrase`The role may not read it.`, {
  remedy: phrase`Allow it.`,
});
const fine: Examination = {
  ...alarms,
  examine: async (run) => tell(run, { kind: 'alarms-examined', evidence }),
};
const hanging: Examination = { ...containers, examine: () => never };

describe('looking for the cause', () => {
  it('ends after ten seconds where a read hangs, and says that it was not answered', async () => {
    const { told, seconds } = await explained([fine, hanging]);
    expect(seconds).toBe(10);
    expect(told).toMatchObject([
      { kind: 'alarms-examined', evidence },
      { kind: 'containers-examined', evidence: { unread: { code: 'unreachable' } } },
    ]);
  });

  it('hears what a read that is asked to stop after nine seconds has found by then', async () => {
    const slow: Examination = {
      ...alarms,
      examine: (run, signal) =>
        new Promise((resolve) => {
          signal.addEventListener('abort', () => {
            tell(run, { kind: 'alarms-examined', evidence });
            resolve();
          });
        }),
    };
    const { told, seconds } = await explained([slow]);
    expect(seconds).toBe(9);
    expect(told).toMatchObject([{ kind: 'alarms-examined', evidence }]);
  });

  it('hears nothing of what a read that was given up finds later', async () => {
    const late: Examination = {
      ...alarms,
      examine: async (run) => {
        await run.world.clock.sleep(60);
        tell(run, { kind: 'alarms-examined', evidence });
      },
    };
    const { told, seconds } = await explained([late]);
    expect(seconds).toBe(10);
    expect(told).toMatchObject([{ evidence: { unread: [{ code: 'unreachable' }] } }]);
  });

  it.each<[what: string, thrown: unknown, code: string]>([
    ['is denied', denied, 'access-denied'],
    ['breaks', new TypeError('x is not a function'), 'unexpected'],
  ])('goes on where a read %s, and says so', async (_, thrown, code) => {
    const examine = () => Promise.reject(thrown);
    const { told, seconds } = await explained([
      { ...alarms, examine },
      { ...containers, examine },
    ]);
    expect(seconds).toBe(0);
    expect(told).toMatchObject([
      { kind: 'alarms-examined', evidence: { unread: [{ code }] } },
      { kind: 'containers-examined', evidence: { unread: { code } } },
    ]);
  });

  it('goes on where a read throws at once', async () => {
    const examine = () => {
      throw denied;
    };
    expect((await explained([{ ...alarms, examine }])).told).toHaveLength(1);
  });

  it('ends at once when the job is cancelled, and says that it was not read', async () => {
    const { told, seconds } = await explained([fine, hanging], rolledBack, { cancelAfter: 3 });
    expect(seconds).toBe(3);
    expect(told.map(({ kind }) => kind)).toEqual(['alarms-examined', 'containers-examined']);
  });

  it('reads nothing again that was told since the end, and what was told before it', async () => {
    const more: readonly Event[] = [{ kind: 'alarms-examined', at: at(301), evidence }];
    const { told } = await explained([fine, hanging], rolledBack, { more });
    expect(told.map(({ kind }) => kind)).toEqual(['containers-examined']);
  });

  it.each<[outcome: Outcome]>([
    [{ kind: 'deployed' }],
    [{ kind: 'cancelled', stage: 'update-running' }],
    [{ kind: 'superseded', by: 'fraud-v3', how: 'updated' }],
  ])('has nothing to read where a rollout ended as %j', async (outcome) => {
    const { told, seconds } = await explained([fine, hanging], outcome);
    expect({ told, seconds }).toEqual({ told: [], seconds: 0 });
  });
});
