import { describe, expect, it } from '@jest/globals';
import type { Fault } from '../../simulator/account/faults.ts';
import type { Simulator } from '../../simulator/simulator.ts';
import { failedWithComponents } from './failed.ts';
import {
  endOfJob,
  inFreshWorld,
  type Journey,
  type JourneyOptions,
  travel,
  travelAgain,
} from './journey.ts';
import { savedTags, usualScaling } from './scaled.ts';

const replacing = { 'create-endpoint': 'replace-failed' };
const failed = ({ sagemaker }: Simulator, config = 'fraud-v1') =>
  void sagemaker.addEndpoint('fraud-prod', config, { status: 'Failed' });
/** The endpoint has failed, and these things go wrong. */
const start = (...faults: readonly Fault[]): JourneyOptions => ({
  inputs: replacing,
  arrange: (simulator) => {
    failed(simulator);
    for (const fault of faults) simulator.sagemaker.inject(fault);
  },
});

const withoutModel = {
  'endpoint.yaml':
    'ProductionVariants:\n  - { VariantName: AllTraffic, InstanceType: ml.m5.xlarge, InitialInstanceCount: 1 }\n',
};

/** What was changed of endpoints and inference components, in order. */
const changes = ({ simulator }: Pick<Journey, 'simulator'>) =>
  simulator.sagemaker.requests
    .filter(({ operation }) => /^(Create|Update|Delete)(Endpoint|Inference)/.test(operation))
    .map(({ operation, input, error }) => {
      const name = input.InferenceComponentName ?? input.EndpointConfigName ?? input.EndpointName;
      return `${operation} ${name}${error === undefined ? '' : ': refused'}`;
    });
const replaced = ['DeleteEndpoint fraud-prod', 'CreateEndpoint fraud-v2'];
const serves = ({ simulator }: Pick<Journey, 'simulator'>) => {
  const { status, configName } = simulator.sagemaker.endpoint('fraud-prod')?.state ?? {};
  return [status, configName];
};

describe('create-endpoint: replace-failed', () => {
  it('replaces an endpoint whose own configuration was deleted too', async () => {
    const journey = await travel({
      ...start(),
      arrange: (simulator) => {
        failed(simulator);
        simulator.sagemaker.remove('endpoint-config', 'fraud-v1');
      },
    });
    expect(journey.run.outputs.outcome).toBe('deployed');
    expect(changes(journey)).toEqual(replaced);
  });

  it('takes a model by its name for the variant of a file', async () => {
    const journey = await travel({
      ...start(),
      inputs: {
        ...{ ...replacing, 'endpoint-config-name': 'fraud-new', 'model-name': 'fraud-v2' },
        'endpoint-config-file': 'endpoint.yaml',
      },
      files: withoutModel,
    });
    expect(journey.run.outputs.outcome).toBe('deployed');
    expect(changes(journey)).toEqual([
      'CreateEndpointConfig fraud-new',
      'DeleteEndpoint fraud-prod',
      'CreateEndpoint fraud-new',
    ]);
  });

  it('rolls the same configuration out again', async () => {
    const inputs = { ...replacing, 'endpoint-config-name': 'fraud-v1' };
    const journey = await travel({ ...start(), inputs });
    expect(journey.run.outputs.outcome).toBe('deployed');
    expect(changes(journey)).toEqual(['DeleteEndpoint fraud-prod', 'CreateEndpoint fraud-v1']);
  });

  it.each(['InService', 'UpdateRollbackFailed'] as const)(
    'updates an endpoint that is %s',
    async (status) => {
      const arrange = ({ sagemaker }: Simulator) =>
        void sagemaker.addEndpoint('fraud-prod', 'fraud-v1', { status });
      const journey = await travel({ inputs: replacing, arrange });
      expect(journey.run.outputs.outcome).toBe('deployed');
      expect(changes(journey)).toEqual(['UpdateEndpoint fraud-v2']);
      const says = 'replaces an endpoint only if its status is Failed';
      expect(journey.run.log.includes(says)).toBe(status === 'UpdateRollbackFailed');
    },
  );

  it('creates an endpoint where there is none', async () => {
    const journey = await travel({ scenario: 'endpoint-missing', inputs: replacing });
    expect(journey.run.outputs.outcome).toBe('deployed');
    expect(changes(journey)).toEqual(['CreateEndpoint fraud-v2']);
  });

  it('does not replace the endpoint that it has created itself, and the next run does', () =>
    inFreshWorld(start(), async (simulator) => {
      simulator.sagemaker.inject({ kind: 'failing-health-check' });
      const first = await travelAgain(simulator, start());
      expect(first.run.outputs.outcome).toBe('failed');
      expect(first.run.log).toContain('With `create-endpoint: replace-failed` the next run');
      expect(changes(first)).toEqual(replaced);
      const second = await travelAgain(simulator, start());
      expect(changes(second)).toEqual([...replaced, ...replaced]);
    }));

  it('does not replace what its call whose answer was lost has created', async () => {
    const journey = await travel({
      scenario: 'endpoint-missing',
      inputs: replacing,
      arrange: ({ sagemaker }) => {
        sagemaker.inject({ kind: 'lost-answer', operation: 'CreateEndpoint', calls: 1 });
        sagemaker.inject({ kind: 'failing-health-check' });
      },
    });
    expect(journey.run.outputs.outcome).toBe('failed');
    expect(changes(journey)).toEqual(['CreateEndpoint fraud-v2: refused']);
  });

  it('leaves an endpoint alone that no longer is Failed right before', () =>
    inFreshWorld(start(), async (simulator) => {
      // Someone else has replaced it by the time when its tags are read again.
      simulator.sagemaker.when({ before: 'ListTags', nth: 2 }, () => {
        simulator.sagemaker.remove('endpoint', 'fraud-prod');
        simulator.sagemaker.addEndpoint('fraud-prod', 'fraud-v3');
      });
      const journey = await travelAgain(simulator, start());
      expect(journey.run.outputs.outcome).toBe('deployed');
      expect(changes(journey)).toEqual(['UpdateEndpoint fraud-v2']);
    }));

  it('leaves an endpoint alone whose status is another one right before', () =>
    inFreshWorld(start(), async (simulator) => {
      const { sagemaker, clock } = simulator;
      sagemaker.when({ before: 'ListTags', nth: 2 }, () =>
        sagemaker.endpoint('fraud-prod')?.change(clock.now(), { status: 'InService' }),
      );
      const journey = await travelAgain(simulator, start());
      expect(changes(journey)).toEqual(['UpdateEndpoint fraud-v2']);
    }));

  it('takes an endpoint that was created again, and has failed too, for another one', () =>
    inFreshWorld(start(), async (simulator) => {
      const { sagemaker } = simulator;
      // The tags are read before it is created again: they are not its own.
      sagemaker.when({ before: 'DescribeEndpoint', nth: 4 }, () => {
        sagemaker.remove('endpoint', 'fraud-prod');
        failed(simulator);
        sagemaker.addTags('endpoint', 'fraud-prod', [{ Key: 'owner', Value: 'someone-else' }]);
      });
      const journey = await travelAgain(simulator, start());
      expect(changes(journey)).toEqual(replaced);
      expect(sagemaker.tags('endpoint', 'fraud-prod').owner).toBe('someone-else');
    }));

  it('is not misled by one poll that shows an endpoint as Failed', async () => {
    const journey = await travel({
      inputs: replacing,
      arrange: ({ sagemaker, clock }) => {
        const [from, until] = [clock.now(), clock.now() + 2000];
        sagemaker.endpoint('fraud-prod')?.disguise(from, until, { status: 'Failed' });
      },
    });
    expect(journey.run.log).toContain('Found it Failed');
    expect(changes(journey)).toEqual(['UpdateEndpoint fraud-v2']);
  });

  it('deletes nothing for a configuration that is not there, whatever the pre-flight does', async () => {
    const inputs = { ...replacing, 'endpoint-config-name': 'fraud-v9', preflight: 'off' };
    const journey = await travel({ ...start(), inputs });
    expect(journey.run.outputs.outcome).toBe('failed');
    expect(journey.run.log).toContain('so the failed endpoint was not deleted');
    expect(changes(journey)).toEqual([]);
  });

  it('deletes nothing where the pre-flight finds an error', async () => {
    const inputs = { ...replacing, 'endpoint-config-name': 'fraud-v9' };
    const journey = await travel({ ...start(), inputs });
    expect(journey.run.outputs.outcome).toBe('failed');
    expect(changes(journey)).toEqual([]);
  });

  it('waits for the deletion of a cut-off run, also with wait: false, and creates the endpoint', async () => {
    const journey = await travel({
      inputs: { ...replacing, wait: 'false', 'if-in-progress': 'fail' },
      arrange: ({ sagemaker }) => {
        sagemaker.addEndpoint('fraud-prod', 'fraud-v1', { status: 'Deleting' });
        sagemaker.when({ afterSeconds: 30 }, () => sagemaker.remove('endpoint', 'fraud-prod'));
      },
    });
    expect(journey.run.outputs.outcome).toBe('started');
    expect(journey.run.log).toContain('create fraud-prod again on fraud-v2, once it is deleted');
    expect(changes(journey)).toEqual(['CreateEndpoint fraud-v2']);
  });

  it.each([
    ['is lost', { kind: 'lost-answer', operation: 'DeleteEndpoint', calls: 1 }],
    ['is that it is throttled', { kind: 'throttling', operation: 'DeleteEndpoint', calls: [1, 2] }],
  ] as const)('goes on where the answer to DeleteEndpoint %s', async (_, fault) => {
    const journey = await travel(start(fault));
    expect(journey.run.outputs.outcome).toBe('deployed');
    expect(
      changes(journey)
        .filter((change) => !change.includes('refused'))
        .at(-1),
    ).toBe('CreateEndpoint fraud-v2');
    expect(serves(journey)).toEqual(['InService', 'fraud-v2']);
  });

  it('is not misled by older answers', async () => {
    const journey = await travel(
      start({
        ...{ kind: 'stale-read', operation: 'DescribeEndpoint', seconds: 40 },
        ...{ from: { before: 'DeleteEndpoint' }, until: { afterSeconds: 4000 } },
      }),
    );
    expect(journey.run.outputs.outcome).toBe('deployed');
    expect(changes(journey)).toEqual(replaced);
  });

  it('does not take an answer about the deleted endpoint for one about the new', () =>
    inFreshWorld(start(), async (simulator) => {
      const { sagemaker } = simulator;
      const old = { kind: 'stale-read', operation: 'DescribeEndpoint', seconds: 30 } as const;
      // The deletion is seen at once, and then two older answers come.
      sagemaker.inject({ ...old, calls: [8, 9] });
      const journey = await travelAgain(simulator, start());
      expect(journey.run.outputs.outcome).toBe('deployed');
      expect(changes(journey)).toEqual(replaced);
    }));

  it('changes nothing where the deletion is refused', async () => {
    const journey = await travel(start({ kind: 'access-denied', operation: 'DeleteEndpoint' }));
    expect(journey.run.outputs.outcome).toBe('failed');
    expect(journey.run.log).toContain('Allow sagemaker:DeleteEndpoint');
    expect(serves(journey)).toEqual(['Failed', 'fraud-v1']);
  });

  it('says that tags are lost that it may not read', async () => {
    const journey = await travel(start({ kind: 'access-denied', operation: 'ListTags' }));
    expect(journey.run.outputs.outcome).toBe('deployed');
    expect(journey.run.log).toContain('Its tags could not be read, and are lost');
  });

  it('keeps fifty tags at most, those of the inputs and no tag of AWS', async () => {
    const many = Array.from({ length: 49 }, (_, index) => ({ Key: `k${index}`, Value: 'v' }));
    const journey = await travel({
      inputs: { ...replacing, tags: 'team=growth\ncost=low' },
      arrange: (simulator) => {
        failed(simulator);
        const ofAws = { Key: 'aws:cloudformation:stack-name', Value: 'fraud' };
        simulator.sagemaker.addTags('endpoint', 'fraud-prod', [ofAws, ...many]);
      },
    });
    expect(journey.run.outputs.outcome).toBe('deployed');
    const tags = journey.simulator.sagemaker.tags('endpoint', 'fraud-prod');
    expect(tags).toMatchObject({ team: 'growth', cost: 'low', k48: 'v' });
    expect(tags['aws:cloudformation:stack-name']).toBeUndefined();
  });

  it('keeps the record, so that a rollback goes back to what served before the failure', () =>
    inFreshWorld({}, async (simulator) => {
      await travelAgain(simulator, { inputs: { 'endpoint-config-name': 'fraud-v3' } });
      const endpoint = simulator.sagemaker.endpoint('fraud-prod');
      endpoint?.change(simulator.clock.now(), { status: 'Failed' });
      const deployed = await travelAgain(simulator, start());
      expect(deployed.run.outputs.outcome).toBe('deployed');
      expect(deployed.run.log).toContain('fraud-v2 replaced fraud-v3');
      const inputs = { mode: 'rollback', 'endpoint-config-name': '' };
      const back = await travelAgain(simulator, { inputs });
      expect(back.run.outputs.outcome).toBe('deployed');
      expect(serves(back)).toEqual(['InService', 'fraud-v3']);
    }));

  it('restores auto scaling on the new endpoint', async () => {
    const standing: unknown[] = [];
    const journey = await travel({
      ...start(),
      arrange: (simulator) => {
        failed(simulator);
        simulator.scaling.register('fraud-prod', usualScaling);
        standing.push(...simulator.scaling.standing);
      },
    });
    expect(journey.run.outputs.outcome).toBe('deployed');
    expect(journey.run.log).toContain('The auto scaling of AllTraffic is removed, and restored');
    expect(journey.run.log).toContain('Auto scaling is restored');
    expect(journey.simulator.scaling.standing).toHaveLength(standing.length);
    expect(changes(journey)).toEqual(replaced);
  });

  it('leaves auto scaling to the next run where no one watches the creation', () =>
    inFreshWorld({}, async (simulator) => {
      failed(simulator);
      simulator.scaling.register('fraud-prod', usualScaling);
      const { length } = simulator.scaling.standing;
      await travelAgain(simulator, { inputs: { ...replacing, wait: 'false' } });
      expect(savedTags(simulator)).not.toEqual([]);
      simulator.clock.advanceTo(simulator.clock.now() + 600_000);
      const next = await travelAgain(simulator, { inputs: replacing });
      expect(next.run.outputs.outcome).toBe('unchanged');
      expect(simulator.scaling.standing).toHaveLength(length);
      expect(savedTags(simulator)).toEqual([]);
    }));

  it('deletes inference components before their endpoint, and waits for one that is being updated', () =>
    inFreshWorld({}, async (simulator) => {
      failedWithComponents(simulator);
      const journey = await travelAgain(simulator, { inputs: replacing });
      expect(journey.run.log).toContain(
        'Its inference components are deleted, and not created again: two, one.',
      );
      expect(journey.run.outputs.outcome).toBe('deployed');
      const done = changes(journey).filter((change) => !change.endsWith('refused'));
      expect(done).toEqual([
        'DeleteInferenceComponent one',
        'DeleteInferenceComponent two',
        ...replaced,
      ]);
    }));

  it('says what it has deleted where the deletion of the endpoint is refused', async () => {
    const journey = await travel({
      inputs: replacing,
      arrange: (simulator) => {
        failedWithComponents(simulator);
        simulator.sagemaker.inject({ kind: 'access-denied', operation: 'DeleteEndpoint' });
      },
    });
    expect(journey.run.outputs.outcome).toBe('failed');
    expect(journey.run.log).toContain(
      "The deletion of the endpoint's inference components was requested: one, two.",
    );
    expect(journey.run.log).not.toContain('this run has changed nothing');
  });

  it.each([
    ['model-name', { 'model-name': 'fraud-v2' }],
    ['image', { image: '123456789012.dkr.ecr.eu-west-1.amazonaws.com/fraud:2' }],
    [
      'image, for the variant of a file',
      {
        image: '123456789012.dkr.ecr.eu-west-1.amazonaws.com/fraud:2',
        'endpoint-config-file': 'endpoint.yaml',
      },
    ],
  ])(
    'cannot be combined with %s, which copies what serves: told before any call',
    async (_, more) => {
      const journey = await travel({
        ...start(),
        inputs: { ...replacing, 'endpoint-config-name': '', ...more },
        files: withoutModel,
      });
      expect(journey.run.log).toContain(
        'create-endpoint: "replace-failed" cannot be combined with a copy of what serves',
      );
      expect(journey.calls).toEqual([]);
    },
  );
});

describe('a run that is killed while it replaces a failed endpoint', () => {
  it.each([
    ['before the deletion', 9_500],
    ['while it is deleted', 12_000],
    ['when it is deleted', 17_000],
  ])('%s is finished by the next', (_, after) =>
    inFreshWorld(start(), async (simulator) => {
      const at = simulator.clock.now() + after;
      const main = await travelAgain(simulator, {
        ...start(),
        signals: [{ at, signal: 'SIGKILL' }],
      });
      const post = await endOfJob(simulator, main.run, start());
      expect(post.run.outputs.outcome).toBe('cancelled');
      const rerun = await travelAgain(simulator, start());
      expect(rerun.run.outputs.outcome).toBe('deployed');
      expect(serves(rerun)).toEqual(['InService', 'fraud-v2']);
    }),
  );
});
