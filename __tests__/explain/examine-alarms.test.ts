import { describe, expect, it } from '@jest/globals';
import type { Alarm, MetricAlarm } from '../../src/domain/alarms/alarm.ts';
import type { AlarmEvidence } from '../../src/domain/cause/alarm-evidence.ts';
import { startedSinceTheCall } from '../../src/domain/cause/new-containers.ts';
import type { Event } from '../../src/domain/event.ts';
import { lifecycleOf } from '../../src/domain/lifecycle.ts';
import type { Outcome } from '../../src/domain/outcome.ts';
import { alarms as examination, explain } from '../../src/explain/explain.ts';
import { compositeAlarm, metricAlarm } from '../domain/alarms.ts';
import { endedAs } from '../domain/cause/stories.ts';
import { at, pending, updating, variant } from '../domain/snapshots.ts';
import { worldOf } from '../journeys/aws-in-process.ts';
import { VirtualTime } from '../properties/virtual-time.ts';
import { item, type Script, ScriptedAlarms } from './scripted-alarms.ts';

const rolledBack: Outcome = { kind: 'rolled-back', reason: { kind: 'none' } };
const errors: MetricAlarm = {
  ...metricAlarm,
  ...{ threshold: 1, comparison: 'GreaterThanOrEqualToThreshold', stateSince: at(245) },
};
const quiet: MetricAlarm = { ...metricAlarm, stateSince: at(-3600) };
const minute = (index: number, value: number) => ({ at: at(60 * index), value });

/** What is told of the alarms of a canary that was called for at 09:00:00 and ended at 09:05:00. */
async function examined(script: Script, outcome = rolledBack, cancelAfter?: number) {
  const { request, events } = endedAs(outcome);
  const time = new VirtualTime(at(300));
  const told: Event[] = [];
  const alarms = new ScriptedAlarms(script);
  const cancel = new AbortController();
  if (cancelAfter !== undefined) time.at(at(300 + cancelAfter), () => cancel.abort());
  const world = { ...worldOf(time, told), alarms, cancelled: cancel.signal };
  await time.until(explain(world, { request, events }, [examination]));
  const evidence = lifecycleOf([...events, ...told]).alarmEvidence;
  const seconds = (time.now() - at(300)) / 1000;
  return { evidence, calls: alarms.calls, signals: alarms.signals, told, seconds };
}

const named = (evidence: AlarmEvidence | undefined, name: string) =>
  evidence?.alarms.find((alarm) => alarm.name === name);

describe('an alarm that went to ALARM during the rollout', () => {
  const script: Script = {
    alarms: { 'fraud-5xx': errors, 'fraud-latency': quiet },
    histories: {
      'fraud-5xx': [
        item(at(245), 'ALARM', 'Threshold Crossed: 1 datapoint [17.0 (02/03/26 09:03:00)] was …'),
        item(at(290), 'OK', 'Threshold Crossed'),
      ],
    },
    data: {
      all: [minute(2, 0), minute(3, 17), minute(4, 3)],
      'fraud-v2': [minute(3, 17), minute(4, 3)],
    },
  };
  const ofOther: MetricAlarm = {
    ...errors,
    watches: {
      ...(errors.watches as Extract<MetricAlarm['watches'], { kind: 'metric' }>),
      dimensions: { EndpointName: 'other', VariantName: 'AllTraffic' },
    },
  };

  it('is told with its change, the datapoint named for it, those around it, and each fleet', async () => {
    const { evidence } = await examined(script);
    expect(named(evidence, 'fraud-5xx')).toEqual({
      ...{ name: 'fraud-5xx', alarm: errors, redSince: undefined, children: [] },
      ...{ trippedAt: at(245), recoveredAt: at(290) },
      reason: 'Threshold Crossed: 1 datapoint [17.0 (02/03/26 09:03:00)] was …',
      decidedBy: [minute(3, 17)],
      datapoints: [minute(2, 0), minute(3, 17), minute(4, 3)],
      fleets: { fresh: [minute(3, 17), minute(4, 3)], old: [] },
    });
    expect(named(evidence, 'fraud-latency')).toMatchObject({ trippedAt: undefined });
    expect(evidence?.unread).toEqual([]);
  });

  it('is the only one whose history and datapoints are asked for', async () => {
    const { calls } = await examined(script);
    expect(calls).toEqual([
      'DescribeAlarms fraud-5xx,fraud-latency',
      'DescribeAlarmHistory fraud-5xx',
      'GetMetricData watched,freshFleet,oldFleet',
    ]);
  });

  it('of another endpoint is not told by fleet', async () => {
    const { evidence, calls } = await examined({ ...script, alarms: { 'fraud-5xx': ofOther } });
    expect(named(evidence, 'fraud-5xx')).toMatchObject({ fleets: undefined });
    expect(calls).toContain('GetMetricData watched');
  });

  it('is not told by fleet where CloudWatch has answered only a part', async () => {
    const { evidence } = await examined({ ...script, extent: 'part' });
    expect(named(evidence, 'fraud-5xx')).toMatchObject({
      fleets: undefined,
      datapoints: [{}, {}, {}],
    });
    expect(evidence?.unread.map(({ message }) => message)).toEqual([
      'CloudWatch returned only some datapoints of fraud-5xx.',
    ]);
  });

  it('and was deleted since then still has its history', async () => {
    const { evidence, calls } = await examined({ ...script, alarms: { 'fraud-latency': quiet } });
    expect(named(evidence, 'fraud-5xx')).toMatchObject({ alarm: undefined, trippedAt: at(245) });
    expect(calls.filter((call) => call.startsWith('GetMetricData'))).toEqual([]);
  });

  it('is told beside a second one', async () => {
    const { evidence } = await examined({
      ...script,
      alarms: { 'fraud-5xx': errors, 'fraud-latency': { ...errors, stateSince: at(260) } },
      histories: { ...script.histories, 'fraud-latency': [item(at(260), 'ALARM')] },
    });
    expect(evidence?.alarms.map(({ trippedAt }) => trippedAt)).toEqual([at(245), at(260)]);
  });
});

describe('an alarm that is no sign of this rollout', () => {
  const history = (...items: ReturnType<typeof item>[]) =>
    examined({
      alarms: { 'fraud-5xx': { ...errors, stateSince: undefined }, 'fraud-latency': quiet },
      histories: { 'fraud-5xx': items },
    });

  it.each([
    ['it went to ALARM before the call', item(at(-1), 'ALARM')],
    ['it went to ALARM after the end', item(at(301), 'ALARM')],
    ['it went to OK', item(at(100), 'OK')],
    ['its history is no JSON', { at: at(100), summary: '', data: '{"newState":' }],
    [
      'its history is of another form',
      { at: at(100), summary: '', data: '{"newState":["ALARM"]}' },
    ],
    ['its history holds null', { at: at(100), summary: 'x', data: 'null' }],
  ])('%s', async (_, one) => {
    const { evidence } = await history(one);
    expect(named(evidence, 'fraud-5xx')).toMatchObject({ trippedAt: undefined });
    expect(evidence?.unread).toEqual([]);
  });

  it('its data are no JSON, and its summary tells of ALARM all the same: then it is one', async () => {
    const summary = 'Alarm updated from OK to ALARM';
    const { evidence } = await history({ at: at(100), summary, data: '<html>' });
    expect(named(evidence, 'fraud-5xx')).toMatchObject({ trippedAt: at(100), reason: undefined });
  });

  it('was in ALARM before the call: it is told since when, and its history is not asked for', async () => {
    const red: Alarm = { ...errors, state: 'ALARM', stateSince: at(-600), stateReason: 'Long ago' };
    const { evidence, calls } = await examined({
      alarms: { 'fraud-5xx': red, 'fraud-latency': quiet },
    });
    expect(named(evidence, 'fraud-5xx')).toMatchObject({
      ...{ redSince: at(-600), trippedAt: undefined, reason: 'Long ago' },
    });
    expect(calls).toEqual(['DescribeAlarms fraud-5xx,fraud-latency']);
  });
});

it('an alarm that was in ALARM before the call and left it during the rollout is told as such', async () => {
  const left = {
    ...item(at(100), 'OK'),
    data: JSON.stringify({ oldState: { stateValue: 'ALARM' }, newState: { stateValue: 'OK' } }),
  };
  const { evidence } = await examined({
    alarms: { 'fraud-5xx': { ...errors, stateSince: at(100) }, 'fraud-latency': quiet },
    histories: { 'fraud-5xx': [left] },
  });
  expect(named(evidence, 'fraud-5xx')).toMatchObject({
    ...{ trippedAt: undefined, recoveredAt: at(100) },
  });
});

it('where CloudWatch answers a part of a history without a change to ALARM, it is not known whether there is one', async () => {
  const { evidence } = await examined({
    alarms: { 'fraud-5xx': { ...errors, stateSince: undefined }, 'fraud-latency': quiet },
    histories: { 'fraud-5xx': [item(at(100), 'OK')] },
    isHistoryWhole: false,
  });
  expect(named(evidence, 'fraud-5xx')).toMatchObject({ trippedAt: undefined });
  expect(evidence?.unread.map(({ message }) => message)).toEqual([
    'CloudWatch returned only a part of the history of fraud-5xx.',
  ]);
});

describe('the clock of the runner differs from that of AWS', () => {
  /** As `endedAs` tells it, but that the runner has the times of AWS and so many seconds more. */
  const byAnotherClock = (seconds: number) => {
    const { request, events } = endedAs(rolledBack);
    const call = { operation: 'UpdateEndpoint', name: 'fraud' } as const;
    const [found, ...others] = events;
    const sent = [{ kind: 'sent' as const, at: at(0), call }];
    const all = [...(found ? [found] : []), ...sent, ...others];
    return { request, events: all.map((event) => ({ ...event, at: event.at + 1000 * seconds })) };
  };

  it.each([-300, 300])('by %i s: the alarm is found by that of AWS', async (seconds) => {
    const { request, events } = byAnotherClock(seconds);
    const time = new VirtualTime(at(300 + seconds));
    const told: Event[] = [];
    const alarms = new ScriptedAlarms({
      alarms: {
        'fraud-5xx': { ...errors, state: 'ALARM' },
        'fraud-latency': { ...quiet, state: 'ALARM', stateSince: at(-60) },
      },
      histories: { 'fraud-5xx': [item(at(-100), 'OK'), item(at(245), 'ALARM')] },
    });
    const world = { ...worldOf(time, told), alarms, cancelled: new AbortController().signal };
    await time.until(explain(world, { request, events }, [examination]));
    const { alarmEvidence: evidence } = lifecycleOf([...events, ...told]);
    expect(named(evidence, 'fraud-5xx')).toMatchObject({ trippedAt: at(245), redSince: undefined });
    expect(named(evidence, 'fraud-latency')).toMatchObject({ redSince: at(-60) });
  });

  it.each([-300, 300])(
    'by %i s: so are the containers that were started since the call, and not those of a rollback',
    (seconds) => {
      const { events } = byAnotherClock(seconds);
      const back = updating({ pending: pending('fraud-v2', variant(0, 3, 'Deleting', at(250))) });
      const traffic = { newInstances: 0, oldInstances: 3, newDesired: 3 };
      const turned: Event = {
        ...{ kind: 'progressed', at: at(260 + seconds), snapshot: back },
        progress: { phase: 'rolling-back', traffic, since: at(250) },
      };
      const account = lifecycleOf([...events.slice(0, -1), turned, ...events.slice(-1)]);
      expect(startedSinceTheCall(account)).toEqual({ since: at(0), until: at(250) });
    },
  );
});

describe('a composite alarm', () => {
  const composite: Alarm = {
    ...{ ...compositeAlarm, stateSince: at(250) },
    rule: 'ALARM("fraud-any-\\"5xx\\"") OR (ALARM(arn:aws:cloudwatch:eu-west-1:123456789012:alarm:deep) AND TRUE)',
  };
  const deep: Alarm = { ...compositeAlarm, stateSince: at(247), rule: 'NOT OK("deeper")' };

  it('is told with the alarms in its rule, and with those in theirs', async () => {
    const { evidence, calls } = await examined({
      alarms: {
        ...{ 'fraud-5xx': composite, 'fraud-latency': quiet, deep },
        ...{
          'fraud-any-"5xx"': errors,
          deeper: { ...compositeAlarm, stateSince: at(-60), rule: 'ALARM("deepest")' },
        },
      },
      histories: {
        'fraud-5xx': [item(at(250), 'ALARM')],
        'fraud-any-"5xx"': [item(at(245), 'ALARM')],
      },
    });
    const { children = [] } = named(evidence, 'fraud-5xx') ?? {};
    expect(children.map(({ name, trippedAt }) => [name, trippedAt])).toEqual([
      ['fraud-any-"5xx"', at(245)],
      ['deep', undefined],
      ['deeper', undefined],
    ]);
    expect(evidence?.alarms.map(({ name }) => name)).toEqual(['fraud-5xx', 'fraud-latency']);
    expect(calls.filter((call) => call.startsWith('DescribeAlarms'))).toEqual([
      'DescribeAlarms fraud-5xx,fraud-latency',
      'DescribeAlarms fraud-any-"5xx",deep',
      'DescribeAlarms deeper',
    ]);
  });

  it('that is made of itself, and of thousands, ends', async () => {
    const names = Array.from({ length: 3000 }, (_, index) => `ALARM("a${index}")`);
    const rule = `ALARM("fraud-5xx") OR ${names.join(' OR ')}`;
    const { evidence, calls } = await examined({
      alarms: { 'fraud-5xx': { ...composite, rule } },
      histories: { 'fraud-5xx': [item(at(250), 'ALARM')] },
    });
    expect(named(evidence, 'fraud-5xx')?.children.length).toBeLessThan(21);
    expect(calls.length).toBeLessThan(30);
  });
});

describe('what cannot be read is told once, and not asked again', () => {
  const alarms = { 'fraud-5xx': { ...errors, state: 'ALARM' }, 'fraud-latency': errors };

  it('where the history is denied: the state of an alarm still tells its change', async () => {
    const reason = 'Threshold Crossed: 1 datapoint [17.0 (02/03/26 09:03:00)] was …';
    const { evidence } = await examined({
      alarms: { ...alarms, 'fraud-5xx': { ...alarms['fraud-5xx'], stateReason: reason } },
      denied: ['DescribeAlarmHistory'],
      data: { all: [minute(3, 17)] },
    });
    expect(named(evidence, 'fraud-5xx')).toMatchObject({
      ...{ trippedAt: at(245), reason, decidedBy: [minute(3, 17)], datapoints: [minute(3, 17)] },
    });
    expect(evidence?.unread.map(({ message }) => message)).toEqual([
      'The role of this job may not call DescribeAlarmHistory.',
    ]);
  });

  it('where the alarms are denied: their histories are read all the same', async () => {
    const { evidence } = await examined({
      denied: ['DescribeAlarms'],
      histories: { 'fraud-5xx': [item(at(245), 'ALARM')] },
    });
    expect(named(evidence, 'fraud-5xx')).toMatchObject({ alarm: undefined, trippedAt: at(245) });
    expect(evidence?.unread).toHaveLength(1);
  });

  it('where all is denied', async () => {
    const { evidence, seconds } = await examined({
      denied: ['DescribeAlarms', 'DescribeAlarmHistory', 'GetMetricData'],
    });
    expect(evidence?.alarms.map(({ trippedAt }) => trippedAt)).toEqual([undefined, undefined]);
    expect(evidence?.unread).toHaveLength(2);
    expect(seconds).toBe(0);
  });

  it('where the datapoints never come: the change is told, after 9 seconds', async () => {
    const { evidence, seconds, signals } = await examined({
      ...{ alarms, hanging: ['GetMetricData'] },
      histories: { 'fraud-5xx': [item(at(245), 'ALARM')] },
    });
    expect(seconds).toBe(9);
    expect(named(evidence, 'fraud-5xx')).toMatchObject({ trippedAt: at(245), datapoints: [] });
    expect(evidence?.unread.map(({ message }) => message)).toEqual([
      'CloudWatch did not answer in time.',
    ]);
    expect(signals.every(({ aborted }) => aborted)).toBe(true);
  });

  it('where the job is cancelled meanwhile: at once', async () => {
    const { evidence, seconds } = await examined({ hanging: ['DescribeAlarms'] }, rolledBack, 2);
    expect(seconds).toBe(2);
    expect(evidence?.unread).toHaveLength(1);
  });
});

it.each<Outcome>([
  { kind: 'deployed' },
  { kind: 'cancelled', stage: 'update-running' },
  { kind: 'rolled-back', reason: { kind: 'smoke-test', smokeResults: [] } },
])('nothing is asked where no alarm can tell more: %j', async (outcome) => {
  const { calls, told } = await examined({}, outcome);
  expect(calls).toEqual([]);
  expect(told).toEqual([]);
});
