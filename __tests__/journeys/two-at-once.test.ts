import { describe, expect, it } from '@jest/globals';
import { callAction } from './call/call.ts';
import { canary, inFreshWorld } from './journey.ts';

/** Two jobs that roll out to fraud-prod at the same time, and what UpdateEndpoint was asked for. */
function together(one: string, other: string) {
  return inFreshWorld({}, async (simulator) => {
    const rollOut = (name: string) =>
      callAction({
        simulator,
        inputs: { ...canary, 'endpoint-name': 'fraud-prod', 'endpoint-config-name': name },
      });
    const runs = await Promise.all([rollOut(one), rollOut(other)]);
    const updates = simulator.sagemaker.requests.filter(
      ({ operation, error }) => operation === 'UpdateEndpoint' && error === undefined,
    );
    return { runs, updates: updates.map(({ input }) => input) };
  });
}

describe('two jobs at once for one endpoint', () => {
  it('of the same configuration: one updates, the other joins, both tell the whole of it', async () => {
    const { runs, updates } = await together('fraud-v2', 'fraud-v2');
    expect(updates).toHaveLength(1);
    expect(runs.map(({ outputs }) => outputs.outcome)).toEqual(['deployed', 'deployed']);
    expect(runs.map(({ outputs }) => outputs['endpoint-config-name'])).toEqual([
      'fraud-v2',
      'fraud-v2',
    ]);
    const logs = runs.map(({ log }) => log).join('');
    expect(logs.match(/UpdateEndpoint accepted/g)).toHaveLength(1);
    expect(logs).toContain('joining');
  });

  it('of two configurations: the second waits, and each tells its own end', async () => {
    const { runs, updates } = await together('fraud-v2', 'fraud-v3');
    expect(updates).toHaveLength(2);
    const first = updates[0]?.EndpointConfigName;
    const [winner, waiter] = first === 'fraud-v2' ? runs : runs.toReversed();
    expect(winner?.outputs.outcome).toBe('deployed');
    expect(winner?.outputs['endpoint-config-name']).toBe(first);
    expect(waiter?.outputs.outcome).toBe('deployed');
    expect(waiter?.outputs['previous-endpoint-config-name']).toBe(first);
    expect(waiter?.log).toContain(`${first} is being rolled out`);
  });
});
