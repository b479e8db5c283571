import {
  ApplicationAutoScalingClient,
  DeregisterScalableTargetCommand,
  DescribeScalableTargetsCommand,
  DescribeScalingPoliciesCommand,
  DescribeScheduledActionsCommand,
  ListTagsForResourceCommand,
  PutScalingPolicyCommand,
  type PutScalingPolicyCommandInput,
  PutScheduledActionCommand,
  RegisterScalableTargetCommand,
  type RegisterScalableTargetCommandInput,
  TagResourceCommand,
  UntagResourceCommand,
} from '@aws-sdk/client-application-auto-scaling';
import { DeleteEndpointCommand } from '@aws-sdk/client-sagemaker';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { openWorld, type TestWorld, update } from './sagemaker-world.ts';

const target = {
  ServiceNamespace: 'sagemaker',
  ResourceId: 'endpoint/fraud-prod/variant/AllTraffic',
  ScalableDimension: 'sagemaker:variant:DesiredInstanceCount',
} as const;
const tracking = {
  ...target,
  PolicyName: 'invocations',
  PolicyType: 'TargetTrackingScaling',
  TargetTrackingScalingPolicyConfiguration: {
    TargetValue: 70.5,
    PredefinedMetricSpecification: {
      PredefinedMetricType: 'SageMakerVariantInvocationsPerInstance',
    },
  },
} as const satisfies PutScalingPolicyCommandInput;
const words = /^Simulator \(AWS's own words are unpublished\): /;

describe('Application Auto Scaling', () => {
  let world: TestWorld;
  let client: ApplicationAutoScalingClient;
  beforeEach(async () => {
    world = await openWorld();
    const credentials = { accessKeyId: 'test', secretAccessKey: 'test' };
    const options = { endpoint: world.url, region: 'eu-west-1', maxAttempts: 1 };
    client = new ApplicationAutoScalingClient({ ...options, credentials });
  });
  afterEach(() => world.close());

  const register = (input: Partial<RegisterScalableTargetCommandInput> = {}) =>
    client.send(
      new RegisterScalableTargetCommand({ ...target, MinCapacity: 2, MaxCapacity: 8, ...input }),
    );
  const targets = async () =>
    (await client.send(new DescribeScalableTargetsCommand({ ServiceNamespace: 'sagemaker' })))
      .ScalableTargets;
  const policies = (more: object = {}) =>
    client.send(new DescribeScalingPoliciesCommand({ ServiceNamespace: 'sagemaker', ...more }));
  const actions = () =>
    client.send(new DescribeScheduledActionsCommand({ ServiceNamespace: 'sagemaker' }));

  it('keeps the tags of a target by its ARN', async () => {
    const { ScalableTargetARN: ResourceARN } = await register({ Tags: { team: 'fraud' } });
    const tags = async () =>
      (await client.send(new ListTagsForResourceCommand({ ResourceARN }))).Tags;
    await client.send(new TagResourceCommand({ ResourceARN, Tags: { team: 'risk', stage: 'x' } }));
    expect(await tags()).toEqual({ team: 'risk', stage: 'x' });
    await client.send(new UntagResourceCommand({ ResourceARN, TagKeys: ['stage', 'other'] }));
    expect(await tags()).toEqual({ team: 'risk' });
    const other = `${ResourceARN?.slice(0, -1)}-`;
    await expect(
      client.send(new ListTagsForResourceCommand({ ResourceARN: other })),
    ).rejects.toThrow(words);
  });

  it('remembers a target, and changes only what is given', async () => {
    await register({ SuspendedState: { ScheduledScalingSuspended: true } });
    await client.send(new RegisterScalableTargetCommand({ ...target, MaxCapacity: 12 }));
    expect(await targets()).toEqual([
      {
        ...target,
        MinCapacity: 2,
        MaxCapacity: 12,
        RoleARN: expect.stringContaining(
          'AWSServiceRoleForApplicationAutoScaling_SageMakerEndpoint',
        ),
        ScalableTargetARN: expect.stringMatching(/^arn:aws:application-autoscaling:eu-west-1:/),
        CreationTime: new Date(world.clock.now()),
        SuspendedState: {
          DynamicScalingInSuspended: false,
          DynamicScalingOutSuspended: false,
          ScheduledScalingSuspended: true,
        },
      },
    ]);
  });

  it('remembers policies and scheduled actions as they were put', async () => {
    await register();
    await client.send(new PutScalingPolicyCommand(tracking));
    const StartTime = new Date('2026-05-01T06:00:00Z');
    const action = {
      ...target,
      ScheduledActionName: 'morning',
      Schedule: 'rate(1 day)',
      StartTime,
      ScalableTargetAction: { MinCapacity: 4 },
    };
    await client.send(new PutScheduledActionCommand(action));
    expect((await policies()).ScalingPolicies).toMatchObject([
      { ...tracking, Alarms: [{}, {}], PolicyARN: expect.stringContaining(':scalingPolicy:') },
    ]);
    expect((await actions()).ScheduledActions).toMatchObject([action]);
  });

  it('deregisters with all that hangs on it; put again, a policy has another ARN', async () => {
    await register();
    const first = await client.send(new PutScalingPolicyCommand(tracking));
    await client.send(new DeregisterScalableTargetCommand(target));
    expect(await targets()).toEqual([]);
    expect((await policies()).ScalingPolicies).toEqual([]);
    await register();
    expect((await policies()).ScalingPolicies).toEqual([]);
    const second = await client.send(new PutScalingPolicyCommand(tracking));
    expect(second.PolicyARN).not.toBe(first.PolicyARN);
  });

  it('tells policies page by page', async () => {
    await register();
    for (let n = 0; n < 13; n += 1) {
      await client.send(new PutScalingPolicyCommand({ ...tracking, PolicyName: `p${n}` }));
    }
    const first = await policies();
    expect(first.ScalingPolicies).toHaveLength(10);
    const { NextToken } = first;
    expect((await policies({ NextToken })).ScalingPolicies).toHaveLength(3);
    await expect(policies({ NextToken: 'x' })).rejects.toThrow('The next token is invalid.');
  });

  it.each([
    ['no such variant', { ResourceId: 'endpoint/fraud-prod/variant/Nobody' }],
    ['no such endpoint', { ResourceId: 'endpoint/nobody/variant/AllTraffic' }],
    ['capacities upside down', { MinCapacity: 9 }],
    [
      'concurrency of instances',
      { ScalableDimension: 'sagemaker:variant:DesiredProvisionedConcurrency' },
    ],
  ] as const)('refuses to register %s', async (_, input) => {
    await expect(register(input)).rejects.toMatchObject({
      name: 'ValidationException',
      message: expect.stringMatching(words),
    });
  });

  it('refuses what is about no target, and a new one without capacities', async () => {
    for (const command of [
      client.send(new DeregisterScalableTargetCommand(target)),
      client.send(new PutScalingPolicyCommand(tracking)),
    ]) {
      await expect(command).rejects.toMatchObject({ name: 'ObjectNotFoundException' });
    }
    await expect(client.send(new RegisterScalableTargetCommand(target))).rejects.toThrow(words);
    await expect(register({ ResourceId: '' })).rejects.toThrow(
      "Value '' at 'resourceId' failed to satisfy constraint: Member must have length greater than or equal to 1",
    );
  });

  it('takes a registration while the endpoint is updated, unless a fault says otherwise', async () => {
    await update(world);
    await register();
    world.sagemaker.inject({ kind: 'registration-in-service-only' });
    await expect(register()).rejects.toThrow(words);
    world.to(600);
    await register();
  });

  it('is struck by faults like any service', async () => {
    world.sagemaker.inject({ kind: 'access-denied', operation: 'RegisterScalableTarget' });
    await expect(register()).rejects.toMatchObject({
      name: 'AccessDeniedException',
      message: expect.stringContaining('application-autoscaling:RegisterScalableTarget'),
    });
  });

  it('makes UpdateEndpoint refuse another instance type and a removal, but no other model', async () => {
    const config = (VariantName: string, InstanceType: 'ml.c5.xlarge' | 'ml.m5.xlarge') => ({
      ProductionVariants: [
        { VariantName, InstanceType, ModelName: 'fraud-v2', InitialInstanceCount: 3 },
      ],
    });
    world.sagemaker.addEndpointConfig('faster', config('AllTraffic', 'ml.c5.xlarge'));
    world.sagemaker.addEndpointConfig('renamed', config('Main', 'ml.m5.xlarge'));
    await register();
    for (const EndpointConfigName of ['faster', 'renamed']) {
      await expect(update(world, { EndpointConfigName })).rejects.toThrow(words);
    }
    await update(world);
    world.to(600);
    await client.send(new DeregisterScalableTargetCommand(target));
    await update(world, { EndpointConfigName: 'faster' });
  });

  it('forgets the variants of an endpoint that is deleted', async () => {
    await register();
    await world.client.send(new DeleteEndpointCommand({ EndpointName: 'fraud-prod' }));
    world.to(600);
    expect(await targets()).toEqual([]);
  });
});
