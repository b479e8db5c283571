import { describe, expect, it } from '@jest/globals';
import type { Fault } from '../../simulator/account/faults.ts';
import { canary, type Journey, type JourneyOptions, travel } from './journey.ts';

const inputs = { ...canary, 'canary-size': '1', 'wait-interval': '10m', preflight: 'warn' };

const causeOf = ({ run }: Journey) => JSON.parse(run.outputs.report ?? '').cause;
const reads = ({ simulator }: Journey) =>
  simulator.cloudwatch.requests
    .map(({ operation }) => operation)
    .filter((operation) => operation !== 'DescribeAlarms');
const section = ({ comments }: Journey) => comments[0]?.body ?? '';
const withFaults = (...faults: readonly Fault[]): Pick<JourneyOptions, 'arrange'> => ({
  arrange: ({ sagemaker }) => faults.forEach((fault) => void sagemaker.inject(fault)),
});

describe('the report of a captured rollout names the right alarm, datapoint and minute', () => {
  it.each([
    ['captured-n', 'fraud-latency', 'in the minute 09:05 (6.971 ms on the new fleet, 3 ms on the'],
    ['captured-f', 'fraud-latency', 'in the minute 09:02 (60 ms on the new fleet, 3 ms on the old'],
    ['captured-d', 'fraud-5xx', '10 errors in the minute 09:02, all of them on the new fleet; its'],
  ] as const)('%s: %s, %s', async (scenario, name, words) => {
    const journey = await travel({ scenario, inputs });
    expect(journey.run.outputs).toMatchObject({ outcome: 'rolled-back', cause: 'alarm' });
    const { sentence, alarms } = causeOf(journey);
    expect(alarms.map((alarm: { name: string }) => alarm.name)).toEqual([name]);
    expect(sentence).toContain(words);
    expect(journey.run.log).toContain(sentence);
    expect(section(journey).match(/^xychart-beta$/gm)).toHaveLength(1);
    expect(section(journey)).toContain(
      `Did not go to ALARM during this rollout: \`${name === 'fraud-5xx' ? 'fraud-latency' : 'fraud-5xx'}\`.`,
    );
  });
});

it('a composite alarm is told by the alarm in its rule that went to ALARM', async () => {
  const scenario = 'composite-of-children';
  const journey = await travel({ scenario, inputs: { ...inputs, alarms: 'fraud-latency' } });
  const { sentence, alarms } = causeOf(journey);
  expect(sentence).toMatch(
    /^The composite alarm fraud-latency went to ALARM at 09:0\d UTC, by fraud-errors: \d+ errors in the minute 09:0\d, all of them on the new fleet; its threshold is 5\.$/,
  );
  expect(alarms[0].children).toMatchObject([{ name: 'fraud-errors' }, { name: 'fraud-p99' }]);
});

describe('what cannot be read changes nothing but the words', () => {
  const outcomeOf = ({ run }: Journey) => [run.exitCode, run.outputs.outcome, run.outputs.cause];

  it('a history that is denied is asked for once, and is one line', async () => {
    const fault = { kind: 'access-denied', operation: 'DescribeAlarmHistory' } as const;
    const journey = await travel({ scenario: 'captured-d', inputs, ...withFaults(fault) });
    expect(outcomeOf(journey)).toEqual([1, 'rolled-back', 'alarm']);
    expect(reads(journey)).toEqual(['DescribeAlarmHistory', 'GetMetricData']);
    expect(causeOf(journey).sentence).toContain('10 errors in the minute 09:02');
    expect(section(journey).match(/may not call/g)).toHaveLength(1);
    expect(journey.run.log.match(/may not call `?DescribeAlarmHistory/g)).toHaveLength(1);
  });

  it('datapoints that never come are waited for ten seconds at most', async () => {
    const fault = { kind: 'hang', operation: 'GetMetricData' } as const;
    const plain = await travel({ scenario: 'captured-d', inputs });
    const journey = await travel({ scenario: 'captured-d', inputs, ...withFaults(fault) });
    expect(outcomeOf(journey)).toEqual(outcomeOf(plain));
    expect(reads(journey)).toEqual(['DescribeAlarmHistory', 'GetMetricData']);
    expect(causeOf(journey)).toMatchObject({
      alarms: [{ name: 'fraud-5xx', 'went-to-alarm-at': '2026-03-02T09:05:10Z', datapoints: [] }],
    });
    expect(section(journey)).toContain('CloudWatch did not answer in time.');
    const late = (journey.simulator.clock.now() - plain.simulator.clock.now()) / 1000;
    expect(late).toBeLessThanOrEqual(10);
  });

  it('an alarm that is deleted meanwhile is told by its history', async () => {
    const journey = await travel({
      ...{ scenario: 'captured-d', inputs },
      arrange: ({ sagemaker, clock }) =>
        clock.at(clock.now() + 312_000, () => sagemaker.alarms.remove('fraud-5xx')),
    });
    expect(outcomeOf(journey)).toEqual([1, 'rolled-back', 'alarm']);
    expect(causeOf(journey).alarms).toMatchObject([
      { name: 'fraud-5xx', type: null, 'went-to-alarm-at': '2026-03-02T09:05:10Z' },
    ]);
    expect(section(journey)).toContain('not known: it was deleted, or could not be read');
  });
});

it('an alarm that was in ALARM before the update is told as such', async () => {
  const journey = await travel({ scenario: 'alarm-already-tripped', inputs });
  expect(journey.run.outputs).toMatchObject({ outcome: 'rolled-back', cause: 'alarm' });
  expect(causeOf(journey).sentence).toContain(
    'was in ALARM already before the update began, since 09:00 UTC, 2026-03-02.',
  );
});

it('hostile words of CloudWatch act nowhere', async () => {
  const reason = '::error::pwned | </details> <img src=x> @octocat ``` [17.0 (02/03/26 09:02:00)]';
  const journey = await travel({
    ...{ scenario: 'alarm-in-canary-bake', inputs: { ...inputs, alarms: 'fraud-5xx' } },
    arrange: ({ sagemaker, clock }) =>
      clock.at(clock.now() + 200_000, () => sagemaker.alarms.set('fraud-5xx', 'ALARM', reason)),
  });
  expect(journey.run.outputs.cause).toBe('alarm');
  expect(journey.run.annotations.map(({ message }) => message).join()).not.toMatch(/^pwned/m);
  expect(section(journey)).toContain('&#60;img src&#61;x&#62;');
});
