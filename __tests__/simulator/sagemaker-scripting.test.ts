import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { monday } from '../../simulator/clock.ts';
import { canary, describeEndpoint, openWorld, type TestWorld, update } from './sagemaker-world.ts';

describe('a test that scripts the world', () => {
  let world: TestWorld;
  beforeEach(async () => {
    world = await openWorld();
  });
  afterEach(() => world.close());

  it('trips an alarm for a while', () => {
    const { alarms } = world.sagemaker;
    alarms.add('fresh');
    alarms.trip('fraud-5xx', { when: { at: monday + 60_000 }, forSeconds: 60 });
    const states = [0, 60, 119, 120].map((seconds) => {
      world.to(seconds);
      return alarms.stateOf('fraud-5xx');
    });
    expect(states).toEqual(['OK', 'ALARM', 'ALARM', 'OK']);
    expect(alarms.stateOf('fresh')).toBe('INSUFFICIENT_DATA');
    expect(alarms.stateOf('unknown')).toBeUndefined();
  });

  it('does something at a moment, once', async () => {
    const { sagemaker } = world;
    const done: string[] = [];
    sagemaker.when({ afterSeconds: 10 }, () => done.push('after 10 s'));
    sagemaker.when({ before: 'DescribeEndpoint', nth: 2 }, () => done.push('second poll'));
    sagemaker.when({ stage: 'baking', afterSeconds: 5, endpoint: 'fraud-prod' }, () => {
      done.push(`baking since 5 s: ${world.clock.now() - monday}`);
    });
    sagemaker.when({ stage: 'baking', endpoint: 'another' }, () => done.push('never'));

    await update(world, { DeploymentConfig: canary });
    for (let polls = 0; polls < 3; polls += 1) await describeEndpoint(world);
    world.to(600);
    expect(done).toEqual(['second poll', 'after 10 s', 'baking since 5 s: 160000']);
  });

  it('reads how an endpoint went, in order', async () => {
    await update(world);
    world.to(600);
    const history = world.sagemaker.endpoint('fraud-prod')?.history ?? [];
    expect(
      history.map(({ at, state }) => [(at - monday) / 1000, state.status, state.configName]),
    ).toEqual([
      [-86_400, 'InService', 'fraud-v1'],
      [0, 'Updating', 'fraud-v1'],
      [3, 'Updating', 'fraud-v1'],
      [150, 'Updating', 'fraud-v1'],
      [155, 'Updating', 'fraud-v1'],
      [159, 'InService', 'fraud-v2'],
    ]);
  });

  it('gives other durations, another account and another beginning', async () => {
    await world.close();
    world = await openWorld('canary-succeeds', {
      durations: { launch: 20 },
      account: '999999999999',
      region: 'us-east-1',
      start: 0,
    });
    await update(world);
    world.to(29);
    expect(await describeEndpoint(world)).toMatchObject({
      EndpointStatus: 'InService',
      EndpointArn: 'arn:aws:sagemaker:us-east-1:999999999999:endpoint/fraud-prod',
      EndpointConfigName: 'fraud-v2',
      LastModifiedTime: new Date(29_000),
    });
  });
});
