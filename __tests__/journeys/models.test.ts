import { describe, expect, it } from '@jest/globals';
import { endOfJob, inFreshWorld, travelAgain } from './journey.ts';

const image = `123456789012.dkr.ecr.eu-west-1.amazonaws.com/fraud@sha256:${'7a'.repeat(32)}`;
const inputs = { 'endpoint-config-name': '', image };

describe('a run that makes a model', () => {
  it.each(['CreateModel', 'CreateEndpointConfig', 'UpdateEndpoint'])(
    'and is killed at %s leaves a state from which the next run finishes, and nothing is made twice',
    (operation) =>
      inFreshWorld({ scenario: 'canary-succeeds' }, async (simulator) => {
        const { sagemaker } = simulator;
        const killed = await travelAgain(simulator, {
          inputs,
          killWhen: (kill) => sagemaker.when({ before: operation }, kill),
        });
        const closed = await endOfJob(simulator, killed.run, { inputs });
        const again = await travelAgain(simulator, { inputs });
        expect(['failed', 'cancelled', 'started', 'unknown', 'deployed', 'timed-out']).toContain(
          closed.run.outputs.outcome,
        );
        expect(['deployed', 'unchanged']).toContain(again.run.outputs.outcome);
        const created = sagemaker.requests.filter(({ operation: each }) => each === 'CreateModel');
        const names = created.map(({ input }) => (input as { ModelName: string }).ModelName);
        expect(new Set(names).size).toBe(1);
        expect(again.run.outputs['model-name']).toBe(names[0]);
      }),
  );
});
