import { describe, expect, it } from '@jest/globals';
import type { Simulator } from '../../simulator/simulator.ts';
import type { ScalingChange } from '../../src/domain/scaling-event.ts';
import { saying } from '../saying.ts';
import { type Answered, type Asked, askDeploy, askPlan } from './asked.ts';
import { autoScaled, otherType, savedTags, usualScaling } from './scaled.ts';

/** What was told of auto scaling, by kind. */
function change({ events }: Answered): readonly ScalingChange['kind'][] {
  return events.flatMap((event) => (event.kind === 'scaling' ? [event.change.kind] : []));
}

function told<Kind extends ScalingChange['kind']>(
  { events }: Answered,
  kind: Kind,
): Extract<ScalingChange, { kind: Kind }> | undefined {
  return events
    .flatMap((event) => (event.kind === 'scaling' ? [event.change] : []))
    .findLast((one): one is Extract<ScalingChange, { kind: Kind }> => one.kind === kind);
}

/** The calls that change something, but for the record that is left at the end, in the order of their times. */
function changes({ requests }: Answered): readonly string[] {
  const isRecord = ({ operation, input }: Answered['requests'][number]) =>
    operation === 'AddTags' && !JSON.stringify(input).includes('sagemaker-rollout:scaling:');
  return requests
    .filter((request) => !/^(Describe|List)/.test(request.operation) && !isRecord(request))
    .toSorted((one, other) => one.at - other.at)
    .map(({ operation, error }) => (error ? `${operation}: ${error}` : operation));
}

/** Deploys, and says what stood before. */
async function deploy(
  asked: Asked,
): Promise<Answered & { readonly before: Simulator['scaling']['standing'] }> {
  let before: Simulator['scaling']['standing'] = [];
  const answered = await askDeploy({
    ...asked,
    arrange: (simulator) => {
      autoScaled(simulator);
      asked.arrange?.(simulator);
      before = simulator.scaling.standing;
    },
  });
  return { ...answered, before };
}

describe('an auto-scaled variant that keeps its instance type', () => {
  it('needs nothing but that its counts survive', async () => {
    const answered = await deploy({});
    expect(answered.outcome.kind).toBe('deployed');
    expect(changes(answered)).toEqual(['UpdateEndpoint']);
    expect(
      answered.requests.find(({ operation }) => operation === 'UpdateEndpoint')?.input,
    ).toEqual({
      EndpointName: 'fraud-prod',
      EndpointConfigName: 'fraud-v2',
      RetainAllVariantProperties: true,
    });
    expect(answered.report).toContain(
      '| Auto scaling | `AllTraffic` 2 to 8 instances, 1 policy, 1 scheduled action |',
    );
    expect(answered.report).toContain(
      '| Counts | kept as they serve now, because `AllTraffic` is auto-scaled |',
    );
    expect(answered.found).toEqual([]);
  });

  it('starts with the counts of the configuration where that is asked for', async () => {
    const answered = await deploy({ inputs: { 'retain-variant-properties': 'false' } });
    const update = answered.requests.find(({ operation }) => operation === 'UpdateEndpoint');
    expect(update?.input).not.toHaveProperty('RetainAllVariantProperties');
    expect(answered.found).toEqual(['warning instances-lost']);
    expect(answered.report).toContain('| Counts | as the configuration says, as asked |');
  });

  it('keeps all properties but those that are excluded', async () => {
    const answered = await deploy({ inputs: { 'exclude-retained-properties': 'DesiredWeight' } });
    const update = answered.requests.find(({ operation }) => operation === 'UpdateEndpoint');
    expect(update?.input).toMatchObject({
      RetainAllVariantProperties: true,
      ExcludeRetainedVariantProperties: [{ VariantPropertyType: 'DesiredWeight' }],
    });
    expect(answered.report).toContain('is auto-scaled (except `DesiredWeight`) |');
  });
});

describe('a variant that is not auto-scaled', () => {
  it('starts with the counts of the configuration, and the plan says why', async () => {
    const { report: plan } = await askPlan({ scenario: 'scaled-out' });
    const { report, requests } = await askDeploy({ scenario: 'scaled-out' });
    const update = requests.find(({ operation }) => operation === 'UpdateEndpoint');
    expect(update?.input).not.toHaveProperty('RetainAllVariantProperties');
    expect(plan).toContain(
      '| Counts | as the configuration says, because no variant is auto-scaled |',
    );
    expect(report).not.toContain('| Counts |');
  });
});

describe('an instance type that changes under auto scaling', () => {
  it('is refused by SageMaker as long as it is scaled', async () => {
    const { outcome, before, simulator } = await deploy({
      inputs: { ...otherType, autoscaling: 'ignore' },
    });
    expect(outcome).toMatchObject({ kind: 'failed', problem: { code: 'refused' } });
    expect(simulator.scaling.standing).toEqual(before);
  });

  it('is deployed, and scaling stands as it stood', async () => {
    const answered = await deploy({ inputs: otherType });
    expect(answered.outcome.kind).toBe('deployed');
    expect(changes(answered)).toEqual([
      'DeleteTags',
      'AddTags',
      'UpdateEndpoint',
      'DeregisterScalableTarget',
      'DeleteTags',
      'RegisterScalableTarget',
      'PutScalingPolicy',
      'PutScheduledAction',
    ]);
    expect(change(answered)).toEqual(['found', 'saved', 'taken-off', 'restored']);
    expect(answered.simulator.scaling.standing).toEqual(answered.before);
    expect(savedTags(answered.simulator)).toEqual([]);
    expect(answered.report).toContain('; removed for the update, and restored |');
    const live = answered.simulator.sagemaker.endpoint('fraud-prod')?.state.live[0];
    expect(live?.capacity).toMatchObject({ type: 'ml.c5.xlarge', desired: 5 });
  });

  it('is only planned, and nothing is removed', async () => {
    const answered = await askPlan({ inputs: otherType, arrange: autoScaled });
    expect(answered.outcome).toMatchObject({ kind: 'planned', isBlocked: false });
    expect(changes(answered)).toEqual([]);
    expect(answered.found).toEqual(['remark scaling-off-meanwhile']);
  });

  it.each(['baking', 'provisioning'] as const)(
    'is rolled back in %s, and scaling stands as it stood',
    async (stage) => {
      const answered = await deploy({
        inputs: { ...otherType, strategy: 'canary', 'canary-size': '1', 'wait-interval': '5m' },
        arrange: ({ sagemaker }) => sagemaker.inject({ kind: 'failing-deployment', stage }),
      });
      expect(answered.outcome.kind).toBe('rolled-back');
      expect(answered.simulator.scaling.standing).toEqual(answered.before);
      expect(savedTags(answered.simulator)).toEqual([]);
    },
  );

  it('is refused for another reason, and scaling stands as it stood', async () => {
    const answered = await deploy({
      inputs: otherType,
      arrange: ({ sagemaker }) =>
        sagemaker.inject({ kind: 'quota', instanceType: 'ml.c5.xlarge', limit: 1 }),
    });
    expect(answered.outcome).toMatchObject({ kind: 'failed', problem: { code: 'quota-exceeded' } });
    expect(answered.simulator.scaling.standing).toEqual(answered.before);
    expect(savedTags(answered.simulator)).toEqual([]);
  });

  it('goes on beyond the time to watch: scaling is back for now, and the tags stay', async () => {
    const answered = await deploy({ inputs: { ...otherType, 'wait-timeout': '1m' } });
    expect(answered.outcome.kind).toBe('timed-out');
    expect(told(answered, 'restored')).toMatchObject({ isForNow: true });
    expect(answered.simulator.scaling.standing).toEqual(answered.before);
    expect(savedTags(answered.simulator)).not.toEqual([]);
  });

  it('goes on where nothing can be registered meanwhile: what is missing is told', async () => {
    const answered = await deploy({
      inputs: { ...otherType, 'wait-timeout': '1m' },
      arrange: ({ sagemaker }) => sagemaker.inject({ kind: 'registration-in-service-only' }),
    });
    expect(answered.outcome.kind).toBe('timed-out');
    expect(told(answered, 'incomplete')?.missing.map(({ kind }) => kind)).toEqual([
      'target',
      'policy',
      'action',
    ]);
    expect(savedTags(answered.simulator)).not.toEqual([]);
    expect(answered.report).toContain('Auto scaling was not restored.');
    expect(answered.report).toContain('aws application-autoscaling register-scalable-target');
  });

  it('keeps what hangs on it, also where it takes several pages', async () => {
    const policies = Array.from({ length: 13 }, (_, index) => ({
      ...usualScaling.policies[0],
      PolicyName: `invocations ${index}`,
    }));
    const answered = await deploy({
      inputs: otherType,
      arrange: ({ scaling }) => scaling.register('fraud-prod', { ...usualScaling, policies }),
    });
    expect(answered.outcome.kind).toBe('deployed');
    expect(answered.simulator.scaling.standing).toEqual(answered.before);
    expect(told(answered, 'restored')?.scaled[0]?.policies).toHaveLength(14);
  });

  it('keeps what was suspended suspended', async () => {
    const SuspendedState = { ScheduledScalingSuspended: true };
    const answered = await deploy({
      inputs: otherType,
      arrange: ({ scaling }) => scaling.register('fraud-prod', { target: { SuspendedState } }),
    });
    expect(answered.before).toMatchObject([{ suspended: { ScheduledScalingSuspended: true } }]);
    expect(answered.simulator.scaling.standing).toEqual(answered.before);
  });

  it('keeps a schedule whose start has passed, without its start where that is refused', async () => {
    const answered = await deploy({
      inputs: otherType,
      arrange: ({ sagemaker }) => sagemaker.inject({ kind: 'schedules-begin-later' }),
    });
    expect(answered.outcome.kind).toBe('deployed');
    expect(change(answered)).toContain('restored');
    expect(answered.simulator.scaling.standing).toMatchObject([
      { actions: [{ ScheduledActionName: 'morning', Schedule: 'cron(0 7 ? * MON-FRI *)' }] },
    ]);
  });
});

describe('scaling that cannot be saved', () => {
  it.each(['AddTags', 'DeleteTags'] as const)(
    'is left as it is without permission for %s',
    async (operation) => {
      const answered = await deploy({
        inputs: otherType,
        arrange: ({ sagemaker }) => sagemaker.inject({ kind: 'access-denied', operation }),
      });
      expect(answered.outcome).toMatchObject({
        kind: 'failed',
        problem: { code: 'scaling-not-saved', remedy: saying(new RegExp(operation)) },
      });
      expect(answered.simulator.scaling.standing).toEqual(answered.before);
      expect(changes(answered)).not.toContain('DeregisterScalableTarget');
      expect(changes(answered)).not.toContain('UpdateEndpoint');
    },
  );

  it('is left as it is where the endpoint has too many tags', async () => {
    const answered = await deploy({
      inputs: otherType,
      arrange: ({ sagemaker }) =>
        sagemaker.addTags(
          'endpoint',
          'fraud-prod',
          Array.from({ length: 49 }, (_, index) => ({ Key: `k${index}`, Value: '' })),
        ),
    });
    expect(answered.outcome).toMatchObject({
      kind: 'failed',
      problem: {
        code: 'scaling-not-saved',
        message: expect.stringMatching(/It takes \d tags on the endpoint, which has 49 others/),
      },
    });
    expect(answered.simulator.scaling.standing).toEqual(answered.before);
  });
});

describe('what may not be looked at', () => {
  it.each(['DescribeScalableTargets', 'DescribeScalingPolicies', 'ListTags'] as const)(
    '%s: a remark, and the rollout goes on',
    async (operation) => {
      const answered = await deploy({
        arrange: ({ sagemaker }) => sagemaker.inject({ kind: 'access-denied', operation }),
      });
      expect(answered.outcome.kind).toBe('deployed');
      expect(change(answered).filter((kind) => kind === 'not-read')).toHaveLength(1);
      expect(told(answered, 'not-read')?.problem.message).toContain(operation);
    },
  );

  it('is looked at again where that passes, and stops the rollout where it does not', async () => {
    const twice = await deploy({
      arrange: ({ sagemaker }) =>
        sagemaker.inject({
          kind: 'throttling',
          operation: 'DescribeScalableTargets',
          calls: [1, 2],
        }),
    });
    expect(twice.outcome.kind).toBe('deployed');
    expect(change(twice)).toEqual(['found']);
    const always = await deploy({
      arrange: ({ sagemaker }) =>
        sagemaker.inject({ kind: 'internal-failure', operation: 'DescribeScalableTargets' }),
    });
    expect(always.outcome).toMatchObject({
      kind: 'failed',
      problem: { remedy: saying(/`autoscaling: ignore`/) },
    });
    expect(changes(always)).toEqual([]);
  });
});

describe('trouble with looking', () => {
  it('stops no watch of an update that runs already', async () => {
    const answered = await deploy({
      inputs: otherType,
      arrange: ({ sagemaker, scaling }) => {
        scaling.deregister('fraud-prod');
        sagemaker.inject({
          kind: 'foreign-update',
          endpoint: 'fraud-prod',
          when: { before: 'DescribeEndpoint' },
          endpointConfigName: 'fraud-other',
        });
        sagemaker.inject({ kind: 'internal-failure', operation: 'ListTags', calls: [1, 5] });
        sagemaker.inject({ kind: 'internal-failure', operation: 'DescribeScalableTargets' });
      },
    });
    expect(answered.outcome.kind).toBe('deployed');
    expect(change(answered).filter((kind) => kind === 'not-read')).toHaveLength(1);
  });

  it('leaves nothing to be done as it is', async () => {
    const answered = await deploy({
      inputs: { 'endpoint-config-name': 'fraud-v1' },
      arrange: ({ sagemaker }) =>
        sagemaker.inject({ kind: 'internal-failure', operation: 'ListTags' }),
    });
    expect(answered.outcome.kind).toBe('unchanged');
  });

  it('is over where it passes before the update', async () => {
    const answered = await deploy({
      arrange: ({ sagemaker }) =>
        sagemaker.inject({ kind: 'internal-failure', operation: 'ListTags', calls: [1, 5] }),
    });
    expect(answered.outcome.kind).toBe('deployed');
    expect(change(answered)).toEqual(['not-read', 'found']);
  });
});

describe('scaling that cannot be saved', () => {
  it('leaves no tags behind that the next run would take for the truth', async () => {
    const answered = await deploy({
      inputs: otherType,
      arrange: ({ sagemaker }) =>
        sagemaker.inject({ kind: 'access-denied', operation: 'ListTags', calls: [3, 9] }),
    });
    expect(answered.outcome).toMatchObject({ problem: { code: 'scaling-not-saved' } });
    expect(savedTags(answered.simulator)).toEqual([]);
    expect(answered.simulator.scaling.standing).toEqual(answered.before);
    expect(changes(answered)).not.toContain('UpdateEndpoint');
  });
});

describe('a variant that is removed', () => {
  const renamed = ({ sagemaker }: Simulator) =>
    sagemaker.addEndpointConfig('fraud-renamed', {
      ProductionVariants: [
        {
          VariantName: 'Main',
          ModelName: 'fraud-v2',
          InstanceType: 'ml.m5.xlarge',
          InitialInstanceCount: 3,
        },
      ],
    });
  const inputs = { 'endpoint-config-name': 'fraud-renamed' };

  it('takes its scaling with it', async () => {
    const answered = await deploy({ inputs, arrange: renamed });
    expect(answered.outcome.kind).toBe('deployed');
    expect(answered.simulator.scaling.standing).toEqual([]);
    expect(told(answered, 'restored')?.dropped.map(({ variant }) => variant)).toEqual([
      'AllTraffic',
    ]);
    expect(savedTags(answered.simulator)).toEqual([]);
  });

  it('has it again after a rollback', async () => {
    const answered = await deploy({
      inputs,
      arrange: (simulator) => {
        renamed(simulator);
        simulator.sagemaker.inject({ kind: 'failing-health-check' });
      },
    });
    expect(answered.outcome.kind).toBe('rolled-back');
    expect(answered.simulator.scaling.standing).toEqual(answered.before);
  });
});

describe('scale-up-by', () => {
  const inputs = { ...otherType, 'scale-up-by': '2' };

  it('adds instances after scaling was removed, and waits for them before the update', async () => {
    const answered = await deploy({ inputs });
    expect(answered.outcome.kind).toBe('deployed');
    expect(change(answered)).toEqual(['found', 'saved', 'taken-off', 'scaling-up', 'restored']);
    const asked = answered.requests.find(({ operation }) => /Capacities$/.test(operation));
    expect(asked?.input).toEqual({
      EndpointName: 'fraud-prod',
      DesiredWeightsAndCapacities: [{ VariantName: 'AllTraffic', DesiredInstanceCount: 7 }],
    });
    const update = answered.events.find(({ kind }) => kind === 'requested');
    expect(update).toMatchObject({ before: { variants: [{ currentInstances: 7 }] } });
    expect(answered.simulator.scaling.standing).toEqual(answered.before);
  });

  it('waits also where an update in progress fails the run', async () => {
    const { outcome } = await deploy({ inputs: { ...inputs, 'if-in-progress': 'fail' } });
    expect(outcome.kind).toBe('deployed');
  });

  it('adds nothing where scaling stays on', async () => {
    const answered = await deploy({ inputs: { 'scale-up-by': '2' } });
    expect(changes(answered)).toEqual(['UpdateEndpoint']);
  });

  it('that is refused fails the run, and scaling stands as it stood', async () => {
    const answered = await deploy({
      inputs,
      arrange: ({ sagemaker }) =>
        sagemaker.inject({
          kind: 'access-denied',
          operation: 'UpdateEndpointWeightsAndCapacities',
        }),
    });
    expect(answered.outcome).toMatchObject({ kind: 'failed', problem: { code: 'access-denied' } });
    expect(answered.simulator.scaling.standing).toEqual(answered.before);
    expect(changes(answered)).not.toContain('UpdateEndpoint');
  });

  it('goes on where one poll meanwhile finds no endpoint', async () => {
    const answered = await deploy({
      inputs,
      arrange: ({ sagemaker }) =>
        sagemaker.inject({
          ...{ kind: 'stale-read', operation: 'DescribeEndpoint', seconds: 90_000 },
          ...{ from: { stage: 'scaling' }, calls: 1 },
        }),
    });
    expect(answered.outcome.kind).toBe('deployed');
  });

  it('whose answer is lost adds them once', async () => {
    const answered = await deploy({
      inputs,
      arrange: ({ sagemaker }) =>
        sagemaker.inject({
          kind: 'lost-answer',
          operation: 'UpdateEndpointWeightsAndCapacities',
          calls: 1,
        }),
    });
    expect(answered.outcome.kind).toBe('deployed');
    const live = answered.simulator.sagemaker.endpoint('fraud-prod')?.state.live[0];
    expect(live?.capacity).toMatchObject({ desired: 7 });
  });
});

describe('scaling that is not restored at once', () => {
  it('is tried again where that passes', async () => {
    const answered = await deploy({
      inputs: otherType,
      arrange: ({ sagemaker }) => {
        sagemaker.inject({
          kind: 'throttling',
          operation: 'RegisterScalableTarget',
          calls: [1, 2],
        });
        sagemaker.inject({ kind: 'reset', operation: 'PutScheduledAction', calls: 1 });
        sagemaker.inject({ kind: 'lost-answer', operation: 'PutScalingPolicy', calls: 2 });
      },
    });
    expect(answered.outcome.kind).toBe('deployed');
    expect(change(answered).at(-1)).toBe('restored');
    expect(answered.simulator.scaling.standing).toEqual(answered.before);
  });

  it('is restored although the poll before that finds no endpoint', async () => {
    const isPoll = ({ operation }: { readonly operation: string }) =>
      operation === 'DescribeEndpoint';
    const usual = await deploy({ inputs: otherType });
    const calls = usual.requests.filter(isPoll).length;
    const answered = await deploy({
      inputs: otherType,
      arrange: ({ sagemaker }) =>
        sagemaker.inject({
          ...{ kind: 'stale-read', operation: 'DescribeEndpoint', seconds: 90_000, calls },
        }),
    });
    expect(answered.requests.filter(isPoll)).toHaveLength(calls + 1);
    expect(answered.simulator.scaling.standing).toEqual(answered.before);
    expect(savedTags(answered.simulator)).toEqual([]);
  });

  it('is an error of its own: the outcome stays true', async () => {
    const answered = await deploy({
      inputs: otherType,
      arrange: ({ sagemaker }) =>
        sagemaker.inject({ kind: 'access-denied', operation: 'PutScheduledAction' }),
    });
    expect(answered.outcome.kind).toBe('deployed');
    expect(told(answered, 'incomplete')).toMatchObject({
      missing: [{ kind: 'action', action: { name: 'morning' } }],
      problem: { code: 'scaling-not-restored' },
    });
    expect(savedTags(answered.simulator)).not.toEqual([]);
    expect(answered.report).toContain('**not restored as it was**');
    expect(answered.report).toContain('"ScheduledActionName":"morning"');
    expect(answered.report).not.toContain('register-scalable-target');
  });

  it('is told where the tags that kept it cannot be taken away', async () => {
    const answered = await deploy({
      inputs: otherType,
      arrange: ({ sagemaker }) =>
        sagemaker.inject({ kind: 'access-denied', operation: 'DeleteTags', calls: [2, 9] }),
    });
    expect(answered.outcome.kind).toBe('deployed');
    expect(told(answered, 'incomplete')?.problem.message).toContain(
      'the tags that kept it are left',
    );
    expect(answered.report).toContain('restored, but **the tags that kept it are left** |');
    expect(answered.simulator.scaling.standing).toEqual(answered.before);
  });
});

describe('the end of a rollout that is not as usual', () => {
  const canaryInputs = {
    ...otherType,
    strategy: 'canary',
    'canary-size': '1',
    'wait-interval': '5m',
    alarms: 'fraud-5xx',
  };

  it('a rollback that fails: what serves scales as it did', async () => {
    const answered = await deploy({
      inputs: canaryInputs,
      arrange: ({ sagemaker }) => {
        sagemaker.inject({ kind: 'failing-deployment', stage: 'baking' });
        sagemaker.inject({ kind: 'rollback-fails' });
      },
    });
    expect(answered.outcome).toMatchObject({
      kind: 'failed',
      problem: { code: 'endpoint-failed' },
    });
    expect(answered.simulator.scaling.standing).toEqual(answered.before);
  });

  it('another update: superseded it stays, and scaling is back for now', async () => {
    const answered = await deploy({
      inputs: otherType,
      arrange: ({ sagemaker }) =>
        sagemaker.inject({
          kind: 'foreign-update',
          endpoint: 'fraud-prod',
          when: { stage: 'succeeded' },
          endpointConfigName: 'fraud-v3',
        }),
    });
    expect(answered.outcome.kind).toBe('superseded');
    expect(told(answered, 'restored')).toMatchObject({ isForNow: true });
    expect(answered.simulator.scaling.standing).toEqual(answered.before);
    expect(savedTags(answered.simulator)).not.toEqual([]);
  });

  it('a deleted endpoint: nothing is left to be restored', async () => {
    const answered = await deploy({
      inputs: canaryInputs,
      arrange: ({ sagemaker }) =>
        sagemaker.inject({
          kind: 'endpoint-deleted',
          endpoint: 'fraud-prod',
          when: { stage: 'baking' },
        }),
    });
    expect(answered.outcome).toMatchObject({ problem: { code: 'endpoint-not-found' } });
    expect(told(answered, 'restored')?.scaled).toEqual([]);
  });

  it('credentials that expire: unknown it stays, and what is missing can be done by hand', async () => {
    const answered = await deploy({
      inputs: canaryInputs,
      arrange: ({ sagemaker }) =>
        sagemaker.inject({ kind: 'expired-credentials', from: { stage: 'baking' } }),
    });
    expect(answered.outcome.kind).toBe('unknown');
    expect(told(answered, 'incomplete')?.missing).toHaveLength(3);
    expect(answered.report).toContain('aws application-autoscaling put-scheduled-action');
  });
});

describe('a serverless variant whose concurrency is scaled', () => {
  const variant = {
    VariantName: 'AllTraffic',
    ServerlessConfig: { MemorySizeInMB: 2048, MaxConcurrency: 20, ProvisionedConcurrency: 2 },
  };
  const serverless = ({ sagemaker, scaling }: Simulator) => {
    scaling.deregister('fraud-prod');
    for (const version of ['fraud-v1', 'fraud-v2'] as const) {
      const ProductionVariants = [{ ...variant, ModelName: version }];
      sagemaker.addEndpointConfig(`${version}-serverless`, { ProductionVariants });
    }
    sagemaker.addEndpoint('fraud-prod', 'fraud-v1-serverless');
    const dimension = 'sagemaker:variant:DesiredProvisionedConcurrency';
    scaling.register('fraud-prod', { dimension, target: { MinCapacity: 1, MaxCapacity: 9 } });
  };

  it('is left alone where it stays serverless', async () => {
    const inputs = { 'endpoint-config-name': 'fraud-v2-serverless' };
    const answered = await deploy({ inputs, arrange: serverless });
    expect(answered.outcome.kind).toBe('deployed');
    expect(changes(answered)).toEqual(['UpdateEndpoint']);
    expect(answered.report).toContain('`AllTraffic` 1 to 9 of provisioned concurrency |');
  });

  it('is not restored where it gets instances', async () => {
    const answered = await deploy({ inputs: otherType, arrange: serverless });
    expect(answered.outcome.kind).toBe('deployed');
    expect(told(answered, 'restored')).toMatchObject({ scaled: [], dropped: [{ maxCapacity: 9 }] });
    expect(answered.simulator.scaling.standing).toEqual([]);
    expect(savedTags(answered.simulator)).toEqual([]);
  });
});
