import { tell } from './tell.ts';

const creating = { 'create-endpoint': 'true' };

tell('creations', {
  'not-waited-for': {
    title: 'With wait: false a creation is said to be a creation, with the status and the ARN.',
    scenario: 'endpoint-missing',
    inputs: { ...creating, wait: 'false' },
  },
  cancelled: {
    title: 'A creation that is cancelled continues, and nothing serves yet.',
    scenario: 'endpoint-missing',
    inputs: creating,
    cancelAt: ({ clock }) => clock.now() + 60_000,
  },
  'of-another-party': {
    title: 'What another party creates is not said to serve, in the plan neither.',
    given: 'fraud-prod is shown as Creating, for ten minutes.',
    inputs: { mode: 'plan' },
    faults: [
      {
        ...{ kind: 'shown-otherwise', endpoint: 'fraud-prod', forSeconds: 600 },
        ...{ when: { before: 'DescribeEndpoint' }, as: { status: 'Creating' } },
      },
    ],
  },
  'update-not-waited-for': {
    title: 'With wait: false an update is shown that was started, and is not said to be watched.',
    inputs: { wait: 'false' },
  },
  'behind-an-update-without-end': {
    title:
      'An update by another party that does not end is waited for no longer than a hosted job lasts, and named.',
    faults: [
      { kind: 'slow-launch', seconds: 12 * 3600 },
      {
        ...{ kind: 'foreign-update', endpoint: 'fraud-prod', endpointConfigName: 'fraud-v3' },
        when: { before: 'DescribeEndpoint' },
      },
    ],
  },
  'in-a-region-that-does-not-exist': {
    title:
      'A region that no partition has is a warning at once, and told again while nothing answers.',
    inputs: { 'aws-region': 'eu-wset-1' },
    faults: [{ kind: 'reset', operation: 'DescribeEndpoint' }],
  },
});
