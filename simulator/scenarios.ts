import type { Trip } from './sagemaker/alarms.ts';
import type { Fault } from './sagemaker/faults.ts';
import type { SageMaker } from './sagemaker/sagemaker.ts';
import type { InitialState } from './sagemaker/seed.ts';

/** A world in which a rollout of fraud-prod to fraud-v2 goes in a certain way. */
export interface Scenario {
  /** One line for a person. */
  readonly description: string;
  /** How the endpoint is found. */
  readonly endpoint?: InitialState;
  /** Alarms that trip. */
  readonly trips?: readonly ({ readonly alarm: Alarm } & Trip)[];
  /** Alarms that are in ALARM from the beginning. */
  readonly inAlarm?: readonly Alarm[];
  readonly faults?: readonly Fault[];
}

type Alarm = 'fraud-5xx' | 'fraud-latency';

const endpoint = 'fraud-prod';
const alarmText =
  'One or more configured alarm for automatic rollback deployment is in ALARM state: [fraud-5xx].';
const minute = 60;
const hour = 60 * minute;

export const scenarios = {
  'canary-succeeds': {
    description: 'Nothing goes wrong, whatever the strategy.',
  },
  'alarm-while-launching': {
    description: 'fraud-5xx trips while the new instances are launched: nothing had traffic yet.',
    trips: [{ alarm: 'fraud-5xx', when: { stage: 'provisioning', afterSeconds: 45 } }],
  },
  'alarm-in-canary-bake': {
    description:
      'fraud-5xx trips for a minute, 45 s into the first bake: the canary is rolled back.',
    trips: [
      { alarm: 'fraud-5xx', when: { stage: 'baking', step: 1, afterSeconds: 45 }, forSeconds: 60 },
    ],
  },
  'alarm-in-second-bake': {
    description: 'fraud-latency trips 20 s into the second linear step, or the second batch.',
    trips: [{ alarm: 'fraud-latency', when: { stage: 'baking', step: 2, afterSeconds: 20 } }],
  },
  'alarm-in-final-bake': {
    description: 'fraud-latency trips for a minute in the final bake, when all traffic has moved.',
    trips: [
      { alarm: 'fraud-latency', when: { stage: 'final-bake', afterSeconds: 60 }, forSeconds: 60 },
    ],
  },
  'two-alarms': {
    description: 'Both alarms trip as the rollout is asked for: the reason names both.',
    trips: [
      { alarm: 'fraud-5xx', when: { before: 'UpdateEndpoint' } },
      { alarm: 'fraud-latency', when: { before: 'UpdateEndpoint' } },
    ],
  },
  'alarm-already-tripped': {
    description: 'fraud-5xx is in ALARM before anything begins: any rollout that names it ends.',
    inAlarm: ['fraud-5xx'],
  },
  'rollback-without-reason': {
    description: 'The deployment is rolled back in the first bake, and nobody says why.',
    faults: [{ kind: 'failing-deployment', stage: 'baking', afterSeconds: 30 }],
  },
  'stale-reason-then-success': {
    description: 'An earlier rollback left its reason, which stays until this rollout succeeds.',
    endpoint: { failureReason: alarmText },
  },
  'rolling-back-shown': {
    description: 'As alarm-in-canary-bake, but the status says RollingBack meanwhile.',
    trips: [{ alarm: 'fraud-5xx', when: { stage: 'baking', step: 1, afterSeconds: 45 } }],
    faults: [{ kind: 'rolling-back-shown' }],
  },
  'traffic-returns-late': {
    description: 'After the rollback the old fleet takes another 20 s to have all traffic again.',
    trips: [{ alarm: 'fraud-5xx', when: { stage: 'baking', step: 1, afterSeconds: 45 } }],
    faults: [{ kind: 'late-traffic', seconds: 20 }],
  },
  'rollback-fails': {
    description: 'The rollback fails too: UpdateRollbackFailed, both fleets serve.',
    trips: [{ alarm: 'fraud-5xx', when: { stage: 'baking', step: 1, afterSeconds: 45 } }],
    faults: [{ kind: 'rollback-fails', nth: 1 }],
  },
  'ends-failed': {
    description: 'The endpoint fails for good and can only be deleted.',
    faults: [{ kind: 'failing-health-check' }, { kind: 'ends-failed' }],
  },
  capacity: {
    description: 'AWS has no such instances left: rolled back a minute into the launch.',
    faults: [{ kind: 'insufficient-capacity' }],
  },
  quota: {
    description: 'The account may have 5 ml.m5.xlarge: a second full fleet is refused at once.',
    faults: [{ kind: 'quota', instanceType: 'ml.m5.xlarge', limit: 5 }],
  },
  'health-check': {
    description:
      'The new container does not answer its health check: rolled back after 20 minutes.',
    faults: [{ kind: 'failing-health-check' }],
  },
  timeout: {
    description: 'Launching takes 40 minutes: any shorter maximum execution time runs out.',
    faults: [{ kind: 'slow-launch', seconds: 40 * minute }],
  },
  'late-summary': {
    description: 'The pending deployment shows only a minute and a half after the call.',
    faults: [{ kind: 'late-summary', seconds: 90 }],
  },
  'lingering-summary': {
    description: 'In service on the new configuration, the pending deployment shows 20 s longer.',
    faults: [{ kind: 'lingering-summary', seconds: 20 }],
  },
  'late-configuration': {
    description: 'A new endpoint configuration is not found for its first 12 s.',
    faults: [{ kind: 'late-configurations', seconds: 12 }],
  },
  'scaled-out': {
    description: 'Auto scaling has grown the fleet from 3 to 5 instances.',
    endpoint: { instanceCounts: { AllTraffic: 5 } },
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
    description: 'Somebody else rolls out fraud-v3 as soon as ours has succeeded.',
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
    description: 'Somebody else begins to roll out fraud-v3 just before we ask.',
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
    description: 'Somebody deletes the endpoint in the first bake.',
    faults: [{ kind: 'endpoint-deleted', endpoint, when: { stage: 'baking', afterSeconds: 30 } }],
  },
  throttled: {
    description: 'The first three looks are throttled, and the 8th to the 10th.',
    faults: [
      { kind: 'throttling', operation: 'DescribeEndpoint', calls: [1, 3] },
      { kind: 'throttling', operation: 'DescribeEndpoint', calls: [8, 10] },
    ],
  },
  'server-errors': {
    description: 'AWS answers 500 to the second look, and 503 to all looks for two minutes.',
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
    description: 'The third look breaks off, the fifth is never answered.',
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
    description: 'Every look tells the state of 10 s ago.',
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

export type ScenarioName = keyof typeof scenarios;

export function isScenario(name: string): name is ScenarioName {
  return Object.hasOwn(scenarios, name);
}

/**
 * Fills an empty simulator: models and endpoint configurations fraud-v1, fraud-v2, fraud-v3, the
 * endpoint fraud-prod on fraud-v1 with 3 x ml.m5.xlarge, the alarms fraud-5xx and fraud-latency,
 * and whatever is to go wrong.
 */
export function loadScenario(sagemaker: SageMaker, name: ScenarioName): Scenario {
  const scenario: Scenario = scenarios[name];
  for (const version of ['fraud-v1', 'fraud-v2', 'fraud-v3']) {
    sagemaker.addModel(version);
    sagemaker.addEndpointConfig(version);
  }
  sagemaker.addEndpoint(endpoint, 'fraud-v1', scenario.endpoint ?? {});
  for (const alarm of ['fraud-5xx', 'fraud-latency'] as const) {
    sagemaker.alarms.add(alarm, scenario.inAlarm?.includes(alarm) ? 'ALARM' : 'OK');
  }
  for (const { alarm, ...trip } of scenario.trips ?? []) sagemaker.alarms.trip(alarm, trip);
  for (const fault of scenario.faults ?? []) sagemaker.inject(fault);
  return scenario;
}
