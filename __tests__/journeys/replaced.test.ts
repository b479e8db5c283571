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
const both = [
  ['by a file', byFile],
  ['by model-name', byModel],
] as const;

/** One more run; its looks are as rare as the README recommends. */
function travel(simulator: Simulator, ask: Ask, more: Readonly<Record<string, string>> = {}) {
  const inputs = { 'poll-interval': '2m', ...ask.inputs, ...more };
  return travelAgain(simulator, { ...ask, inputs });
}

function outcomeOf({ run }: Told): string | undefined {
  return run.outputs.outcome;
}

/** The summary without the marks of code around names. */
function reportOf({ run }: Told): string {
  return run.summary.replaceAll('`', '');
}

function serves({ sagemaker }: Simulator): string | undefined {
  return sagemaker.endpoint('fraud-prod')?.state.configName;
}

const madeName = /^fraud-prod-[0-9a-f]{10}$/;

describe('a configuration that was deleted and created again with other content while it serves', () => {
  const arrange = ({ sagemaker }: Simulator) =>
    sagemaker.replaceEndpointConfig('fraud-v1', configOf('fraud-v2'));
  const words =
    'The endpoint configuration fraud-v1 was deleted and created again at 2026-03-02T09:00:00Z, after fraud-prod began to serve it: the old content still serves.';

  it('is not unchanged by its name: the run fails, says why, and names the way out', () =>
    inFreshWorld({ arrange }, async (simulator) => {
      const told = await travel(simulator, byName);
      expect(outcomeOf(told)).toBe('failed');
      expect(told.updates).toEqual([]);
      expect(told.run.annotations).toMatchObject([{ level: 'error' }]);
      for (const text of [told.run.log, told.run.outputs['failure-reason'], reportOf(told)]) {
        expect(text).toContain(words);
      }
      expect(told.run.log).toContain('Set `redeploy: true`');
    }));

  it.each(['enforce', 'warn', 'off'])(
    'is an error in a plan by its name, with preflight: %s, and not a plan without changes',
    (preflight) =>
      inFreshWorld({ arrange }, async (simulator) => {
        const told = await travel(simulator, byName, { mode: 'plan', preflight });
        expect(told.run.exitCode).toBe(1);
        expect(told.run.outputs).toMatchObject({ outcome: 'planned', 'has-changes': 'false' });
        expect(told.run.log).toContain(words);
        expect(reportOf(told)).toContain(words);
      }),
  );

  it('is not unchanged when it was created again with the very same content: that cannot be known', () =>
    inFreshWorld({}, async (simulator) => {
      simulator.sagemaker.replaceEndpointConfig('fraud-v1');
      expect(outcomeOf(await travel(simulator, byName))).toBe('failed');
    }));

  it.each(both)('is rolled out where its content is given %s, and is unchanged then', (_, ask) =>
    inFreshWorld(
      { arrange: ({ sagemaker }) => sagemaker.replaceEndpointConfig('fraud-v1') },
      async (simulator) => {
        const told = await travel(simulator, ask);
        expect(outcomeOf(told)).toBe('deployed');
        expect(serves(simulator)).toMatch(madeName);
        expect(told.run.log).toContain(words);
        const again = await travel(simulator, ask);
        expect(outcomeOf(again)).toBe('unchanged');
        expect(again.updates).toEqual([]);
      },
    ),
  );

  it('is rolled back to by its name, unless it is what serves: that is refused', () =>
    inFreshWorld({ arrange }, async (simulator) => {
      const told = await travel(simulator, byName, { mode: 'rollback' });
      expect(outcomeOf(told)).toBe('failed');
      expect(told.run.log).toContain(words);
      expect(told.run.log).toContain('`mode: deploy`');
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
  const words =
    'The model fraud-v1 was deleted and created again at 2026-03-02T09:00:00Z, after fraud-prod began to serve fraud-v1: the old content still serves.';

  it.each(both)('is rolled out %s under a name that is made, once', (_, ask) =>
    inFreshWorld({ arrange }, async (simulator) => {
      const told = await travel(simulator, ask);
      expect(outcomeOf(told)).toBe('deployed');
      expect(serves(simulator)).toMatch(madeName);
      expect(told.run.log).toContain(words);
      expect(reportOf(told)).toContain(words);
      const [live] = simulator.sagemaker.endpoint('fraud-prod')?.state.live ?? [];
      expect(live?.images).toMatchObject([{ specified: 'images/fraud:new' }]);
      for (const next of [ask, byFile, byModel]) {
        expect(outcomeOf(await travel(simulator, next))).toBe('unchanged');
      }
    }),
  );

  it.each(both)('is a change in a plan %s, which names what deploying will make', (_, ask) =>
    inFreshWorld({ arrange }, async (simulator) => {
      const planned = await travel(simulator, ask, { mode: 'plan' });
      expect(planned.run.outputs).toMatchObject({ outcome: 'planned', 'has-changes': 'true' });
      expect(planned.run.log).toContain(words);
      await travel(simulator, ask);
      expect(planned.run.log).toContain(`to ${serves(simulator)}`);
    }),
  );

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

  it('is not unchanged by the name of its configuration', () =>
    inFreshWorld({ arrange }, async (simulator) => {
      const told = await travel(simulator, byName);
      expect(outcomeOf(told)).toBe('failed');
      expect(told.run.log).toContain(words);
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

  it('under a name that the user gives is a mistake, with what to do', () =>
    inFreshWorld({ arrange }, async (simulator) => {
      for (const ask of [byFile, byModel]) {
        const told = await travel(simulator, ask, byName.inputs);
        expect(outcomeOf(told)).toBe('failed');
        expect(told.updates).toEqual([]);
        expect(told.run.log).toContain(words);
        expect(told.run.log).toContain('Give no `endpoint-config-name`');
      }
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
  it('is unchanged where its content is the one of the file', () =>
    inFreshWorld({}, async (simulator) => {
      const told = await travel(simulator, byFile);
      expect(outcomeOf(told)).toBe('unchanged');
      expect(told.run.outputs['endpoint-config-name']).toBe('fraud-v1');
      expect(told.calls).not.toContain('CreateEndpointConfig');
    }));

  it('is replaced where the user gives the content another name', () =>
    inFreshWorld({}, async (simulator) => {
      const named = { 'endpoint-config-name': 'fraud-march' };
      expect(outcomeOf(await travel(simulator, byFile, named))).toBe('deployed');
      expect(serves(simulator)).toBe('fraud-march');
      expect(outcomeOf(await travel(simulator, byFile, named))).toBe('unchanged');
    }));

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

  it('is not what is being rolled out: that is waited for, and then followed by what it is now', () =>
    inFreshWorld({}, async (simulator) => {
      const ask = { inputs: { 'endpoint-config-name': '', 'model-name': 'fraud-v2' } };
      await started(simulator, ask);
      simulator.sagemaker.replaceModel('fraud-v2', image);
      const told = await travel(simulator, ask);
      expect(outcomeOf(told)).toBe('deployed');
      expect(told.run.log).toContain('Waiting: the endpoint is Updating');
      expect(told.updates).toHaveLength(1);
      const [live] = simulator.sagemaker.endpoint('fraud-prod')?.state.live ?? [];
      expect(live?.images).toMatchObject([{ specified: 'images/fraud:new' }]);
      expect(outcomeOf(await travel(simulator, ask))).toBe('unchanged');
    }));

  it('keeps an update by name from being joined: once it serves, the run says that it is the old one', () =>
    inFreshWorld({}, async (simulator) => {
      const ask = { inputs: { 'endpoint-config-name': 'fraud-v2' } };
      await started(simulator, ask);
      simulator.sagemaker.replaceModel('fraud-v2', image);
      const told = await travel(simulator, ask);
      expect(outcomeOf(told)).toBe('failed');
      expect(serves(simulator)).toBe('fraud-v2');
      expect(told.run.log).toContain('The model fraud-v2 was deleted and created again at');
    }));

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

  it('is joined too where no one may read models, and the report says that it was not checked', () =>
    inFreshWorld({}, async (simulator) => {
      const ask = { inputs: { 'endpoint-config-name': 'fraud-v2' } };
      await started(simulator, ask);
      simulator.sagemaker.inject({ kind: 'access-denied', operation: 'DescribeModel' });
      const told = await travel(simulator, ask);
      expect(outcomeOf(told)).toBe('deployed');
      expect(told.run.log).toContain('check not done (requested-content)');
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
