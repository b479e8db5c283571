import { afterEach, describe, expect, it } from '@jest/globals';
import type { ModelBehavior, Traffic } from '../../simulator/account/traffic.ts';
import { monday } from '../../simulator/clock.ts';
import { datapoints, getMetricData, metric } from './cloudwatch-metrics-world.ts';
import { canary, openWorld, type TestWorld, update } from './sagemaker-world.ts';

let world: TestWorld;
afterEach(() => world.close());

/** The usual world, with traffic, so many minutes on. */
async function open(traffic: Partial<Traffic>, minutes: number): Promise<void> {
  world = await openWorld();
  world.sagemaker.setTraffic('fraud-prod', { requestsPerMinute: 60, ...traffic });
  world.to(minutes * 60);
}

async function openWithBehavior(behavior: ModelBehavior, minutes = 5): Promise<void> {
  await open({ models: { 'fraud-v1': behavior } }, minutes);
}

const of = (...asked: Parameters<typeof metric>) =>
  datapoints(world, { MetricDataQueries: [metric(...asked)] });

describe('the metrics of an endpoint', () => {
  it('come a minute at a time, a minute after the end of it', async () => {
    await open({}, 3);
    expect(await of('Invocations')).toBe('09:00 60, 09:01 60');
    world.to(239);
    expect(await of('Invocations')).toBe('09:00 60, 09:01 60');
    world.to(240);
    expect(await of('Invocations')).toBe('09:00 60, 09:01 60, 09:02 60');
  });

  it('come later where CloudWatch lags more', async () => {
    await open({ delaySeconds: 120 }, 3);
    expect(await of('Invocations')).toBe('09:00 60');
  });

  it('count each request with 1 for an error and with 0 otherwise', async () => {
    await openWithBehavior({ errorRate: 1, errors: 'model 4xx' }, 3);
    expect(await of('Invocation4XXErrors')).toBe('09:00 60, 09:01 60');
    expect(await of('Invocation4XXErrors', { Stat: 'Average' })).toBe('09:00 1, 09:01 1');
    expect(await of('Invocation4XXErrors', { Stat: 'SampleCount' })).toBe('09:00 60, 09:01 60');
    expect(await of('InvocationModelErrors')).toBe('09:00 60, 09:01 60');
    expect(await of('Invocation5XXErrors')).toBe('09:00 0, 09:01 0');
  });

  it('have model errors that are neither 4xx nor 5xx', async () => {
    await openWithBehavior({ errorRate: 1, errors: 'no valid answer' }, 3);
    expect(await of('InvocationModelErrors', { Stat: 'Maximum' })).toBe('09:00 1, 09:01 1');
    expect(await of('Invocation4XXErrors')).toBe('09:00 0, 09:01 0');
    expect(await of('Invocation5XXErrors')).toBe('09:00 0, 09:01 0');
  });

  it('have latencies in microseconds, with percentiles', async () => {
    await openWithBehavior({ latency: { micros: 100_000, spread: 0.5 } }, 3);
    expect(await of('ModelLatency', { Stat: 'Average' })).toBe('09:00 100000, 09:01 100000');
    expect(await of('ModelLatency', { Stat: 'p50' })).toBe('09:00 100000, 09:01 100000');
    const [, p95] = /^09:00 ([\d.]+)/.exec(await of('ModelLatency', { Stat: 'p95' })) ?? [];
    expect(Number(p95)).toBeGreaterThan(140_000);
    expect(Number(p95)).toBeLessThan(150_000);
    expect(await of('OverheadLatency', { Stat: 'Maximum' })).toBe('09:00 1200, 09:01 1200');
  });

  it('have one sample of every instance for CPU and memory', async () => {
    await open({}, 3);
    expect(await of('CPUUtilization', { Stat: 'SampleCount' })).toBe('09:00 3, 09:01 3');
    expect(await of('CPUUtilization', { Stat: 'Average' })).toBe('09:00 14, 09:01 14');
    expect(await of('MemoryUtilization', { Stat: 'Maximum' })).toBe('09:00 31, 09:01 31');
    expect(await of('InvocationsPerInstance')).toBe('09:00 20, 09:01 20');
  });

  it('are summed up over longer periods, and have no datapoints between their minutes', async () => {
    await open({}, 8);
    expect(await of('Invocations', { Period: 300 })).toBe('09:00 300, 09:05 120');
    const finer = metric('Invocations', { Period: 20 });
    const input = { MetricDataQueries: [finer], EndTime: new Date(monday + 120_000) };
    expect(await datapoints(world, input)).toBe('09:00 60, 09:01 60');
  });

  it('are the same whenever they are asked for', async () => {
    await openWithBehavior({ errorRate: 0.3 }, 60);
    const first = await of('Invocation5XXErrors');
    expect(await of('Invocation5XXErrors')).toBe(first);
    const errors = first.split(', ').map((each) => Number(each.split(' ')[1]));
    const share = errors.reduce((sum, each) => sum + each, 0) / (errors.length * 60);
    expect(share).toBeGreaterThan(0.27);
    expect(share).toBeLessThan(0.33);
    expect(new Set(errors).size).toBeGreaterThan(5);
  });
});

describe('an idle endpoint', () => {
  it('has 0 invocations by endpoint and variant, and no latency or errors at all', async () => {
    await open({ requestsPerMinute: 0 }, 3);
    expect(await of('Invocations')).toBe('09:00 0, 09:01 0');
    expect(await of('ModelLatency')).toBe('');
    expect(await of('InvocationModelErrors')).toBe('');
  });

  it('has no invocations by its configuration', async () => {
    await open({ requestsPerMinute: 0 }, 1);
    await update(world);
    world.to(600);
    expect(await of('Invocations', { config: 'fraud-v2' })).toBe('');
  });

  it('is one of which nothing was said', async () => {
    world = await openWorld();
    world.to(180);
    expect(await of('Invocations')).toBe('09:00 0, 09:01 0');
  });

  it('has requests in some of its minutes where they are rare', async () => {
    await open({ requestsPerMinute: 0.25 }, 10);
    expect(await of('Invocations')).toMatch(/^(09:0\d 0, ){1,3}09:0\d 1(, 09:0\d 0){3}, 09:0\d 1/);
  });
});

describe('the metrics of a rollout', () => {
  it('have EndpointConfigName from the first traffic of the new fleet on', async () => {
    await open({}, 0);
    await update(world, { DeploymentConfig: canary });
    world.to(900);
    const old = await of('Invocations', { config: 'fraud-v1' });
    expect(old).toMatch(/^09:02 49, 09:03 \d+, .*09:07 \d+$/);
    expect(await of('Invocations', { config: 'fraud-v2' })).toMatch(/^09:02 11, 09:03 .*09:13 60$/);
    expect(await of('ModelLatency', { config: 'fraud-v1', Stat: 'Average' })).toMatch(/^09:02/);
  });

  it('change with what the new model does from a minute on', async () => {
    const errorRate = [
      { fromMinute: 0, is: 0 },
      { fromMinute: 2, is: 1 },
    ];
    await open({ models: { 'fraud-v2': { errorRate, errors: 'model 5xx' } } }, 0);
    await update(world);
    world.to(600);
    expect(await of('Invocation5XXErrors', { config: 'fraud-v2' })).toBe(
      '09:02 0, 09:03 0, 09:04 60, 09:05 60, 09:06 60, 09:07 60, 09:08 60',
    );
  });

  it('follow models that no one has named', async () => {
    await open({ models: { 'fraud-v1': {} }, otherModels: { errorRate: 1 } }, 0);
    await update(world);
    world.to(300);
    expect(await of('Invocation5XXErrors')).toBe('09:00 0, 09:01 0, 09:02 30, 09:03 60');
  });

  it('end when the endpoint is deleted', async () => {
    await open({}, 2);
    world.sagemaker.inject({
      kind: 'endpoint-deleted',
      endpoint: 'fraud-prod',
      when: { afterSeconds: 30 },
    });
    world.to(600);
    expect(await of('Invocations')).toBe('09:00 60, 09:01 60, 09:02 30');
  });

  it('show that the endpoint is asked more from a moment on', async () => {
    await open({}, 2);
    world.sagemaker.setTraffic('fraud-prod', { requestsPerMinute: 90 });
    world.to(300);
    expect(await of('Invocations')).toBe('09:00 60, 09:01 60, 09:02 90, 09:03 90');
  });
});

describe('the metrics of other kinds of endpoints', () => {
  const ofVariant = (VariantName: string, name = 'Invocations') => {
    const query = metric(name);
    const Dimensions = [
      { Name: 'EndpointName', Value: 'fraud-prod' },
      { Name: 'VariantName', Value: VariantName },
    ];
    const Metric = { ...query.MetricStat?.Metric, Dimensions };
    const MetricStat = { Metric, Period: 60, Stat: 'Sum' };
    return datapoints(world, { MetricDataQueries: [{ Id: 'm', MetricStat }] });
  };
  const openScenario = async (...args: Parameters<typeof openWorld>) => {
    world = await openWorld(...args);
    world.sagemaker.setTraffic('fraud-prod', { requestsPerMinute: 60 });
    world.to(180);
  };

  it('are split between variants by their weights', async () => {
    await openScenario('two-variants');
    expect(await ofVariant('Main')).toBe('09:00 54, 09:01 54');
    expect(await ofVariant('Trial')).toBe('09:00 6, 09:01 6');
  });

  it('are those of a copy of all requests for a shadow variant', async () => {
    await openScenario('shadow-variant');
    expect(await ofVariant('AllTraffic')).toBe('09:00 60, 09:01 60');
    expect(await ofVariant('Shadow')).toBe('09:00 60, 09:01 60');
  });

  it('have no invocations where the endpoint answers asynchronously', async () => {
    await openScenario('asynchronous');
    expect(await ofVariant('AllTraffic')).toBe('');
    expect(await ofVariant('AllTraffic', 'InvocationsPerInstance')).toBe('');
    expect(await ofVariant('AllTraffic', 'InvocationModelErrors')).toBe('09:00 0, 09:01 0');
  });

  it('are those of one instance for a serverless variant', async () => {
    await openScenario('serverless');
    expect(await ofVariant('AllTraffic')).toBe('09:00 60, 09:01 60');
  });
});

it('a metric that there is not has no datapoints', async () => {
  await open({}, 3);
  const known = metric('Invocations').MetricStat?.Metric;
  const others = [
    { ...known, MetricName: 'toString' },
    { ...known, Namespace: 'AWS/EC2' },
    { ...known, Dimensions: known?.Dimensions?.slice(0, 1) },
    { ...known, Dimensions: [...(known?.Dimensions ?? []), { Name: 'Other', Value: 'x' }] },
    { ...known, Dimensions: known?.Dimensions?.map((each) => ({ ...each, Value: 'x' })) },
  ];
  const MetricDataQueries = others.map((Metric, index) => ({
    Id: `m${index}`,
    MetricStat: { Metric, Period: 60, Stat: 'Sum' },
  }));
  const { MetricDataResults = [] } = await getMetricData(world, { MetricDataQueries });
  expect(MetricDataResults.map(({ Values }) => Values)).toEqual([[], [], [], [], []]);
  const MetricStat = { Metric: known, Period: 60, Stat: 'Sum', Unit: 'Seconds' as const };
  expect(await datapoints(world, { MetricDataQueries: [{ Id: 'm', MetricStat }] })).toBe('');
});
