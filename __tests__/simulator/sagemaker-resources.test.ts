import {
  CreateModelCommand,
  DeleteEndpointCommand,
  DeleteEndpointConfigCommand,
  DeleteModelCommand,
  DescribeEndpointCommand,
  DescribeModelCommand,
  ListEndpointConfigsCommand,
  UpdateEndpointWeightsAndCapacitiesCommand,
} from '@aws-sdk/client-sagemaker';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { monday } from '../../simulator/clock.ts';
import { variant } from './every-member.ts';
import {
  canary,
  createConfig,
  createEndpoint,
  describeEndpoint,
  fetchConfig,
  openWorld,
  poll,
  type TestWorld,
  update,
} from './sagemaker-world.ts';

const arn = 'arn:aws:sagemaker:eu-west-1:123456789012';
let world: TestWorld;
beforeEach(async () => {
  world = await openWorld();
});
afterEach(() => world.close());

const fetchModel = (ModelName: string) =>
  world.client.send(new DescribeModelCommand({ ModelName }));
const deleteConfig = (EndpointConfigName: string) =>
  world.client.send(new DeleteEndpointConfigCommand({ EndpointConfigName }));
const deleteEndpoint = () =>
  world.client.send(new DeleteEndpointCommand({ EndpointName: 'fraud-prod' }));

describe('a model', () => {
  it('is created, described, deleted', async () => {
    const Tags = [{ Key: 'team', Value: 'risk' }];
    const input = {
      ModelName: 'fraud-v4',
      PrimaryContainer: {
        Image: '123456789012.dkr.ecr.eu-west-1.amazonaws.com/fraud:4',
        Environment: { LEVEL: 'info' },
      },
      ExecutionRoleArn: 'arn:aws:iam::123456789012:role/sagemaker',
      Tags,
    };
    const { ModelArn } = await world.client.send(new CreateModelCommand(input));
    expect(ModelArn).toBe(`${arn}:model/fraud-v4`);
    const { Tags: _, ...members } = input;
    expect(await fetchModel('fraud-v4')).toMatchObject({
      ...members,
      ModelArn,
      CreationTime: new Date(monday),
    });
    await expect(world.client.send(new CreateModelCommand(input))).rejects.toThrow(
      `Cannot create already existing model "${ModelArn}".`,
    );
    await world.client.send(new DeleteModelCommand({ ModelName: 'fraud-v4' }));
    await expect(fetchModel('fraud-v4')).rejects.toThrow(`Could not find model "${ModelArn}".`);
  });
});

describe('an endpoint configuration', () => {
  const create = (EndpointConfigName: string, ModelName = 'fraud-v2') =>
    createConfig(world, { EndpointConfigName, ProductionVariants: [{ ...variant, ModelName }] });

  it('is created, described, and deleted even in use', async () => {
    expect((await create('fraud-v4')).EndpointConfigArn).toBe(`${arn}:endpoint-config/fraud-v4`);
    expect(await fetchConfig(world, 'fraud-v4')).toMatchObject({
      EndpointConfigName: 'fraud-v4',
      ProductionVariants: [{ ...variant, ModelName: 'fraud-v2' }],
      CreationTime: new Date(monday),
    });
    await expect(create('fraud-v4')).rejects.toThrow(
      `Cannot create already existing endpoint configuration "${arn}:endpoint-config/fraud-v4".`,
    );
    await deleteConfig('fraud-v1');
    await expect(fetchConfig(world, 'fraud-v1')).rejects.toThrow(
      /^Could not find endpoint configuration/,
    );
  });

  it('needs its model', async () => {
    await expect(create('fraud-v4', 'nothing')).rejects.toThrow(
      `Could not find model "${arn}:model/nothing".`,
    );
  });

  it('that is live and was deleted is missed by the next update', async () => {
    await deleteConfig('fraud-v1');
    await expect(update(world)).rejects.toThrow(
      `Could not find endpoint configuration "${arn}:endpoint-config/fraud-v1".`,
    );
  });

  it('that is created again under its name leaves what runs as it is, but for the times', async () => {
    const before = await describeEndpoint(world);
    const model = before.ProductionVariants?.[0];
    world.sagemaker.replaceModel('fraud-v1', { PrimaryContainer: { Image: 'images/fraud:9' } });
    world.sagemaker.replaceEndpointConfig('fraud-v1', {
      ProductionVariants: [{ ...variant, ModelName: 'fraud-v2' }],
    });
    expect(await describeEndpoint(world)).toMatchObject({
      EndpointConfigName: 'fraud-v1',
      LastModifiedTime: before.LastModifiedTime,
      ProductionVariants: [{ DeployedImages: model?.DeployedImages }],
    });
    const resolvedAt = model?.DeployedImages?.[0]?.ResolutionTime?.getTime();
    expect(resolvedAt).toBe(before.LastModifiedTime?.getTime());
    expect((await fetchModel('fraud-v1')).CreationTime?.getTime()).toBeGreaterThan(resolvedAt ?? 0);
    expect((await fetchConfig(world, 'fraud-v1')).CreationTime).toEqual(new Date(monday));
    expect((await fetchConfig(world, 'fraud-v2')).CreationTime?.getTime()).toBeLessThan(
      resolvedAt ?? 0,
    );
  });

  it('is listed, newest first, page by page', async () => {
    world.to(1);
    await create('other');
    world.to(2);
    await create('fraud-v4');
    const list = async (input: object) => {
      const page = await world.client.send(new ListEndpointConfigsCommand(input));
      return [
        ...(page.EndpointConfigs ?? []).map((each) => each.EndpointConfigName),
        page.NextToken,
      ];
    };
    expect(await list({ NameContains: 'fraud', MaxResults: 2 })).toEqual([
      'fraud-v4',
      'fraud-v3',
      '2',
    ]);
    expect(await list({ NameContains: 'fraud', MaxResults: 2, NextToken: '2' })).toEqual([
      'fraud-v2',
      'fraud-v1',
      undefined,
    ]);
    expect(await list({ SortBy: 'Name', SortOrder: 'Ascending', MaxResults: 1 })).toEqual([
      'fraud-v1',
      '1',
    ]);
    expect(await list({ CreationTimeAfter: new Date(monday + 1500) })).toEqual([
      'fraud-v4',
      undefined,
    ]);
  });
});

describe('an endpoint', () => {
  it('is created in three minutes, and keeps a deployment configuration for later', async () => {
    const { EndpointArn } = await createEndpoint(world, { DeploymentConfig: canary });
    expect(EndpointArn).toBe(`${arn}:endpoint/new`);
    const seen = () => world.client.send(new DescribeEndpointCommand({ EndpointName: 'new' }));
    world.to(179);
    expect(await seen()).toMatchObject({
      EndpointStatus: 'Creating',
      LastDeploymentConfig: canary,
    });
    expect(await seen()).not.toHaveProperty('ProductionVariants');
    world.to(180);
    expect(await seen()).toMatchObject({
      EndpointStatus: 'InService',
      LastModifiedTime: new Date(monday + 180_000),
      ProductionVariants: [{ CurrentInstanceCount: 3, DesiredInstanceCount: 3 }],
    });
    await expect(createEndpoint(world)).rejects.toThrow(
      `Cannot create already existing endpoint "${arn}:endpoint/new".`,
    );
  });

  it('can fail to be created', async () => {
    world.sagemaker.inject({ kind: 'insufficient-capacity', endpoint: 'new' });
    await createEndpoint(world);
    world.to(60);
    expect(
      await world.client.send(new DescribeEndpointCommand({ EndpointName: 'new' })),
    ).toMatchObject({
      EndpointStatus: 'Failed',
      FailureReason: expect.stringContaining('InsufficientInstanceCapacity'),
    });
  });

  it('is deleted, unless something runs', async () => {
    await deleteEndpoint();
    expect(await poll(world, 4)).toContain('4 Deleting');
    world.to(5);
    await expect(describeEndpoint(world)).rejects.toThrow(/^Could not find endpoint "/);
    await expect(deleteEndpoint()).rejects.toThrow(/^Could not find endpoint "/);
  });

  it('refuses update, weights and deletion while one runs', async () => {
    await update(world, { DeploymentConfig: canary });
    const busy = `Cannot update in-progress endpoint "${arn}:endpoint/fraud-prod".`;
    await expect(update(world)).rejects.toThrow(busy);
    await expect(deleteEndpoint()).rejects.toThrow(busy);
    await expect(
      world.client.send(
        new UpdateEndpointWeightsAndCapacitiesCommand({
          EndpointName: 'fraud-prod',
          DesiredWeightsAndCapacities: [{ VariantName: 'AllTraffic', DesiredInstanceCount: 1 }],
        }),
      ),
    ).rejects.toThrow(busy);
  });

  it('changes weights and counts in a minute', async () => {
    await world.client.send(
      new UpdateEndpointWeightsAndCapacitiesCommand({
        EndpointName: 'fraud-prod',
        DesiredWeightsAndCapacities: [
          { VariantName: 'AllTraffic', DesiredInstanceCount: 6, DesiredWeight: 0.5 },
        ],
      }),
    );
    expect(await poll(world, 0)).toBe(
      '0 Updating | fraud-v1 3/6 Updating (Scaling out desired instance count to 6.)',
    );
    expect(await poll(world, 60)).toBe('60 InService | fraud-v1 6/6');
    expect((await describeEndpoint(world)).ProductionVariants).toMatchObject([
      { CurrentWeight: 0.5, DesiredWeight: 0.5 },
    ]);
  });

  it('retains counts and weights when it is told to, except those that are excluded', async () => {
    world.sagemaker.addEndpoint('fraud-prod', 'fraud-v1', {
      instanceCounts: { AllTraffic: 5 },
      weights: { AllTraffic: 0.5 },
    });
    await update(world, {
      RetainAllVariantProperties: true,
      ExcludeRetainedVariantProperties: [{ VariantPropertyType: 'DesiredWeight' }],
    });
    expect(await poll(world, 159)).toBe('159 InService | fraud-v2 5/5');
    expect((await describeEndpoint(world)).ProductionVariants?.[0]?.CurrentWeight).toBe(1);
  });
});
