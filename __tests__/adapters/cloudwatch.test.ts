import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { loadScenario } from '../../simulator/scenarios.ts';
import { type Simulator, startSimulator } from '../../simulator/simulator.ts';
import { CloudWatch } from '../../src/adapters/cloudwatch.ts';
import { seriesById } from '../../src/adapters/cloudwatch-records.ts';
import type { Query } from '../../src/domain/alarms/alarm.ts';
import { type Problem, problemFrom } from '../../src/domain/problem.ts';
import { settingsInProcess } from '../journeys/aws-in-process.ts';
import { TimeInProcess } from '../journeys/time-in-process.ts';

let simulator: Simulator;
let time: TimeInProcess;
let cloudwatch: CloudWatch;
const environment = { ...process.env };
beforeEach(async () => {
  simulator = await startSimulator({ start: Date.now() });
  loadScenario(simulator.sagemaker, 'captured-d');
  Object.assign(process.env, {
    AWS_ENDPOINT_URL: simulator.url,
    AWS_ACCESS_KEY_ID: 'AKIDSIMULATED',
    AWS_SECRET_ACCESS_KEY: 'simulated',
  });
  time = new TimeInProcess(simulator.clock);
  cloudwatch = new CloudWatch(settingsInProcess(time));
});
afterEach(() => {
  process.env = { ...environment };
  time.stop();
  return simulator.close();
});

const { signal } = new AbortController();
const hour = { from: Date.now() - 3_600_000, until: Date.now() + 3_600_000 };
const failure = (answer: Promise<unknown>): Promise<Problem> =>
  answer.then(() => Promise.reject(new Error('It was answered')), problemFrom);
const calls = () => simulator.cloudwatch.requests.map(({ operation }) => operation);

const invocations: Query = {
  ...{ id: 'n', returnsData: true, expression: undefined, periodSeconds: undefined },
  metric: {
    ...{ namespace: 'AWS/SageMaker', name: 'Invocations', statistic: 'Sum', periodSeconds: 60 },
    dimensions: { EndpointName: 'fraud-prod', VariantName: 'AllTraffic' },
  },
};

it('the changes of an alarm are read, the earliest first', async () => {
  for (const state of ['ALARM', 'OK', 'ALARM'] as const) {
    simulator.clock.advanceTo(simulator.clock.now() + 1000);
    simulator.sagemaker.alarms.set('fraud-5xx', state, `It is ${state}`);
  }
  const { items, extent } = await cloudwatch.history('fraud-5xx', hour, signal);
  expect(extent).toBe('all');
  expect(items.map(({ summary }) => summary)).toEqual([
    'Alarm updated from OK to ALARM',
    'Alarm updated from ALARM to OK',
    'Alarm updated from OK to ALARM',
  ]);
  expect(items.map(({ at }) => at)).toEqual(items.map(({ at }) => at).toSorted((a, b) => a - b));
  expect(JSON.parse(items[0]?.data ?? '')).toMatchObject({ newState: { stateValue: 'ALARM' } });
});

it('no more than three pages are read of an alarm that flaps, which is said', async () => {
  for (let index = 0; index < 400; index += 1) {
    simulator.clock.advanceTo(simulator.clock.now() + 1000);
    simulator.sagemaker.alarms.set('fraud-5xx', index % 2 === 0 ? 'ALARM' : 'OK');
  }
  const { items, extent } = await cloudwatch.history('fraud-5xx', hour, signal);
  expect(items).toHaveLength(300);
  expect(extent).toBe('part');
});

it('datapoints are read of a metric and of metric math, by the ids that return data', async () => {
  simulator.clock.advanceTo(simulator.clock.now() + 600_000);
  const series = await cloudwatch.datapoints(
    [
      { ...invocations, returnsData: false },
      {
        ...{ id: 'twice', returnsData: true, expression: 'n * 2', metric: undefined },
        periodSeconds: 60,
      },
    ],
    { from: simulator.clock.now() - 480_000, until: simulator.clock.now() },
    signal,
  );
  expect([...series.keys()]).toEqual(['twice']);
  const { datapoints = [], extent } = series.get('twice') ?? {};
  expect(extent).toBe('all');
  expect(new Set(datapoints.map(({ value }) => value))).toEqual(new Set([118]));
  const times = datapoints.map(({ at }) => at);
  expect(times).toEqual(times.toSorted((a, b) => a - b));
});

describe('what is denied is not asked again', () => {
  it.each([
    ['DescribeAlarms', () => cloudwatch.read(['fraud-5xx'])],
    ['DescribeAlarmHistory', () => cloudwatch.history('fraud-5xx', hour, signal)],
    ['GetMetricData', () => cloudwatch.datapoints([invocations], hour, signal)],
  ] as const)('%s', async (operation, ask) => {
    simulator.sagemaker.inject({ kind: 'access-denied', operation });
    const [first, second] = [await failure(ask()), await failure(ask())];
    expect(first).toMatchObject({ code: 'access-denied' });
    expect(first.message).toContain(`may not call ${operation} in eu-west-1`);
    expect(String(first.remedy)).toContain(`cloudwatch:${operation}`);
    expect(second).toBe(first);
    expect(calls().filter((call) => call === operation)).toHaveLength(1);
  });

  it('but what is throttled is', async () => {
    simulator.sagemaker.inject({ kind: 'throttling', operation: 'DescribeAlarmHistory', calls: 1 });
    expect(await failure(cloudwatch.history('fraud-5xx', hour, signal))).toMatchObject({
      code: 'throttled',
    });
    expect(await cloudwatch.history('fraud-5xx', hour, signal)).toEqual({
      items: [],
      extent: 'all',
    });
  });
});

it('a call that hangs ends with its signal', async () => {
  simulator.sagemaker.inject({ kind: 'hang', operation: 'GetMetricData' });
  const stop = new AbortController();
  const before = time.now();
  time.sleep(5).then(() => stop.abort());
  await failure(cloudwatch.datapoints([invocations], hour, stop.signal));
  expect(time.now() - before).toBe(5000);
});

describe('an answer of GetMetricData', () => {
  const [first, second] = [new Date(60_000), new Date(120_000)];
  const part = (StatusCode: 'Complete' | 'PartialData', Timestamps: Date[], Values: number[]) => ({
    ...{ Id: 'n', StatusCode, Timestamps, Values },
  });

  it('is put together from its pages', () => {
    const pages = [part('PartialData', [second], [2]), part('Complete', [first], [1])];
    expect(seriesById(pages, 'all').get('n')).toEqual({
      datapoints: [
        { at: 60_000, value: 1 },
        { at: 120_000, value: 2 },
      ],
      extent: 'all',
    });
  });

  it.each([
    ['its last page says so', [part('PartialData', [first], [1])], 'all'],
    ['its pages were not all read', [part('Complete', [first], [1])], 'part'],
  ] as const)('is a part where %s', (_, pages, extent) => {
    expect(seriesById(pages, extent).get('n')).toEqual({
      ...{ datapoints: [{ at: 60_000, value: 1 }], extent: 'part' },
    });
  });

  it('has no datapoint without a value', () => {
    expect(seriesById([part('Complete', [first, second], [1])], 'all').get('n')).toMatchObject({
      datapoints: [{ at: 60_000, value: 1 }],
    });
  });
});
