import { describe, expect, it } from '@jest/globals';
import type { Simulator } from '../../simulator/simulator.ts';
import { type RolloutRecord, tagsOfRecord } from '../../src/domain/record.ts';
import { inFreshWorld, type Told, travelAgain } from './journey.ts';

const record: RolloutRecord = {
  ...{ previous: 'fraud-v1', current: 'fraud-v2', mode: 'deploy' },
  ...{ commit: 'abc1234', run: 'https://github.example/runs/1' },
};
const variant = {
  VariantName: 'AllTraffic',
  ModelName: 'fraud-v3',
  InstanceType: 'ml.m5.xlarge',
  InitialInstanceCount: 3,
} as const;

type Inputs = Readonly<Record<string, string>>;

/** fraud-v2 serves since yesterday, by such a record; `arrange` says what else is so. */
async function served<T>(
  told: Partial<RolloutRecord>,
  act: (simulator: Simulator) => Promise<T>,
): Promise<T> {
  return inFreshWorld({}, (simulator) => {
    simulator.sagemaker.addEndpoint('fraud-prod', 'fraud-v2');
    simulator.sagemaker.addTags('endpoint', 'fraud-prod', tagsOfRecord({ ...record, ...told }));
    return act(simulator);
  });
}

function rollBack(simulator: Simulator, more: Inputs = {}): Promise<Told> {
  const inputs = { mode: 'rollback', 'endpoint-config-name': '', 'poll-interval': '2m', ...more };
  return travelAgain(simulator, { inputs });
}

/** Rolls out, and smoke-tests what serves then. */
function smokeTesting(simulator: Simulator, inputs: Inputs): Promise<Told> {
  return travelAgain(simulator, {
    inputs: {
      'poll-interval': '2m',
      ...inputs,
      'smoke-test-file': 'smoke.yaml',
      'smoke-test-timeout': '10s',
    },
    files: { 'smoke.yaml': '- { name: a fraud, body: "1", expect: { matches: fraud } }' },
  });
}

function expectRefused({ run, updates }: Told, words: string): void {
  expect(run.outputs.outcome).toBe('failed');
  expect(updates).toEqual([]);
  expect(run.log).toContain(words);
  expect(run.log).toContain('`endpoint-config-name`');
}

describe('mode: rollback does not follow a record', () => {
  it('to a configuration that is younger than what serves', () =>
    served({ previous: 'evil' }, async (simulator) => {
      simulator.sagemaker.replaceEndpointConfig('evil', { ProductionVariants: [variant] });
      const words =
        'The endpoint configuration evil was created at 2026-03-02T09:00:00Z: what served before fraud-v2 is older.';
      expectRefused(await rollBack(simulator), words);
      expectRefused(await rollBack(simulator, { preflight: 'off' }), words);
    }));

  it('to one that is younger, although its times say that what serves is younger still', () =>
    served(
      { previous: 'evil', since: Date.UTC(2030, 0), previousSince: Date.UTC(2030, 0) },
      async (simulator) => {
        simulator.sagemaker.replaceEndpointConfig('evil', { ProductionVariants: [variant] });
        expectRefused(await rollBack(simulator), 'what served before fraud-v2 is older.');
      },
    ));

  it('to a configuration that has other variants than what serves', () =>
    served({ previous: 'evil' }, async (simulator) => {
      const ProductionVariants = [{ ...variant, VariantName: 'Main' }];
      simulator.sagemaker.addEndpointConfig('evil', { ProductionVariants });
      expectRefused(await rollBack(simulator), 'evil has the variants Main, and AllTraffic serve.');
    }));

  it('that names one configuration as previous and current: that is no unchanged', () =>
    served({ previous: 'fraud-v2' }, async (simulator) => {
      expectRefused(await rollBack(simulator), 'says that fraud-v2 came after itself');
    }));

  it('that says that someone has gone back already, before there was anything to go back from', () =>
    served(
      { previous: 'fraud-v2', current: 'fraud-v3', since: Date.UTC(2026, 2, 2, 8) },
      async (simulator) => {
        expectRefused(await rollBack(simulator), 'its record is of fraud-v3');
      },
    ));

  it('to what served before under a name that was used again', () =>
    served({}, async (simulator) => {
      simulator.sagemaker.replaceEndpointConfig('fraud-v1');
      expectRefused(await rollBack(simulator), 'fraud-v1 was created at 2026-03-02T09:00:00Z');
    }));

  it('to a model that was created again since what served before it', () =>
    served({}, async (simulator) => {
      simulator.sagemaker.replaceModel('fraud-v1');
      const words =
        'The model fraud-v1, which fraud-v1 names, was deleted and created again at 2026-03-02T09:00:00Z: it is not the one that served before.';
      expectRefused(await rollBack(simulator), words);
    }));

  it('to a model that was created again while the previous configuration served', () =>
    served({ previousSince: Date.UTC(2026, 1, 20) }, async (simulator) => {
      expectRefused(
        await rollBack(simulator),
        'was deleted and created again at 2026-02-28T09:00:00Z',
      );
    }));

  it('to the very content that serves', () =>
    served({ previous: 'fraud-copy' }, async (simulator) => {
      const ProductionVariants = [{ ...variant, ModelName: 'fraud-v2' }];
      simulator.sagemaker.addEndpointConfig('fraud-copy', { ProductionVariants });
      expectRefused(
        await rollBack(simulator),
        'have the same content: rolling back would change nothing.',
      );
    }));

  it.each(['DescribeEndpointConfig', 'DescribeModel'])('where %s is denied', (operation) =>
    served({}, async (simulator) => {
      simulator.sagemaker.inject({ kind: 'access-denied', operation });
      expectRefused(
        await rollBack(simulator),
        'Whether fraud-v1 is still what served before could not be determined.',
      );
    }),
  );

  it('but goes there all the same where the user names it', () =>
    served({ previous: 'evil' }, async (simulator) => {
      simulator.sagemaker.replaceEndpointConfig('evil', { ProductionVariants: [variant] });
      const told = await rollBack(simulator, { 'endpoint-config-name': 'evil' });
      expect(told.run.outputs.outcome).toBe('deployed');
    }));
});

describe('mode: rollback during an update', () => {
  it('does not roll back to what served under a name that was used again meanwhile', () =>
    inFreshWorld({}, async (simulator) => {
      simulator.sagemaker.inject({
        ...{ kind: 'foreign-update', endpoint: 'fraud-prod', endpointConfigName: 'fraud-v2' },
        when: { before: 'DescribeEndpoint' },
      });
      simulator.sagemaker.replaceModel('fraud-v1');
      expectRefused(await rollBack(simulator), 'it is not the one that served before');
    }));
});

describe('a failed smoke test', () => {
  it('does not lead to what a forged record names', () =>
    served({ previous: 'evil' }, async (simulator) => {
      simulator.sagemaker.replaceEndpointConfig('evil', { ProductionVariants: [variant] });
      simulator.runtime.script('fraud-v2', { kind: 'answers', body: '"?"' });
      const told = await smokeTesting(simulator, {});
      expectRefused(told, 'evil is not known to be what served before');
      expect(simulator.sagemaker.endpoint('fraud-prod')?.state.configName).toBe('fraud-v2');
    }));

  it('of a model that was created again does not lead to the configuration that names it too', () =>
    inFreshWorld({}, async (simulator) => {
      simulator.sagemaker.replaceModel('fraud-v1');
      simulator.runtime.script('fraud-v1', { kind: 'answers', body: '"?"' });
      const told = await smokeTesting(simulator, {
        'endpoint-config-name': '',
        'model-name': 'fraud-v1',
      });
      expect(told.run.outputs.outcome).toBe('failed');
      expect(told.updates).toHaveLength(1);
      expect(told.run.log).toContain('it is not the one that served before');
    }));

  it('leads to what this run has seen to serve, also where models cannot be read', () =>
    inFreshWorld({}, async (simulator) => {
      simulator.sagemaker.inject({ kind: 'access-denied', operation: 'DescribeModel' });
      simulator.runtime.script('fraud-v2', { kind: 'answers', body: '"?"' });
      const told = await smokeTesting(simulator, {});
      expect(told.run.outputs.outcome).toBe('rolled-back');
      expect(simulator.sagemaker.endpoint('fraud-prod')?.state.configName).toBe('fraud-v1');
    }));
});

describe('what this run has seen to serve', () => {
  it('is rolled back to after a failed smoke test, also where its variants have other names', () =>
    inFreshWorld({}, async (simulator) => {
      const ProductionVariants = [{ ...variant, VariantName: 'Main', ModelName: 'fraud-v2' }];
      simulator.sagemaker.addEndpointConfig('fraud-main', { ProductionVariants });
      simulator.runtime.script('fraud-v2', { kind: 'answers', body: '"?"' });
      const told = await smokeTesting(simulator, { 'endpoint-config-name': 'fraud-main' });
      expect(told.run.outputs.outcome).toBe('rolled-back');
    }));
});

describe('the record that is left', () => {
  it('says since when both configurations serve or served, for the next way back', () =>
    inFreshWorld({}, async (simulator) => {
      const ask = { inputs: { 'poll-interval': '2m' } };
      await travelAgain(simulator, ask);
      const first = simulator.sagemaker.tags('endpoint', 'fraud-prod');
      expect(first).toMatchObject({
        'sagemaker-rollout:since': expect.stringMatching(/^2026-03-02T09:00:/),
        'sagemaker-rollout:previous-since': '2026-03-01T09:00:00.000Z',
      });
      const told = await rollBack(simulator);
      expect(told.run.outputs.outcome).toBe('deployed');
      expect(simulator.sagemaker.tags('endpoint', 'fraud-prod')).toMatchObject({
        'sagemaker-rollout:previous-since': first['sagemaker-rollout:since'],
      });
    }));
});
