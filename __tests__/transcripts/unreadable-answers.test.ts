import type { CallFault, Fault } from '../../simulator/account/faults.ts';
import { canary } from '../journeys/journey.ts';
import { autoScaled, otherType } from '../journeys/scaled.ts';
import { tell } from './tell.ts';
import type { Variation } from './transcript.ts';

type Unreadable = Extract<CallFault, { kind: 'unreadable' }>;
type Answer = Pick<Unreadable, 'how' | 'status'>;

/** What a proxy, a portal or a broken connection puts in the place of an answer. */
const answers: Readonly<Record<string, Answer>> = {
  'a page of HTML': { how: 'page' },
  'no body': { how: 'nothing' },
  'an empty object': { how: '{}' },
  'members of other types': { how: 'other-types' },
  'a list': { how: '[]' },
  null: { how: 'null' },
  'a page of HTML with 403': { how: 'page', status: 403 },
  'a page of HTML with 407': { how: 'page', status: 407 },
  'a page of HTML with 301': { how: 'page', status: 301 },
  'no body with 302': { how: 'nothing', status: 302 },
  'no body with 404': { how: 'nothing', status: 404 },
  '403 without an error code of AWS': { how: 'no-code' },
  'an empty object with 400': { how: '{}', status: 400 },
};
/** That each kind is known in each protocol, `aws-answers.test.ts` says. */
const some = {
  'a page of HTML with 403': answers['a page of HTML with 403'] as Answer,
  'no body': answers['no body'] as Answer,
};
const empty = { 'an empty object': answers['an empty object'] as Answer };

function unreadable(operation: string, answer: Answer, more: Partial<Unreadable> = {}): Fault {
  return { kind: 'unreadable', operation, ...answer, ...more };
}

/** Each of these answers in the place of each of these calls'. */
function variations(
  operations: readonly string[],
  kinds: Readonly<Record<string, Answer>>,
  more: Partial<Unreadable> = { calls: [1, 2] },
): Readonly<Record<string, Variation>> {
  const all = operations.flatMap((operation) =>
    Object.entries(kinds).map(([words, answer]) => [
      `${operation} is answered by ${words}${more.effect === 'taken' ? ', and took effect' : ''}`,
      { faults: [unreadable(operation, answer, more)] },
    ]),
  );
  return Object.fromEntries(all);
}

const cutOff = { how: 'cut-off' } as const;
const page = { how: 'page', status: 403 } as const;
const poll = { calls: [3, 5] } as const;
const once = { calls: 1 } as const;
const taken = { effect: 'taken', calls: 1 } as const;

const smokeTest = { 'smoke-test-file': 'smoke.yaml' };
const smokeFiles = { 'smoke.yaml': '- { name: any, body: {} }\n' };
const fromFile = { 'endpoint-config-name': '', 'endpoint-config-file': 'endpoint.yaml' };
const files = {
  'endpoint.yaml': `ProductionVariants:
  - { VariantName: AllTraffic, ModelName: fraud-v2, InstanceType: ml.m5.xlarge, InitialInstanceCount: 3 }
`,
};
const creations = ['CreateEndpointConfig', 'CreateEndpoint'];

tell('unreadable-answers', {
  'to-polls': {
    title:
      'An unreadable answer to a poll is trouble that passes: it is told once, and waited out.',
    faults: [unreadable('DescribeEndpoint', cutOff, poll)],
    variations: variations(['DescribeEndpoint'], answers, poll),
  },
  'to-an-update-that-runs': {
    title:
      'After an unreadable answer to UpdateEndpoint an update that runs is looked for, and not sent again.',
    faults: [unreadable('UpdateEndpoint', cutOff, taken)],
    variations: variations(['UpdateEndpoint'], answers, taken),
  },
  'to-an-update-that-never-arrived': {
    title: 'After an unreadable answer an UpdateEndpoint that never arrived is sent again.',
    faults: [unreadable('UpdateEndpoint', cutOff, once)],
    variations: variations(['UpdateEndpoint'], answers, once),
  },
  'to-any-call': {
    title:
      'Unreadable answers to any call are waited out, and one that holds nothing is not taken for one that has nothing to say.',
    inputs: { ...canary, ...smokeTest },
    files: smokeFiles,
    variations: {
      ...variations(['ListTags', 'DescribeEndpointConfig', 'DescribeModel', 'DescribeAlarms'], {
        ...some,
        ...empty,
      }),
      ...variations(['DescribeScalableTargets', 'InvokeEndpoint', 'AddTags'], some),
    },
  },
  'about-auto-scaling': {
    title:
      'Unreadable answers to the calls of auto scaling are waited out, and it is as before in the end.',
    given: 'fraud-prod is auto-scaled.',
    inputs: { ...otherType, 'scale-up-by': '1' },
    arrange: autoScaled,
    variations: variations(
      [
        ...['DescribeScalableTargets', 'DescribeScalingPolicies', 'DescribeScheduledActions'],
        ...['DeregisterScalableTarget', 'RegisterScalableTarget', 'PutScalingPolicy'],
        ...['PutScheduledAction', 'DeleteTags', 'UpdateEndpointWeightsAndCapacities'],
      ],
      some,
    ),
  },
  'about-what-scaling-has-reached': {
    title: 'An empty answer about auto scaling does not lose what scaling has reached.',
    given: 'fraud-prod is auto-scaled.',
    arrange: autoScaled,
    faults: [unreadable('DescribeScalableTargets', { how: '{}' }, once)],
  },
  'to-creations': {
    title: 'Unreadable answers to what creates an endpoint are waited out, and one is created.',
    inputs: { ...fromFile, 'endpoint-name': 'fraud-new', 'create-endpoint': 'true' },
    files,
    variations: { ...variations(creations, some, once), ...variations(creations, some, taken) },
  },
  'to-a-rollback': {
    title:
      'An unreadable answer to the update that rolls back after a failed smoke test is looked for first, and it is told as what it is.',
    given: 'fraud-v2 answers 500.',
    inputs: { ...smokeTest, 'smoke-test-timeout': '10s' },
    files: smokeFiles,
    arrange: ({ runtime }) =>
      runtime.script('fraud-v2', { kind: 'error', status: 500, message: 'No.' }),
    variations: variations(['UpdateEndpoint'], some, { effect: 'taken', calls: 2 }),
  },
  'from-the-first-poll-on': {
    title: 'Polls that are unreadable from the first on fail the step after ten minutes.',
    faults: [unreadable('DescribeEndpoint', page)],
  },
  'while-the-update-runs': {
    title: 'Polls that stay unreadable while the update runs end without a verdict.',
    faults: [unreadable('DescribeEndpoint', page, { from: { stage: 'provisioning' } })],
  },
  'to-every-update': {
    title:
      'An UpdateEndpoint that stays unreadable ends without a verdict after ten minutes, or when the time is up, since it may have been sent.',
    faults: [unreadable('UpdateEndpoint', page)],
    variations: { 'two minutes to watch': { inputs: { 'wait-timeout': '2m' } } },
  },
  'to-every-creation-of-a-configuration': {
    title: 'A CreateEndpointConfig that stays unreadable fails the step after ten minutes.',
    inputs: fromFile,
    files,
    faults: [unreadable('CreateEndpointConfig', page)],
  },
  'to-every-smoke-test': {
    title:
      'Answers to a smoke test that stay unreadable speak against no model, and nothing is rolled back.',
    inputs: smokeTest,
    files: smokeFiles,
    faults: [unreadable('InvokeEndpoint', { how: 'page', status: 200 })],
  },
  'without-what-it-must-hold': {
    title:
      'An answer of DescribeEndpoint that lacks what it must hold is none, and creates no endpoint unasked.',
    inputs: { preflight: 'warn', 'wait-timeout': '1m' },
    faults: [unreadable('DescribeEndpoint', { how: '{}' })],
    variations: { 'no pre-flight': { inputs: { preflight: 'off' } } },
  },
});
