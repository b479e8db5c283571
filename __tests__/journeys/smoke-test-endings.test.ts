import { describe, expect, it } from '@jest/globals';
import { variant } from '../../scripts/pages/fleets.ts';
import type { Simulator } from '../../simulator/simulator.ts';
import { type Asked, askDeploy, askPlan, reason } from './asked.ts';

const file = '- { name: a fraud, body: "1", expect: { json: { model: fraud-v2 } } }';

function withSmoke(more: Asked = {}): Asked {
  return {
    ...more,
    inputs: {
      'smoke-test-file': 'smoke.yaml',
      'smoke-test-timeout': '30s',
      ...more.inputs,
    },
    files: { 'smoke.yaml': file, ...more.files },
  };
}

const nonsense = { kind: 'answers', body: '"?"' } as const;

function failing({ runtime }: Simulator): void {
  runtime.script('fraud-v2', nonsense);
}

function resultsOf({ events }: Awaited<ReturnType<typeof askDeploy>>): readonly string[] {
  return events.flatMap((event) => {
    if (event.kind !== 'smoke-result') return [];
    const { name, variant = '', result, attempts } = event.smokeResult;
    return [[name, variant, result.kind, attempts].join(' ')];
  });
}

describe('what is tried', () => {
  it('is each production variant, where there are several', async () => {
    const answer = await askDeploy(
      withSmoke({
        inputs: { 'endpoint-config-name': 'two' },
        files: {
          'smoke.yaml': `- { name: all, body: "1", expect: { matches: fraud } }
- { name: one, body: "1", variant: B, expect: { json: { variant: B } } }`,
        },
        arrange: ({ sagemaker }) =>
          sagemaker.addEndpointConfig('two', {
            ProductionVariants: [variant('A', 'fraud-v2', 1), variant('B', 'fraud-v3', 1)],
          }),
      }),
    );
    expect(answer.outcome.kind).toBe('deployed');
    expect(resultsOf(answer)).toEqual(['all A passed 1', 'all B passed 1', 'one B passed 1']);
    expect(answer.report).toContain('| `all` on `B` | passed |');
  });

  it('is the acceptance of an asynchronous endpoint, and the report says that this is all', async () => {
    const answer = await askDeploy(
      withSmoke({
        inputs: { 'endpoint-config-name': 'queued' },
        files: { 'smoke.yaml': '- { name: later, input-location: "s3://in/rows.csv" }' },
        arrange: ({ sagemaker }) => {
          for (const name of ['queued-before', 'queued']) {
            sagemaker.addEndpointConfig(name, {
              ProductionVariants: [variant('AllTraffic', 'fraud-v2', 1)],
              AsyncInferenceConfig: { OutputConfig: { S3OutputPath: 's3://out' } },
            });
          }
          sagemaker.addEndpoint('fraud-prod', 'queued-before');
        },
      }),
    );
    expect(answer.outcome.kind).toBe('deployed');
    expect(resultsOf(answer)).toEqual(['later  accepted 1']);
    expect(answer.report).toContain(
      '| Smoke test | 0 of 1 request passed, 1 accepted, unchecked |',
    );
    expect(answer.report).toContain(
      '| `later` | accepted; the answer lands in S3 and was not checked |',
    );
    expect(answer.report).toContain('| `later` | `s3://in/rows.csv` | `s3://out/');
  });

  it('is what serves already too: a cancelled run is finished by the next one', async () => {
    const asked = (arrange: (simulator: Simulator) => void) =>
      withSmoke({ inputs: { 'endpoint-config-name': 'fraud-v1' }, arrange });
    const right = await askDeploy(
      asked(({ runtime }) =>
        runtime.script('fraud-v1', { kind: 'answers', body: '{"model":"fraud-v2"}' }),
      ),
    );
    expect(right.outcome.kind).toBe('unchanged');
    expect(right.report).toContain('| Smoke test | 1 of 1 request passed |');
    expect(resultsOf(right)).toEqual(['a fraud  passed 1']);
    const wrong = await askDeploy(asked(() => {}));
    expect(wrong.outcome.kind).toBe('failed');
    expect(reason(wrong)).toMatch(
      /fraud-v1 failed its smoke test.*knows an earlier configuration/s,
    );
    expect(wrong.calls).not.toContain('UpdateEndpoint');
  });

  it('may be an error that is expected', async () => {
    const answer = await askDeploy(
      withSmoke({
        files: { 'smoke.yaml': '- { name: bad, body: "", expect: { status: [400, 422] } }' },
        arrange: ({ runtime }) =>
          runtime.script('fraud-v2', { kind: 'error', status: 422, message: 'empty' }),
      }),
    );
    expect(answer.outcome.kind).toBe('deployed');
  });

  it('is nothing after a rollout that did not deploy', async () => {
    const answer = await askDeploy(withSmoke({ scenario: 'capacity' }));
    expect(answer.outcome.kind).toBe('rolled-back');
    expect(resultsOf(answer)).toEqual([]);
  });
});

describe('a fresh fleet', () => {
  it.each([
    ['that is loading its model', { kind: 'not-ready', forSeconds: 10 }],
    ['that errs', { kind: 'error', status: 503, message: 'warming up', forSeconds: 10 }],
    ['that answers nonsense', { ...nonsense, forSeconds: 10 }],
  ] as const)('%s for ten seconds is given its time', async (_, behaviour) => {
    const answer = await askDeploy(
      withSmoke({
        arrange: ({ runtime }) =>
          runtime.script('fraud-v2', behaviour, {
            kind: 'answers',
            body: '{"model":"fraud-v2"}',
          }),
      }),
    );
    expect(answer.outcome.kind).toBe('deployed');
    expect(resultsOf(answer)).toEqual(['a fraud  passed 4']);
  });

  it('is waited for through throttling and server errors', async () => {
    const answer = await askDeploy(
      withSmoke({
        arrange: ({ sagemaker }) => {
          sagemaker.inject({ kind: 'throttling', operation: 'InvokeEndpoint', calls: 1 });
          sagemaker.inject({ kind: 'service-unavailable', operation: 'InvokeEndpoint', calls: 1 });
        },
      }),
    );
    expect(answer.outcome.kind).toBe('deployed');
  });
});

describe('a model that is not heard has not failed: nothing is rolled back', () => {
  it.each([
    ['throttled to the end', 'throttling', 'is throttling', 6],
    ['out of service to the end', 'service-unavailable', 'failed to answer InvokeEndpoint', 6],
    ['cut off to the end', 'reset', 'cannot be reached', 6],
    ['without permission', 'access-denied', 'may not call InvokeEndpoint', 1],
    ['with credentials that expired', 'expired-credentials', 'does not accept the credentials', 1],
  ] as const)('%s', async (_, kind, said, attempts) => {
    const answer = await askDeploy(
      withSmoke({
        arrange: ({ sagemaker }) => sagemaker.inject({ kind, operation: 'InvokeEndpoint' }),
      }),
    );
    expect(answer.outcome).toMatchObject({ kind: 'failed', problem: { code: 'not-smoke-tested' } });
    expect(answer.serves).toBe('fraud-v2');
    expect(reason(answer)).toContain(said);
    expect(resultsOf(answer)).toEqual([`a fraud  not-sent ${attempts}`]);
    expect(answer.requests.filter(({ operation }) => operation === 'UpdateEndpoint')).toHaveLength(
      1,
    );
    expect(answer.report).toContain(
      '### Failed: `fraud-prod` serves `fraud-v2`, which could not be',
    );
  });

  it('asked in a way that SageMaker refuses', async () => {
    const answer = await askDeploy(
      withSmoke({
        inputs: { preflight: 'off' },
        files: { 'smoke.yaml': '- { name: no one, body: "1", variant: Nobody }' },
      }),
    );
    expect(answer.outcome).toMatchObject({ kind: 'failed', problem: { code: 'not-smoke-tested' } });
    expect(resultsOf(answer)).toEqual(['no one Nobody not-sent 3']);
  });
});

describe('a model that fails', () => {
  it('is left where the user says so', async () => {
    const answer = await askDeploy(
      withSmoke({ inputs: { 'on-smoke-failure': 'fail' }, arrange: failing }),
    );
    expect(answer.outcome).toMatchObject({
      kind: 'failed',
      problem: { code: 'smoke-test-failed' },
    });
    expect(answer.serves).toBe('fraud-v2');
    expect(answer.report).toContain('which failed its smoke test');
    expect(reason(answer)).toContain('or roll back to fraud-v1: `mode: rollback`');
    expect(answer.report).toContain('`"?"`');
  });

  it('is left where nothing served before', async () => {
    const answer = await askDeploy(
      withSmoke({
        scenario: 'endpoint-missing',
        inputs: { 'create-endpoint': 'true' },
        arrange: failing,
      }),
    );
    expect(answer.outcome.kind).toBe('failed');
    expect(reason(answer)).toContain('knows an earlier configuration');
  });

  it('is gone back from after a rollout that was joined', async () => {
    const answer = await askDeploy(
      withSmoke({
        arrange: (simulator) => {
          failing(simulator);
          simulator.sagemaker.inject({
            ...{ kind: 'foreign-update', endpoint: 'fraud-prod' },
            ...{ when: { afterSeconds: 0 }, endpointConfigName: 'fraud-v2' },
          } as const);
          simulator.clock.advanceTo(simulator.clock.now() + 20_000);
        },
      }),
    );
    expect(answer.events.map(({ kind }) => kind)).toContain('joined');
    expect(answer.outcome).toMatchObject({ kind: 'rolled-back', reason: { kind: 'smoke-test' } });
    expect(answer.serves).toBe('fraud-v1');
  });

  it('keeps the instances that served, and not the weights', async () => {
    const answer = await askDeploy(
      withSmoke({
        inputs: { 'retain-variant-properties': 'true' },
        arrange: (simulator) => {
          failing(simulator);
          simulator.sagemaker.addEndpoint('fraud-prod', 'fraud-v1', {
            instanceCounts: { AllTraffic: 7 },
          });
        },
      }),
    );
    const [, back] = answer.requests.filter(({ operation }) => operation === 'UpdateEndpoint');
    expect(back?.input).toMatchObject({ RetainAllVariantProperties: true });
    const end = answer.events.findLast((event) => event.kind === 'ended');
    expect(end?.snapshot?.variants[0]?.desiredInstances).toBe(7);
  });
});

describe('the rollback', () => {
  const lost = { kind: 'lost-answer', operation: 'UpdateEndpoint' } as const;

  it.each([
    ['throttled', { kind: 'throttling', operation: 'UpdateEndpoint', calls: [2, 4] }],
    ['whose answer is lost', { ...lost, calls: 2 }],
    ['that breaks off', { kind: 'reset', operation: 'UpdateEndpoint', calls: 2 }],
  ] as const)('%s still leads back', async (_, fault) => {
    const answer = await askDeploy(
      withSmoke({
        arrange: (simulator) => {
          failing(simulator);
          simulator.sagemaker.inject(fault);
        },
      }),
    );
    expect(answer.outcome.kind).toBe('rolled-back');
    expect(answer.serves).toBe('fraud-v1');
    const accepted = answer.requests.filter(
      ({ operation, error }) =>
        operation === 'UpdateEndpoint' && (!error || error === 'lost-answer'),
    );
    expect(accepted).toHaveLength(2);
  });

  it('to a configuration that was deleted fails, and says what serves', async () => {
    const answer = await askDeploy(
      withSmoke({
        arrange: (simulator) => {
          failing(simulator);
          simulator.sagemaker.when({ before: 'InvokeEndpoint' }, () =>
            simulator.sagemaker.remove('endpoint-config', 'fraud-v1'),
          );
        },
      }),
    );
    expect(answer.outcome).toMatchObject({
      kind: 'failed',
      problem: { code: 'smoke-test-failed' },
    });
    expect(answer.serves).toBe('fraud-v2');
    expect(reason(answer)).toContain('fraud-prod could not be rolled back to fraud-v1');
  });

  it('that no one allows fails, and says what serves', async () => {
    const answer = await askDeploy(
      withSmoke({
        arrange: (simulator) => {
          failing(simulator);
          simulator.sagemaker.inject({
            ...{ kind: 'access-denied', operation: 'UpdateEndpoint', calls: 2 },
          } as const);
        },
      }),
    );
    expect(answer.outcome.kind).toBe('failed');
    expect(reason(answer)).toMatch(
      /could not be rolled back to fraud-v1.*may not call UpdateEndpoint/s,
    );
  });

  it('is not taken where another party has updated the endpoint meanwhile', async () => {
    const answer = await askDeploy(
      withSmoke({
        arrange: (simulator) => {
          failing(simulator);
          simulator.sagemaker.inject({
            ...{ kind: 'foreign-update', endpoint: 'fraud-prod', endpointConfigName: 'fraud-v3' },
            when: { before: 'InvokeEndpoint', nth: 2 },
          } as const);
        },
      }),
    );
    expect(answer.outcome).toEqual({ kind: 'superseded', by: 'fraud-v3', how: 'updated' });
    expect(answer.requests.filter(({ operation }) => operation === 'UpdateEndpoint')).toHaveLength(
      1,
    );
  });

  it('waits for auto scaling that has just begun', async () => {
    const answer = await askDeploy(
      withSmoke({
        arrange: (simulator) => {
          failing(simulator);
          simulator.sagemaker.inject({
            ...{ kind: 'auto-scaling', endpoint: 'fraud-prod', instances: 4 },
            when: { before: 'InvokeEndpoint', nth: 5 },
          } as const);
        },
      }),
    );
    expect(answer.outcome.kind).toBe('rolled-back');
    expect(answer.serves).toBe('fraud-v1');
  });
});

describe('beforehand', () => {
  it('a plan says what will be tried, and asks no one', async () => {
    const answer = await askPlan(withSmoke());
    expect(answer.outcome).toMatchObject({ kind: 'planned', isBlocked: false });
    expect(answer.report).toContain('| Smoke test | 1 request would be sent |');
    expect(resultsOf(answer)).toEqual([]);
  });

  it.each([
    ['a variant that is not there', '- { name: x, body: "1", variant: B }', /asks the variant B/],
    [
      'S3, of an endpoint that answers',
      '- { name: x, input-location: "s3://a/b" }',
      /has an input/,
    ],
  ])('the pre-flight finds a request to %s', async (_, text, seen) => {
    const answer = await askPlan(withSmoke({ files: { 'smoke.yaml': text } }));
    expect(answer.found).toContain('error smoke-test');
    expect(answer.findings.map((finding) => finding.seen).join()).toMatch(seen);
  });

  it('the pre-flight finds a body for an asynchronous endpoint, and inference components', async () => {
    const queued = await askPlan(
      withSmoke({
        inputs: { 'endpoint-config-name': 'queued' },
        arrange: ({ sagemaker }) =>
          sagemaker.addEndpointConfig('queued', {
            ProductionVariants: [variant('AllTraffic', 'fraud-v2', 3)],
            AsyncInferenceConfig: { OutputConfig: { S3OutputPath: 's3://out' } },
          }),
      }),
    );
    expect(queued.findings.map(({ seen }) => seen).join()).toContain('has a body');
    const components = await askPlan(withSmoke({ scenario: 'inference-components' }));
    expect(components.found).toContain('error smoke-test');
  });
});
