import { describe, expect, it } from '@jest/globals';
import type { Model } from './model-fleet.ts';
import { base, good, plain, quick, rollback, trouble } from './plain.ts';
import type { Played } from './play.ts';
import { exactlyRight, neverWrong } from './properties.ts';
import type { RunScript, Scenario, Smoke, Trouble } from './scenario.ts';

const wrong: Model = { ...good, answers: 'wrongly' };
const models = { m2: wrong, m3: good };

/** It serves after 30 seconds, fails for 30 more, and is left: UpdateEndpoint is called again at 68.4 s. */
const tried: RunScript = {
  ...plain,
  callSeconds: 0.2,
  smoke: { requests: 1, timeoutSeconds: 30, onFailure: 'rollback' },
};
const brief: Smoke = { requests: 1, timeoutSeconds: 1, onFailure: 'rollback' };
const failing: Scenario = { ...base, models, runs: [tried] };

/** Any call that changes something comes to nothing from then on, or only its answer is lost. */
function lost(told: Partial<Trouble> = {}): Trouble {
  return trouble({ from: 60, seconds: 15, on: 'changes', kind: 'reset', takes: true, ...told });
}

/** Nothing can be seen from the call back on. */
function hidden(seconds: number): Trouble {
  return trouble({ from: 68.3, seconds, on: 'looks', kind: 'reset' });
}

async function runWith(told: Partial<RunScript>, more: Partial<Scenario> = {}): Promise<Ended> {
  const { runs, endpoint } = await neverWrong({
    ...failing,
    ...more,
    runs: [{ ...tried, ...told }],
  });
  const [run] = runs;
  if (!run) throw new Error('There has to be a run.');
  const updates = endpoint.updates.map(({ config, by }) => `${config} by ${by}`);
  return { ...run, updates, calls: run.requestedAt.length };
}

interface Ended extends Played {
  readonly updates: readonly string[];
  /** Calls of UpdateEndpoint. */
  readonly calls: number;
}

const thereAndBack = ['v2 by run 1', 'v1 by run 1'];
const smokeRolledBack = { kind: 'rolled-back', reason: { kind: 'smoke-test' } };

describe('the rollback', () => {
  it('is gone once, and only from a model that fails', async () => {
    const { outcome, updates } = await runWith({});
    expect(outcome).toMatchObject(smokeRolledBack);
    expect(updates).toEqual(thereAndBack);
    const passing = await runWith({}, { models: { m2: good, m3: good } });
    expect(passing.outcome.kind).toBe('deployed');
    expect(passing.updates).toEqual(['v2 by run 1']);
  });

  it('whose answer was lost is found by looking, not sent again', async () => {
    const { outcome, updates, calls } = await runWith({ troubles: [lost()] });
    expect(outcome).toMatchObject(smokeRolledBack);
    expect(updates).toEqual(thereAndBack);
    expect(calls).toBe(2);
  });

  it('whose answer was lost, and that no one saw until it was over, is known by where it led', async () => {
    const troubles = [lost(), hidden(60)];
    const { outcome, updates, calls } = await runWith({ troubles });
    expect(outcome).toMatchObject(smokeRolledBack);
    expect(updates).toEqual(thereAndBack);
    expect(calls).toBe(2);
  });

  it('whose answer was lost is not sent again because of a poll from before it', async () => {
    const { outcome, calls } = await runWith({ troubles: [lost()], staleness: [0, 50] });
    expect(outcome).toMatchObject(smokeRolledBack);
    expect(calls).toBe(2);
  });

  it('that was lost on its way there is sent again, when a minute of looks has not shown it', async () => {
    const { outcome, updates, requestedAt } = await runWith({ troubles: [lost({ takes: false })] });
    expect(outcome).toMatchObject(smokeRolledBack);
    expect(updates).toEqual(thereAndBack);
    const [, first = 0, second = 0] = requestedAt;
    expect(second - first).toBeGreaterThan(60_000);
  });

  it('whose answer was lost, and that was rolled back unseen, is not sent again: no one knows', async () => {
    const more = { courses: [quick, rollback] };
    const { outcome, calls } = await runWith({ troubles: [lost(), hidden(60)] }, more);
    expect(outcome).toMatchObject({ kind: 'unknown', stage: 'smoke-rollback-perhaps-requested' });
    expect(calls).toBe(2);
  });

  it('whose answer was lost is not taken for the way of someone who went elsewhere', async () => {
    const deeds = [{ what: 'v3', since: 'start', seconds: 75 }] as const;
    const troubles = [lost({ takes: false })];
    const { outcome, updates } = await runWith({ troubles }, { deeds });
    expect(outcome).toEqual({ kind: 'superseded', by: 'v3', how: 'updated' });
    expect(updates).toEqual(['v2 by run 1', 'v3 by somebody']);
  });

  it('that another party has gone before the call is theirs', async () => {
    const deeds = [{ what: 'v1', since: 'start', seconds: 50 }] as const;
    const { outcome, calls } = await runWith({}, { deeds });
    expect(outcome).toEqual({ kind: 'superseded', by: 'v1', how: 'updated' });
    expect(calls).toBe(1);
  });

  it('whose answer was lost, and whose own rollback failed, is not another party', async () => {
    const { outcome } = await runWith(
      { callSeconds: 0, troubles: [lost(), hidden(60)] },
      {
        courses: [quick, { ...quick, ending: 'broken-rollback' }],
        manners: { ...base.manners, brokenStaysPending: true },
      },
    );
    expect(outcome).toMatchObject({ kind: 'failed' });
  });

  it('that SageMaker rolls back leaves what failed', async () => {
    const { outcome } = await runWith({}, { courses: [quick, rollback] });
    expect(outcome).toMatchObject({ kind: 'failed', problem: { code: 'smoke-test-failed' } });
  });

  it('ends where the endpoint is being deleted, and no one says that it serves', async () => {
    const deeds = [{ what: 'delete', since: 'start', seconds: 67.5 }] as const;
    const { outcome } = await runWith({}, { deeds });
    expect(outcome).toMatchObject({ kind: 'failed', problem: { code: 'endpoint-deleting' } });
  });

  it('leads to what others deployed between the last poll and the call', async () => {
    const deeds = [{ what: 'v3', since: 'start', seconds: 1 }] as const;
    const { outcome, updates } = await runWith(
      { callSeconds: 0, startsAfter: 15, staleness: [25] },
      { deeds },
    );
    expect(outcome).toMatchObject(smokeRolledBack);
    expect(updates).toEqual(['v3 by somebody', 'v2 by run 1', 'v3 by run 1']);
  });

  it('is not taken for gone because of a poll from before the rollout', async () => {
    const staleness = [0, 0, 0, 0, 0, 0, 60, 0, 0, 0, 0];
    const run = await runWith({ callSeconds: 0, smoke: brief, staleness });
    expect(run.answers[6]?.snapshot?.configName).toBe('v1');
    expect(run.outcome).toMatchObject(smokeRolledBack);
  });

  it('is not gone where no one wants it', async () => {
    const { outcome, updates } = await runWith({ smoke: { ...brief, onFailure: 'fail' } });
    expect(outcome).toMatchObject({ kind: 'failed', problem: { code: 'smoke-test-failed' } });
    expect(updates).toEqual(['v2 by run 1']);
  });

  it('is the one on record, where the configuration served before this run', async () => {
    const scenario: Scenario = { ...failing, serving: 'v2', isRecorded: true };
    const { runs, endpoint } = await exactlyRight(scenario);
    expect(runs[0]?.outcome).toMatchObject(smokeRolledBack);
    expect(endpoint.updates.map(({ config }) => config)).toEqual(['v1']);
  });
});

describe('another party', () => {
  it('whose model answered in the trial has come after it', async () => {
    const deeds = [{ what: 'v3', since: 'start', seconds: 38 }] as const;
    const smoke: Smoke = { ...brief, timeoutSeconds: 60 };
    const { outcome, invoked, calls } = await runWith({ smoke }, { deeds });
    expect(invoked.at(-1)).toMatchObject({ config: 'v3', said: 'right' });
    expect(outcome).toEqual({ kind: 'superseded', by: 'v3', how: 'updated' });
    expect(calls).toBe(1);
  });

  it('who came and went again while it was tried has come after it', async () => {
    const deeds = [
      { what: 'v2', since: 'settled', seconds: 21 },
      { what: 'v3', since: 'settled', seconds: 20 },
    ] as const;
    const smoke: Smoke = { ...brief, timeoutSeconds: 60 };
    const { outcome, invoked, updates } = await runWith({ smoke, callSeconds: 0 }, { deeds });
    expect(updates).toEqual(['v2 by run 1', 'v3 by somebody', 'v2 by somebody']);
    expect(invoked.map(({ config }) => config)).toContain('v3');
    expect(outcome).toEqual({ kind: 'superseded', by: 'v3', how: 'updated' });
  });

  it('who scales it while it is tried has it tried once more', async () => {
    const { outcome, events } = await runWith(
      { smoke: { ...brief, timeoutSeconds: 60 } },
      {
        models: { m2: { ...good, atFirst: 'wrong', warmUp: 45 }, m3: good },
        manners: { ...base.manners, interludeModifies: true },
        deeds: [{ what: 'scaling', since: 'start', seconds: 40 }],
      },
    );
    expect(outcome.kind).toBe('deployed');
    const beginnings = events.flatMap((event) =>
      event.kind === 'smoke-testing' ? [event.time] : [],
    );
    expect(beginnings).toEqual(['first', 'again']);
  });

  it('who was rolled back before the trial began has not come after it', async () => {
    const { runs } = await neverWrong({
      ...base,
      serving: 'v2',
      courses: [rollback],
      deeds: [{ what: 'v1', since: 'start', seconds: 1 }],
      runs: [{ ...tried, startsAfter: 5, staleness: [0, 11] }],
    });
    expect(runs[0]?.outcome.kind).toBe('unchanged');
  });
});

describe('a job that is cancelled', () => {
  const hangs = (from: number) => trouble({ from, on: 'changes', kind: 'hang', takes: true });

  it.each([
    ['the update', 0, 5, 'perhaps-requested'],
    ['the update back', 60, 72, 'smoke-rollback-perhaps-requested'],
  ] as const)('hears it while %s is called', async (_, from, cancelledAfter, stage) => {
    const run = await runWith({ troubles: [hangs(from)], cancelledAfter });
    expect(run.outcome).toEqual({ kind: 'cancelled', stage });
    expect(run.endedAt).toBe(run.cancelledAt);
    expect(run.events.map(({ kind }) => kind)).not.toContain('hindered');
  });

  it.each([
    ['smoke-testing', 40, 'smoke-testing'],
    ['it goes back', 80, 'smoke-rollback'],
  ] as const)('hears it during %s', async (_, cancelledAfter, stage) => {
    const { outcome } = await runWith({ cancelledAfter });
    expect(outcome).toEqual({ kind: 'cancelled', stage });
  });
});

/** Answers from before the creation of the endpoint, 20 seconds before: there was none. */
describe('an endpoint that one poll does not find is not gone', () => {
  const creating: RunScript = { ...plain, config: 'v3', createEndpoint: true };
  const created = (run: Partial<RunScript>): Scenario => ({
    ...base,
    endpoint: 'none',
    models,
    runs: [creating, { ...plain, startsAfter: 21, ...run }],
  });
  const lastOf = async (scenario: Scenario) => (await neverWrong(scenario)).runs.at(-1);

  it('while it is updated', async () => {
    const run = await lastOf(created({ staleness: [0, 60, 0, 0, 0, 0] }));
    expect(run?.answers[1]?.snapshot).toBeUndefined();
    expect(run?.outcome.kind).toBe('deployed');
  });

  it('after it was smoke-tested', async () => {
    const run = await lastOf(created({ config: 'v3', smoke: brief, staleness: [0, 0, 60] }));
    expect(run?.answers[2]?.snapshot).toBeUndefined();
    expect(run?.outcome.kind).toBe('unchanged');
  });

  it('before it goes back', async () => {
    const staleness = [0, 0, 0, 0, 0, 0, 60, 0, 0, 0, 0];
    const run = await lastOf(created({ smoke: brief, staleness }));
    expect(run?.answers[6]?.snapshot).toBeUndefined();
    expect(run?.outcome.kind).toBe('rolled-back');
  });
});
