import { describe, expect, it } from '@jest/globals';
import { base, broken, cutOff, endings, plain, quick, rollback, trouble } from './plain.ts';
import { neverWrong, rightInTheEnd } from './properties.ts';
import type { RunScript, Scenario } from './scenario.ts';

/** What random scenarios once found to go wrong, at its smallest. */
describe('keeps right', () => {
  it('when others roll back between the last poll and a call that came late', async () => {
    const slow = trouble({ seconds: 1_000_000, on: 'lookups', kind: 'throttled' });
    const run = { ...plain, staleness: [1], troubles: [slow] };
    const deeds = [{ what: 'v2', since: 'start', seconds: 1 }] as const;
    const courses = [{ ...rollback, turning: 37 }, quick];
    expect(await endings({ ...base, courses, deeds, runs: [run] })).toEqual(['deployed']);
  });

  it('when ours rolls back to what others deployed between the last poll and the call', async () => {
    const slow = trouble({ on: 'lookups', kind: 'throttled' });
    const runs = [
      { ...plain, troubles: [slow] },
      { ...plain, config: 'v3' },
    ] as const;
    expect(await endings({ ...base, courses: [quick, rollback], runs })).toEqual([
      'rolled-back',
      'deployed',
    ]);
  });

  it('when an update to the same was rolled back just before the call, and looks are late', async () => {
    const runs = [
      { ...plain, startOnly: true, waitTimeout: 1 },
      { ...plain, pollSeconds: 5, staleness: [26] },
    ] as const;
    expect(await endings({ ...base, courses: [rollback, quick], runs })).toEqual([
      'started',
      'deployed',
    ]);
  });

  it('when another run deployed the same just before the call, looks are late, and ours is rolled back', async () => {
    const quickly = { showsAfter: 3, provisioning: 20, bake: 0 } as const;
    const courses = [
      { ...quick, ...quickly },
      { ...rollback, ...quickly, reason: 'own' },
    ] as const;
    const runs = [plain, { ...plain, staleness: [26] }] as const;
    expect(await endings({ ...base, courses, runs })).toEqual(['deployed', 'rolled-back']);
  });

  it('when the endpoint was created again before the call, which polls show afterwards only', async () => {
    const deed = { what: 'recreate', since: 'start', seconds: 1 } as const;
    const runs = [{ ...plain, callSeconds: 3, staleness: [23] }];
    expect(await endings({ ...base, deeds: [deed], runs })).toEqual(['deployed']);
  });

  it('when the answer to the call was lost, and nothing was seen until it was deployed', async () => {
    const { runs } = await rightInTheEnd({ ...base, runs: [cutOff] });
    expect(runs[0]?.outcome.kind).toBe('deployed');
    expect(runs[0]?.requestedAt).toHaveLength(1);
  });

  it('when the answer to the call was lost, and nothing was seen until it was rolled back', async () => {
    const { runs } = await neverWrong({ ...base, courses: [rollback], runs: [cutOff] });
    expect(runs[0]?.outcome).toMatchObject({ kind: 'unknown', stage: 'perhaps-requested' });
    expect(runs[0]?.requestedAt).toHaveLength(1);
  });

  it('when the answer to the call was lost, it was deployed unseen, and someone went back', async () => {
    const run: RunScript = {
      ...plain,
      callSeconds: 3,
      ifInProgress: 'fail',
      troubles: [trouble({ from: 13, kind: 'reset', takes: true })],
    };
    const deed = { what: 'v1', since: 'start', seconds: 112 } as const;
    const scenario: Scenario = {
      ...base,
      endpoint: 'UpdateRollbackFailed',
      deeds: [deed],
      runs: [run],
    };
    expect(await endings(scenario)).toEqual(['superseded']);
  });

  it('when it broke while nothing could be seen, and someone repaired it', async () => {
    const hidden = trouble({ from: 1, on: 'looks', kind: 'throttled' });
    const run: RunScript = { ...plain, callSeconds: 3, troubles: [hidden] };
    const scenario: Scenario = {
      ...base,
      endpoint: 'UpdateRollbackFailed',
      courses: [broken, quick],
      deeds: [{ what: 'v1', since: 'start', seconds: 64 }],
      runs: [run],
    };
    expect(await endings(scenario)).toEqual(['superseded']);
  });

  it('when the answer to the creation was lost, and nothing was seen until it failed', async () => {
    const run = { ...cutOff, createEndpoint: true };
    const scenario: Scenario = { ...base, endpoint: 'none', courses: [rollback], runs: [run] };
    expect(await endings(scenario, rightInTheEnd)).toEqual(['failed']);
  });

  it('when the answer to the call was lost, and answers from before it come for long', async () => {
    const late = trouble({ on: 'changes', seconds: 3, takes: true });
    const run = { ...plain, callSeconds: 0.2, troubles: [late], staleness: [0, 50] };
    const { runs, endpoint } = await neverWrong({ ...base, courses: [rollback], runs: [run] });
    expect(runs[0]?.requestedAt).toHaveLength(1);
    expect(endpoint.updates).toHaveLength(1);
  });

  it('when the answer to the call was lost, and looking up takes long after the last poll', async () => {
    const run: RunScript = {
      ...plain,
      source: 'file, unnamed',
      callSeconds: 3,
      waitTimeout: 103,
      staleness: [14],
      troubles: [
        trouble({ from: 39, on: 'lookups', kind: 'throttled' }),
        trouble({ on: 'changes', kind: 'reset', takes: true }),
      ],
    };
    const scenario: Scenario = { ...base, courses: [rollback], runs: [run] };
    const { endpoint } = await neverWrong(scenario);
    expect(endpoint.updates).toHaveLength(1);
  });

  it('when a creation was not sent, and what another party created has failed', async () => {
    const first: RunScript = { ...plain, config: 'v3', createEndpoint: true, cancelledAfter: 0 };
    const lost = trouble({ from: 0, seconds: 6, on: 'changes' });
    const second: RunScript = {
      ...plain,
      createEndpoint: true,
      startOnly: true,
      troubles: [lost],
    };
    const scenario: Scenario = {
      ...base,
      endpoint: 'none',
      courses: [rollback],
      runs: [first, second],
    };
    expect(await endings(scenario)).toEqual(['cancelled', 'unknown']);
  });

  it('when nothing was to be watched, and what was sent may be over: it is looked at all the same', async () => {
    const lost = trouble({ from: 0, seconds: 1_000_000, on: 'changes' });
    const scenario: Scenario = {
      ...base,
      endpoint: 'UpdateRollbackFailed',
      serving: 'v2',
      courses: [rollback],
      deeds: [{ what: 'v3', since: 'start', seconds: 1 }],
      runs: [{ ...plain, startOnly: true, troubles: [lost] }],
    };
    expect(await endings(scenario)).toEqual(['deployed']);
  });

  it('when answers from before the creation come again and again after it', async () => {
    const run = { ...plain, pollSeconds: 1, createEndpoint: true, staleness: [8, 9, 0, 7] };
    const scenario: Scenario = { ...base, endpoint: 'none', runs: [run] };
    expect(await endings(scenario)).toEqual(['deployed']);
  });

  it('when an answer about the deletion of the endpoint before comes after the creation', async () => {
    const deeds = [
      { what: 'delete', since: 'settled', seconds: 1 },
      { what: 'v1', since: 'start', seconds: 1 },
    ] as const;
    const run = {
      ...plain,
      createEndpoint: true,
      callSeconds: 3,
      startsAfter: 9,
      staleness: [0, 12],
    };
    const scenario: Scenario = {
      ...base,
      serving: 'v3',
      courses: [rollback],
      deeds,
      runs: [run],
    };
    expect(await endings(scenario)).toEqual(['failed']);
  });

  it('when the answer was lost, and what serves by then has the same content under another name', async () => {
    const lost = trouble({ on: 'changes', kind: 'hang', takes: true });
    const run: RunScript = {
      ...plain,
      source: 'model, unnamed',
      callSeconds: 3,
      waitTimeout: 100,
      staleness: [22, 34],
      troubles: [lost],
    };
    const other: RunScript = { ...plain, callSeconds: 1, startsAfter: 45, waitTimeout: 1 };
    const scenario: Scenario = { ...base, courses: [quick, rollback], runs: [run, other] };
    const { runs } = await neverWrong(scenario);
    expect(runs[0]?.outcome).toMatchObject({ kind: 'unknown', stage: 'perhaps-requested' });
  });

  it('when a joined rollback is followed by an older answer about the update', async () => {
    const run = { ...plain, startsAfter: 53, staleness: [3, 4, 0] };
    const scenario: Scenario = {
      ...base,
      serving: 'v2',
      manners: { ...base.manners, rollbackStatus: 'RollingBack', rollbackNames: 'old' },
      courses: [rollback],
      deeds: [{ what: 'v1', since: 'start', seconds: 27 }],
      runs: [run],
    };
    expect(await endings(scenario)).toEqual(['deployed']);
  });

  it('when a joined rollback is followed by an answer about the update that it rolls back', async () => {
    const run = { ...plain, startsAfter: 34, waitTimeout: 6, staleness: [0, 22] };
    const scenario: Scenario = {
      ...base,
      serving: 'v2',
      manners: { ...base.manners, rollbackStatus: 'RollingBack', rollbackNames: 'old' },
      courses: [rollback],
      deeds: [{ what: 'v3', since: 'start', seconds: 10 }],
      runs: [run],
    };
    expect(await endings(scenario)).toEqual(['timed-out']);
  });

  it('when an old answer about the update before ours comes after its own, which is rolled back', async () => {
    const scenario: Scenario = {
      ...base,
      endpoint: 'UpdateRollbackFailed',
      courses: [quick, { ...rollback, bake: 1, reason: 'own' }],
      runs: [
        { ...plain, startsAfter: 29, waitTimeout: 26, staleness: [26, 0] },
        { ...plain, callSeconds: 1 },
      ],
    };
    expect(await endings(scenario)).toEqual(['rolled-back', 'deployed']);
  });

  it('when an update before ours was taken for it at first, and ours is rolled back to the same', async () => {
    const scenario: Scenario = {
      ...base,
      endpoint: 'UpdateRollbackFailed',
      courses: [quick, { ...rollback, bake: 1, reason: 'own' }],
      runs: [
        { ...plain, startsAfter: 29, pollSeconds: 1, waitTimeout: 26, staleness: [24, 1] },
        { ...plain, callSeconds: 1 },
      ],
    };
    expect(await endings(scenario)).toEqual(['rolled-back', 'deployed']);
  });

  it('when all that is shown of the updates before and of ours is that the same serves: it does', async () => {
    const scenario: Scenario = {
      ...base,
      endpoint: 'UpdateRollbackFailed',
      courses: [quick, { ...rollback, bake: 1, reason: 'own' }],
      runs: [
        { ...plain, startsAfter: 29, waitTimeout: 25, staleness: [24, 1] },
        { ...plain, callSeconds: 1 },
      ],
    };
    expect(await endings(scenario)).toEqual(['deployed', 'deployed']);
  });

  it('when the call was lost, and what is joined long after it rolls back to what others deployed since', async () => {
    const lost = trouble({ from: 9, seconds: 4, on: 'changes', kind: 'hang' });
    const scenario: Scenario = {
      ...base,
      manners: { ...base.manners, lastStep: 'named', rollbackNames: 'old' },
      courses: [
        { ...quick, provisioning: 69, bake: 579, turning: 32 },
        { ...rollback, provisioning: 34, bake: 1, turning: 14 },
      ],
      deeds: [{ what: 'v3', since: 'start', seconds: 11 }],
      runs: [
        {
          ...plain,
          ...{ config: 'v3', source: 'model', pollSeconds: 30, callSeconds: 1 },
          ...{ staleness: [21, 0], troubles: [lost] },
        },
        { ...plain, source: 'file, unnamed', startsAfter: 5, cancelledAfter: 6 },
      ],
    };
    expect(await endings(scenario)).toEqual(['rolled-back', 'cancelled']);
  });

  it('when an old answer shows how the update before ours was rolled back, and nothing answers after it', async () => {
    const silence = trouble({ from: 51, seconds: 1_000_000, kind: 'throttled' });
    const run: RunScript = {
      ...plain,
      source: 'image in a file',
      preflight: 'warn',
      ifInProgress: 'wait',
      staleness: [0, 0, 0, 26, 0, 11],
      troubles: [silence],
    };
    const scenario: Scenario = {
      ...base,
      serving: 'v3',
      courses: [{ ...rollback, bake: 1 }, quick],
      deeds: [{ what: 'v3', since: 'start', seconds: 1 }],
      runs: [run],
    };
    expect(await endings(scenario)).toEqual(['unknown']);
  });

  it('when a failed rollback goes on naming an update that was none of ours', async () => {
    const scenario: Scenario = {
      ...base,
      serving: 'v3',
      manners: { ...base.manners, rollbackNames: 'old', brokenStaysPending: true },
      courses: [broken, quick],
      runs: [
        { ...plain, waitTimeout: 1 },
        { ...plain, config: 'v3', startsAfter: 8 },
      ],
    };
    expect(await endings(scenario)).toEqual(['timed-out', 'failed']);
  });

  it('when the configuration cannot be found at first', async () => {
    const run: RunScript = { ...plain, preflight: 'off' };
    expect(await endings({ ...base, configsShowAfter: 18, runs: [run] })).toEqual(['deployed']);
  });

  it('when looking up hangs: the deadline holds', async () => {
    const hang = trouble({ seconds: 331, on: 'lookups', kind: 'hang' });
    const [run] = (
      await neverWrong({ ...base, runs: [{ ...plain, waitTimeout: 1, troubles: [hang] }] })
    ).runs;
    expect((run?.endedAt ?? 0) - (run?.startedAt ?? 0)).toBeLessThan(120_000);
  });

  it('when what has to be looked up is hidden for a minute and a half', async () => {
    const run: RunScript = {
      ...plain,
      source: 'file',
      callSeconds: 3,
      troubles: [trouble({ from: 1, seconds: 90, kind: 'throttled' })],
    };
    const scenario: Scenario = { ...base, serving: 'v2', runs: [run] };
    expect(await endings(scenario, rightInTheEnd)).toEqual(['unchanged']);
  });
});

describe('two runs at once for one endpoint', () => {
  it('of the same configuration: one updates, the other joins', async () => {
    const { runs, endpoint } = await neverWrong({ ...base, runs: [plain, plain] });
    expect(runs.map(({ outcome }) => outcome.kind)).toEqual(['deployed', 'deployed']);
    expect(endpoint.updates).toHaveLength(1);
  });

  it('of content whose model was created again while it serves: both find the same name for it', async () => {
    const run: RunScript = { ...plain, source: 'model, unnamed', startsAfter: 5 };
    const { runs, endpoint } = await neverWrong({
      ...base,
      serving: 'v2',
      deeds: [{ what: 'm2 again', since: 'start', seconds: 1 }],
      runs: [run, run, { ...run, startsAfter: 600 }],
    });
    expect(runs.map(({ outcome }) => outcome.kind)).toEqual(['deployed', 'deployed', 'unchanged']);
    expect(endpoint.updates).toHaveLength(1);
  });

  it('of a configuration whose model was created again: where that cannot be read, joining is no proof', async () => {
    const joining: RunScript = {
      ...plain,
      startsAfter: 31,
      staleness: [3],
      troubles: [
        trouble({ on: 'lookups', kind: 'throttled' }),
        trouble({ from: 1, seconds: 495, kind: 'throttled' }),
      ],
    };
    const scenario: Scenario = {
      ...base,
      configsShowAfter: 1,
      manners: { ...base.manners, lastStep: 'named' },
      deeds: [{ what: 'm2 again', since: 'settled', seconds: 1 }],
      runs: [{ ...plain, waitTimeout: 1 }, joining],
    };
    expect(await endings(scenario)).toEqual(['timed-out', 'failed']);
  });

  it('of one image: the model that its content was made from may be created again', async () => {
    const run: RunScript = { ...plain, source: 'image', preflight: 'warn' };
    const scenario: Scenario = {
      ...base,
      serving: 'v2',
      deeds: [{ what: 'm2 again', since: 'settled', seconds: 1 }],
      runs: [{ ...run, startsAfter: 35 }, run],
    };
    expect(await endings(scenario)).toEqual(['unchanged', 'deployed']);
  });

  it('of two configurations: the second waits, and tells its own end', async () => {
    const second: RunScript = { ...plain, config: 'v3' };
    const scenario = {
      ...base,
      courses: [quick, rollback],
      runs: [{ ...plain, pollSeconds: 1 }, second],
    };
    expect(await endings(scenario)).toEqual(['deployed', 'rolled-back']);
  });
});
