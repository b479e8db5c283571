import { describe, expect, it } from '@jest/globals';
import type { Simulator } from '../../simulator/simulator.ts';
import { forged } from '../domain/forged-tags.ts';
import { travel } from './journey.ts';
import { autoScaled, otherType, savedTags, usualScaling } from './scaled.ts';

const notSuspended = {
  DynamicScalingInSuspended: false,
  DynamicScalingOutSuspended: false,
  ScheduledScalingSuspended: false,
};
const kept = (more: object) => ({
  v: 1,
  t: [{ n: 'AllTraffic', d: 0, c: [2, 8], s: notSuspended, p: [], a: [], ...more }],
  i: {},
});
const configuration = {
  TargetTrackingScalingPolicyConfiguration: { TargetValue: 1 },
  ServiceNamespace: 'ecs',
  ResourceId: 'service/prod/web',
};

describe('tags of saved scaling that no run of this action has written', () => {
  it.each([
    ['hello', 'deploy'],
    ['null', 'rollback'],
    ['{"v":1}', 'deploy'],
    [kept({ c: ['4\n::error::pwned', '@octocat <img>'] }), 'deploy'],
    [kept({ p: [['p', 'TargetTrackingScaling', configuration]] }), 'rollback'],
    [kept({ c: [0, 100_000] }), 'deploy'],
  ])('are left alone with a warning, and stop nothing: %j, %s', async (content, mode) => {
    const tags = forged(content);
    const arrange = (simulator: Simulator) => {
      autoScaled(simulator);
      simulator.sagemaker.addTags('endpoint', 'fraud-prod', tags);
    };
    const { run, simulator } = await travel({ inputs: { mode }, arrange });
    expect(run.outputs.outcome).toBe('deployed');
    expect(savedTags(simulator)).toEqual(tags.map(({ Key }) => Key));
    const changes = simulator.scaling.requests.filter(({ operation }) => !/^Desc/.test(operation));
    expect(changes).toEqual([]);
    const { scaling } = JSON.parse(run.outputs.report ?? '');
    expect(scaling['tags-left-alone']).toEqual(tags.map(({ Key }) => Key));
    expect(run.log).toMatch(
      /^\S+ {2}Warning: nothing is restored from tags of the endpoint \(sagemaker-rollout:/m,
    );
    expect(run.summary).toContain(
      '**Warning:** nothing is restored from tags of the endpoint (`sagemaker-',
    );
    expect(`${run.log}${run.summary}`).not.toMatch(/^::|pwned|octocat|<img>|service\/prod/m);
  });

  it('are shown with the commands that do what they say, where only the size is not plausible', async () => {
    const arrange = ({ sagemaker }: Simulator) =>
      sagemaker.addTags('endpoint', 'fraud-prod', forged(kept({ c: [0, 100_000] })));
    const { run } = await travel({ arrange });
    expect(run.log).toMatch(
      / aws application-autoscaling register-scalable-target .*"MaxCapacity":100000/,
    );
    expect(run.log).toContain('they would allow more than 1000 instances');
  });
});

describe('auto scaling that would not be restored from tags', () => {
  it.each(['enforce', 'warn'])(
    'is not removed: nothing is changed with preflight %s',
    async (preflight) => {
      const seed = { ...usualScaling, target: { MinCapacity: 2, MaxCapacity: 5000 } };
      const arrange = (simulator: Simulator) => autoScaled(simulator, seed);
      const { run, simulator, updates } = await travel({
        inputs: { ...otherType, preflight },
        arrange,
      });
      expect(run.outputs.outcome).toBe('failed');
      expect(run.log).toContain('it takes at most 1000,');
      expect(updates).toEqual([]);
      expect(savedTags(simulator)).toEqual([]);
      expect(simulator.scaling.standing[0]).toMatchObject({ max: 5000 });
    },
  );
});
