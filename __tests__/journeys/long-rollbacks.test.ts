import { describe, expect, it } from '@jest/globals';
import type { Simulator } from '../../simulator/simulator.ts';
import { travel } from './journey.ts';

const rolling = { strategy: 'rolling', 'rolling-batch-size': '1', 'wait-interval': '1m' };

/** Each launch takes 45 minutes, the old instances' too, and the second batch fails in its bake. */
function slowBothWays({ sagemaker }: Simulator): void {
  sagemaker.inject({ kind: 'slow-launch', seconds: 2700 });
  sagemaker.inject({ kind: 'failing-deployment', stage: 'baking', step: 2, afterSeconds: 20 });
}

describe('a rollback that takes longer than it should', () => {
  it('is watched past the deadline while it is seen to run', async () => {
    const { run } = await travel({ inputs: rolling, arrange: slowBothWays });
    expect(run.outputs.outcome).toBe('rolled-back');
    expect(Number(run.outputs['duration-seconds'])).toBeGreaterThan(3 * 1860 + 2400);
  });

  it("is not watched beyond the user's own time: the verdict says that it runs", async () => {
    const inputs = { ...rolling, 'wait-timeout': '110m' };
    const { run } = await travel({ inputs, arrange: slowBothWays });
    expect(run.outputs).toMatchObject({ outcome: 'timed-out', 'duration-seconds': '6600' });
    expect(run.log).toContain('SageMaker is rolling the update back: the rollback continues');
    expect(run.log).not.toContain('The update continues');
  });
});

describe('a launch as slow as the configuration allows', () => {
  it('of 75 minutes is within the worst case that is told, and deployed', async () => {
    const { run } = await travel({
      inputs: { 'endpoint-config-name': 'fraud-slow' },
      arrange: ({ sagemaker }) => {
        sagemaker.addEndpointConfig('fraud-slow', {
          ProductionVariants: [
            {
              ...{ VariantName: 'AllTraffic', ModelName: 'fraud-v2' },
              ...{ InstanceType: 'ml.m5.xlarge', InitialInstanceCount: 3 },
              ModelDataDownloadTimeoutInSeconds: 3600,
              ContainerStartupHealthCheckTimeoutInSeconds: 3600,
            },
          ],
        });
        sagemaker.inject({ kind: 'slow-launch', seconds: 4500 });
      },
    });
    expect(run.outputs.outcome).toBe('deployed');
    expect(run.log).toContain('to 2 h 53 min (worst case, including a rollback)');
  });
});
