import type { InitialState } from '../../simulator/sagemaker/seed.ts';
import { canary } from '../journeys/journey.ts';
import { tell } from './tell.ts';
import type { Leg } from './transcript.ts';

const by5xx =
  'One or more configured alarm for automatic rollback deployment is in ALARM state: [fraud-5xx].';
const byLatency = by5xx.replace('fraud-5xx', 'fraud-latency');

/** The endpoint has a history. */
function found(state: InitialState): Pick<Leg, 'given' | 'arrange'> {
  return {
    given: `fraud-prod is found with ${JSON.stringify(state)}`,
    arrange: ({ sagemaker }) => void sagemaker.addEndpoint('fraud-prod', 'fraud-v1', state),
  };
}

const second = { 'wait-interval': '2m', alarms: 'fraud-latency' };
/** A mix serves since a rollback failed, and the update is to the configuration that the endpoint names. */
const mixed = { ...canary, 'endpoint-config-name': 'fraud-v1' };

/** One instance after the other. */
const oneByOne = { strategy: 'rolling', 'rolling-batch-size': '1', 'wait-interval': '1m' };
/** Each launch takes 45 minutes, the old instances' too, and the second batch fails in its bake. */
const slowBothWays: NonNullable<Leg['faults']> = [
  { kind: 'slow-launch', seconds: 2700 },
  { kind: 'failing-deployment', stage: 'baking', step: 2, afterSeconds: 20 },
];

tell('rolled-back', {
  'while-launching': {
    title: 'An alarm while the new fleet is launched rolls the update back.',
    scenario: 'alarm-while-launching',
    inputs: canary,
  },
  'in-the-final-bake': {
    title: 'An alarm in the final bake rolls the update back.',
    scenario: 'alarm-in-final-bake',
    inputs: canary,
  },
  'status-rolling-back': {
    title: 'A rollback that shows the status RollingBack on its way is a rollback.',
    scenario: 'rolling-back-shown',
    inputs: canary,
  },
  'traffic-returns-late': {
    title: 'A rollback whose traffic returns late is a rollback.',
    scenario: 'traffic-returns-late',
    inputs: canary,
  },
  'two-alarms': {
    unfolded: true,
    title: 'Two alarms that trip at once are both named.',
    scenario: 'two-alarms',
    inputs: canary,
  },
  'in-the-second-linear-step': {
    title: 'An alarm in the second step of a linear rollout rolls it back.',
    scenario: 'alarm-in-second-bake',
    inputs: { strategy: 'linear', 'linear-step-size': '1', ...second },
  },
  'in-the-second-batch': {
    title: 'An alarm in the second batch of a rolling update rolls it back.',
    scenario: 'alarm-in-second-bake',
    inputs: { strategy: 'rolling', 'rolling-batch-size': '1', ...second },
  },
  'passes-with-a-warning': {
    title: 'A rollback passes with a warning where the user says so.',
    scenario: 'alarm-in-canary-bake',
    inputs: { ...canary, 'fail-on-rollback': 'false', 'poll-interval': '15s' },
  },
  'reason-of-an-earlier-rollout': {
    title: 'The reason of an earlier rollout is not given as that of this one.',
    scenario: 'rollback-without-reason',
    inputs: canary,
    ...found({ failureReason: byLatency }),
  },
  'reason-that-was-there-before': {
    unfolded: true,
    title: 'A reason that reads as it did before the rollout is doubted.',
    scenario: 'alarm-in-canary-bake',
    inputs: canary,
    ...found({ failureReason: by5xx }),
  },
  'stale-reason-then-success': {
    title: 'A stale reason says nothing about a success.',
    scenario: 'stale-reason-then-success',
    inputs: canary,
  },
  capacity: {
    title: 'A rollback for lack of capacity gives that as its reason.',
    scenario: 'capacity',
    inputs: canary,
  },
  'health-check': {
    title: 'A rollback because a container is not healthy gives that as its reason.',
    scenario: 'health-check',
    inputs: canary,
  },
  'failed-and-rolled-back': {
    title:
      'An update of an endpoint whose rollback had failed is rolled back, although the configuration that serves is the requested one.',
    scenario: 'alarm-in-canary-bake',
    inputs: mixed,
    ...found({ status: 'UpdateRollbackFailed', failureReason: 'An earlier one.' }),
  },
  'failed-and-rolled-back-for-the-same-reason': {
    title:
      'An update of an endpoint whose rollback had failed is rolled back with the reason of before, which only a success takes away.',
    scenario: 'alarm-in-canary-bake',
    inputs: mixed,
    ...found({ status: 'UpdateRollbackFailed', failureReason: by5xx }),
  },
  'failed-and-rolled-back-after-a-lost-answer': {
    title:
      'An update of an endpoint whose rollback had failed is rolled back where the answer to the call was lost.',
    scenario: 'alarm-in-canary-bake',
    inputs: mixed,
    ...found({ status: 'UpdateRollbackFailed', failureReason: 'An earlier one.' }),
    faults: [{ kind: 'lost-answer', operation: 'UpdateEndpoint', calls: 1 }],
  },
  'failed-and-deployed': {
    title: 'An update of an endpoint whose rollback had failed is deployed where it succeeds.',
    inputs: mixed,
    ...found({ status: 'UpdateRollbackFailed', failureReason: by5xx }),
  },
  'rollback-fails': {
    unfolded: true,
    title: 'A rollback that fails says to update again, and a run that does so deploys.',
    scenario: 'rollback-fails',
    inputs: canary,
    next: [
      {
        given: 'The alarm is OK again.',
        arrange: ({ sagemaker }) => sagemaker.alarms.set('fraud-5xx', 'OK'),
        inputs: canary,
      },
    ],
  },
  'ends-failed': {
    title: 'An endpoint that ends as Failed says that only deleting it helps.',
    scenario: 'ends-failed',
    inputs: canary,
  },
  'endpoint-deleted': {
    title:
      'An endpoint that is deleted while it is updated fails the step, and nothing is said to serve.',
    scenario: 'endpoint-deleted',
    inputs: canary,
  },
  'longer-than-it-should-take': {
    title:
      'A rollback that takes longer than it should is watched past the deadline while it is seen to run.',
    inputs: oneByOne,
    faults: slowBothWays,
  },
  'longer-than-the-users-time': {
    title: "A rollback is not watched beyond the user's own time: the verdict says that it runs.",
    inputs: { ...oneByOne, 'wait-timeout': '110m' },
    faults: slowBothWays,
  },
});
