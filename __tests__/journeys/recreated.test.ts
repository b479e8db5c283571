import { describe, expect, it } from '@jest/globals';
import type { Simulator } from '../../simulator/simulator.ts';
import { canary, inFreshWorld, type JourneyOptions, type Told, travelAgain } from './journey.ts';

const configOf = (ModelName: string) => ({
  ProductionVariants: [
    {
      VariantName: 'AllTraffic',
      ModelName,
      InstanceType: 'ml.m5.xlarge' as const,
      InitialInstanceCount: 3,
      InitialVariantWeight: 1,
    },
  ],
});
type Ask = Pick<JourneyOptions, 'inputs' | 'files'>;
const byName: Ask = { inputs: { 'endpoint-config-name': 'fraud-v1' } };
const fileOf = (content: object, name = ''): Ask => ({
  inputs: { 'endpoint-config-name': name, 'endpoint-config-file': 'endpoint.json' },
  files: { 'endpoint.json': JSON.stringify(content) },
});
const ofModel: Ask = { inputs: { 'endpoint-config-name': '', 'model-name': 'fraud-v2' } };

function travel(simulator: Simulator, ask: Ask, more: Readonly<Record<string, string>> = {}) {
  const inputs = { 'poll-interval': '2m', ...ask.inputs, ...more };
  return travelAgain(simulator, { ...ask, inputs });
}

function outcomeOf({ run }: Told): string | undefined {
  return run.outputs.outcome;
}

function serves({ sagemaker }: Simulator): string {
  return sagemaker.endpoint('fraud-prod')?.state.configName ?? '';
}

/** Names of the configurations that were created, in their order. */
function created({ sagemaker }: Simulator): readonly unknown[] {
  return sagemaker.requests
    .filter(({ operation, error }) => operation === 'CreateEndpointConfig' && !error)
    .map(({ input }) => input.EndpointConfigName);
}

const madeName = /^fraud-prod-[0-9a-f]{10}$/;
const words =
  'The endpoint configuration fraud-v1, which fraud-prod serves, was deleted: its content can be neither compared nor copied.';
const advice = '`endpoint-config-name: fraud-v1`';
const world = { scenario: 'configuration-deleted' } as const;

describe('an endpoint whose configuration was deleted', () => {
  it.each([
    ['by its name', byName],
    ['by model-name', ofModel],
    ['by its name with redeploy: true', { inputs: { ...byName.inputs, redeploy: 'true' } }],
  ])('fails %s, and the advice is to give it as a file under the old name', (_, ask) =>
    inFreshWorld(world, async (simulator) => {
      for (const mode of ['deploy', 'plan']) {
        const told = await travel(simulator, ask, { mode });
        expect(told.run.exitCode).toBe(1);
        expect(told.run.log).toContain(words);
        expect(told.run.log).toContain(advice);
        expect(created(simulator)).toEqual([]);
      }
    }),
  );

  it.each(['fraud-v1', 'fraud-v2'])(
    'gets its configuration again by a file of that name with %s, and serves that content then',
    (model) =>
      inFreshWorld(world, async (simulator) => {
        const told = await travel(simulator, fileOf(configOf(model), 'fraud-v1'));
        expect(outcomeOf(told)).toBe('deployed');
        expect(told.run.log).toContain(words);
        expect(created(simulator)).toEqual([expect.stringMatching(madeName), 'fraud-v1']);
        expect(serves(simulator)).toMatch(madeName);
        const [live] = simulator.sagemaker.endpoint('fraud-prod')?.state.live ?? [];
        expect(live?.model).toBe(model);
        expect(outcomeOf(await travel(simulator, fileOf(configOf(model))))).toBe('unchanged');
        expect(
          outcomeOf(
            await travel(simulator, {
              inputs: { 'endpoint-config-name': '', 'model-name': 'fraud-v3' },
            }),
          ),
        ).toBe('deployed');
      }),
  );

  it('gets it again where the file itself bears that name', () =>
    inFreshWorld(world, async (simulator) => {
      const file = { ...configOf('fraud-v1'), EndpointConfigName: 'fraud-v1' };
      expect(outcomeOf(await travel(simulator, fileOf(file)))).toBe('deployed');
      expect(created(simulator)).toContain('fraud-v1');
    }));

  it('is planned so by a file of that name, and only reads for it', () =>
    inFreshWorld(world, async (simulator) => {
      const told = await travel(simulator, fileOf(configOf('fraud-v1'), 'fraud-v1'), {
        mode: 'plan',
      });
      expect(told.run.outputs).toMatchObject({ outcome: 'planned', 'has-changes': 'true' });
      expect(told.run.exitCode).toBe(0);
      expect(told.run.log).toContain(words);
      expect(created(simulator)).toEqual([]);
    }));

  it('is stopped by a file without that name, with the same advice', () =>
    inFreshWorld(world, async (simulator) => {
      const told = await travel(simulator, fileOf(configOf('fraud-v2')));
      expect(outcomeOf(told)).toBe('failed');
      expect(told.run.log).toContain(advice);
      expect(created(simulator)).toEqual([]);
    }));

  it('gets it again by the same content where its name was made from that', () =>
    inFreshWorld({}, async (simulator) => {
      await travel(simulator, ofModel);
      const name = serves(simulator);
      simulator.sagemaker.remove('endpoint-config', name);
      const ask = fileOf(configOf('fraud-v2'));
      expect(outcomeOf(await travel(simulator, ask))).toBe('deployed');
      expect(created(simulator)).toContain(name);
      expect(serves(simulator)).not.toBe(name);
      expect(outcomeOf(await travel(simulator, ask))).toBe('unchanged');
    }));

  it('carries on where a run was ended between the two that it creates, or before its update', () =>
    inFreshWorld(world, async (simulator) => {
      const ask = fileOf(configOf('fraud-v1'), 'fraud-v1');
      for (const stop of [2, 1]) {
        const operation = stop === 2 ? 'CreateEndpointConfig' : 'UpdateEndpoint';
        simulator.sagemaker.inject({ kind: 'access-denied', operation, calls: stop });
        expect(outcomeOf(await travel(simulator, ask))).toBe('failed');
      }
      expect(created(simulator)).toEqual([expect.stringMatching(madeName), 'fraud-v1']);
      expect(outcomeOf(await travel(simulator, ask))).toBe('deployed');
      expect(serves(simulator)).toMatch(madeName);
    }));

  it('is waited for, while SageMaker does not find what was just created', () =>
    inFreshWorld(
      {
        ...world,
        arrange: ({ sagemaker }) => sagemaker.inject({ kind: 'late-configurations', seconds: 12 }),
      },
      async (simulator) => {
        const told = await travel(simulator, fileOf(configOf('fraud-v2'), 'fraud-v1'), canary);
        expect(outcomeOf(told)).toBe('deployed');
        expect(serves(simulator)).toMatch(madeName);
      },
    ));

  it('comes to serve the name that the user gives with the next run, and stays there', () =>
    inFreshWorld(world, async (simulator) => {
      const ask = fileOf(configOf('fraud-v1'), 'fraud-v1');
      const names: string[] = [];
      for (const outcome of ['deployed', 'deployed', 'unchanged']) {
        expect(outcomeOf(await travel(simulator, ask))).toBe(outcome);
        names.push(serves(simulator));
      }
      expect(names).toEqual([expect.stringMatching(madeName), 'fraud-v1', 'fraud-v1']);
    }));
});
