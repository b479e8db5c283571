import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { monday } from '../../simulator/clock.ts';
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

describe('a rollout that nothing disturbs', () => {
  let world: TestWorld;
  beforeEach(async () => {
    world = await openWorld();
  });
  afterEach(() => world.close());

  const see = async (...seconds: number[]) => {
    const seen: string[] = [];
    for (const each of seconds) seen.push(await poll(world, each));
    return seen;
  };

  it('all at once: everything moves when the new fleet is there', async () => {
    await update(world);
    expect(await see(0, 2.9, 3, 149, 150, 155, 159)).toEqual([
      '0 Updating | fraud-v1 3/3',
      '2.9 Updating | fraud-v1 3/3',
      '3 Updating | fraud-v1 3/3 | fraud-v2 0/3 Creating (Launching 3 instance(s).)',
      '149 Updating | fraud-v1 3/3 | fraud-v2 0/3 Creating (Launching 3 instance(s).)',
      '150 Updating | fraud-v1 0/3 | fraud-v2 3/3 ActivatingTraffic (Activating traffic on full capacity of 3 instance(s).)',
      '155 Updating | fraud-v1 0/3 Deleting (Terminating 3 instance(s).) | fraud-v2 3/3',
      '159 InService | fraud-v2 3/3',
    ]);
  });

  it('canary: one instance bakes, then all of them, and it takes 9:44 as in the captured run', async () => {
    await update(world, { DeploymentConfig: canary });
    expect(await see(0, 3, 150, 155, 454, 455, 460, 579, 580, 583, 584)).toEqual([
      '0 Updating | fraud-v1 3/3',
      '3 Updating | fraud-v1 3/3 | fraud-v2 0/3 Creating (Launching 3 instance(s).)',
      '150 Updating | fraud-v1 2/3 | fraud-v2 1/3 ActivatingTraffic (Activating traffic on canary capacity of 1 instance(s).)',
      '155 Updating | fraud-v1 2/3 | fraud-v2 1/3 Baking (Baking for 300 seconds (TerminationWaitInSeconds) with traffic enabled on canary capacity of 1 instance(s).)',
      '454 Updating | fraud-v1 2/3 | fraud-v2 1/3 Baking (Baking for 300 seconds (TerminationWaitInSeconds) with traffic enabled on canary capacity of 1 instance(s).)',
      '455 Updating | fraud-v1 0/3 | fraud-v2 3/3 ActivatingTraffic (Activating traffic on full capacity of 3 instance(s).)',
      '460 Updating | fraud-v1 0/3 | fraud-v2 3/3 Baking (Baking for 120 seconds (TerminationWaitInSeconds) with traffic enabled on full capacity of 3 instance(s).)',
      '579 Updating | fraud-v1 0/3 | fraud-v2 3/3 Baking (Baking for 120 seconds (TerminationWaitInSeconds) with traffic enabled on full capacity of 3 instance(s).)',
      '580 Updating | fraud-v1 0/3 Deleting (Terminating 3 instance(s).) | fraud-v2 3/3',
      '583 Updating | fraud-v1 0/3 Deleting (Terminating 3 instance(s).) | fraud-v2 3/3',
      '584 InService | fraud-v2 3/3',
    ]);
  });

  it('linear: step by step, a bake after each but the last, then the final bake', async () => {
    await update(world, { DeploymentConfig: linear });
    expect(await see(155, 254, 255, 260, 360, 365, 424, 429)).toEqual([
      '155 Updating | fraud-v1 2/3 | fraud-v2 1/3 Baking',
      '254 Updating | fraud-v1 2/3 | fraud-v2 1/3 Baking',
      '255 Updating | fraud-v1 1/3 | fraud-v2 2/3 ActivatingTraffic',
      '260 Updating | fraud-v1 1/3 | fraud-v2 2/3 Baking',
      '360 Updating | fraud-v1 0/3 | fraud-v2 3/3 ActivatingTraffic (Activating traffic on full capacity of 3 instance(s).)',
      '365 Updating | fraud-v1 0/3 | fraud-v2 3/3 Baking (Baking for 60 seconds (TerminationWaitInSeconds) with traffic enabled on full capacity of 3 instance(s).)',
      '424 Updating | fraud-v1 0/3 | fraud-v2 3/3 Baking (Baking for 60 seconds (TerminationWaitInSeconds) with traffic enabled on full capacity of 3 instance(s).)',
      '429 InService | fraud-v2 3/3',
    ]);
  });

  it('rolling: the old fleet shrinks as the new one grows, batch by batch', async () => {
    await update(world, { DeploymentConfig: rolling });
    expect(await see(0, 3, 150, 155, 215, 219, 374, 434, 593, 653, 657)).toEqual([
      '0 Updating | fraud-v1 3/3',
      '3 Updating | fraud-v1 3/3 | fraud-v2 0/3 Creating (Launching 1 instance(s).)',
      '150 Updating | fraud-v1 2/3 | fraud-v2 1/3 ActivatingTraffic',
      '155 Updating | fraud-v1 2/3 | fraud-v2 1/3 Baking',
      '215 Updating | fraud-v1 2/2 Deleting (Terminating 1 instance(s).) | fraud-v2 1/3',
      '219 Updating | fraud-v1 2/2 | fraud-v2 1/3 Creating (Launching 1 instance(s).)',
      '374 Updating | fraud-v1 1/2 | fraud-v2 2/3 Baking',
      '434 Updating | fraud-v1 1/1 Deleting (Terminating 1 instance(s).) | fraud-v2 2/3',
      '593 Updating | fraud-v1 0/1 | fraud-v2 3/3 Baking',
      '653 Updating | fraud-v1 0/0 Deleting (Terminating 1 instance(s).) | fraud-v2 3/3',
      '657 InService | fraud-v2 3/3',
    ]);
  });

  it('tells times, the deployment configuration and the pending variant as SageMaker does', async () => {
    world.to(60);
    await update(world, { DeploymentConfig: canary });

    const called = new Date(monday + 60_000);
    expect(await describeEndpoint(world)).toMatchObject({
      EndpointStatus: 'Updating',
      CreationTime: new Date(monday - 86_400_000),
      LastModifiedTime: called,
      LastDeploymentConfig: canary,
    });

    world.to(63.5);
    const provisioning = await describeEndpoint(world);
    expect(provisioning.LastModifiedTime).toEqual(called);
    expect(provisioning.PendingDeploymentSummary).toEqual({
      EndpointConfigName: 'fraud-v2',
      StartTime: new Date(monday + 63_000),
      ProductionVariants: [
        {
          VariantName: 'AllTraffic',
          InstanceType: 'm5.xlarge',
          CurrentInstanceCount: 0,
          DesiredInstanceCount: 3,
          CurrentWeight: 1,
          DesiredWeight: 1,
          DeployedImages: [
            expect.objectContaining({ SpecifiedImage: expect.stringMatching(/:fraud-v2$/) }),
          ],
          VariantStatus: [
            {
              Status: 'Creating',
              StatusMessage: 'Launching 3 instance(s).',
              StartTime: new Date(monday + 63_000),
            },
          ],
        },
      ],
    });
    expect(provisioning.ProductionVariants?.[0]).not.toHaveProperty('InstanceType');

    world.to(60 + 584);
    const done = await describeEndpoint(world);
    expect(done.LastModifiedTime).toEqual(new Date(monday + 644_000));
    expect(done.LastDeploymentConfig).toEqual(canary);
    expect(done).not.toHaveProperty('PendingDeploymentSummary');
    expect(done).not.toHaveProperty('FailureReason');
  });
});
