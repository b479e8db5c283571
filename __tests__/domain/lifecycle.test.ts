import { describe, expect, it } from '@jest/globals';
import type { Snapshot } from '../../src/domain/endpoint.ts';
import type { Event } from '../../src/domain/event.ts';
import { lifecycleOf } from '../../src/domain/lifecycle.ts';
import type { Outcome } from '../../src/domain/outcome.ts';
import type { Phase } from '../../src/domain/phase.ts';
import { Problem } from '../../src/domain/problem.ts';
import { phrase } from '../../src/domain/text/phrase.ts';
import { at, endpoint, updating } from './snapshots.ts';

const before = endpoint();
const running = updating();
const done = endpoint({ configName: 'fraud-v2', lastModified: at(584) });

const found: Event = { kind: 'found', at: at(-1), snapshot: before };
const requested: Event = { kind: 'requested', at: at(0), before, watchSeconds: 4200 };
const joined: Event = {
  kind: 'joined',
  at: at(100),
  before,
  startedAt: at(3),
  watchSeconds: 4200,
};

function progressed(seconds: number, phase: Phase, share: number, since?: number): Event {
  const traffic = { newInstances: share, newDesired: 3, oldInstances: 3 - share };
  const progress = { phase, traffic, since: since === undefined ? undefined : at(since) };
  return { kind: 'progressed', at: at(seconds), progress, snapshot: running };
}

function ended(outcome: Outcome, snapshot: Snapshot | undefined = done): Event {
  return { kind: 'ended', at: at(600), outcome, snapshot };
}

/** The phases as a person reads them: `baking 1 of 3, 160 to 460`. */
function phasesOf(...events: readonly Event[]): readonly string[] {
  const second = (instant: number) => (instant - at(0)) / 1000;
  return lifecycleOf(events).phases.map(({ phase, from, until, traffic }) => {
    const end = until === undefined ? '…' : second(until);
    return `${phase} ${traffic?.newInstances ?? '-'}, ${second(from)} to ${end}`;
  });
}

const canary = [
  found,
  requested,
  progressed(5, 'starting', 0),
  progressed(15, 'provisioning', 0, 3),
  progressed(165, 'baking', 1, 155),
  progressed(465, 'final-bake', 3, 460),
];

describe('the phases of a rollout', () => {
  it("follow one another without gaps, by SageMaker's own times", () => {
    expect(phasesOf(...canary, ended({ kind: 'deployed' }))).toEqual([
      'starting 0, 0 to 3',
      'provisioning 0, 3 to 155',
      'baking 1, 155 to 460',
      'final-bake 3, 460 to 600',
    ]);
  });

  it('begin when they are seen, where SageMaker names no time or one that cannot be', () => {
    expect(
      phasesOf(
        requested,
        progressed(10, 'provisioning', 0),
        progressed(165, 'baking', 1, 5),
        progressed(465, 'final-bake', 3, 900),
      ),
    ).toEqual([
      'starting -, 0 to 10',
      'provisioning 0, 10 to 165',
      'baking 1, 165 to 465',
      'final-bake 3, 465 to …',
    ]);
  });

  it('are told apart by the traffic too: each linear step bakes on its own', () => {
    expect(
      phasesOf(requested, progressed(100, 'baking', 1, 100), progressed(200, 'baking', 2, 200)),
    ).toEqual(['starting -, 0 to 100', 'baking 1, 100 to 200', 'baking 2, 200 to …']);
  });

  it('of a joined rollout begin when its first run started it', () => {
    expect(phasesOf(found, joined, progressed(101, 'baking', 1, 90))).toEqual([
      'starting -, 3 to 90',
      'baking 1, 90 to …',
    ]);
  });

  it.each<[outcome: Outcome, end: string]>([
    [{ kind: 'deployed' }, '600'],
    [{ kind: 'rolled-back', reason: { kind: 'none' } }, '600'],
    [{ kind: 'superseded', by: 'fraud-v3', how: 'updated' }, '600'],
    [{ kind: 'timed-out', stage: 'update-running', seconds: 600 }, '…'],
    [{ kind: 'cancelled', stage: 'update-running' }, '…'],
    [{ kind: 'started' }, '…'],
  ])('$kind: the last one ends only where the rollout has', (outcome, end) => {
    expect(phasesOf(...canary, ended(outcome)).at(-1)).toBe(`final-bake 3, 460 to ${end}`);
  });

  it('are none where nothing was rolled out', () => {
    expect(phasesOf(found, ended({ kind: 'unchanged' }))).toEqual([]);
  });
});

describe('what a run amounts to', () => {
  it('a rollout begins with the call, not with the wait for another one', () => {
    const waiting: Event = {
      kind: 'waiting',
      at: at(-300),
      inFlight: { status: 'Updating', configName: 'fraud-v0' },
    };
    const first: Event = { ...found, at: at(-301), snapshot: endpoint({ configName: 'fraud-v0' }) };
    const account = lifecycleOf([first, waiting, requested, ended({ kind: 'deployed' })]);
    expect(account).toMatchObject({ start: 'requested', startedAt: at(0), endedAt: at(600) });
    expect(account.before?.configName).toBe('fraud-v1');
    expect(account.latest?.configName).toBe('fraud-v2');
  });

  it('a run that changed nothing begins with its first poll', () => {
    expect(lifecycleOf([found, ended({ kind: 'unchanged' }, before)])).toMatchObject({
      start: undefined,
      startedAt: at(-1),
      outcome: { kind: 'unchanged' },
    });
  });

  it('an endpoint that was never seen: it began and ended at once', () => {
    const problem = new Problem('endpoint-not-found', phrase`There is none.`, {
      remedy: phrase`Check it.`,
    });
    const outcome: Outcome = { kind: 'failed', problem, reason: { kind: 'none' } };
    const end: Event = { kind: 'ended', at: at(600), outcome, snapshot: undefined };
    expect(lifecycleOf([end])).toEqual({
      before: undefined,
      update: { call: 'none', sentAt: undefined },
      deletion: { call: 'none', sentAt: undefined },
      createdConfigs: [],
      deleted: [],
      createdModels: [],
      deletedComponents: [],
      models: [],
      approval: undefined,
      smokeTesting: undefined,
      smokeResults: [],
      smokeRollback: undefined,
      comparison: undefined,
      makesConfig: false,
      plan: undefined,
      latest: undefined,
      start: undefined,
      startedAt: at(600),
      endedAt: at(600),
      phases: [],
      skewMs: 0,
      scaling: [],
      scalingState: 'untouched',
      outcome,
    });
  });

  it('only a configuration that is created while it serves was deleted, not one that another run was quicker to create', () => {
    const creationOf = (name: string): readonly Event[] => {
      const call = { operation: 'CreateEndpointConfig', name } as const;
      const problem = new Problem('already-exists', phrase`It exists.`, { remedy: phrase`Wait.` });
      return [
        { kind: 'sent', at: at(1), call },
        { kind: 'refused', at: at(2), call, problem },
      ];
    };
    expect(lifecycleOf([found, ...creationOf('fraud-v1')]).recreatedConfig).toBe('fraud-v1');
    const quicker = [found, ...creationOf('fraud-v2'), { ...found, snapshot: done }];
    expect(lifecycleOf(quicker).recreatedConfig).toBeUndefined();
  });

  it('silence, trouble and its end change nothing', () => {
    const problem = new Problem('throttled', phrase`Rate exceeded.`, { remedy: phrase`Wait.` });
    const asides: readonly Event[] = [
      { kind: 'quiet', at: at(500), snapshot: running, progress: undefined },
      { kind: 'hindered', at: at(510), problem, retryInSeconds: 5 },
      { kind: 'resumed', at: at(515) },
    ];
    expect(lifecycleOf([...canary, ...asides])).toEqual(lifecycleOf(canary));
  });
});
