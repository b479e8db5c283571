import type { Scenario } from './scenario.ts';

const alarmText =
  'One or more configured alarm for automatic rollback deployment is in ALARM state: [fraud-5xx].';
const minute = 60;

/** What may become of a deployment once it runs. */
export const deployments = {
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
  'rollback-without-reason': {
    description: 'The deployment is rolled back in the first bake, without a reason.',
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
} as const satisfies Readonly<Record<string, Scenario>>;
