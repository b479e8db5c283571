import { endpoint, type Scenario } from './scenario.ts';

const minute = 60;
const hour = 60 * minute;

/** What else may happen around a rollout: to its calls, and by other people's hands. */
export const surroundings = {
  'late-configuration': {
    description: 'A new endpoint configuration is not found for its first 12 s.',
    faults: [{ kind: 'late-configurations', seconds: 12 }],
  },
  'auto-scaling': {
    description: 'Auto scaling is just adding an instance when the rollout is asked for.',
    faults: [{ kind: 'auto-scaling', endpoint, when: { before: 'UpdateEndpoint' }, instances: 4 }],
  },
  'system-updating': {
    description: 'AWS maintains the endpoint for three minutes when the rollout is asked for.',
    faults: [
      {
        kind: 'system-updating',
        endpoint,
        when: { before: 'UpdateEndpoint' },
        forSeconds: 3 * minute,
      },
    ],
  },
  'foreign-update': {
    description: 'Another user deploys fraud-v3 as soon as ours has succeeded.',
    faults: [
      {
        kind: 'foreign-update',
        endpoint,
        when: { stage: 'succeeded' },
        endpointConfigName: 'fraud-v3',
      },
    ],
  },
  'foreign-update-before': {
    description: 'Another user starts to deploy fraud-v3 just before our call.',
    faults: [
      {
        kind: 'foreign-update',
        endpoint,
        when: { before: 'UpdateEndpoint' },
        endpointConfigName: 'fraud-v3',
      },
    ],
  },
  'endpoint-deleted': {
    description: 'The endpoint is deleted in the first bake.',
    faults: [{ kind: 'endpoint-deleted', endpoint, when: { stage: 'baking', afterSeconds: 30 } }],
  },
  throttled: {
    description: 'The first three polls are throttled, and the 8th to the 10th.',
    faults: [
      { kind: 'throttling', operation: 'DescribeEndpoint', calls: [1, 3] },
      { kind: 'throttling', operation: 'DescribeEndpoint', calls: [8, 10] },
    ],
  },
  'server-errors': {
    description: 'AWS answers 500 to the second poll, and 503 to all polls for two minutes.',
    faults: [
      { kind: 'internal-failure', operation: 'DescribeEndpoint', calls: 2 },
      {
        kind: 'service-unavailable',
        operation: 'DescribeEndpoint',
        from: { stage: 'activating' },
        until: { stage: 'activating', afterSeconds: 2 * minute },
      },
    ],
  },
  'bad-network': {
    description: 'The third poll breaks off, the fifth is never answered.',
    faults: [
      { kind: 'reset', operation: 'DescribeEndpoint', calls: 3 },
      { kind: 'hang', operation: 'DescribeEndpoint', calls: 5 },
    ],
  },
  'lost-answer': {
    description: 'UpdateEndpoint takes effect, but its answer is lost.',
    faults: [{ kind: 'lost-answer', operation: 'UpdateEndpoint', calls: 1 }],
  },
  'stale-reads': {
    description: 'Every poll returns the state of 10 s ago.',
    faults: [{ kind: 'stale-read', operation: 'DescribeEndpoint', seconds: 10 }],
  },
  'access-denied': {
    description: 'The role may not use the endpoint configuration in an update.',
    faults: [{ kind: 'access-denied', operation: 'UpdateEndpoint', resource: 'endpoint-config' }],
  },
  'expired-credentials': {
    description: 'The credentials expire an hour after the beginning.',
    faults: [{ kind: 'expired-credentials', from: { afterSeconds: hour } }],
  },
} as const satisfies Readonly<Record<string, Scenario>>;
