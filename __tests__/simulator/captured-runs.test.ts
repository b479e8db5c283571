import { afterEach, describe, expect, it } from '@jest/globals';
import { currentOf } from '../../simulator/account/fleet.ts';
import { datapoints, describeHistory, dimensions, metric } from './cloudwatch-metrics-world.ts';
import { describeAlarms } from './cloudwatch-world.ts';
import { canary, openWorld, poll, type TestWorld, update } from './sagemaker-world.ts';

let world: TestWorld;
afterEach(() => world.close());

/** Asks for a canary of one of three instances, with ten minutes to bake, so long after 09:00. */
async function rollOut(seconds: number): Promise<void> {
  world.to(seconds);
  const shift = canary.BlueGreenUpdatePolicy.TrafficRoutingConfiguration;
  const policy = {
    ...canary.BlueGreenUpdatePolicy,
    TrafficRoutingConfiguration: { ...shift, WaitIntervalInSeconds: 600 },
  };
  const Alarms = world.cloudwatch.alarms.all.map(({ name }) => ({ AlarmName: name }));
  await update(world, {
    DeploymentConfig: {
      BlueGreenUpdatePolicy: policy,
      AutoRollbackConfiguration: { Alarms },
    },
  });
  world.to(1200);
}

const sum = (name: string, config?: string) =>
  datapoints(world, {
    MetricDataQueries: [metric(name, config === undefined ? {} : { config })],
    StartTime: new Date(world.clock.now() - 1200_000 + 180_000),
    EndTime: new Date(world.clock.now() - 1200_000 + 540_000),
  });

/** Name, time and reason of each alarm that tripped. */
async function trips(): Promise<string[]> {
  const { AlarmHistoryItems = [] } = await describeHistory(world);
  return AlarmHistoryItems.filter((item) => /to ALARM$/.test(item.HistorySummary ?? '')).map(
    ({ AlarmName, Timestamp, HistoryData = '' }) => {
      const { newState } = JSON.parse(HistoryData);
      return `${AlarmName} ${Timestamp?.toISOString().slice(11, 19)} ${newState.stateReason}`;
    },
  );
}

describe('the run captured in 2025 (D)', () => {
  it('has 14, 21, 20 and 5 errors a minute, and the alarm on their sum trips', async () => {
    world = await openWorld('captured-d');
    await rollOut(48);
    const errors = '09:03 14, 09:04 21, 09:05 20, 09:06 5, 09:07 0, 09:08 0';
    expect(await sum('Invocation5XXErrors')).toBe(errors);
    expect(await sum('Invocations')).toBe(
      '09:03 59, 09:04 59, 09:05 59, 09:06 59, 09:07 59, 09:08 59',
    );
    expect(await sum('Invocations', 'fraud-v2')).toBe('09:03 14, 09:04 21, 09:05 20, 09:06 5');
    expect(await trips()).toEqual([
      'fraud-5xx 09:06:10 Threshold Crossed: 1 out of the last 1 datapoints [14.0 (02/03/26 09:03:00)] was greater than or equal to the threshold (1.0) (minimum 1 datapoint for OK -> ALARM transition).',
    ]);
    expect(await poll(world, 1200)).toMatch(/InService \| fraud-v1 .*: \[fraud-5xx\]/);
  });

  it('takes three minutes from the first bad request until the old fleet has all traffic', async () => {
    world = await openWorld('captured-d');
    await rollOut(48);
    expect(secondsOfCanary()).toBe(177);
  });
});

/** From the first traffic of the new fleet until the old one has all of it. */
function secondsOfCanary(): number {
  const history = world.sagemaker.endpoint('fraud-prod')?.history ?? [];
  const isShared = ({ state }: (typeof history)[number]) =>
    state.pending?.fleet.some((variant) => currentOf(variant) > 0) ?? false;
  const [first, last] = [history.findIndex(isShared), history.findLastIndex(isShared)];
  return ((history[last + 1]?.at ?? 0) - (history[first]?.at ?? 0)) / 1000;
}

describe('the run captured in 2024 (F)', () => {
  it('has 5xx answers that their average hides, and the alarm on latency trips', async () => {
    world = await openWorld('captured-f');
    await rollOut(63);
    expect(await sum('Invocation5XXErrors')).toBe(
      '09:03 10, 09:04 20, 09:05 5, 09:06 0, 09:07 0, 09:08 0',
    );
    expect(await trips()).toEqual([
      expect.stringMatching(/^fraud-latency 09:05:10 .* greater than or equal to .*\(10000\.0\)/),
    ]);
    expect(world.cloudwatch.alarms.stateOf('fraud-5xx')).toBe('OK');
    expect(secondsOfCanary()).toBe(60 + 42);
  });
});

describe('the run captured in 2023 (N)', () => {
  it('fails requests that are no 5xx, and one minute of latency at 4346 µs saves it', async () => {
    world = await openWorld('captured-n');
    await rollOut(48);
    expect(await sum('Invocation5XXErrors')).toBe(
      '09:03 0, 09:04 0, 09:05 0, 09:06 0, 09:07 0, 09:08 0',
    );
    expect(await sum('Invocations', 'fraud-v2')).toBe(
      '09:03 14, 09:04 19, 09:05 19, 09:06 20, 09:07 19, 09:08 5',
    );
    expect(await sum('InvocationModelErrors')).toMatch(/09:05 19, 09:06 20, 09:07 19, 09:08 5/);
    const latency = await datapoints(world, {
      MetricDataQueries: [metric('ModelLatency', { Stat: 'Average' })],
    });
    expect(latency).toMatch(/, 09:05 3193.22, 09:06 4346, 09:07 3193.22,/);
    expect(await trips()).toEqual([
      expect.stringMatching(
        /^fraud-latency 09:08:10 Threshold Crossed: 1 out of the last 1 datapoints \[434\d\.\d+ \(02\/03\/26 09:06:00\)\]/,
      ),
    ]);
  });
});

describe('what the model does decides', () => {
  it.each([
    ['model-errors', 'fraud-5xx 09:05:10 Threshold Crossed: 1 out of the last 1 datapoints [1'],
    ['slow-model', 'fraud-latency 09:05:10 Threshold Crossed: 1 out of the last 1 datapoints [5'],
  ] as const)('in %s', async (scenario, trip) => {
    world = await openWorld(scenario);
    await rollOut(48);
    expect((await trips()).map((each) => each.slice(0, trip.length))).toEqual([trip]);
    expect(await poll(world, 1200)).toMatch(/InService \| fraud-v1 /);
  });

  it('in silent-failure, where four percent of errors trip nothing', async () => {
    world = await openWorld('silent-failure');
    await rollOut(48);
    expect(await trips()).toEqual([]);
    expect(await poll(world, 1200)).toMatch(/InService \| fraud-v2 /);
    expect(await sum('InvocationModelErrors')).toBe(
      '09:03 2, 09:04 0, 09:05 2, 09:06 1, 09:07 3, 09:08 5',
    );
  });
});

it('the alarms of a captured run are told as they were put', async () => {
  world = await openWorld('captured-d');
  const { MetricAlarms = [] } = await describeAlarms(world);
  expect(MetricAlarms.map(({ AlarmName }) => AlarmName)).toEqual([
    'fraud-4xx',
    'fraud-5xx',
    'fraud-latency',
  ]);
  expect(MetricAlarms[1]).toMatchObject({
    Namespace: 'AWS/SageMaker',
    MetricName: 'Invocation5XXErrors',
    Dimensions: dimensions(),
    Statistic: 'Sum',
    Period: 60,
    EvaluationPeriods: 1,
    Threshold: 1,
    ComparisonOperator: 'GreaterThanOrEqualToThreshold',
  });
});
