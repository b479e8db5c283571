import { describe, expect, it } from '@jest/globals';
import { alarmReason } from './model-endpoint.ts';
import { base, good, plain, quick, rollback } from './plain.ts';
import { neverWrong } from './properties.ts';
import type { Scenario } from './scenario.ts';

/** How the post step tells a run that was killed. */
async function told(scenario: Scenario): Promise<unknown> {
  const { runs } = await neverWrong(scenario);
  expect(runs[0]?.isKilled).toBe(true);
  return runs[0]?.outcome;
}

/** What random scenarios once found to go wrong, at its smallest. */
describe('of a run that was killed the post step keeps right', () => {
  it('when it was still waiting for the update of another party', async () => {
    const run = { ...plain, startsAfter: 2, killed: { after: 4, endOfJobAfter: 0 } };
    const deeds = [{ what: 'v3', since: 'start', seconds: 1 }] as const;
    expect(await told({ ...base, deeds, runs: [run] })).toEqual({
      kind: 'cancelled',
      stage: 'nothing-requested',
    });
  });

  it('when its call was refused, because another party was quicker', async () => {
    const run = { ...plain, callSeconds: 3, killed: { after: 40, endOfJobAfter: 0 } };
    const deeds = [{ what: 'v3', since: 'start', seconds: 16 }] as const;
    const courses = [{ ...quick, provisioning: 600 }];
    const { runs } = await neverWrong({ ...base, courses, deeds, runs: [run] });
    expect(runs[0]?.requestedAt).toHaveLength(1);
    expect(runs[0]?.outcome).toEqual({ kind: 'cancelled', stage: 'nothing-requested' });
  });

  it('when it was on its way back, and SageMaker has rolled that back since', async () => {
    const smoke = { requests: 1, timeoutSeconds: 30, onFailure: 'rollback' } as const;
    const models = { m2: { ...good, answers: 'wrongly' }, m3: good } as const;
    const way = { ...base, models, courses: [quick, { ...rollback, reason: 'alarm' }] } as const;
    const killed = { after: 70, endOfJobAfter: 200 };
    expect(await told({ ...way, runs: [{ ...plain, smoke, killed }] })).toMatchObject({
      kind: 'failed',
      problem: { code: 'smoke-test-failed' },
      reason: { kind: 'given', text: alarmReason },
    });
    const soon = { ...killed, endOfJobAfter: 40 };
    expect(await told({ ...way, runs: [{ ...plain, smoke, killed: soon }] })).toEqual({
      kind: 'cancelled',
      stage: 'smoke-rollback',
    });
  });

  it('when its update to what serves already was rolled back', async () => {
    const run = { ...plain, killed: { after: 6, endOfJobAfter: 200 } };
    const again = { ...base, endpoint: 'UpdateRollbackFailed', serving: 'v2' } as const;
    const courses = [{ ...rollback, reason: 'own' } as const];
    expect(await told({ ...again, courses, runs: [run] })).toMatchObject({
      kind: 'rolled-back',
      reason: { kind: 'given' },
    });
    expect(await told({ ...again, courses: [quick], runs: [run] })).toEqual({ kind: 'deployed' });
  });

  it('when one answer alone shows it deployed, and by then another party has replaced it', async () => {
    const killed = { after: 16, endOfJobAfter: 140 };
    const run = { ...plain, killed, callSeconds: 3, staleness: [30, 0] };
    const deeds = [{ what: 'v3', since: 'settled', seconds: 90 }] as const;
    const { runs } = await neverWrong({ ...base, deeds, runs: [run] });
    expect(runs[0]?.answers[1]?.snapshot).toMatchObject({ status: 'InService', configName: 'v2' });
    expect(runs[0]?.outcome).toEqual({ kind: 'cancelled', stage: 'perhaps-requested' });
  });

  it('when the endpoint was deleted since, and created again on what served before', async () => {
    const run = { ...plain, killed: { after: 8, endOfJobAfter: 200 } };
    const deeds = [{ what: 'recreate', since: 'start', seconds: 12 }] as const;
    expect(await told({ ...base, deeds, runs: [run] })).toEqual({
      ...{ kind: 'superseded', by: 'v1', how: 'created-again' },
    });
  });

  it('when the endpoint was deleted and created again while it was smoke-tested', async () => {
    const smoke = { requests: 1, timeoutSeconds: 300, onFailure: 'rollback' } as const;
    const models = { m2: { ...good, answers: 'wrongly' }, m3: good } as const;
    const run = { ...plain, smoke, killed: { after: 60, endOfJobAfter: 60 } };
    const deeds = [{ what: 'recreate', since: 'start', seconds: 70 }] as const;
    expect(await told({ ...base, models, deeds, runs: [run] })).toEqual({
      ...{ kind: 'superseded', by: 'v1', how: 'created-again' },
    });
  });
});
