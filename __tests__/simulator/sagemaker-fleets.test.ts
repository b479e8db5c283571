import type { ProductionVariant } from '@aws-sdk/client-sagemaker';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { instancesOf } from '../../simulator/sagemaker/policy.ts';
import {
  canary,
  describeEndpoint,
  linear,
  openWorld,
  poll,
  rolling,
  type TestWorld,
  update,
} from './sagemaker-world.ts';

describe('a size in instances', () => {
  it.each([
    ['percent', 10, 3, 1],
    ['percent', 34, 3, 1],
    ['percent', 50, 5, 2],
    ['percent', 5, 100, 5],
    ['instances', 2, 6, 2],
    ['instances', 9, 6, 6],
    ['percent', 50, 1, 1],
  ] as const)('%s %d of %d is %d', (unit, value, fleet, instances) => {
    expect(instancesOf({ unit, value }, fleet)).toBe(instances);
  });
});

describe('fleets of other kinds', () => {
  let world: TestWorld;
  beforeEach(async () => {
    world = await openWorld();
  });
  afterEach(() => world.close());

  const variant = (members: Partial<ProductionVariant>): ProductionVariant => ({
    VariantName: 'AllTraffic',
    ModelName: 'fraud-v1',
    InstanceType: 'ml.m5.xlarge',
    InitialInstanceCount: 2,
    InitialVariantWeight: 1,
    ...members,
  });

  /** fraud-prod on a configuration `a`, ready to be updated to `b`. */
  const between = (a: object, b: object = a) => {
    world.sagemaker.addEndpointConfig('a', a);
    world.sagemaker.addEndpointConfig('b', b);
    world.sagemaker.addEndpoint('fraud-prod', 'a');
  };

  it('several variants shift together, each by its own share', async () => {
    between({
      ProductionVariants: [
        variant({ VariantName: 'Left', InitialInstanceCount: 4 }),
        variant({ VariantName: 'Right', InitialInstanceCount: 2 }),
      ],
    });
    await update(world, { EndpointConfigName: 'b', DeploymentConfig: canary });
    expect(await poll(world, 150)).toBe(
      '150 Updating | a 3/4 + 1/2 | b 1/4 ActivatingTraffic (Activating traffic on canary capacity of 1 instance(s).) + 1/2 ActivatingTraffic (Activating traffic on canary capacity of 1 instance(s).)',
    );
    expect(await poll(world, 584)).toBe('584 InService | b 4/4 + 2/2');
  });

  it('a smaller fleet takes its share from a larger one', async () => {
    between(
      { ProductionVariants: [variant({ InitialInstanceCount: 6 })] },
      { ProductionVariants: [variant({ InitialInstanceCount: 2 })] },
    );
    await update(world, { EndpointConfigName: 'b', DeploymentConfig: canary });
    expect(await poll(world, 155)).toMatch(/^155 Updating \| a 3\/6 \| b 1\/2 Baking/);
  });

  it('a single instance is its own canary', async () => {
    between({ ProductionVariants: [variant({ InitialInstanceCount: 1 })] });
    await update(world, { EndpointConfigName: 'b', DeploymentConfig: canary });
    expect(await poll(world, 155)).toMatch(/^155 Updating \| a 0\/1 \| b 1\/1 Baking/);
    expect(await poll(world, 584)).toBe('584 InService | b 1/1');
  });

  it('serverless variants have no instances, and shift all the same', async () => {
    const config = { MemorySizeInMB: 2048, MaxConcurrency: 5 };
    between({
      ProductionVariants: [
        { VariantName: 'AllTraffic', ModelName: 'fraud-v1', ServerlessConfig: config },
      ],
    });
    await update(world, { EndpointConfigName: 'b', DeploymentConfig: linear });
    world.to(155);
    const { PendingDeploymentSummary } = await describeEndpoint(world);
    expect(PendingDeploymentSummary?.ProductionVariants?.[0]).toMatchObject({
      CurrentServerlessConfig: config,
      VariantStatus: [{ Status: 'Baking' }],
    });
    expect(PendingDeploymentSummary?.ProductionVariants?.[0]).not.toHaveProperty(
      'CurrentInstanceCount',
    );
    expect(await poll(world, 429)).toBe('429 InService | b undefined/undefined');
  });

  it('shadow variants are told apart', async () => {
    between({
      ProductionVariants: [variant({})],
      ShadowProductionVariants: [variant({ VariantName: 'Shadow', InitialInstanceCount: 1 })],
    });
    await update(world, { EndpointConfigName: 'b' });
    world.to(3);
    const { PendingDeploymentSummary, ShadowProductionVariants } = await describeEndpoint(world);
    expect(ShadowProductionVariants).toMatchObject([{ VariantName: 'Shadow' }]);
    expect(PendingDeploymentSummary?.ShadowProductionVariants).toMatchObject([
      { VariantName: 'Shadow', CurrentInstanceCount: 0, DesiredInstanceCount: 1 },
    ]);
  });

  it('an Inf1 endpoint silently falls back to all at once', async () => {
    between({ ProductionVariants: [variant({ InstanceType: 'ml.inf1.xlarge' })] });
    await update(world, { EndpointConfigName: 'b', DeploymentConfig: canary });
    expect(await poll(world, 159)).toBe('159 InService | b 2/2');
  });

  it('a deployment configuration wants the same variants; without one they may change', async () => {
    between(
      { ProductionVariants: [variant({ VariantName: 'Old' })] },
      { ProductionVariants: [variant({ VariantName: 'New' })] },
    );
    await expect(
      update(world, { EndpointConfigName: 'b', DeploymentConfig: canary }),
    ).rejects.toThrow('the variants must stay the same: Old are not New');
    await update(world, { EndpointConfigName: 'b' });
    expect(await poll(world, 159)).toBe('159 InService | b 2/2');
  });

  it('a rolling update takes one variant with instances', async () => {
    between({
      ProductionVariants: [variant({ VariantName: 'Left' }), variant({ VariantName: 'Right' })],
    });
    await expect(
      update(world, { EndpointConfigName: 'b', DeploymentConfig: rolling }),
    ).rejects.toThrow('a rolling update takes one variant');
  });
});
