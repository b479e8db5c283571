import { canary } from '../journeys/journey.ts';
import { tell } from './tell.ts';

/** A person starts it; the pull request is named, as such a run belongs to none. */
const back = { mode: 'rollback', 'endpoint-config-name': '', 'pull-request': '42' };

tell('rolled-back-by-hand', {
  'and-forward-again': {
    unfolded: true,
    title:
      'A deployment is rolled back by hand and forward again: each leaves a record of what served before, and the two rollbacks share a comment.',
    inputs: canary,
    next: [{ inputs: back, env: { GITHUB_RUN_ID: '8' } }, { inputs: back }],
  },
  'without-permission-for-tags': {
    unfolded: true,
    title: 'Without permission for tags the deployment succeeds, and the rollback needs a name.',
    faults: [
      { kind: 'access-denied', operation: 'AddTags' },
      { kind: 'access-denied', operation: 'ListTags' },
    ],
    next: [{ inputs: back }],
  },
  'while-an-update-runs': {
    title:
      'While an update runs, the rollback says what it waits for, and rolls back to what served while it ran.',
    inputs: { ...canary, wait: 'false' },
    next: [
      {
        given: 'A minute later.',
        arrange: ({ clock }) => clock.advanceTo(clock.now() + 60_000),
        inputs: back,
      },
    ],
  },
  'with-a-red-alarm': {
    title:
      'An alarm that is red does not stop a rollback by hand: it is left out of the update, and the report says so.',
    next: [
      {
        given: 'fraud-5xx is in ALARM.',
        arrange: ({ sagemaker }) => sagemaker.alarms.set('fraud-5xx', 'ALARM'),
        inputs: { ...back, alarms: 'fraud-5xx, fraud-latency' },
      },
    ],
  },
});
