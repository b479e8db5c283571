import { afterEach, describe, expect, it } from '@jest/globals';
import { monday } from '../../simulator/clock.ts';
import type { ScenarioName } from '../../simulator/scenarios.ts';
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

const because = (...alarms: string[]) =>
  `because "One or more configured alarm for automatic rollback deployment is in ALARM state: [${alarms.join(', ')}]."`;

describe('an automatic rollback', () => {
  let world: TestWorld;
  afterEach(() => world.close());

  const open = async (scenario: ScenarioName) => {
    world = await openWorld(scenario);
  };

  it('in the canary bake: traffic returns, and the endpoint is in service on the old configuration', async () => {
    await open('alarm-in-canary-bake');
    await update(world, { DeploymentConfig: canary });

    expect(await poll(world, 199)).toContain('fraud-v2 1/3 Baking');
    expect(await poll(world, 200)).toBe(
      '200 Updating | fraud-v1 2/3 ActivatingTraffic | fraud-v2 1/3',
    );
    expect(await poll(world, 205)).toBe(
      '205 Updating | fraud-v1 3/3 | fraud-v2 0/3 Deleting (Terminating 3 instance(s).)',
    );
    expect(await poll(world, 260)).toBe(`260 InService | fraud-v1 3/3 | ${because('fraud-5xx')}`);
    const { LastDeploymentConfig, LastModifiedTime } = await describeEndpoint(world);
    expect(LastDeploymentConfig).toEqual(canary);
    expect(LastModifiedTime).toEqual(new Date(monday + 260_000));
    expect(await poll(world, 7200)).toBe(`7200 InService | fraud-v1 3/3 | ${because('fraud-5xx')}`);
  });

  it('in the final bake, when the old fleet has no traffic left', async () => {
    await open('alarm-in-final-bake');
    await update(world, { DeploymentConfig: canary });

    expect(await poll(world, 519)).toContain('Updating | fraud-v1 0/3 | fraud-v2 3/3 Baking');
    expect(await poll(world, 520)).toBe(
      '520 Updating | fraud-v1 0/3 ActivatingTraffic | fraud-v2 3/3',
    );
    expect(await poll(world, 580)).toBe(
      `580 InService | fraud-v1 3/3 | ${because('fraud-latency')}`,
    );
  });

  it('while launching: the old fleet had all traffic and keeps it', async () => {
    await open('alarm-while-launching');
    await update(world, { DeploymentConfig: canary });

    expect(await poll(world, 48)).toBe('48 Updating | fraud-v1 3/3 | fraud-v2 0/3');
    expect(await poll(world, 108)).toBe(`108 InService | fraud-v1 3/3 | ${because('fraud-5xx')}`);
  });

  it('in the second linear step', async () => {
    await open('alarm-in-second-bake');
    await update(world, { DeploymentConfig: linear });

    expect(await poll(world, 279)).toBe('279 Updating | fraud-v1 1/3 | fraud-v2 2/3 Baking');
    expect(await poll(world, 280)).toBe(
      '280 Updating | fraud-v1 1/3 ActivatingTraffic | fraud-v2 2/3',
    );
    expect(await poll(world, 340)).toBe(
      `340 InService | fraud-v1 3/3 | ${because('fraud-latency')}`,
    );
  });

  it('of a rolling update launches the old instances again that are gone', async () => {
    await open('alarm-in-second-bake');
    await update(world, { DeploymentConfig: rolling });

    expect(await poll(world, 393)).toBe('393 Updating | fraud-v1 1/2 | fraud-v2 2/3 Baking');
    expect(await poll(world, 394)).toBe(
      '394 Updating | fraud-v1 1/2 Creating (Launching 1 instance(s).) | fraud-v2 2/3',
    );
    expect(await poll(world, 544)).toBe(
      '544 Updating | fraud-v1 1/3 ActivatingTraffic | fraud-v2 2/3',
    );
    expect(await poll(world, 549)).toBe(
      '549 Updating | fraud-v1 3/3 | fraud-v2 0/3 Deleting (Terminating 2 instance(s).)',
    );
    expect(await poll(world, 604)).toBe(
      `604 InService | fraud-v1 3/3 | ${because('fraud-latency')}`,
    );
  });

  it('names every alarm that is in ALARM, and begins as soon as there is something to roll back', async () => {
    await open('two-alarms');
    await update(world, { DeploymentConfig: canary });
    expect(await poll(world, 63)).toBe(
      `63 InService | fraud-v1 3/3 | ${because('fraud-5xx', 'fraud-latency')}`,
    );
  });

  it('does not happen for an alarm that the deployment does not name, nor for missing data', async () => {
    await open('alarm-already-tripped');
    world.sagemaker.alarms.set('fraud-latency', 'INSUFFICIENT_DATA');
    await update(world, {
      DeploymentConfig: {
        ...canary,
        AutoRollbackConfiguration: { Alarms: [{ AlarmName: 'fraud-latency' }] },
      },
    });
    expect(await poll(world, 584)).toBe('584 InService | fraud-v2 3/3');
  });

  it('can be shown as RollingBack', async () => {
    await open('rolling-back-shown');
    await update(world, { DeploymentConfig: canary });
    expect(await poll(world, 200)).toContain('200 RollingBack | fraud-v1 2/3');
    expect(await poll(world, 260)).toContain('260 InService | fraud-v1 3/3');
  });

  it('can leave the old fleet without all its traffic for a while', async () => {
    await open('traffic-returns-late');
    await update(world, { DeploymentConfig: canary });
    expect(await poll(world, 260)).toContain('260 InService | fraud-v1 2/3');
    expect(await poll(world, 280)).toContain('280 InService | fraud-v1 3/3');
  });

  it('can have no reason at all', async () => {
    await open('rollback-without-reason');
    await update(world, { DeploymentConfig: canary });
    expect(await poll(world, 245)).toBe('245 InService | fraud-v1 3/3');
    expect(await describeEndpoint(world)).not.toHaveProperty('FailureReason');
  });

  it('can fail: both fleets serve until the next update, which is allowed', async () => {
    await open('rollback-fails');
    await update(world, { DeploymentConfig: canary });
    expect(await poll(world, 260)).toBe(
      `260 UpdateRollbackFailed | fraud-v1 2/3 | fraud-v2 1/3 Baking (Baking for 300 seconds (TerminationWaitInSeconds) with traffic enabled on canary capacity of 1 instance(s).) | ${because('fraud-5xx')}`,
    );
    world.sagemaker.alarms.set('fraud-5xx', 'OK');
    await update(world);
    expect(await poll(world, 260 + 159)).toBe('419 InService | fraud-v2 3/3');
  });

  it('happens when the maximum execution time runs out; the reason is unpublished, so there is none', async () => {
    await open('timeout');
    await update(world, {
      DeploymentConfig: {
        BlueGreenUpdatePolicy: {
          ...canary.BlueGreenUpdatePolicy,
          MaximumExecutionTimeoutInSeconds: 600,
        },
      },
    });
    expect(await poll(world, 599)).toContain('599 Updating | fraud-v1 3/3 | fraud-v2 0/3 Creating');
    expect(await poll(world, 660)).toBe('660 InService | fraud-v1 3/3');
  });

  it('leaves its reason until an update succeeds', async () => {
    await open('stale-reason-then-success');
    await update(world, { DeploymentConfig: canary });
    expect(await poll(world, 583)).toContain(because('fraud-5xx'));
    expect(await poll(world, 584)).toBe('584 InService | fraud-v2 3/3');
  });

  it('leaves its deployment configuration to be used again', async () => {
    await open('alarm-in-canary-bake');
    await update(world, { DeploymentConfig: canary });
    world.to(260);
    await update(world, { RetainDeploymentConfig: true });
    expect((await describeEndpoint(world)).LastDeploymentConfig).toEqual(canary);
    expect(await poll(world, 260 + 155)).toContain('fraud-v1 2/3 | fraud-v2 1/3 Baking');
    expect(await poll(world, 260 + 584)).toBe('844 InService | fraud-v2 3/3');
  });
});

describe('a deployment that fails by itself', () => {
  let world: TestWorld;
  afterEach(() => world.close());

  it('for want of capacity', async () => {
    world = await openWorld('capacity');
    await update(world, { DeploymentConfig: canary });
    expect(await poll(world, 123)).toBe(
      '123 InService | fraud-v1 3/3 | because "Unable to provision requested ML compute capacity due to InsufficientInstanceCapacity error."',
    );
  });

  it('for its health check, after more than twenty minutes', async () => {
    world = await openWorld('health-check');
    await update(world, { DeploymentConfig: canary });
    expect(await poll(world, 1200)).toContain('fraud-v2 0/3 Creating');
    expect(await poll(world, 1293)).toBe(
      '1293 InService | fraud-v1 3/3 | because "The primary container for production variant AllTraffic did not pass the ping health check. Please check CloudWatch logs for this endpoint."',
    );
  });

  it('for good: then the endpoint can only be deleted', async () => {
    world = await openWorld('ends-failed');
    await update(world, { DeploymentConfig: canary });
    expect(await poll(world, 1293)).toContain('1293 Failed | fraud-v1 3/3');
    await expect(update(world)).rejects.toThrow(/can only be deleted/);
  });
});
