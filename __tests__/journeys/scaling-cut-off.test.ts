import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { Moment } from '../../simulator/account/moments.ts';
import type { Run } from '../../simulator/runner.ts';
import { loadScenario } from '../../simulator/scenarios.ts';
import { type Simulator, startSimulator } from '../../simulator/simulator.ts';
import { callAction, callPost } from './call/call.ts';
import { canary, pullRequest, travelAgain } from './journey.ts';
import { autoScaled, otherType, savedTags } from './scaled.ts';

/** An instance type changes under target tracking with a scheduled action. */
describe('an instance type that changes under auto scaling', () => {
  let simulator: Simulator;
  let before: Simulator['scaling']['standing'];
  beforeEach(async () => {
    simulator = await startSimulator();
    loadScenario(simulator.sagemaker, 'canary-succeeds');
    simulator.github.addPullRequest({ number: pullRequest });
    autoScaled(simulator);
    before = simulator.scaling.standing;
  });
  afterEach(() => simulator.close());

  const inputs = { ...canary, ...otherType, 'canary-size': '20%' };

  /** A run whose machine goes away at a moment; a call that is just being made never arrives. */
  async function cutOff(moment: Moment, more: Readonly<Record<string, string>> = {}): Promise<Run> {
    const { sagemaker } = simulator;
    if ('before' in moment) sagemaker.inject({ kind: 'hang', operation: moment.before, calls: 1 });
    const run = await callAction({
      simulator,
      inputs: { 'endpoint-name': 'fraud-prod', ...inputs, ...more },
      killWhen: (kill) => sagemaker.when(moment, kill),
    });
    expect(run.signal).toBe('SIGKILL');
    return run;
  }

  function expectAllAsBefore(): void {
    expect(simulator.scaling.standing).toEqual(before);
    expect(savedTags(simulator)).toEqual([]);
  }

  it('is rolled back by an alarm: scaling is restored on what serves', async () => {
    simulator.sagemaker.alarms.trip('fraud-5xx', { when: { stage: 'baking', afterSeconds: 45 } });
    const { run, calls } = await travelAgain(simulator, { inputs });
    expect(run.outputs).toMatchObject({
      outcome: 'rolled-back',
      'endpoint-config-name': 'fraud-v1',
    });
    expect(calls).toContain('AddTags');
    expect(run.log).toContain('Removed auto scaling from AllTraffic\n');
    expect(run.log).toContain(
      'Auto scaling is restored: AllTraffic 2 to 8 instances, 1 policy, 1 scheduled action\n',
    );
    expect(JSON.parse(run.outputs.report ?? '').scaling).toEqual({
      state: 'restored',
      'keeps-counts': true,
      variants: [
        {
          variant: 'AllTraffic',
          dimension: 'sagemaker:variant:DesiredInstanceCount',
          min: 2,
          max: 8,
          policies: ['invocations'],
          'scheduled-actions': ['morning'],
        },
      ],
      missing: [],
      'tags-left-alone': [],
    });
    expectAllAsBefore();
  });

  it('is cut off between deregistering and updating: the next run updates, and puts back', async () => {
    const { log } = await cutOff({ before: 'UpdateEndpoint' });
    expect(simulator.scaling.standing).toEqual([]);
    expect(log).toContain('Saved auto scaling in ');
    expect(log).toContain(
      'aws application-autoscaling register-scalable-target --region eu-west-1',
    );
    const { run, updates } = await travelAgain(simulator, { inputs });
    expect(run.outputs).toMatchObject({
      outcome: 'deployed',
      'endpoint-config-name': 'fraud-other',
    });
    expect(updates[0]?.input).toMatchObject({ RetainAllVariantProperties: true });
    expect(run.log).toContain('An interrupted run removed auto scaling: AllTraffic 2 to 8');
    expectAllAsBefore();
  });

  it('is cut off between updating and putting back: the next run joins, and puts back', async () => {
    await cutOff({ stage: 'baking' });
    expect(simulator.scaling.standing).toEqual([]);
    const { run, updates } = await travelAgain(simulator, { inputs });
    expect(run.outputs.outcome).toBe('deployed');
    expect(updates).toEqual([]);
    expectAllAsBefore();
  });

  it('is cut off while putting back: the next run finds nothing to update, and puts back', async () => {
    await cutOff({ before: 'PutScheduledAction' });
    expect(simulator.scaling.standing).toMatchObject([{ policies: [{}], actions: [] }]);
    const { run } = await travelAgain(simulator, { inputs });
    expect(run.exitCode).toBe(0);
    expect(run.outputs).toMatchObject({ outcome: 'unchanged', 'has-changes': 'false' });
    expect(run.log).toContain('Auto scaling is restored');
    expectAllAsBefore();
  });

  it('is cut off again and again, at another point each time: the last run puts back', async () => {
    await cutOff({ before: 'UpdateEndpoint' });
    await cutOff({ stage: 'baking' });
    await cutOff({ before: 'PutScalingPolicy' });
    expect(simulator.scaling.standing).toMatchObject([{ policies: [], actions: [] }]);
    expect((await travelAgain(simulator, { inputs })).run.outputs.outcome).toBe('unchanged');
    expectAllAsBefore();
  });

  it('is gone back on with `mode: rollback`, cut off, and gone back on again', async () => {
    await travelAgain(simulator, { inputs });
    const back = { ...inputs, mode: 'rollback', 'endpoint-config-name': '' };
    await cutOff({ before: 'UpdateEndpoint' }, back);
    expect(simulator.scaling.standing).toEqual([]);
    const { run, updates } = await travelAgain(simulator, { inputs: back });
    expect(run.outputs).toMatchObject({
      outcome: 'deployed',
      'endpoint-config-name': 'fraud-v1',
    });
    expect(updates[0]?.input).toMatchObject({ RetainAllVariantProperties: true });
    expectAllAsBefore();
  });

  it('is cut off while it is saved: the post step takes the tags away', async () => {
    const main = await cutOff({ before: 'DeregisterScalableTarget' });
    expect(simulator.scaling.standing).toEqual(before);
    expect(savedTags(simulator)).not.toEqual([]);
    expect((await endOfJob(main)).exitCode).toBe(0);
    expectAllAsBefore();
  });

  const endOfJob = (main: Run) =>
    callPost(main, {
      simulator,
      inputs: { 'endpoint-name': 'fraud-prod', ...inputs },
    });

  it('is cut off before updating: the post step puts back', async () => {
    const main = await cutOff({ before: 'UpdateEndpoint' });
    const { log, exitCode } = await endOfJob(main);
    expect(exitCode).toBe(0);
    expect(log).toContain('Auto scaling is restored: AllTraffic 2 to 8 instances');
    expectAllAsBefore();
  });

  it('is cancelled: the outcome is told in time, the post step puts back for now, and the next run looks again', async () => {
    const { run } = await travelAgain(simulator, {
      inputs,
      cancelAt: ({ clock }) => clock.now() + 240_000,
    });
    expect(run.signal).toBeNull();
    expect(run.outputs.outcome).toBe('cancelled');
    expect(run.log).toContain('The job was cancelled before auto scaling was restored.');
    expect(run.summary).toContain('aws application-autoscaling put-scaling-policy');
    expect(simulator.scaling.standing).toEqual([]);
    const { log } = await endOfJob(run);
    expect(log).toContain(
      'Auto scaling is restored while the update still runs: AllTraffic 2 to 8',
    );
    expect(simulator.scaling.standing).toEqual(before);
    const next = await travelAgain(simulator, { inputs });
    expect(next.run.outputs.outcome).toBe('deployed');
    expectAllAsBefore();
    const seen = simulator.sagemaker.requests.length;
    const nothingLeft = await travelAgain(simulator, { inputs });
    expect(simulator.sagemaker.requests.length).toBeGreaterThan(seen);
    expect((await endOfJob(nothingLeft.run)).log).toBe('');
  });

  it('is cancelled, and no end of the job comes: the next run puts back', async () => {
    const { run } = await travelAgain(simulator, {
      inputs,
      cancelAt: simulator.clock.now() + 240_000,
    });
    expect(run.outputs.outcome).toBe('cancelled');
    expect(simulator.scaling.standing).toEqual([]);
    const next = await travelAgain(simulator, { inputs });
    expect(next.run.outputs.outcome).toBe('deployed');
    expectAllAsBefore();
  });

  it('is deployed, and a part of scaling cannot be restored: the step fails, the outcome is true', async () => {
    const { sagemaker } = simulator;
    sagemaker.inject({ kind: 'access-denied', operation: 'PutScalingPolicy' });
    const run = await callAction({
      simulator,
      inputs: { 'endpoint-name': 'fraud-prod', ...inputs },
    });
    expect(run.exitCode).toBe(1);
    expect(run.outputs).toMatchObject({
      outcome: 'deployed',
      'endpoint-config-name': 'fraud-other',
    });
    expect(run.annotations).toMatchObject([
      { level: 'error', message: expect.stringContaining('Auto scaling was not restored.') },
    ]);
    expect(JSON.parse(run.outputs.report ?? '').scaling).toMatchObject({
      state: 'incomplete',
      missing: ['the policy invocations of AllTraffic'],
    });
  });
});
