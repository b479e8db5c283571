import type { Fault } from '../../simulator/account/faults.ts';
import type { Simulator } from '../../simulator/simulator.ts';
import { failedWithComponents } from '../journeys/failed.ts';
import { usualScaling } from '../journeys/scaled.ts';
import { tell } from './tell.ts';
import type { Leg, Variation } from './transcript.ts';

/** The endpoint has failed on fraud-v1, with tags of its own. */
function failed({ sagemaker }: Simulator): void {
  sagemaker.addEndpoint('fraud-prod', 'fraud-v1', {
    status: 'Failed',
    failureReason: 'Unable to provision requested ML compute capacity.',
  });
  sagemaker.addTags('endpoint', 'fraud-prod', [
    { Key: 'team', Value: 'fraud' },
    { Key: 'sagemaker-rollout:endpoint-config', Value: 'fraud-v0' },
    { Key: 'sagemaker-rollout:since', Value: '2026-02-01T09:00:00.000Z' },
  ]);
}
const given = 'fraud-prod is Failed on fraud-v1; it has tags, and a record that fraud-v0 served.';
const replacing = { 'create-endpoint': 'replace-failed' };
const start = { given, arrange: failed };
const image = '123456789012.dkr.ecr.eu-west-1.amazonaws.com/fraud:2';
const noSuch = { 'endpoint-config-name': 'fraud-v9' };
const unnamed = { 'endpoint-config-name': '' };
const ofFile = { ...replacing, ...unnamed, 'endpoint-config-file': 'endpoint.yaml' };
const fileWith = (model = '') => ({
  'endpoint.yaml': `ProductionVariants:\n  - { VariantName: AllTraffic, ${model}InstanceType: ml.m5.xlarge, InitialInstanceCount: 3 }\n`,
});

/** What is so besides: it happens at a moment of the run, or has happened before. */
function also(
  words: string,
  act: (simulator: Simulator) => unknown,
): Required<Pick<Leg, 'given'>> & Variation {
  return {
    given: `${given} ${words}`,
    arrange: (simulator) => {
      failed(simulator);
      act(simulator);
    },
  };
}

function fault(...faults: readonly Fault[]): Variation {
  return { faults };
}

const stale = { kind: 'stale-read', operation: 'DescribeEndpoint' } as const;
const again = { ...start, inputs: replacing };

/** The run is killed so many milliseconds after its beginning, its job ends, and it runs again. */
const killedAfter = (milliseconds: number): Variation => ({
  signals: [{ at: ({ clock }) => clock.now() + milliseconds, signal: 'SIGKILL' }],
});

tell('replacing-failed', {
  'planned-then-deployed': {
    ...start,
    unfolded: true,
    title:
      'A plan says that a failed endpoint is deleted and created again, and what becomes of it; the deployment does so, and its tags and record stay.',
    inputs: { ...replacing, mode: 'plan' },
    next: [{ inputs: { ...replacing, tags: 'team=growth' } }, { inputs: replacing }],
  },
  'not-asked-for': {
    ...start,
    title:
      'A failed endpoint is not deleted unless that is asked for, and the error names the option.',
    inputs: { 'create-endpoint': 'true' },
    next: [{ inputs: { 'create-endpoint': 'true', mode: 'plan' } }],
  },
  'by-a-file': {
    ...start,
    title:
      'The configuration of a file is created before a failed endpoint is deleted, and nothing is deleted where that is refused.',
    inputs: ofFile,
    files: fileWith('ModelName: fraud-v2, '),
    faults: [{ kind: 'access-denied', operation: 'CreateEndpointConfig', calls: 1 }],
    next: [{ inputs: ofFile, files: fileWith('ModelName: fraud-v2, ') }],
  },
  'creation-refused': {
    ...start,
    title:
      'Where the new endpoint is refused the report says that the failed one was deleted, and the next run creates it.',
    inputs: replacing,
    faults: [{ kind: 'access-denied', operation: 'CreateEndpoint', calls: 1 }],
    next: [{ inputs: replacing }],
  },
  replaced: {
    ...again,
    title:
      'A failed endpoint is deleted and created again, whatever else is so, and each of it once.',
    variations: {
      'its configuration was deleted too': also('fraud-v1 was deleted.', ({ sagemaker }) =>
        sagemaker.remove('endpoint-config', 'fraud-v1'),
      ),
      'a model for the variant of a file': {
        inputs: { ...ofFile, 'endpoint-config-name': 'fraud-new', 'model-name': 'fraud-v2' },
        files: fileWith(),
      },
      'the same configuration': { inputs: { 'endpoint-config-name': 'fraud-v1' } },
      'the answer to DeleteEndpoint is lost': fault({
        ...{ kind: 'lost-answer', operation: 'DeleteEndpoint', calls: 1 },
      }),
      'DeleteEndpoint is throttled': fault({
        ...{ kind: 'throttling', operation: 'DeleteEndpoint', calls: [1, 2] },
      }),
      'older answers from the deletion on': fault({
        ...{ ...stale, seconds: 40 },
        ...{ from: { before: 'DeleteEndpoint' }, until: { afterSeconds: 4000 } },
      }),
      'older answers about the deleted endpoint': fault({ ...stale, seconds: 30, calls: [8, 9] }),
      'its tags may not be read': fault({ kind: 'access-denied', operation: 'ListTags' }),
      'it is created again, and has failed too, after its tags were read': also(
        'Before the fourth poll it is created again, with the tag owner.',
        (simulator) => {
          const { sagemaker } = simulator;
          sagemaker.when({ before: 'DescribeEndpoint', nth: 4 }, () => {
            sagemaker.remove('endpoint', 'fraud-prod');
            sagemaker.addEndpoint('fraud-prod', 'fraud-v1', { status: 'Failed' });
            sagemaker.addTags('endpoint', 'fraud-prod', [{ Key: 'owner', Value: 'someone-else' }]);
          });
        },
      ),
      'fifty tags at most, and none of AWS': {
        ...also('It has 48 more tags, and one of AWS.', ({ sagemaker }) => {
          const many = Array.from({ length: 46 }, (_, index) => ({ Key: `k${index}`, Value: 'v' }));
          const ofAws = { Key: 'aws:cloudformation:stack-name', Value: 'fraud' };
          sagemaker.addTags('endpoint', 'fraud-prod', [ofAws, ...many]);
        }),
        inputs: { tags: 'team=growth\ncost=low' },
      },
      'auto scaling': also('It is auto-scaled.', ({ scaling }) =>
        scaling.register('fraud-prod', usualScaling),
      ),
    },
  },
  'updated-instead': {
    title:
      'With the option an endpoint that is not Failed is updated, also where it only seems so.',
    inputs: replacing,
    variations: {
      UpdateRollbackFailed: {
        given: 'The endpoint is UpdateRollbackFailed.',
        arrange: ({ sagemaker }) =>
          void sagemaker.addEndpoint('fraud-prod', 'fraud-v1', { status: 'UpdateRollbackFailed' }),
      },
      'one poll shows it as Failed': {
        given: 'For two seconds it is shown as Failed.',
        arrange: ({ sagemaker, clock }) => {
          const [from, until] = [clock.now(), clock.now() + 2000];
          sagemaker.endpoint('fraud-prod')?.disguise(from, until, { status: 'Failed' });
        },
      },
      'another party replaces it right before': also(
        'Before its tags are read again, another party replaces it by one on fraud-v3.',
        ({ sagemaker }) =>
          sagemaker.when({ before: 'ListTags', nth: 2 }, () => {
            sagemaker.remove('endpoint', 'fraud-prod');
            sagemaker.addEndpoint('fraud-prod', 'fraud-v3');
          }),
      ),
      'it is InService right before': also(
        'Before its tags are read again, it is InService.',
        ({ sagemaker, clock }) =>
          sagemaker.when({ before: 'ListTags', nth: 2 }, () =>
            sagemaker.endpoint('fraud-prod')?.change(clock.now(), { status: 'InService' }),
          ),
      ),
    },
  },
  'created-instead': {
    title:
      'With the option an endpoint that does not exist is created, and what the run itself has created is not replaced.',
    scenario: 'endpoint-missing',
    inputs: replacing,
    variations: {
      'the answer is lost, and what was created fails': fault(
        { kind: 'lost-answer', operation: 'CreateEndpoint', calls: 1 },
        { kind: 'failing-health-check' },
      ),
    },
  },
  'fails-again': {
    ...again,
    title:
      'A run does not replace again the endpoint that it has created itself; the next run does.',
    faults: [{ kind: 'failing-health-check' }],
    next: [{ inputs: replacing }],
  },
  'nothing-deleted': {
    ...again,
    title: 'Nothing is deleted where the pre-flight finds an error, or the deletion is refused.',
    inputs: { ...replacing, ...noSuch },
    variations: {
      'no pre-flight': { inputs: { preflight: 'off' } },
      'the deletion is refused': {
        inputs: { 'endpoint-config-name': 'fraud-v2' },
        ...fault({ kind: 'access-denied', operation: 'DeleteEndpoint' }),
      },
    },
  },
  'being-deleted': {
    title:
      'The deletion of a run that was cut off is waited for, also with wait: false, and the endpoint is created.',
    given: 'fraud-prod is Deleting, for 30 s.',
    inputs: { ...replacing, wait: 'false', 'if-in-progress': 'fail' },
    arrange: ({ sagemaker }) => {
      sagemaker.addEndpoint('fraud-prod', 'fraud-v1', { status: 'Deleting' });
      sagemaker.when({ afterSeconds: 30 }, () => sagemaker.remove('endpoint', 'fraud-prod'));
    },
  },
  'then-rolled-back': {
    title: 'The record is kept: a rollback goes to what served before the failure.',
    inputs: { 'endpoint-config-name': 'fraud-v3' },
    next: [
      {
        given: 'The endpoint fails.',
        arrange: ({ sagemaker, clock }) =>
          sagemaker.endpoint('fraud-prod')?.change(clock.now(), { status: 'Failed' }),
        inputs: replacing,
      },
      { inputs: { mode: 'rollback', ...unnamed } },
    ],
  },
  'auto-scaling-left': {
    ...again,
    ...also('It is auto-scaled.', ({ scaling }) => scaling.register('fraud-prod', usualScaling)),
    title: 'Auto scaling is left to the next run where the creation is not watched.',
    inputs: { ...replacing, wait: 'false' },
    next: [
      {
        given: 'Ten minutes later.',
        arrange: ({ clock }) => clock.advanceTo(clock.now() + 600_000),
        inputs: replacing,
      },
    ],
  },
  components: {
    title:
      'Inference components are deleted before their endpoint, and one that is being updated is waited for.',
    given: 'fraud-prod is Failed, with the components one and two; two is being updated.',
    inputs: replacing,
    arrange: failedWithComponents,
    variations: {
      'the deletion of the endpoint is refused': fault({
        ...{ kind: 'access-denied', operation: 'DeleteEndpoint' },
      }),
    },
  },
  'with-a-copy': {
    ...again,
    title:
      'The option cannot be combined with a copy of what serves, which is told before any call.',
    inputs: { ...replacing, ...unnamed, 'model-name': 'fraud-v2' },
    variations: {
      'an image': { inputs: { 'model-name': '', image } },
      'an image for the variant of a file': {
        inputs: { ...ofFile, 'model-name': '', image },
        files: fileWith(),
      },
    },
  },
  killed: {
    ...again,
    title:
      'A run that is killed while the endpoint is deleted, before or after that, is finished by the next.',
    ...killedAfter(9500),
    next: [{ inputs: replacing, step: 'post' }, { inputs: replacing }],
    variations: {
      'before the deletion': killedAfter(4000),
      'when it is deleted': killedAfter(17_000),
    },
  },
});
