import { variant } from '../../scripts/pages/fleets.ts';
import type { Fault } from '../../simulator/account/faults.ts';
import { monday } from '../../simulator/clock.ts';
import type { Behavior } from '../../simulator/sagemaker-runtime/models.ts';
import { tell } from './tell.ts';
import type { Journey, Leg } from './transcript.ts';

const two = `- name: a fraud
  body: { amount: 900, country: XX }
  expect: { json: { model: fraud-v2, scores: [0.91] }, tolerance: 0.01, latency: 2s }
- name: as CSV
  body-file: rows.csv
  content-type: text/csv
  accept: application/json
  expect: { matches: '"model": ?"fraud' }
`;
const inputs = { 'smoke-test-file': 'smoke.yaml' };
const files = { 'smoke.yaml': two, 'rows.csv': '900,XX\n' };
const right = { kind: 'answers', body: '{"model":"fraud-v2","scores":[0.912],"more":1}' } as const;
const nonsense = { kind: 'answers', body: '"?"' } as const;

/** fraud-v2 behaves so, one way after the other. */
function answering(...behaviors: readonly Behavior[]): Pick<Leg, 'given' | 'arrange'> {
  return {
    given: `fraud-v2 ${behaviors.map((each) => JSON.stringify(each)).join(', then ')}`,
    arrange: ({ runtime }) => runtime.script('fraud-v2', ...behaviors),
  };
}

/** One request for thirty seconds. */
function small(more: Leg = {}): Leg {
  const one = '- { name: a fraud, body: "1", expect: { json: { model: fraud-v2 } } }';
  return {
    ...more,
    inputs: { ...inputs, 'smoke-test-timeout': '30s', ...more.inputs },
    files: { 'smoke.yaml': one, ...more.files },
  };
}

/** A model that is not heard. */
function unheard(title: string, fault: Fault): Journey {
  return { title, ...small(), faults: [fault] };
}

const secondUpdate = { operation: 'UpdateEndpoint', calls: 2 } as const;
const foreign = { kind: 'foreign-update', endpoint: 'fraud-prod' } as const;

tell('smoke-test', {
  passes: {
    unfolded: true,
    title: 'A smoke test that passes is told with the rollout, and each request is sent once.',
    ...{ inputs, files },
    ...answering(right),
  },
  'answers-500': {
    unfolded: true,
    title: 'A model that answers with 500 to the end is rolled back, and the report says why.',
    ...{ inputs, files },
    ...answering({ kind: 'error', status: 500, message: 'no such column' }),
  },
  'answers-nonsense': {
    unfolded: true,
    title: 'A model that answers with nonsense is rolled back, and leaves no record.',
    ...{ inputs: { ...inputs, 'smoke-test-timeout': '20s' }, files },
    ...answering({ kind: 'answers', body: '<html>Welcome to nginx!</html>' }),
  },
  'without-permission': {
    title:
      'A smoke test that the job may not make is no failure of the model: nothing is rolled back.',
    ...{ inputs, files },
    faults: [{ kind: 'access-denied', operation: 'InvokeEndpoint' }],
  },
  cancelled: {
    title: 'A smoke test that is cut off when the job is cancelled says what a re-run does.',
    ...{ inputs, files },
    ...answering({ ...right, seconds: 40, body: 'nonsense' }),
    cancelAt: monday + 190_000,
  },
  'cancelled-in-the-rollback': {
    title: 'A rollback after a smoke test that is cut off says that it has not ended.',
    ...{ inputs: { ...inputs, 'smoke-test-timeout': '10s' }, files },
    ...answering({ kind: 'answers', body: 'nonsense' }),
    cancelAt: monday + 220_000,
  },
  'rollback-reverted': {
    title:
      'A rollback that SageMaker reverts leaves the new model in service, and the report says so.',
    ...{ inputs: { ...inputs, 'smoke-test-timeout': '20s' }, files },
    ...answering({ kind: 'answers', body: 'nonsense' }),
    faults: [
      {
        ...{ kind: 'failing-deployment', nth: 2, stage: 'provisioning', afterSeconds: 30 },
        reason: 'No room.',
      },
    ],
  },
  'each-variant': {
    unfolded: true,
    title: 'A smoke test asks each production variant, where there are several.',
    ...small({
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
  },
  asynchronous: {
    unfolded: true,
    title:
      'Of an asynchronous endpoint only the acceptance is tested, and the report says that this is all.',
    ...small({
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
  },
  'what-serves-already': {
    unfolded: true,
    title:
      'What serves already is smoke-tested too; where it fails and no earlier configuration is known, nothing is changed.',
    ...small({
      inputs: { 'endpoint-config-name': 'fraud-v1' },
      given: 'fraud-v1 answers as fraud-v2 should.',
      arrange: ({ runtime }) =>
        runtime.script('fraud-v1', { kind: 'answers', body: '{"model":"fraud-v2"}' }),
    }),
    next: [
      small({
        inputs: { 'endpoint-config-name': 'fraud-v1' },
        given: 'fraud-v1 says its own name.',
        arrange: ({ runtime }) =>
          runtime.script('fraud-v1', { kind: 'answers', body: '{"model":"fraud-v1"}' }),
      }),
    ],
  },
  'expected-error': {
    title: 'An error that is expected passes.',
    ...small({
      files: { 'smoke.yaml': '- { name: bad, body: "", expect: { status: [400, 422] } }' },
    }),
    ...answering({ kind: 'error', status: 422, message: 'empty' }),
  },
  'not-deployed': {
    title: 'After a rollout that did not deploy nothing is smoke-tested.',
    scenario: 'capacity',
    ...small(),
  },
  'loads-its-model': {
    title: 'A fresh fleet that is loading its model is given its time.',
    ...small(),
    ...answering(
      { kind: 'not-ready', forSeconds: 10 },
      { kind: 'answers', body: '{"model":"fraud-v2"}' },
    ),
  },
  'errs-at-first': {
    title: 'A fresh fleet that answers errors is given its time.',
    ...small(),
    ...answering(
      { kind: 'error', status: 503, message: 'warming up', forSeconds: 10 },
      { kind: 'answers', body: '{"model":"fraud-v2"}' },
    ),
  },
  'talks-nonsense-at-first': {
    title: 'A fresh fleet that answers nonsense is given its time.',
    ...small(),
    ...answering(
      { ...nonsense, forSeconds: 10 },
      { kind: 'answers', body: '{"model":"fraud-v2"}' },
    ),
  },
  'throttled-at-first': {
    title: 'A smoke test is retried through throttling and server errors.',
    ...small(),
    faults: [
      { kind: 'throttling', operation: 'InvokeEndpoint', calls: 1 },
      { kind: 'service-unavailable', operation: 'InvokeEndpoint', calls: 1 },
    ],
  },
  throttled: unheard('A model whose calls are throttled to the end has not failed.', {
    kind: 'throttling',
    operation: 'InvokeEndpoint',
  }),
  'out-of-service': unheard('A model that is out of service to the end has not failed.', {
    kind: 'service-unavailable',
    operation: 'InvokeEndpoint',
  }),
  'cut-off': unheard('A model whose connections break to the end has not failed.', {
    kind: 'reset',
    operation: 'InvokeEndpoint',
  }),
  'expired-credentials': unheard('A model has not failed where the credentials have expired.', {
    kind: 'expired-credentials',
    operation: 'InvokeEndpoint',
  }),
  'refused-request': {
    title: 'A model has not failed where SageMaker refuses the request.',
    ...small({
      inputs: { preflight: 'off' },
      files: { 'smoke.yaml': '- { name: no one, body: "1", variant: Nobody }' },
    }),
  },
  'left-as-asked': {
    unfolded: true,
    title: 'A model that fails is left in service where the user says so.',
    ...small({ inputs: { 'on-smoke-failure': 'fail' } }),
    ...answering(nonsense),
  },
  'left-where-nothing-served': {
    title: 'A model that fails is left in service where nothing served before.',
    scenario: 'endpoint-missing',
    ...small({ inputs: { 'create-endpoint': 'true' } }),
    ...answering(nonsense),
  },
  'after-a-joined-rollout': {
    title: 'A model that fails after a rollout that was joined is rolled back.',
    ...small({
      given: 'fraud-v2 talks nonsense, and is being rolled out since 20 s.',
      arrange: ({ runtime, sagemaker, clock }) => {
        runtime.script('fraud-v2', nonsense);
        const when = { afterSeconds: 0 };
        sagemaker.inject({ ...foreign, when, endpointConfigName: 'fraud-v2' });
        clock.advanceTo(clock.now() + 20_000);
      },
    }),
  },
  'keeps-the-instances': {
    title: 'A rollback after a smoke test keeps the instances that serve, and not the weights.',
    ...small({
      inputs: { 'retain-variant-properties': 'true' },
      given: 'fraud-v2 talks nonsense; fraud-prod has 7 instances.',
      arrange: ({ runtime, sagemaker }) => {
        runtime.script('fraud-v2', nonsense);
        sagemaker.addEndpoint('fraud-prod', 'fraud-v1', { instanceCounts: { AllTraffic: 7 } });
      },
    }),
  },
  'rollback-throttled': {
    title: 'A rollback after a smoke test is retried while it is throttled.',
    ...small(),
    ...answering(nonsense),
    faults: [{ kind: 'throttling', operation: 'UpdateEndpoint', calls: [2, 4] }],
  },
  'rollback-answer-lost': {
    title: 'A rollback after a smoke test is sent once, though its answer is lost.',
    ...small(),
    ...answering(nonsense),
    faults: [{ kind: 'lost-answer', ...secondUpdate }],
  },
  'rollback-breaks-off': {
    title: 'A rollback after a smoke test is retried where the connection breaks.',
    ...small(),
    ...answering(nonsense),
    faults: [{ kind: 'reset', ...secondUpdate }],
  },
  'rollback-to-nothing': {
    title: 'A rollback to a configuration that was deleted fails, and says what serves.',
    ...small({
      given: 'fraud-v2 talks nonsense; meanwhile fraud-v1 is deleted.',
      arrange: ({ runtime, sagemaker }) => {
        runtime.script('fraud-v2', nonsense);
        sagemaker.when({ before: 'InvokeEndpoint' }, () =>
          sagemaker.remove('endpoint-config', 'fraud-v1'),
        );
      },
    }),
  },
  'rollback-denied': {
    title: 'A rollback that no one allows fails, and says what serves.',
    ...small(),
    ...answering(nonsense),
    faults: [{ kind: 'access-denied', ...secondUpdate }],
  },
  'updated-meanwhile': {
    title: 'After an update by another party nothing is rolled back.',
    ...small(),
    ...answering(nonsense),
    faults: [
      {
        ...{ ...foreign, endpointConfigName: 'fraud-v3' },
        when: { before: 'InvokeEndpoint', nth: 2 },
      },
    ],
  },
  'auto-scaling-meanwhile': {
    title: 'A rollback after a smoke test waits for auto scaling that has just begun.',
    ...small(),
    ...answering(nonsense),
    faults: [
      {
        ...{ kind: 'auto-scaling', endpoint: 'fraud-prod', instances: 4 },
        when: { before: 'InvokeEndpoint', nth: 5 },
      },
    ],
  },
  planned: {
    unfolded: true,
    title: 'A plan says what would be tested, and sends nothing to the model.',
    ...small({ inputs: { mode: 'plan' } }),
  },
  'planned-for-another-variant': {
    title: 'The pre-flight finds a request to a variant that does not exist.',
    ...small({
      inputs: { mode: 'plan' },
      files: { 'smoke.yaml': '- { name: x, body: "1", variant: B }' },
    }),
  },
  'planned-through-s3': {
    title: 'The pre-flight finds a request through S3 to an endpoint that answers.',
    ...small({
      inputs: { mode: 'plan' },
      files: { 'smoke.yaml': '- { name: x, input-location: "s3://a/b" }' },
    }),
  },
  'planned-with-a-body': {
    title: 'The pre-flight finds a body for an asynchronous endpoint.',
    ...small({
      inputs: { mode: 'plan', 'endpoint-config-name': 'queued' },
      arrange: ({ sagemaker }) =>
        sagemaker.addEndpointConfig('queued', {
          ProductionVariants: [variant('AllTraffic', 'fraud-v2', 3)],
          AsyncInferenceConfig: { OutputConfig: { S3OutputPath: 's3://out' } },
        }),
    }),
  },
  'planned-for-inference-components': {
    title: 'The pre-flight finds that inference components cannot be smoke-tested.',
    scenario: 'inference-components',
    ...small({ inputs: { mode: 'plan' } }),
  },
});
