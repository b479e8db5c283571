import { describe, expect, it } from '@jest/globals';
import type { Simulator } from '../../simulator/simulator.ts';
import { canary, inFreshWorld, type JourneyOptions, type Told, travelAgain } from './journey.ts';

const variant = {
  VariantName: 'AllTraffic',
  ModelName: 'fraud-v1',
  InstanceType: 'ml.m5.xlarge',
  InitialInstanceCount: 3,
  InitialVariantWeight: 1,
} as const;
const configOf = (ModelName: string) => ({ ProductionVariants: [{ ...variant, ModelName }] });
const image = { PrimaryContainer: { Image: 'images/fraud:new' } };

/** A way to ask for what serves from the beginning. */
type Ask = Pick<JourneyOptions, 'inputs' | 'files'>;
const byName: Ask = { inputs: { 'endpoint-config-name': 'fraud-v1' } };
const byModel: Ask = { inputs: { 'endpoint-config-name': '', 'model-name': 'fraud-v1' } };
const byFile: Ask = {
  inputs: { 'endpoint-config-name': '', 'endpoint-config-file': 'endpoint.json' },
  files: { 'endpoint.json': JSON.stringify(configOf('fraud-v1')) },
};

/** One more run; its looks are as rare as the README recommends. */
function travel(simulator: Simulator, ask: Ask, more: Readonly<Record<string, string>> = {}) {
  const inputs = { 'poll-interval': '2m', ...ask.inputs, ...more };
  return travelAgain(simulator, { ...ask, inputs });
}

function outcomeOf({ run }: Told): string | undefined {
  return run.outputs.outcome;
}

function serves({ sagemaker }: Simulator): string | undefined {
  return sagemaker.endpoint('fraud-prod')?.state.configName;
}

describe('a configuration that was deleted and created again with other content while it serves', () => {
  const arrange = ({ sagemaker }: Simulator) =>
    sagemaker.replaceEndpointConfig('fraud-v1', configOf('fraud-v2'));

  it('is not unchanged when it was created again with the very same content: that cannot be known', () =>
    inFreshWorld({}, async (simulator) => {
      simulator.sagemaker.replaceEndpointConfig('fraud-v1');
      expect(outcomeOf(await travel(simulator, byName))).toBe('failed');
    }));

  it('is unchanged again once an update has brought it', () =>
    inFreshWorld({ arrange }, async (simulator) => {
      await travel(simulator, { inputs: { 'endpoint-config-name': 'fraud-v3' } });
      expect(outcomeOf(await travel(simulator, byName))).toBe('deployed');
      expect(outcomeOf(await travel(simulator, byName))).toBe('unchanged');
    }));
});

describe('a model that was deleted and created again with another image while it serves', () => {
  const arrange = ({ sagemaker }: Simulator) => sagemaker.replaceModel('fraud-v1', image);

  it('is rolled out each time that it is created again, under another name each time', () =>
    inFreshWorld({ arrange }, async (simulator) => {
      const names = new Set<string | undefined>();
      for (let time = 0; time < 3; time += 1) {
        expect(outcomeOf(await travel(simulator, byModel))).toBe('deployed');
        names.add(serves(simulator));
        simulator.clock.advanceTo(simulator.clock.now() + 60_000);
        simulator.sagemaker.replaceModel('fraud-v1');
      }
      expect(names.size).toBe(3);
    }));

  it('is found by its image too, where scaling has moved every time since', () =>
    inFreshWorld({}, async (simulator) => {
      const { sagemaker, clock } = simulator;
      sagemaker.replaceModel('fraud-v1', image);
      clock.advanceTo(clock.now() + 60_000);
      const endpoint = sagemaker.endpoint('fraud-prod');
      const live = endpoint?.state.live.map((each) => ({
        ...each,
        images: each.images?.map((one) => ({ ...one, resolvedAt: clock.now() })) ?? [],
      }));
      endpoint?.change(clock.now(), { modifiedAt: clock.now(), live: live ?? [] });
      const told = await travel(simulator, byName);
      expect(outcomeOf(told)).toBe('failed');
      expect(told.run.log).toContain('its model fraud-v1 does not name any more');
    }));

  it('is rolled out where the content differs in other members as well', () =>
    inFreshWorld({ arrange }, async (simulator) => {
      const bigger = { ProductionVariants: [{ ...variant, InitialInstanceCount: 4 }] };
      const files = { 'endpoint.json': JSON.stringify(bigger) };
      expect(outcomeOf(await travel(simulator, { ...byFile, files }))).toBe('deployed');
      expect(outcomeOf(await travel(simulator, { ...byFile, files }))).toBe('unchanged');
    }));

  it('counts in shadow variants and in pools as well', async () => {
    const shadowed = {
      ...configOf('fraud-v3'),
      ShadowProductionVariants: [{ ...variant, VariantName: 'Shadow' }],
    };
    const { InstanceType: _, ...bare } = variant;
    const pooled = {
      ProductionVariants: [
        {
          ...{ ...bare, ModelName: 'fraud-v3' },
          InstancePools: [
            { InstanceType: 'ml.m5.xlarge' as const, Priority: 1 },
            { InstanceType: 'ml.c5.xlarge' as const, Priority: 2, ModelNameOverride: 'fraud-v1' },
          ],
        },
      ],
    };
    for (const config of [shadowed, pooled]) {
      await inFreshWorld({}, async (simulator) => {
        simulator.sagemaker.addEndpointConfig('fraud-other', config);
        simulator.sagemaker.addEndpoint('fraud-prod', 'fraud-other');
        const ask = { ...byFile, files: { 'endpoint.json': JSON.stringify(config) } };
        expect(outcomeOf(await travel(simulator, ask))).toBe('unchanged');
        simulator.sagemaker.replaceModel('fraud-v1', image);
        expect(outcomeOf(await travel(simulator, ask))).toBe('deployed');
        expect(outcomeOf(await travel(simulator, ask))).toBe('unchanged');
      });
    }
  });
});

describe('what serves under another name', () => {
  it('is unchanged after its model was deleted, and rolled out once that is created again', () =>
    inFreshWorld({}, async (simulator) => {
      simulator.sagemaker.remove('model', 'fraud-v1');
      expect(outcomeOf(await travel(simulator, byFile))).toBe('unchanged');
      simulator.sagemaker.replaceModel('fraud-v1', image);
      expect(outcomeOf(await travel(simulator, byFile))).toBe('deployed');
    }));
});

describe('what cannot be read on the way to unchanged', () => {
  const hides = (operation: string) => (simulator: Simulator) =>
    simulator.sagemaker.inject({ kind: 'access-denied', operation });

  it.each([
    ['DescribeModel', byName],
    ['DescribeModel', byFile],
    ['DescribeModel', byModel],
    ['DescribeEndpointConfig', byName],
  ] as const)('fails where %s is denied, and says what to allow', (operation, ask) =>
    inFreshWorld({ arrange: hides(operation) }, async (simulator) => {
      for (const mode of ['deploy', 'plan']) {
        const told = await travel(simulator, ask, { mode });
        expect(told.run.exitCode).toBe(1);
        expect(told.updates).toEqual([]);
        expect(told.run.log).toContain(
          'Whether fraud-prod serves the present content of fraud-v1 could not be determined.',
        );
        expect(told.run.log).toContain(`Allow sagemaker:${operation}`);
      }
    }),
  );

  it('is waited for where it passes', () =>
    inFreshWorld({}, async (simulator) => {
      const calls = [1, 3] as const;
      simulator.sagemaker.inject({ kind: 'throttling', operation: 'DescribeModel', calls });
      expect(outcomeOf(await travel(simulator, byName))).toBe('unchanged');
    }));

  it('does not keep a rollout of other content back', () =>
    inFreshWorld({ arrange: hides('DescribeModel') }, async (simulator) => {
      const told = await travel(simulator, {
        inputs: { 'model-name': 'fraud-v2', 'endpoint-config-name': '' },
      });
      expect(outcomeOf(told)).toBe('deployed');
    }));

  it('of the record changes nothing: the times of the endpoint are left', () =>
    inFreshWorld({ arrange: hides('ListTags') }, async (simulator) => {
      expect(outcomeOf(await travel(simulator, byName))).toBe('unchanged');
      simulator.sagemaker.replaceModel('fraud-v1', image);
      expect(outcomeOf(await travel(simulator, byName))).toBe('failed');
    }));
});

describe('a model that is created again while an update is running', () => {
  /** Starts an update to what is asked for, and leaves it running. */
  async function started(simulator: Simulator, ask: Ask): Promise<void> {
    await travel(simulator, ask, { ...canary, wait: 'false' });
    simulator.clock.advanceTo(simulator.clock.now() + 60_000);
  }

  it('before the update began changes nothing: it is joined', () =>
    inFreshWorld({}, async (simulator) => {
      const ask = { inputs: { 'endpoint-config-name': '', 'model-name': 'fraud-v2' } };
      simulator.sagemaker.replaceModel('fraud-v2', image);
      simulator.clock.advanceTo(simulator.clock.now() + 1000);
      await started(simulator, ask);
      const told = await travel(simulator, ask);
      expect(outcomeOf(told)).toBe('deployed');
      expect(told.updates).toEqual([]);
      expect(told.run.log).toContain('joining');
    }));
});

describe('a configuration that was created just before its rollout', () => {
  it('is unchanged afterwards, also where scaling and other looks come between', () =>
    inFreshWorld({}, async (simulator) => {
      simulator.sagemaker.replaceEndpointConfig('fraud-v2');
      const ask = { inputs: { 'endpoint-config-name': 'fraud-v2' } };
      expect(outcomeOf(await travel(simulator, ask))).toBe('deployed');
      expect(outcomeOf(await travel(simulator, ask))).toBe('unchanged');
    }));

  it('is known to be replaced by the record, where scaling hides every other time', () =>
    inFreshWorld({}, async (simulator) => {
      const { sagemaker, clock } = simulator;
      const ask = { inputs: { 'endpoint-config-name': 'fraud-v2' } };
      await travel(simulator, ask);
      sagemaker.replaceEndpointConfig('fraud-v2');
      clock.advanceTo(clock.now() + 60_000);
      const endpoint = sagemaker.endpoint('fraud-prod');
      const live = endpoint?.state.live.map(({ images: _, ...each }) => ({ ...each, images: [] }));
      endpoint?.change(clock.now(), { modifiedAt: clock.now(), live: live ?? [] });
      expect(outcomeOf(await travel(simulator, ask))).toBe('failed');
    }));
});
