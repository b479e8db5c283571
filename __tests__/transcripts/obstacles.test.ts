import { canary } from '../journeys/journey.ts';
import { tell } from './tell.ts';
import type { Leg } from './transcript.ts';

/** A call by another party, some seconds before the action starts. */
function foreignUpdate(secondsAgo: number): Pick<Leg, 'given' | 'arrange'> {
  return {
    given: `Another party began to roll out fraud-v3 ${secondsAgo} s ago.`,
    arrange: ({ sagemaker, clock }) => {
      const when = { afterSeconds: 1 };
      sagemaker.inject({
        ...{ kind: 'foreign-update', endpoint: 'fraud-prod', when },
        endpointConfigName: 'fraud-v3',
      });
      clock.advanceTo(clock.now() + 1000 * (1 + secondsAgo));
    },
  };
}

const failing = { 'if-in-progress': 'fail' };
const misspelled = { 'endpoint-name': 'fraud-prid' };

tell('obstacles', {
  'another-update': {
    title: 'An update of another configuration is waited for, then ours begins.',
    ...foreignUpdate(30),
  },
  'another-update-fails': {
    title:
      'An update of another configuration fails the step where the user says so, as soon as a second poll agrees.',
    ...foreignUpdate(30),
    inputs: failing,
  },
  'another-update-not-shown-yet': {
    title:
      'An update of another configuration is named even in its first seconds, when SageMaker does not show it yet.',
    ...foreignUpdate(0),
    inputs: failing,
  },
  'another-update-before-the-call': {
    title: 'An update that comes between the poll and the call is waited for too.',
    scenario: 'foreign-update-before',
  },
  'another-update-before-the-call-fails': {
    title:
      'An update that comes between the poll and the call fails the step where the user says so.',
    scenario: 'foreign-update-before',
    inputs: failing,
  },
  'another-update-after-ours': {
    unfolded: true,
    title: 'An update that comes after ours supersedes it, and is not reported as ours.',
    scenario: 'foreign-update',
  },
  'another-update-between-two-polls': {
    title: 'An update that came and went between two polls supersedes ours as well.',
    inputs: { ...canary, alarms: '', 'wait-interval': '1h', 'poll-interval': '30m' },
    faults: [
      { kind: 'failing-deployment', stage: 'baking', afterSeconds: 30 },
      {
        ...{ kind: 'foreign-update', endpoint: 'fraud-prod', endpointConfigName: 'fraud-v3' },
        when: { stage: 'rolled-back', afterSeconds: 60 },
      },
    ],
  },
  maintenance: {
    title: 'Maintenance by AWS is waited for.',
    scenario: 'system-updating',
  },
  'maintenance-fails': {
    title: 'Maintenance by AWS fails the step at once where the user says so.',
    scenario: 'system-updating',
    inputs: failing,
  },
  'auto-scaling': {
    title: 'Auto scaling that is changing the endpoint is waited for.',
    scenario: 'auto-scaling',
  },
  'no-endpoint': {
    title: 'An endpoint that does not exist is named, with the region and the remedy.',
    inputs: misspelled,
  },
  'no-endpoint-with-warnings': {
    title:
      'An endpoint that does not exist is never created unasked where the pre-flight only warns.',
    inputs: { ...misspelled, preflight: 'warn' },
  },
  'no-endpoint-without-preflight': {
    title: 'An endpoint that does not exist is never created unasked without a pre-flight.',
    inputs: { ...misspelled, preflight: 'off' },
  },
  'no-configuration': {
    title:
      'A configuration that does not exist is waited for some seconds, then named with the remedy.',
    inputs: { 'endpoint-config-name': 'fraud-v9' },
  },
  'late-configuration': {
    title: 'A configuration that was just created is found in the end.',
    inputs: { 'endpoint-config-name': 'fraud-v4' },
    given: 'fraud-v4 has just been created.',
    arrange: ({ sagemaker }) => {
      sagemaker.inject({ kind: 'late-configurations', seconds: 12 });
      sagemaker.addModel('fraud-v4');
      sagemaker.addEndpointConfig('fraud-v4');
    },
  },
  'no-permission': {
    title: 'A missing permission is named, with the resources that need it.',
    scenario: 'access-denied',
  },
  'no-quota': { title: 'A quota that is too small is named.', scenario: 'quota' },
  'failed-endpoint': {
    title: 'An endpoint that has failed is not updated.',
    given: 'fraud-prod is Failed.',
    arrange: ({ sagemaker }) => {
      sagemaker.addEndpoint('fraud-prod', 'fraud-v1', { status: 'Failed' });
    },
  },
});
