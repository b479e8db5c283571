import { describe, expect, it } from '@jest/globals';
import type { Guise } from '../../simulator/account/faults.ts';
import type { Moment } from '../../simulator/account/moments.ts';
import { monday } from '../../simulator/clock.ts';
import type { Simulator } from '../../simulator/simulator.ts';
import { canary, travel } from './journey.ts';

const forEver = 100_000;

/** DescribeEndpoint shows it so, whatever SageMaker is really doing. */
function shown(as: Guise, when: Moment, forSeconds = forEver) {
  return ({ sagemaker, clock }: Simulator) => {
    sagemaker.inject({ kind: 'shown-otherwise', endpoint: 'fraud-prod', when, forSeconds, as });
    // What is so from the start is so at the first poll.
    if ('at' in when) clock.advanceTo(monday + 1);
  };
}

const status = 'Validating';
const alone = { status, pending: 'hidden' } as const;
const atFirst = { at: monday } as const;

describe('a status that is not known yet decides nothing', () => {
  it.each([
    ['while the update is named beside it', { status }, { stage: 'provisioning' }, 100],
    ['while it stands alone', alone, { stage: 'provisioning' }, 120],
    ['from the call on', alone, { stage: 'accepted' }, 60],
    ['when all is done', alone, { stage: 'succeeded' }, 300],
  ] as const)('%s: deployed once the status is known again', async (_, as, when, seconds) => {
    const { run, updates } = await travel({ arrange: shown(as, when, seconds) });
    expect(updates).toHaveLength(1);
    expect(run.outputs).toMatchObject({ outcome: 'deployed', 'endpoint-status': 'InService' });
  });

  it('in a rollback: rolled back once the status is known again', async () => {
    const { run } = await travel({
      ...{ scenario: 'alarm-in-canary-bake', inputs: canary },
      arrange: shown({ status: 'Reverting' }, { stage: 'rolling-back' }, 50),
    });
    expect(run.outputs.outcome).toBe('rolled-back');
  });

  it('before the update: waited for, and then updated', async () => {
    const { run, updates } = await travel({ arrange: shown(alone, atFirst, 180) });
    expect(updates).toHaveLength(1);
    expect(run.log).toContain(
      'Waiting: the endpoint is Validating (a status that this version of the action does not know)',
    );
    expect(run.outputs.outcome).toBe('deployed');
  });

  it('of a variant: the phase goes on, or follows the traffic', async () => {
    const { run } = await travel({
      inputs: canary,
      arrange: shown({ variantStatus: 'Warming' }, { stage: 'provisioning' }),
    });
    expect(run.outputs.outcome).toBe('deployed');
    expect(run.log).toContain('Provisioning the new fleet: 0 of 3 new instances');
    expect(run.log).toContain('Moving traffic: 1 of 3 new instances');
    expect(run.log).not.toContain('Baking');
  });
});

describe('a status that stays unknown ends without a verdict', () => {
  const message = (time: string) =>
    `Endpoint fraud-prod has the status Validating, for ${time} now, which this version of the action does not know.`;

  it('after a quarter of an hour, while an update of ours may run', async () => {
    const { run } = await travel({ arrange: shown(alone, { stage: 'provisioning' }) });
    expect(run.outputs).toMatchObject({
      ...{ outcome: 'unknown', 'endpoint-status': status },
      'failure-reason': expect.stringContaining('has the status Validating, for 15 min'),
    });
    expect(run.log).toContain('use a newer version of this action');
  });

  it('where the time runs out before that', async () => {
    const { run } = await travel({
      inputs: { 'wait-timeout': '5m' },
      arrange: shown(alone, { stage: 'accepted' }),
    });
    expect(run.outputs).toMatchObject({
      outcome: 'unknown',
      'failure-reason': expect.stringContaining('has the status Validating, for '),
    });
  });

  it('where it stands there from the beginning: nothing is requested', async () => {
    const { run, updates } = await travel({ arrange: shown(alone, atFirst) });
    expect(updates).toEqual([]);
    expect(run.outputs).toMatchObject({ outcome: 'unknown', 'failure-reason': message('15 min') });
    expect(run.log).toContain('No update was requested: this run has changed nothing.');
  });

  it('where it stands there once the smoke test is over', async () => {
    const { run, updates } = await travel({
      inputs: { 'smoke-test-file': 'smoke.yaml' },
      files: { 'smoke.yaml': '- { name: any, body: {} }\n' },
      arrange: shown(alone, { before: 'InvokeEndpoint' }),
    });
    expect(updates).toHaveLength(1);
    expect(run.outputs).toMatchObject({ outcome: 'unknown', 'endpoint-status': status });
    expect(run.log).toContain('its smoke test did not finish.');
  });

  it('but fails where an update in progress does, after some polls', async () => {
    const { run, updates, calls } = await travel({
      inputs: { 'if-in-progress': 'fail' },
      arrange: shown(alone, atFirst),
    });
    expect(updates).toEqual([]);
    expect(calls.filter((call) => call === 'DescribeEndpoint')).toHaveLength(3);
    expect(run.outputs.outcome).toBe('failed');
  });
});
