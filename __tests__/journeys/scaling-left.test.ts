import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { loadScenario } from '../../simulator/scenarios.ts';
import { type Simulator, startSimulator } from '../../simulator/simulator.ts';
import { sha256 } from '../../src/adapters/workspace.ts';
import type { Event } from '../../src/domain/event.ts';
import type { SavedScaling } from '../../src/domain/saved-form.ts';
import { tagsOfSaved } from '../../src/domain/saved-scaling.ts';
import type { ScalingChange } from '../../src/domain/scaling-event.ts';
import { readInputs } from '../../src/inputs/inputs.ts';
import { plan } from '../../src/plan.ts';
import { rollout } from '../../src/rollout.ts';
import { putBackSavedScaling } from '../../src/scaling/put-back.ts';
import { worldOf } from './aws-in-process.ts';
import { autoScaled, otherType, savedTags } from './scaled.ts';
import { TimeInProcess } from './time-in-process.ts';

/** What a run that was cut off has left on the endpoint, and who restores it. */
describe('scaling that a run left in the tags', () => {
  let simulator: Simulator;
  let before: Simulator['scaling']['standing'];
  let events: Event[];
  let time: TimeInProcess;
  beforeEach(async () => {
    simulator = await startSimulator({ start: Date.now() });
    process.env.AWS_ENDPOINT_URL = simulator.url;
    process.env.AWS_REGION = 'eu-west-1';
    process.env.AWS_ACCESS_KEY_ID = 'AKIDSIMULATED';
    process.env.AWS_SECRET_ACCESS_KEY = 'simulated';
    loadScenario(simulator.sagemaker, 'canary-succeeds');
    autoScaled(simulator);
    before = simulator.scaling.standing;
    events = [];
    time = new TimeInProcess(simulator.clock);
  });
  afterEach(() => {
    time.stop();
    return simulator.close();
  });

  const world = () => worldOf(time, events);
  const change = (): readonly ScalingChange[] =>
    events.flatMap((event) => (event.kind === 'scaling' ? [event.change] : []));

  /** The scaling is off, and the tags keep it: as after a run that was cut off there. */
  async function leave(instances: SavedScaling['instances'] = { AllTraffic: 5 }): Promise<void> {
    const targets = await world().scaling.read('fraud-prod', ['AllTraffic']);
    const tags = tagsOfSaved({ targets, instances }, sha256);
    simulator.sagemaker.addTags('endpoint', 'fraud-prod', tags);
    simulator.scaling.deregister('fraud-prod');
  }

  function request(inputs: Readonly<Record<string, string>>) {
    const given: Readonly<Record<string, string>> = { 'endpoint-name': 'fraud-prod', ...inputs };
    const { rollout: asked } = readInputs((name) => given[name] ?? '', {
      region: 'eu-west-1',
      readFile: () => '',
      readBytes: () => new Uint8Array(),
      idTokens: 'not-offered',
      runId: undefined,
    });
    return asked;
  }

  function expectAllAsBefore(): void {
    expect(simulator.scaling.standing).toEqual(before);
    expect(savedTags(simulator)).toEqual([]);
  }

  it('is restored by the post step, which needs to know the endpoint only', async () => {
    await leave();
    await putBackSavedScaling('fraud-prod', world());
    expect(change()).toMatchObject([{ kind: 'restored', isForNow: false }]);
    expectAllAsBefore();
  });

  it('is no business of the post step where there is none, or no endpoint', async () => {
    await putBackSavedScaling('fraud-prod', world());
    await putBackSavedScaling('nobody', world());
    expect(events).toEqual([]);
    expect(simulator.scaling.standing).toEqual(before);
  });

  it('is told by the post step where it cannot look for it', async () => {
    await leave();
    simulator.sagemaker.inject({ kind: 'access-denied', operation: 'ListTags' });
    await putBackSavedScaling('fraud-prod', world());
    expect(change()).toMatchObject([{ kind: 'not-read', problem: { code: 'access-denied' } }]);
  });

  it('is restored for now by the post step while an update runs, and for good by the next run', async () => {
    await leave();
    await world().endpoints.update(request(otherType));
    await putBackSavedScaling('fraud-prod', world());
    expect(change()).toMatchObject([{ kind: 'restored', isForNow: true }]);
    expect(simulator.scaling.standing).toEqual(before);
    expect(savedTags(simulator)).not.toEqual([]);
    expect((await rollout(request(otherType), world())).kind).toBe('deployed');
    expectAllAsBefore();
  });

  it('stays in the tags where the post step may not register while an update runs', async () => {
    await leave();
    simulator.sagemaker.inject({ kind: 'registration-in-service-only' });
    await world().endpoints.update(request(otherType));
    await putBackSavedScaling('fraud-prod', world());
    expect(change()).toMatchObject([{ kind: 'incomplete', missing: [{}, {}, {}] }]);
    expect((await rollout(request(otherType), world())).kind).toBe('deployed');
    expectAllAsBefore();
  });

  it('is told by a plan, which changes nothing', async () => {
    await leave();
    await plan(request({ 'endpoint-config-name': 'fraud-v2' }), world());
    expect(change().map(({ kind }) => kind)).toEqual(['left-by-a-run', 'found']);
    expect(simulator.scaling.standing).toEqual([]);
    expect(savedTags(simulator)).not.toEqual([]);
  });

  it('is restored after an update that would not have needed it off, with its counts kept', async () => {
    await leave();
    const outcome = await rollout(request({ 'endpoint-config-name': 'fraud-v2' }), world());
    expect(outcome.kind).toBe('deployed');
    const live = simulator.sagemaker.endpoint('fraud-prod')?.state.live[0];
    expect(live?.capacity).toMatchObject({ desired: 5 });
    expectAllAsBefore();
  });

  it('is the truth, also where a part of it was restored otherwise', async () => {
    await leave();
    simulator.scaling.register('fraud-prod', { target: { MinCapacity: 1, MaxCapacity: 3 } });
    expect((await rollout(request(otherType), world())).kind).toBe('deployed');
    expectAllAsBefore();
  });

  it('has its instances added once, however often it is run again', async () => {
    await leave({ AllTraffic: 3 });
    const inputs = { ...otherType, 'scale-up-by': '2' };
    expect((await rollout(request(inputs), world())).kind).toBe('deployed');
    const calls = simulator.sagemaker.requests.map(({ operation }) => operation);
    expect(calls).not.toContain('UpdateEndpointWeightsAndCapacities');
    expectAllAsBefore();
  });

  it('is left alone with a warning where it is not complete', async () => {
    const targets = await world().scaling.read('fraud-prod', ['AllTraffic']);
    const [first, ...others] = tagsOfSaved({ targets, instances: {} }, sha256);
    expect(others).not.toEqual([]);
    simulator.sagemaker.addTags('endpoint', 'fraud-prod', first ? [first] : []);
    expect((await rollout(request(otherType), world())).kind).toBe('deployed');
    expect(change().map(({ kind }) => kind)).toEqual([
      'tags-refused',
      'found',
      'saved',
      'taken-off',
      'restored',
    ]);
    expect(simulator.scaling.standing).toEqual(before);
    expect(savedTags(simulator)).toEqual([first?.Key]);
  });

  it('is restored, although the rollout itself fails before it begins', async () => {
    await leave();
    simulator.sagemaker.alarms.set('fraud-5xx', 'ALARM');
    const inputs = { ...otherType, alarms: 'fraud-5xx' };
    const outcome = await rollout(request(inputs), world());
    expect(outcome).toMatchObject({ kind: 'failed', problem: { code: 'preflight' } });
    expectAllAsBefore();
  });
});
