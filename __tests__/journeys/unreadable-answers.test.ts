import { describe, expect, it } from '@jest/globals';
import type { CallFault } from '../../simulator/account/faults.ts';
import { monday } from '../../simulator/clock.ts';
import type { Simulator } from '../../simulator/simulator.ts';
import { canary, travel } from './journey.ts';
import { autoScaled, otherType, savedTags } from './scaled.ts';

type Unreadable = Extract<CallFault, { kind: 'unreadable' }>;
type Answer = Pick<Unreadable, 'how' | 'status'>;

/** What a proxy, a portal or a broken connection puts in the place of an answer, and how it is told. */
const answers: readonly (readonly [words: string, answer: Answer])[] = [
  ['HTTP 200 came with a body that is cut off, or not of AWS', { how: 'cut-off' }],
  ['HTTP 200 came with a page of HTML', { how: 'page' }],
  ['HTTP 200 came without a body', { how: 'nothing' }],
  ['HTTP 200 came without', { how: '{}' }],
  ['HTTP 200 came with', { how: 'other-types' }],
  ['HTTP 200 came with a body that is cut off, or not of AWS', { how: '[]' }],
  ['HTTP 200 came with a body that is cut off, or not of AWS', { how: 'null' }],
  ['HTTP 403 came with a page of HTML', { how: 'page', status: 403 }],
  ['HTTP 407 came with a page of HTML', { how: 'page', status: 407 }],
  ['HTTP 301 came with a page of HTML', { how: 'page', status: 301 }],
  ['HTTP 302 came without a body', { how: 'nothing', status: 302 }],
  ['HTTP 404 came without a body', { how: 'nothing', status: 404 }],
  ['HTTP 403 came without an error code of AWS', { how: 'no-code' }],
  ['HTTP 400 came without an error code of AWS', { how: '{}', status: 400 }],
];

const unreadable = (operation: string, answer: Answer, more: Partial<Unreadable> = {}) =>
  ({ kind: 'unreadable', operation, ...answer, ...more }) as const;

const proxy = 'Something between this runner and AWS has answered, such as a proxy.';

describe.each(answers)('%s', (words, answer) => {
  it('a poll is trouble that passes, told once, and waited out', async () => {
    const { run } = await travel({
      arrange: ({ sagemaker }) =>
        sagemaker.inject(unreadable('DescribeEndpoint', answer, { calls: [3, 5] })),
    });
    expect(run.outputs.outcome).toBe('deployed');
    expect(run.log).toContain(
      `DescribeEndpoint was not answered by SageMaker in eu-west-1: ${words}`,
    );
    expect(run.log.split(proxy)).toHaveLength(2);
    expect(run.log).toContain('AWS answers again.');
  });

  it('an UpdateEndpoint that took effect is looked for, and not sent again', async () => {
    const { run, updates } = await travel({
      arrange: ({ sagemaker }) =>
        sagemaker.inject(unreadable('UpdateEndpoint', answer, { effect: 'taken', calls: 1 })),
    });
    expect(updates).toHaveLength(1);
    expect(run.outputs.outcome).toBe('deployed');
    expect(run.log).toContain(
      `UpdateEndpoint was not answered by SageMaker in eu-west-1: ${words}`,
    );
  });

  it('an UpdateEndpoint that never got there is sent again', async () => {
    const { run, updates } = await travel({
      arrange: ({ sagemaker }) =>
        sagemaker.inject(unreadable('UpdateEndpoint', answer, { calls: 1 })),
    });
    expect(updates.map(({ error }) => error)).toEqual(['unreadable', undefined]);
    expect(run.outputs.outcome).toBe('deployed');
  });
});

/** That each kind is known in each protocol, `aws-answers.test.ts` says. */
const some: readonly Answer[] = [{ how: 'page', status: 403 }, { how: 'nothing' }];
const ofEachKind = (operations: readonly string[]) =>
  operations.flatMap((operation) => some.map((answer) => ({ operation, ...answer })));

describe('every call of every service waits such answers out', () => {
  it.each(
    ofEachKind([
      ...['ListTags', 'DescribeEndpointConfig', 'DescribeModel', 'DescribeAlarms'],
      ...['DescribeScalableTargets', 'InvokeEndpoint', 'AddTags'],
    ]),
  )('$operation: $how', async ({ operation, ...answer }) => {
    const { run, simulator } = await travel({
      inputs: { ...canary, ...smokeTest },
      files,
      arrange: ({ sagemaker }) =>
        sagemaker.inject(unreadable(operation, answer, { calls: [1, 2] })),
    });
    expect(run.outputs).toMatchObject({ outcome: 'deployed', 'failure-reason': '' });
    expect(simulator.sagemaker.tags('endpoint', 'fraud-prod')).toMatchObject({
      'sagemaker-rollout:endpoint-config': 'fraud-v2',
    });
  });

  it.each(['ListTags', 'DescribeEndpointConfig', 'DescribeModel', 'DescribeAlarms'])(
    '%s: an answer that holds nothing is not taken for one that has nothing to say',
    async (operation) => {
      const { run } = await travel({
        inputs: { ...canary, ...smokeTest },
        files,
        arrange: ({ sagemaker }) =>
          sagemaker.inject(unreadable(operation, { how: '{}' }, { calls: 1 })),
      });
      expect(run.outputs.outcome).toBe('deployed');
      expect(run.log).toContain(`${operation} was not answered by `);
    },
  );

  it.each(
    ofEachKind([
      ...['DescribeScalableTargets', 'DescribeScalingPolicies', 'DescribeScheduledActions'],
      ...['DeregisterScalableTarget', 'RegisterScalableTarget', 'PutScalingPolicy'],
      ...['PutScheduledAction', 'DeleteTags', 'UpdateEndpointWeightsAndCapacities'],
    ]),
  )('of auto scaling, $operation: $how', async ({ operation, ...answer }) => {
    let before: Simulator['scaling']['standing'] = [];
    const { run, simulator } = await travel({
      inputs: { ...otherType, 'scale-up-by': '1' },
      arrange: (simulator) => {
        autoScaled(simulator);
        before = simulator.scaling.standing;
        simulator.sagemaker.inject(unreadable(operation, answer, { calls: [1, 2] }));
      },
    });
    expect(run.outputs).toMatchObject({ outcome: 'deployed', 'failure-reason': '' });
    expect(run.exitCode).toBe(0);
    expect(simulator.scaling.standing).toEqual(before);
    expect(savedTags(simulator)).toEqual([]);
  });

  it('an empty answer about auto scaling does not lose what scaling has reached', async () => {
    const { updates } = await travel({
      arrange: (simulator) => {
        autoScaled(simulator);
        simulator.sagemaker.inject(
          unreadable('DescribeScalableTargets', { how: '{}' }, { calls: 1 }),
        );
      },
    });
    expect(updates[0]?.input).toMatchObject({ RetainAllVariantProperties: true });
  });

  it.each(
    some.flatMap((answer) =>
      (['taken', 'none'] as const).flatMap((effect) =>
        ['CreateEndpointConfig', 'CreateEndpoint'].map((operation) => ({
          ...{ operation, effect },
          ...answer,
        })),
      ),
    ),
  )('$operation, effect $effect: $how', async ({ operation, effect, ...answer }) => {
    const { run, calls } = await travel({
      inputs: {
        ...{ 'endpoint-name': 'fraud-new', 'create-endpoint': 'true' },
        ...{ 'endpoint-config-name': '', 'endpoint-config-file': 'endpoint.yaml' },
      },
      files: { 'endpoint.yaml': fleet },
      arrange: ({ sagemaker }) =>
        sagemaker.inject(unreadable(operation, answer, { effect, calls: 1 })),
    });
    expect(run.outputs).toMatchObject({ outcome: 'deployed', 'endpoint-status': 'InService' });
    expect(calls.filter((call) => call === 'CreateEndpoint').length).toBeLessThanOrEqual(2);
  });
});

const smokeTest = { 'smoke-test-file': 'smoke.yaml' };
const files = { 'smoke.yaml': '- { name: any, body: {} }\n' };

const fleet = `ProductionVariants:
  - { VariantName: AllTraffic, ModelName: fraud-v2, InstanceType: ml.m5.xlarge, InitialInstanceCount: 3 }
`;

describe('an update back after a failed smoke test', () => {
  it.each(some)(
    'whose answer is $how is looked for first, and told as what it is',
    async (answer) => {
      const { run, updates } = await travel({
        inputs: { ...smokeTest, 'smoke-test-timeout': '10s' },
        files,
        arrange: ({ sagemaker, runtime }) => {
          runtime.script('fraud-v2', { kind: 'error', status: 500, message: 'No.' });
          sagemaker.inject(unreadable('UpdateEndpoint', answer, { effect: 'taken', calls: 2 }));
        },
      });
      expect(updates).toHaveLength(2);
      expect(run.outputs).toMatchObject({
        outcome: 'rolled-back',
        'endpoint-config-name': 'fraud-v1',
      });
    },
  );
});

describe('what lasts ends without a verdict, and says what came', () => {
  const page = { how: 'page', status: 403 } as const;
  const told =
    'HTTP 403 came with a page of HTML. Something between this runner and AWS has answered';

  it('at the first poll: failed, after ten minutes', async () => {
    const { run, simulator } = await travel({
      arrange: ({ sagemaker }) => sagemaker.inject(unreadable('DescribeEndpoint', page)),
    });
    expect(run.outputs).toMatchObject({
      outcome: 'failed',
      'failure-reason': expect.stringContaining(told),
    });
    expect(run.log).toContain('Check the proxy, the firewall and the VPC endpoints');
    expect(simulator.clock.now()).toBe(monday + 600_000);
  });

  it('while the update runs: unknown', async () => {
    const { run } = await travel({
      arrange: ({ sagemaker }) =>
        sagemaker.inject({
          ...unreadable('DescribeEndpoint', page),
          from: { stage: 'provisioning' },
        }),
    });
    expect(run.outputs).toMatchObject({
      outcome: 'unknown',
      'failure-reason': expect.stringContaining(told),
    });
  });

  it('of UpdateEndpoint: unknown after ten minutes, since it may have been sent', async () => {
    const { run, updates } = await travel({
      arrange: ({ sagemaker }) => sagemaker.inject(unreadable('UpdateEndpoint', page)),
    });
    expect(updates.length).toBeLessThan(15);
    expect(run.outputs).toMatchObject({
      outcome: 'unknown',
      'failure-reason': expect.stringContaining(told),
    });
    expect(run.log).toContain('SageMaker has not confirmed it: it may be running.');
  });

  it('of UpdateEndpoint, where the time runs out before that: unknown all the same', async () => {
    const { run } = await travel({
      inputs: { 'wait-timeout': '2m' },
      arrange: ({ sagemaker }) => sagemaker.inject(unreadable('UpdateEndpoint', page)),
    });
    expect(run.outputs).toMatchObject({
      outcome: 'unknown',
      'failure-reason': expect.stringContaining(told),
    });
  });

  it('of CreateEndpointConfig: failed after ten minutes', async () => {
    const { run, updates } = await travel({
      inputs: { 'endpoint-config-name': '', 'endpoint-config-file': 'endpoint.yaml' },
      files: { 'endpoint.yaml': fleet },
      arrange: ({ sagemaker }) => sagemaker.inject(unreadable('CreateEndpointConfig', page)),
    });
    expect(updates).toEqual([]);
    expect(run.outputs).toMatchObject({
      outcome: 'failed',
      'failure-reason': expect.stringContaining(told),
    });
  });

  it('of InvokeEndpoint: nothing speaks against the model, and nothing is rolled back', async () => {
    const { run, updates } = await travel({
      inputs: smokeTest,
      files,
      arrange: ({ sagemaker }) =>
        sagemaker.inject(unreadable('InvokeEndpoint', { how: 'page', status: 200 })),
    });
    expect(updates).toHaveLength(1);
    expect(run.outputs).toMatchObject({
      ...{ outcome: 'failed', 'endpoint-config-name': 'fraud-v2' },
      'failure-reason': expect.stringContaining('HTTP 200 came with a page of HTML'),
    });
  });
});

describe('an answer of DescribeEndpoint that lacks what it must hold is none', () => {
  it.each(['warn', 'off'])(
    'and creates no endpoint unasked, with preflight %s',
    async (preflight) => {
      const { run, calls } = await travel({
        inputs: { preflight, 'wait-timeout': '1m' },
        arrange: ({ sagemaker }) => sagemaker.inject(unreadable('DescribeEndpoint', { how: '{}' })),
      });
      expect(calls).not.toContain('CreateEndpoint');
      expect(run.outputs).toMatchObject({
        outcome: 'failed',
        'failure-reason': expect.stringContaining('HTTP 200 came without EndpointName'),
      });
    },
  );
});
