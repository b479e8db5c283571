import { describe, expect, it } from '@jest/globals';
import type { Simulator } from '../../simulator/simulator.ts';
import { askDeploy, askPlan } from './asked.ts';
import { canary } from './journey.ts';

describe('a plan fails only where deploying would', () => {
  it.each([
    ['canary-succeeds', {}],
    ['endpoint-missing', {}],
    ['endpoint-missing', { 'create-endpoint': 'true' }],
    ['model-deleted', {}],
    ['alarm-already-tripped', { ...canary, 'canary-size': '1' }],
    ['alarm-missing', { ...canary, 'canary-size': '1', preflight: 'warn' }],
    ['alarm-missing', { ...canary, 'canary-size': '1', preflight: 'off' }],
    ['single-instance', {}],
    ['two-variants', { 'endpoint-config-name': '', 'model-name': 'fraud-v2' }],
    ['endpoint-missing', { 'endpoint-config-name': '', 'model-name': 'fraud-v2' }],
  ] as const)('%s with %j', async (scenario, more) => {
    const planned = await askPlan({ scenario, inputs: more });
    const deployed = await askDeploy({ scenario, inputs: more });
    expect(planned.fails).toBe(deployed.fails);
    expect(planned.found).toEqual(deployed.found);
    expect(planned.calls.filter((call) => !/^(Describe|List)/.test(call))).toEqual([]);
  });

  const found = (status: 'Failed' | 'Deleting') => ({
    arrange: ({ sagemaker }: Simulator) =>
      void sagemaker.addEndpoint('fraud-prod', 'fraud-v1', { status }),
  });

  it.each(['Failed', 'Deleting'] as const)('an endpoint that is %s', async (status) => {
    expect((await askDeploy(found(status))).fails).toBe(true);
    expect((await askPlan(found(status))).fails).toBe(true);
  });

  it.each([
    ['Failed', 'warn'],
    ['Failed', 'off'],
    ['Deleting', 'off'],
  ] as const)('an endpoint that is %s, with preflight: %s', async (status, preflight) => {
    const asked = { ...found(status), inputs: { preflight } };
    expect((await askDeploy(asked)).fails).toBe(true);
    expect((await askPlan(asked)).fails).toBe(true);
  });

  it('an endpoint that is missing, with preflight: off', async () => {
    const asked = { scenario: 'endpoint-missing', inputs: { preflight: 'off' } } as const;
    expect((await askDeploy(asked)).fails).toBe(true);
    expect((await askPlan(asked)).fails).toBe(true);
  });
});
