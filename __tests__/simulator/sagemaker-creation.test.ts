import {
  CreateModelCommand,
  DescribeEndpointCommand,
  DescribeModelCommand,
} from '@aws-sdk/client-sagemaker';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { everyMember, variant } from './every-member.ts';
import {
  canary,
  createConfig,
  createEndpoint,
  fetchConfig,
  openWorld,
  poll,
  rolling,
  type TestWorld,
  update,
} from './sagemaker-world.ts';

const arn = 'arn:aws:sagemaker:eu-west-1:123456789012';
let world: TestWorld;
beforeEach(async () => {
  world = await openWorld();
});
afterEach(() => world.close());

const fetchEndpoint = (EndpointName = 'new') =>
  world.client.send(new DescribeEndpointCommand({ EndpointName }));

const words = "Simulator (AWS's own words are unpublished): ";

it('a model tells its containers, images and data', async () => {
  const Containers = [
    {
      ContainerHostname: 'first',
      Image: '123456789012.dkr.ecr.eu-west-1.amazonaws.com/first:1',
      ModelDataUrl: 's3://models/first',
    },
    {
      ContainerHostname: 'second',
      Image: '123456789012.dkr.ecr.eu-west-1.amazonaws.com/second:1',
      ModelDataSource: {
        S3DataSource: {
          S3Uri: 's3://models/second/',
          S3DataType: 'S3Prefix' as const,
          CompressionType: 'None' as const,
        },
      },
      Environment: { LEVEL: 'info' },
    },
  ];
  const InferenceExecutionConfig = { Mode: 'Serial' as const };
  const model = { ModelName: 'chain', Containers, InferenceExecutionConfig };
  await world.client.send(new CreateModelCommand(model));
  expect(await world.client.send(new DescribeModelCommand({ ModelName: 'chain' }))).toMatchObject(
    model,
  );
});

describe('an endpoint that is created', () => {
  it.each([
    [{ kind: 'insufficient-capacity' as const }, 60, /InsufficientInstanceCapacity error\.$/],
    [
      { kind: 'failing-health-check' as const },
      1230,
      /^The primary container for production variant Main did not pass the ping health check\./,
    ],
    [
      {
        kind: 'failing-deployment' as const,
        stage: 'provisioning' as const,
        afterSeconds: 90,
        reason: 'Failed to download model data for container "container_1" from URL: "s3://m/x".',
      },
      90,
      /^Failed to download model data/,
    ],
  ])('may fail for a reason: %j', async (fault, seconds, reason) => {
    world.sagemaker.inject({ ...fault, endpoint: 'new' });
    await createConfig(world, { ProductionVariants: [{ ...variant, VariantName: 'Main' }] });
    await createEndpoint(world, { EndpointConfigName: 'new' });
    world.to(seconds - 1);
    expect((await fetchEndpoint()).EndpointStatus).toBe('Creating');
    world.to(seconds);
    expect(await fetchEndpoint()).toMatchObject({
      EndpointStatus: 'Failed',
      FailureReason: expect.stringMatching(reason),
    });
    await expect(update(world, { EndpointName: 'new' })).rejects.toThrow('can only be deleted');
  });

  it('keeps its deployment configuration for later only', async () => {
    const both = { ...canary, RollingUpdatePolicy: rolling.RollingUpdatePolicy };
    await expect(createEndpoint(world, { DeploymentConfig: both })).rejects.toThrow(words);
    await createEndpoint(world, { DeploymentConfig: canary });
    world.cloudwatch.alarms.set('fraud-5xx', 'ALARM');
    world.to(180);
    expect(await fetchEndpoint()).toMatchObject({
      EndpointStatus: 'InService',
      LastDeploymentConfig: canary,
    });
    await update(world, { EndpointName: 'new', RetainDeploymentConfig: true });
    expect(world.sagemaker.endpoint('new')?.state.lastDeploymentConfig).toEqual(canary);
  });

  it('needs the models of its configuration, as an update does', async () => {
    world.sagemaker.remove('model', 'fraud-v2');
    const missing = `Could not find model "${arn}:model/fraud-v2".`;
    await expect(createEndpoint(world, { EndpointConfigName: 'fraud-v2' })).rejects.toThrow(
      missing,
    );
    await expect(update(world)).rejects.toThrow(missing);
  });

  it('repeats what its configuration says of capture, answers, explanations and metrics', async () => {
    const { ShadowProductionVariants: _, ...members } = everyMember;
    await createConfig(world, members);
    await createEndpoint(world, { EndpointConfigName: 'new' });
    const { AsyncInferenceConfig, ExplainerConfig, MetricsConfig } = everyMember;
    expect(await fetchEndpoint()).toMatchObject({
      AsyncInferenceConfig,
      ExplainerConfig,
      MetricsConfig,
      DataCaptureConfig: { EnableCapture: true, CaptureStatus: 'Started' },
    });
  });
});

describe('an endpoint that is found', () => {
  const scene = async (name: Parameters<typeof openWorld>[0]) => {
    await world.close();
    world = await openWorld(name);
    const { ProductionVariants = [] } = await fetchEndpoint('fraud-prod');
    return ProductionVariants;
  };

  it('may have more instances than its configuration says', async () => {
    expect(await scene('scaled-far-out')).toMatchObject([
      { CurrentInstanceCount: 6, DesiredInstanceCount: 6 },
    ]);
    expect((await fetchConfig(world, 'fraud-v1')).ProductionVariants).toMatchObject([
      { InitialInstanceCount: 2 },
    ]);
    await update(world);
    expect(await poll(world, 159)).toBe('159 InService | fraud-v2 2/2');
  });

  it('may have no models of its own, but inference components', async () => {
    const [only] = await scene('inference-components');
    expect(only).toMatchObject({ VariantName: 'AllTraffic', CurrentInstanceCount: 3 });
    expect(only).not.toHaveProperty('DeployedImages');
    expect(await fetchConfig(world, 'fraud-v1')).toMatchObject({
      ExecutionRoleArn: expect.any(String),
    });
  });

  it('may be serverless', async () => {
    const [only] = await scene('serverless');
    const serverless = { MemorySizeInMB: 2048, MaxConcurrency: 20 };
    expect(only).toMatchObject({
      CurrentServerlessConfig: serverless,
      DesiredServerlessConfig: serverless,
      DeployedImages: [expect.anything()],
    });
    expect(only).not.toHaveProperty('DesiredInstanceCount');
  });

  it('may have had its configuration deleted', async () => {
    await scene('configuration-deleted');
    expect(await fetchEndpoint('fraud-prod')).toMatchObject({ EndpointConfigName: 'fraud-v1' });
    await expect(fetchConfig(world, 'fraud-v1')).rejects.toThrow(/^Could not find endpoint conf/);
  });

  it('may vanish', async () => {
    world.sagemaker.remove('endpoint', 'fraud-prod');
    await expect(fetchEndpoint('fraud-prod')).rejects.toThrow(/^Could not find endpoint "/);
  });
});
