import { describe, expect, it } from '@jest/globals';
import type { Moment } from '../../simulator/account/moments.ts';
import type { Simulator } from '../../simulator/simulator.ts';
import { canary, travel } from './journey.ts';

/** Someone deletes the endpoint and creates it again. */
function recreated(endpointConfigName: string, when: Moment) {
  return ({ sagemaker }: Simulator) =>
    sagemaker.inject({
      ...{ kind: 'endpoint-recreated', endpoint: 'fraud-prod', when, endpointConfigName },
    });
}

const smoke = {
  inputs: { 'smoke-test-file': 'smoke.yaml', 'smoke-test-timeout': '30s' },
  files: { 'smoke.yaml': '- { name: any, body: {} }\n' },
};
const wrong = { kind: 'error', status: 500, message: 'No.' } as const;

describe('an endpoint that is deleted and created again', () => {
  it.each(['fraud-v1', 'fraud-v2', 'fraud-v3'])(
    'on %s while it is updated: superseded, and said so',
    async (name) => {
      const { run, comments } = await travel({
        inputs: canary,
        arrange: recreated(name, { stage: 'baking', afterSeconds: 20 }),
      });
      expect(run.exitCode).toBe(1);
      expect(run.outputs).toMatchObject({ outcome: 'superseded', 'rolled-back': 'false' });
      expect(run.log).toContain(
        `Superseded: fraud-prod was deleted and created again, on ${name}\n`,
      );
      expect(run.log).toContain('Find out who deletes and creates this endpoint.');
      expect(comments[0]?.body).toContain(
        `### Superseded: \`fraud-prod\` was deleted and created again, on \`${name}\``,
      );
    },
  );

  it('on the same configuration while it is smoke-tested: what passed is not what serves', async () => {
    const { run } = await travel({
      ...smoke,
      arrange: (simulator) => {
        recreated('fraud-v2', { before: 'InvokeEndpoint', nth: 2 })(simulator);
        simulator.runtime.script(
          'fraud-v2',
          { ...wrong, forSeconds: 1 },
          { kind: 'answers', body: '{}' },
        );
      },
    });
    expect(run.outputs.outcome).toBe('superseded');
    expect(run.log).toContain('fraud-prod was deleted and created again, on fraud-v2');
  });

  it('before it goes back: nothing is updated any more', async () => {
    const { run, updates } = await travel({
      ...smoke,
      arrange: (simulator) => {
        const { runtime, sagemaker } = simulator;
        runtime.script('fraud-v2', wrong);
        sagemaker.inject({ kind: 'throttling', operation: 'UpdateEndpoint', calls: [2, 3] });
        recreated('fraud-v2', { before: 'UpdateEndpoint', nth: 3 })(simulator);
      },
    });
    expect(updates.filter(({ error }) => !error)).toHaveLength(1);
    expect(run.outputs.outcome).toBe('superseded');
  });

  it('while it goes back: not rolled back', async () => {
    const { run } = await travel({
      ...smoke,
      arrange: (simulator) => {
        simulator.runtime.script('fraud-v2', wrong);
        simulator.sagemaker.when({ before: 'UpdateEndpoint', nth: 2 }, () =>
          recreated('fraud-v1', { stage: 'provisioning', afterSeconds: 20 })(simulator),
        );
      },
    });
    expect(run.outputs).toMatchObject({ outcome: 'superseded', 'rolled-back': 'false' });
  });

  it('after a call whose answer was lost: no one knows', async () => {
    const { run, updates } = await travel({
      arrange: (simulator) => {
        simulator.sagemaker.inject({ kind: 'lost-answer', operation: 'UpdateEndpoint', calls: 1 });
        recreated('fraud-v1', { stage: 'accepted' })(simulator);
      },
    });
    expect(updates).toHaveLength(1);
    expect(run.outputs.outcome).toBe('unknown');
  });
});
