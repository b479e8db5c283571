import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { monday } from '../../simulator/clock.ts';
import { variant } from './every-member.ts';
import { allStreams, describeStreams, freshStreams, linesOf, logGroupName } from './logs-world.ts';
import type { TestWorld } from './sagemaker-world.ts';
import {
  canary,
  createConfig,
  createEndpoint,
  openWorld,
  rolling,
  update,
} from './sagemaker-world.ts';

let world: TestWorld;
beforeEach(async () => {
  world = await openWorld();
});
afterEach(() => world.close());

/** Seconds since the beginning at which the streams were created that are new. */
const births = async (group = logGroupName) =>
  (await freshStreams(world, group)).map(({ creationTime = 0 }) => (creationTime - monday) / 1000);

const endings = async (group: string) =>
  (await allStreams(world, group)).map(({ logStreamName = '' }) =>
    logStreamName.replace(/i-0[0-9a-f]{16}/, 'i'),
  );

describe('every instance has a log stream, which is there from the start of its container on', () => {
  it('that of the fleet that is found is a day old', async () => {
    const streams = await allStreams(world);
    expect(streams).toHaveLength(3);
    expect(new Set(streams.map(({ logStreamName }) => logStreamName)).size).toBe(3);
    expect(streams[0]).toEqual({
      logStreamName: expect.stringMatching(/^AllTraffic\/i-0[0-9a-f]{16}$/),
      creationTime: monday - 86_380_000,
      firstEventTimestamp: monday - 86_380_000,
      lastEventTimestamp: expect.any(Number),
      lastIngestionTime: expect.any(Number),
      uploadSequenceToken: expect.any(String),
      arn: `arn:aws:logs:eu-west-1:123456789012:log-group:${logGroupName}:log-stream:${streams[0]?.logStreamName}`,
      storedBytes: 0,
    });
  });

  it('a blue/green update launches its whole fleet at the beginning', async () => {
    await update(world, { DeploymentConfig: canary });
    world.to(22);
    expect(await births()).toEqual([]);
    world.to(3600);
    expect(await births()).toEqual([23, 24, 25]);
  });

  it('a pending deployment that still shows after the success launches nothing', async () => {
    world.sagemaker.inject({ kind: 'lingering-summary', seconds: 600 });
    await update(world, { DeploymentConfig: canary });
    world.to(3600);
    expect(await births()).toEqual([23, 24, 25]);
  });

  it('a rolling update launches it batch by batch', async () => {
    await update(world, { DeploymentConfig: rolling });
    world.to(3600);
    expect(await births()).toEqual([23, 239, 458]);
  });

  it('a rolled back rolling update launches the old model again', async () => {
    world.cloudwatch.alarms.trip('fraud-5xx', { when: { stage: 'baking', step: 2 } });
    await update(world, { DeploymentConfig: rolling });
    world.to(3600);
    const fresh = await freshStreams(world);
    expect(await births()).toEqual([23, 239, 394]);
    const models = await Promise.all(
      fresh.map(async (stream) => (await linesOf(world, stream)).join().match(/Model (\S+)/)?.[1]),
    );
    expect(models).toEqual(['fraud-v2', 'fraud-v2', 'fraud-v1']);
  });

  it('scaling out adds one, and scaling in ends the oldest', async () => {
    const scale = (instances: number) =>
      world.sagemaker.inject({
        kind: 'auto-scaling',
        endpoint: 'fraud-prod',
        when: { afterSeconds: 0 },
        instances,
      });
    scale(4);
    world.to(600);
    expect(await births()).toEqual([20]);
    scale(3);
    world.to(1200);
    const [oldest, second] = await allStreams(world);
    if (!oldest || !second) throw new Error('There are no streams');
    expect((await linesOf(world, oldest)).at(-1)).toMatch(/Shutting down/);
    expect((await linesOf(world, second)).at(-1)).not.toMatch(/Shutting down/);
  });

  it('an endpoint that is being created has them before it serves', async () => {
    await createEndpoint(world);
    world.to(21);
    expect(await births('/aws/sagemaker/Endpoints/new')).toEqual([20, 21]);
  });

  it('they outlive their endpoint, and one of the same name adds its own', async () => {
    world.sagemaker.inject({
      kind: 'endpoint-recreated',
      endpoint: 'fraud-prod',
      endpointConfigName: 'fraud-v2',
      when: { afterSeconds: 60 },
    });
    world.to(50);
    world.to(600);
    const streams = await allStreams(world);
    expect(streams).toHaveLength(6);
    expect(await births()).toEqual([80, 81, 82]);
  });
});

describe('the names of streams', () => {
  const group = '/aws/sagemaker/Endpoints/new';

  it('end in the container of a pipeline', async () => {
    const image = (name: string) => `123456789012.dkr.ecr.eu-west-1.amazonaws.com/models:${name}`;
    world.sagemaker.replaceModel('fraud-v1', {
      PrimaryContainer: undefined,
      Containers: [{ ContainerHostname: 'features', Image: image('a') }, { Image: image('b') }],
    });
    await createEndpoint(world);
    world.to(20);
    expect(await endings(group)).toEqual(['AllTraffic/i/container-2', 'AllTraffic/i/features']);
  });

  it('of an asynchronous endpoint come a second time with its queue', async () => {
    const AsyncInferenceConfig = { OutputConfig: { S3OutputPath: 's3://f/answers' } };
    await createConfig(world, { AsyncInferenceConfig });
    await createEndpoint(world, { EndpointConfigName: 'new' });
    world.to(20);
    expect(await endings(group)).toEqual(['AllTraffic/i', 'AllTraffic/i/data-log']);
  });

  it('of a serverless variant is one, and there is none of inference components', async () => {
    const { ModelName: _, ...withoutModel } = variant;
    await createConfig(world, {
      ProductionVariants: [withoutModel],
      ExecutionRoleArn: 'arn:aws:iam::123456789012:role/sagemaker',
    });
    await createEndpoint(world, { EndpointConfigName: 'new' });
    world.to(600);
    await expect(endings(group)).rejects.toMatchObject({ name: 'ResourceNotFoundException' });

    await world.close();
    world = await openWorld('serverless');
    await update(world);
    world.to(3600);
    expect(await births()).toEqual([23]);
    expect(await allStreams(world)).toHaveLength(2);
  });

  it('begin with the variant, also that of a shadow variant', async () => {
    await createConfig(world, {
      ProductionVariants: [{ ...variant, InitialInstanceCount: 1 }],
      ShadowProductionVariants: [{ ...variant, VariantName: 'Shadow', InitialInstanceCount: 1 }],
    });
    await createEndpoint(world, { EndpointConfigName: 'new' });
    world.to(20);
    expect(await endings(group)).toEqual(['AllTraffic/i', 'Shadow/i']);
  });
});

describe('DescribeLogStreams', () => {
  it('tells the last event of ten minutes ago, and none of a stream that is younger', async () => {
    await update(world, { DeploymentConfig: canary });
    world.to(500);
    const fresh = await freshStreams(world);
    expect(fresh.map(({ lastEventTimestamp }) => lastEventTimestamp)).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
    world.logs.lagSeconds = 0;
    const [now] = await freshStreams(world);
    expect(now?.lastEventTimestamp).toBeGreaterThan(monday + 460_000);
  });

  it('orders by name unless asked for the last event, where unknown ones come last', async () => {
    await update(world, { DeploymentConfig: canary });
    world.to(60);
    const byName = (await describeStreams(world)).logStreams?.map((each) => each.logStreamName);
    expect(byName).toEqual([...(byName ?? [])].sort());
    const ages = async (descending: boolean) => {
      const { logStreams } = await describeStreams(world, { orderBy: 'LastEventTime', descending });
      return logStreams?.map(({ creationTime = 0 }) => (creationTime > monday ? 'new' : 'old'));
    };
    expect(await ages(true)).toEqual(['old', 'old', 'old', 'new', 'new', 'new']);
    expect(await ages(false)).toEqual(['new', 'new', 'new', 'old', 'old', 'old']);
  });

  it('cuts its answer into pages', async () => {
    const first = await describeStreams(world, { limit: 2 });
    expect(first.logStreams).toHaveLength(2);
    const { nextToken } = first;
    const second = await describeStreams(world, { limit: 2, ...(nextToken && { nextToken }) });
    expect(second.logStreams).toHaveLength(1);
    expect(second.nextToken).toBeUndefined();
  });

  it('takes a prefix, and the ARN of a group', async () => {
    const none = await describeStreams(world, { logStreamNamePrefix: 'Other/' });
    expect(none.logStreams).toEqual([]);
    const logGroupIdentifier = `arn:aws:logs:eu-west-1:123456789012:log-group:${logGroupName}`;
    const all = await describeStreams(world, { logGroupName: undefined, logGroupIdentifier });
    expect(all.logStreams).toHaveLength(3);
  });
});
