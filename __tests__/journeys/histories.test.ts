import { describe, expect, it } from '@jest/globals';
import type { AlarmState } from '../../simulator/account/alarms.ts';
import type { Fault } from '../../simulator/account/faults.ts';
import type { Moment } from '../../simulator/account/moments.ts';
import { askDeploy } from './asked.ts';
import { canary, type JourneyOptions, travel } from './journey.ts';

/** A life of an endpoint, what goes wrong with our view of it, and what was true in the end. */
interface History {
  readonly trips?: Moment;
  readonly alarm?: AlarmState;
  readonly faults: readonly Fault[];
  readonly truth: string;
  /** Undefined where that depends on when one polls. */
  readonly serves?: string;
  readonly inputs?: Readonly<Record<string, string>>;
}

const endpoint = 'fraud-prod';
const poll = 'DescribeEndpoint';
const baking: Moment = { stage: 'baking', afterSeconds: 30 };
const stale = (seconds: number, calls?: [number, number]): Fault => ({
  kind: 'stale-read',
  operation: poll,
  seconds,
  ...(calls && { calls }),
});

const histories: Readonly<Record<string, History>> = {
  'every poll is 2 s late': { faults: [stale(2)], truth: 'deployed', serves: 'fraud-v2' },
  'the polls after the call are from before it': {
    faults: [stale(30, [2, 4])],
    truth: 'deployed',
    serves: 'fraud-v2',
  },
  'the polls after a rollback are from the bake': {
    trips: baking,
    faults: [stale(60)],
    truth: 'rolled-back',
    serves: 'fraud-v1',
  },
  'one poll in the bake is from before the call': {
    faults: [stale(400, [20, 20])],
    truth: 'deployed',
    serves: 'fraud-v2',
  },
  'looks jump back and forth': {
    faults: [stale(200, [5, 5]), stale(100, [9, 9]), stale(300, [13, 13]), stale(40, [30, 34])],
    truth: 'deployed',
    serves: 'fraud-v2',
  },
  'looks jump back and forth in a rollback': {
    trips: baking,
    faults: [stale(200, [5, 5]), stale(170, [14, 14]), stale(20, [16, 18])],
    truth: 'rolled-back',
    serves: 'fraud-v1',
  },
  'the summary appears after the traffic has moved': {
    faults: [{ kind: 'late-summary', seconds: 200 }],
    truth: 'deployed',
    serves: 'fraud-v2',
  },
  'the summary never appears before the rollback': {
    faults: [
      { kind: 'failing-deployment', stage: 'accepted', afterSeconds: 60 },
      { kind: 'late-summary', seconds: 3000 },
    ],
    truth: 'rolled-back',
    serves: 'fraud-v1',
  },
  'the summary lingers for five minutes': {
    faults: [{ kind: 'lingering-summary', seconds: 300 }],
    truth: 'deployed',
    serves: 'fraud-v2',
  },
  'a rollback without a reason, seen through throttling': {
    faults: [
      { kind: 'failing-deployment', stage: 'baking', afterSeconds: 10 },
      { kind: 'throttling', operation: poll, calls: [6, 12] },
    ],
    truth: 'rolled-back',
    serves: 'fraud-v1',
  },
  'a rollback that shows as RollingBack, with stale polls': {
    trips: baking,
    faults: [{ kind: 'rolling-back-shown' }, stale(25)],
    truth: 'rolled-back',
    serves: 'fraud-v1',
  },
  'a rollback while no one could look': {
    trips: baking,
    faults: [{ kind: 'reset', operation: poll, from: baking, until: { stage: 'rolled-back' } }],
    truth: 'rolled-back',
    serves: 'fraud-v1',
  },
  'a success while no one could look': {
    faults: [
      { kind: 'service-unavailable', operation: poll, from: baking, until: { stage: 'succeeded' } },
    ],
    truth: 'deployed',
    serves: 'fraud-v2',
  },
  'the alarm rolls back to OK before the rollback ends': {
    trips: { stage: 'final-bake', afterSeconds: 5 },
    faults: [{ kind: 'late-traffic', seconds: 60 }],
    truth: 'rolled-back',
    serves: 'fraud-v1',
  },
  'an alarm that is red from the start': {
    alarm: 'ALARM',
    inputs: { preflight: 'warn' },
    faults: [],
    truth: 'rolled-back',
    serves: 'fraud-v1',
  },
  'an alarm with insufficient data': {
    alarm: 'INSUFFICIENT_DATA',
    faults: [],
    truth: 'deployed',
    serves: 'fraud-v2',
  },
  'ours succeeds, then someone rolls out another': {
    faults: [
      {
        kind: 'foreign-update',
        endpoint,
        when: { stage: 'succeeded' },
        endpointConfigName: 'fraud-v3',
      },
    ],
    truth: 'superseded',
  },
  'ours rolls back, then someone rolls out another': {
    trips: baking,
    faults: [
      {
        kind: 'foreign-update',
        endpoint,
        when: { stage: 'rolled-back' },
        endpointConfigName: 'fraud-v3',
      },
    ],
    truth: 'superseded',
  },
  'the answer to the call is lost, and the polls after it are stale': {
    faults: [{ kind: 'lost-answer', operation: 'UpdateEndpoint', calls: 1 }, stale(10, [2, 3])],
    truth: 'deployed',
    serves: 'fraud-v2',
  },
  'the answer to the call is lost, and it rolls back': {
    trips: baking,
    faults: [{ kind: 'lost-answer', operation: 'UpdateEndpoint', calls: 1 }],
    truth: 'rolled-back',
    serves: 'fraud-v1',
  },
  'the answer to the call hangs': {
    faults: [{ kind: 'hang', operation: 'UpdateEndpoint', calls: 1 }],
    truth: 'deployed',
    serves: 'fraud-v2',
  },
  'the execution time runs out': {
    faults: [{ kind: 'slow-launch', seconds: 2400 }],
    inputs: { 'max-execution-timeout': '30m' },
    truth: 'rolled-back',
    serves: 'fraud-v1',
  },
  'the rollback fails': {
    trips: baking,
    faults: [{ kind: 'rollback-fails' }, stale(10)],
    truth: 'failed',
    serves: 'fraud-v1',
  },
  'the endpoint fails for good': {
    faults: [{ kind: 'insufficient-capacity' }, { kind: 'ends-failed' }],
    truth: 'failed',
    serves: 'fraud-v1',
  },
  'maintenance, then scaling, then ours': {
    faults: [
      { kind: 'system-updating', endpoint, when: { before: 'UpdateEndpoint' }, forSeconds: 100 },
      {
        kind: 'auto-scaling',
        endpoint,
        when: { stage: 'system-updated', afterSeconds: 1 },
        instances: 5,
      },
    ],
    truth: 'deployed',
    serves: 'fraud-v2',
  },
};

function happen(history: History): NonNullable<JourneyOptions['arrange']> {
  return ({ sagemaker }) => {
    if (history.alarm) sagemaker.alarms.set('fraud-5xx', history.alarm);
    if (history.trips) {
      sagemaker.alarms.trip('fraud-5xx', { when: history.trips, forSeconds: 60 });
    }
    for (const fault of history.faults) sagemaker.inject(fault);
  };
}

const told = Object.entries(histories);

/** Every fifth is told to its end with the defaults; a hanging call only there, where it is known to hang. */
const toTheEnd = told.filter(
  ([, { faults }], index) => index % 5 === 0 || faults.some(({ kind }) => kind === 'hang'),
);

describe('what the outputs say is true:', () => {
  it.each(toTheEnd)('%s', async (_, history) => {
    const inputs = { ...canary, ...history.inputs, comment: 'false' };
    const { run } = await travel({ inputs, arrange: happen(history) });
    const { outcome, 'endpoint-config-name': serves } = run.outputs;
    expect({ outcome, serves }).toEqual({
      outcome: history.truth,
      serves: history.serves ?? serves,
    });
  });
});

const quick = told.filter(([, { faults }]) => faults.every(({ kind }) => kind !== 'hang'));

/** Each history with a short interval and a long one, by turns; the soak takes others. */
const intervals = [
  ['5s', '50s'],
  ['15s', '4m'],
] as const;

describe.each(
  quick.flatMap(([title, history], index) =>
    (intervals[index % 2] ?? []).map((pollInterval) => ({ title, history, pollInterval })),
  ),
)('looking every $pollInterval, the verdict is true:', ({ title, history, pollInterval }) => {
  it(title, async () => {
    const inputs = { ...canary, ...history.inputs, 'poll-interval': pollInterval };
    const { outcome, serves } = await askDeploy({ inputs, arrange: happen(history) });
    expect({ outcome: outcome.kind, serves }).toEqual({
      outcome: history.truth,
      serves: history.serves ?? serves,
    });
  });
});
