import { describe, expect, it } from '@jest/globals';
import type { Simulator } from '../../simulator/simulator.ts';
import { tagsOfRecord } from '../../src/domain/record.ts';
import { travel } from './journey.ts';

/** Someone else rolls a configuration out, and it serves since some time. */
function rollOut({ sagemaker, clock }: Simulator, endpointConfigName: string): void {
  const when = { afterSeconds: 1 };
  sagemaker.inject({ kind: 'foreign-update', endpoint: 'fraud-prod', when, endpointConfigName });
  clock.advanceTo(clock.now() + 200_000);
}

/** The first poll, and none but it, shows the endpoint as it was so long ago. */
function firstPollIsOld({ sagemaker }: Simulator, seconds: number): void {
  sagemaker.inject({ kind: 'stale-read', operation: 'DescribeEndpoint', calls: 1, seconds });
}

/** The requested fraud-v2 served until someone rolled fraud-v3 out, which the first poll does not show. */
function servedBefore(simulator: Simulator): void {
  simulator.sagemaker.addEndpoint('fraud-prod', 'fraud-v2');
  rollOut(simulator, 'fraud-v3');
  firstPollIsOld(simulator, 250);
}

const polls = (calls: readonly string[]) =>
  calls.filter((operation) => operation === 'DescribeEndpoint').length;

describe('one old answer at the beginning never decides', () => {
  it('that the requested configuration serves already', async () => {
    const { run, updates } = await travel({ arrange: servedBefore });
    expect(updates).toHaveLength(1);
    expect(run.outputs).toMatchObject({
      outcome: 'deployed',
      'previous-endpoint-config-name': 'fraud-v3',
    });
  });

  it('that a plan changes nothing', async () => {
    const inputs = { mode: 'plan' };
    const { run, calls } = await travel({ inputs, arrange: servedBefore });
    expect(run.outputs).toMatchObject({
      outcome: 'planned',
      'has-changes': 'true',
      'previous-endpoint-config-name': 'fraud-v3',
    });
    expect(polls(calls)).toBe(3);
  });

  it('that there is no endpoint', async () => {
    const { run } = await travel({
      inputs: { 'endpoint-config-name': 'fraud-v1' },
      arrange: (simulator) => {
        const { sagemaker, clock } = simulator;
        const when = { afterSeconds: 1 };
        const recreated = { kind: 'endpoint-recreated', endpointConfigName: 'fraud-v1' } as const;
        sagemaker.remove('endpoint', 'fraud-prod');
        sagemaker.addEndpoint('fraud-prod', 'fraud-v3');
        sagemaker.inject({ ...recreated, endpoint: 'fraud-prod', when });
        clock.advanceTo(clock.now() + 200_000);
        firstPollIsOld(simulator, 90_000);
      },
    });
    expect(run.outputs).toMatchObject({ outcome: 'unchanged', 'endpoint-status': 'InService' });
  });

  it('to create one: what is there is refused as that, and updated', async () => {
    const { run, calls } = await travel({
      inputs: { 'create-endpoint': 'true' },
      arrange: (simulator) => firstPollIsOld(simulator, 90_000),
    });
    expect(calls.filter((name) => /^(Create|Update)Endpoint$/.test(name))).toEqual([
      'CreateEndpoint',
      'UpdateEndpoint',
    ]);
    expect(run.outputs).toMatchObject({
      outcome: 'deployed',
      'previous-endpoint-config-name': 'fraud-v1',
    });
  });

  it('that the endpoint has failed for good', async () => {
    const { run } = await travel({
      arrange: (simulator) => {
        const { sagemaker, clock } = simulator;
        sagemaker.addEndpoint('fraud-prod', 'fraud-v3', { status: 'Failed' });
        const when = { afterSeconds: 1 };
        const recreated = { kind: 'endpoint-recreated', endpointConfigName: 'fraud-v1' } as const;
        sagemaker.inject({ ...recreated, endpoint: 'fraud-prod', when });
        clock.advanceTo(clock.now() + 200_000);
        firstPollIsOld(simulator, 250);
      },
    });
    expect(run.outputs).toMatchObject({
      outcome: 'deployed',
      'previous-endpoint-config-name': 'fraud-v1',
    });
  });

  it('that an update is in progress, where that fails', async () => {
    const { run } = await travel({
      inputs: { 'if-in-progress': 'fail' },
      arrange: (simulator) => {
        rollOut(simulator, 'fraud-v3');
        firstPollIsOld(simulator, 100);
      },
    });
    expect(run.outputs.outcome).toBe('deployed');
  });

  it('that the requested configuration is being rolled out, where nothing is watched', async () => {
    const { run, updates } = await travel({
      inputs: { wait: 'false' },
      arrange: (simulator) => {
        simulator.sagemaker.inject({ kind: 'insufficient-capacity', nth: 1 });
        rollOut(simulator, 'fraud-v2');
        firstPollIsOld(simulator, 150);
      },
    });
    expect(updates).toHaveLength(1);
    expect(run.outputs).toMatchObject({
      outcome: 'started',
      'previous-endpoint-config-name': 'fraud-v1',
    });
  });

  it('of which configuration a copy with another model is made', async () => {
    const { run, simulator } = await travel({
      inputs: { 'endpoint-config-name': '', 'model-name': 'fraud-v2' },
      arrange: (simulator) => {
        simulator.sagemaker.addEndpointConfig('fraud-of-ten', {
          ProductionVariants: [
            {
              VariantName: 'AllTraffic',
              ModelName: 'fraud-v1',
              InstanceType: 'ml.m5.large',
              InitialInstanceCount: 10,
            },
          ],
        });
        rollOut(simulator, 'fraud-of-ten');
        firstPollIsOld(simulator, 250);
      },
    });
    expect(run.outputs.outcome).toBe('deployed');
    const fleet = simulator.sagemaker.endpoint('fraud-prod')?.state.live;
    expect(fleet?.[0]?.capacity).toMatchObject({ type: 'ml.m5.large', desired: 10 });
  });

  it('of what a rollback rolls back to', async () => {
    const { run } = await travel({
      inputs: { mode: 'rollback', 'endpoint-config-name': '' },
      arrange: (simulator) => {
        const { sagemaker } = simulator;
        sagemaker.addEndpoint('fraud-prod', 'fraud-v2');
        rollOut(simulator, 'fraud-v3');
        const record = { previous: 'fraud-v2', current: 'fraud-v3', mode: 'deploy' } as const;
        const from = { commit: undefined, run: undefined };
        sagemaker.addTags('endpoint', 'fraud-prod', tagsOfRecord({ ...record, ...from }));
        firstPollIsOld(simulator, 250);
      },
    });
    expect(run.outputs).toMatchObject({
      outcome: 'deployed',
      'previous-endpoint-config-name': 'fraud-v3',
      'endpoint-config-name': 'fraud-v2',
    });
  });
});

describe('a second poll agrees some seconds later', () => {
  it.each([
    ['unchanged', { 'endpoint-config-name': 'fraud-v1' }],
    ['failed', { 'endpoint-name': 'fraud-prid' }],
    ['planned', { mode: 'plan' }],
  ])('%s after two polls in five seconds', async (outcome, inputs) => {
    const { run, calls, simulator } = await travel({ inputs });
    expect(run.outputs.outcome).toBe(outcome);
    expect(polls(calls)).toBe(2);
    expect(simulator.clock.now() - Date.UTC(2026, 2, 2, 9)).toBeLessThan(6000);
  });
});
