import { describe, expect, it } from '@jest/globals';
import { type Asked, askDeploy, askPlan, created, ofModel } from './asked.ts';
import { travel } from './journey.ts';

const one = {
  VariantName: 'AllTraffic',
  ModelName: 'fraud-v2',
  InstanceType: 'ml.m5.xlarge',
  InitialInstanceCount: 3,
  InitialVariantWeight: 1,
} as const;

describe('two runs at once', () => {
  it('of the same model: the second finds the update of the first, and follows it', async () => {
    const first = await askPlan({ inputs: ofModel('fraud-v2') });
    const answered = await askDeploy({
      inputs: ofModel('fraud-v2'),
      arrange: ({ sagemaker }) => {
        const when = { before: 'UpdateEndpoint' } as const;
        const endpointConfigName = first.configName;
        sagemaker.inject({
          kind: 'foreign-update',
          endpoint: 'fraud-prod',
          when,
          endpointConfigName,
        });
      },
    });
    expect(answered.outcome.kind).toBe('deployed');
    expect(answered.serves).toBe(first.configName);
    const updates = answered.requests.filter(({ operation }) => operation === 'UpdateEndpoint');
    expect(updates).toMatchObject([{ error: 'ValidationException' }]);
  });

  /** Someone else's update that takes 40 minutes runs since ten seconds. */
  const slowUpdate: NonNullable<Asked['arrange']> = ({ sagemaker, clock }) => {
    const when = { afterSeconds: 1 };
    sagemaker.inject({ kind: 'slow-launch', seconds: 2400, nth: 1 });
    sagemaker.inject({
      ...{ kind: 'foreign-update', endpoint: 'fraud-prod', when },
      endpointConfigName: 'fraud-v3',
    });
    clock.advanceTo(clock.now() + 10_000);
  };

  it('the model stands in a copy of what the other update brought', async () => {
    const answered = await askDeploy({
      inputs: ofModel('fraud-v2'),
      arrange: (simulator) => {
        simulator.sagemaker.addEndpointConfig('fraud-larger', {
          ProductionVariants: [{ ...one, ModelName: 'fraud-v3', InitialInstanceCount: 5 }],
        });
        const when = { afterSeconds: 1 };
        const endpointConfigName = 'fraud-larger';
        simulator.sagemaker.inject({
          ...{ kind: 'foreign-update', endpoint: 'fraud-prod', when, endpointConfigName },
        });
        simulator.clock.advanceTo(simulator.clock.now() + 10_000);
      },
    });
    expect(created(answered)).toMatchObject([
      { ProductionVariants: [{ ModelName: 'fraud-v2', InitialInstanceCount: 5 }] },
    ]);
    expect(answered.outcome.kind).toBe('deployed');
  });

  it('a long wait for the other update is not a long silence', async () => {
    const { run } = await travel({
      inputs: { 'endpoint-config-name': '', 'model-name': 'fraud-v2' },
      arrange: slowUpdate,
    });
    expect(run.outputs.outcome).toBe('deployed');
    expect(run.log.match(/Still Updating/g)?.length).toBeGreaterThan(3);
  });
});

describe('trouble before the configuration is known', () => {
  const passing = ['throttling', 'internal-failure', 'service-unavailable', 'reset'] as const;

  it.each(passing)('that passes (%s): the lookup is done again', async (kind) => {
    const answered = await askDeploy({
      inputs: ofModel('fraud-v2'),
      arrange: ({ sagemaker }) =>
        sagemaker.inject({ kind, operation: 'DescribeEndpointConfig', calls: 1 }),
    });
    expect(answered.outcome.kind).toBe('deployed');
  });

  it.each(passing)('that passes (%s): a plan looks again too', async (kind) => {
    const answered = await askPlan({
      inputs: ofModel('fraud-v2'),
      arrange: ({ sagemaker }) =>
        sagemaker.inject({ kind, operation: 'DescribeEndpointConfig', calls: 1 }),
    });
    expect(answered.outcome.kind).toBe('planned');
  });

  it('is told in a headline that names what was asked for', async () => {
    const { report } = await askDeploy({
      inputs: ofModel('fraud-v2'),
      scenario: 'two-variants',
    });
    expect(report.split('\n')[0]).toContain('fraud-v2');
    expect(report).not.toContain('requested ` `');
  });
});
