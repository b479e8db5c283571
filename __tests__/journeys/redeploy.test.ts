import type { ProductionVariant } from '@aws-sdk/client-sagemaker';
import { describe, expect, it } from '@jest/globals';
import type { Simulator } from '../../simulator/simulator.ts';
import { inFreshWorld, type JourneyOptions, type Told, travelAgain } from './journey.ts';

const config = {
  ProductionVariants: [
    {
      VariantName: 'AllTraffic',
      ModelName: 'fraud-v1',
      InstanceType: 'ml.m5.xlarge',
      InitialInstanceCount: 3,
      InitialVariantWeight: 1,
    },
  ] satisfies ProductionVariant[],
};
type Ask = Pick<JourneyOptions, 'inputs' | 'files'>;
const byName: Ask = { inputs: { 'endpoint-config-name': 'fraud-v1' } };
const byModel: Ask = { inputs: { 'endpoint-config-name': '', 'model-name': 'fraud-v1' } };
const byFile: Ask = {
  inputs: { 'endpoint-config-name': '', 'endpoint-config-file': 'endpoint.json' },
  files: { 'endpoint.json': JSON.stringify(config) },
};
const byNamedFile: Ask = {
  inputs: byFile.inputs ?? {},
  files: { 'endpoint.json': JSON.stringify({ ...config, EndpointConfigName: 'fraud-v1' }) },
};
const every = [
  ['by model-name', byModel],
  ['by a file that names what serves', byNamedFile],
] as const;

const madeName = /^fraud-prod-[0-9a-f]{10}$/;

function travel(simulator: Simulator, ask: Ask, more: Readonly<Record<string, string>> = {}) {
  const inputs = { 'poll-interval': '2m', redeploy: 'true', ...ask.inputs, ...more };
  return travelAgain(simulator, { ...ask, inputs });
}

function outcomeOf({ run }: Told): string | undefined {
  return run.outputs.outcome;
}

function serves({ sagemaker }: Simulator): string {
  return sagemaker.endpoint('fraud-prod')?.state.configName ?? '';
}

describe('redeploy: true', () => {
  it.each(every)(
    'rolls out what serves already, asked for %s, and once in a workflow run',
    (_, ask) =>
      inFreshWorld({}, async (simulator) => {
        const told = await travel(simulator, ask);
        expect(outcomeOf(told)).toBe('deployed');
        expect(serves(simulator)).toMatch(madeName);
        expect(told.run.outputs['endpoint-config-name']).toBe(serves(simulator));
        const again = await travel(simulator, ask);
        expect(outcomeOf(again)).toBe('unchanged');
        expect(again.updates).toEqual([]);
      }),
  );

  it('is the way out where what is asked for was deleted and created again', () =>
    inFreshWorld({}, async (simulator) => {
      const { sagemaker } = simulator;
      sagemaker.replaceEndpointConfig('fraud-v1', {
        ProductionVariants: config.ProductionVariants.map((each) => ({
          ...each,
          ModelName: 'fraud-v2',
        })),
      });
      expect(outcomeOf(await travel(simulator, byName, { redeploy: '' }))).toBe('failed');
      expect(outcomeOf(await travel(simulator, byName))).toBe('deployed');
      const [live] = sagemaker.endpoint('fraud-prod')?.state.live ?? [];
      expect(live?.model).toBe('fraud-v2');
      expect(outcomeOf(await travel(simulator, byName))).toBe('unchanged');
      sagemaker.replaceModel('fraud-v2');
      expect(outcomeOf(await travel(simulator, byName))).toBe('deployed');
    }));
});
