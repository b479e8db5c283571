import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { runAction, runPost } from '../../simulator/runner.ts';
import { loadScenario } from '../../simulator/scenarios.ts';
import { type Simulator, startSimulator } from '../../simulator/simulator.ts';
import { canary, pullRequest, reportsOn, travelAgain } from './journey.ts';
import { autoScaled, otherType, savedTags } from './scaled.ts';

/** The parts of the step as the bundle puts them together: what no journey in the test's own process shows. */
describe('the bundle', () => {
  let simulator: Simulator;
  beforeEach(async () => {
    simulator = await startSimulator();
    loadScenario(simulator.sagemaker, 'canary-succeeds');
    simulator.github.addPullRequest({ number: pullRequest });
  });
  afterEach(() => simulator.close());

  const inputs = {
    'endpoint-name': 'fraud-prod',
    'endpoint-config-name': 'fraud-v2',
    ...canary,
  };
  const scaled = { ...inputs, ...otherType, 'canary-size': '20%' };
  const comments = () => reportsOn(simulator).map(({ body }) => body);

  it('rolls out and reports, although a line of the log cannot be written', async () => {
    const failing = `
      const write = process.stdout.write;
      process.stdout.write = function (text, ...rest) {
        if (/Found it|accepted/.test(text)) throw new Error('write EIO');
        return write.call(this, text, ...rest);
      };`;
    const preload = `data:text/javascript,${encodeURIComponent(failing)}`;
    const { run } = await travelAgain(simulator, {
      as: 'process',
      inputs,
      env: { NODE_OPTIONS: `--import ${preload}` },
    });
    expect(run.exitCode).toBe(0);
    expect(run.outputs.outcome).toBe('deployed');
    expect(run.log).not.toContain('Found it');
    expect(run.log).toContain('Deployed: fraud-prod serves fraud-v2');
    expect(run.summary).toContain('### Deployed: `fraud-prod` serves `fraud-v2`');
    expect(comments()).toEqual([expect.stringContaining('### Deployed')]);
  });

  it.each([
    ['github-hosted', 1],
    ['self-hosted', 0],
  ])(
    'knows of the six hours that a job may take on a runner that is %s',
    async (RUNNER_ENVIRONMENT, findings) => {
      const long = { ...inputs, strategy: 'linear', 'linear-step-size': '10%', 'canary-size': '' };
      const { run } = await travelAgain(simulator, {
        inputs: { ...long, mode: 'plan', 'wait-interval': '55m' },
        env: { RUNNER_ENVIRONMENT },
      });
      expect(run.log.match(/hosted runner after 6 hours/g) ?? []).toHaveLength(findings);
    },
  );

  it('says in the comment that it joins an update, before it has seen how that goes on', async () => {
    const cut = await travelAgain(simulator, {
      as: 'process',
      inputs,
      cancelAt: simulator.clock.now() + 60_000,
    });
    expect(cut.comments[0]?.body).toContain('### Cancelled');
    const operation = 'DescribeEndpoint';
    simulator.sagemaker.inject({ kind: 'throttling', operation, calls: [2, 1000] });
    const killed = { at: simulator.clock.now() + 60_000, signal: 'SIGKILL' } as const;
    await runAction({ simulator, inputs, signals: [killed] });
    expect(comments()).toEqual([expect.stringContaining('### Rolling out')]);
  });

  it('makes no call at the post step, once it has put auto scaling back', async () => {
    autoScaled(simulator);
    const main = await runAction({ simulator, inputs: scaled });
    expect(main.log).toContain('Auto scaling is restored');
    const calls = simulator.sagemaker.requests.length;
    const post = await runPost(main, { simulator, inputs: scaled });
    expect({ exitCode: post.exitCode, log: post.log }).toEqual({ exitCode: 0, log: '' });
    expect(simulator.sagemaker.requests).toHaveLength(calls);
  });

  it('puts nothing back at the post step that only plans, although an earlier run took auto scaling off', async () => {
    autoScaled(simulator);
    const cancelAt = simulator.clock.now() + 240_000;
    await travelAgain(simulator, { inputs: scaled, cancelAt });
    simulator.clock.advanceTo(cancelAt + 3_600_000);
    const tags = savedTags(simulator);
    expect(simulator.scaling.standing).toEqual([]);
    expect(tags).not.toEqual([]);

    const planned = { ...scaled, mode: 'plan' };
    const main = await runAction({ simulator, inputs: planned });
    expect(main.outputs.outcome).toBe('planned');
    const post = await runPost(main, { simulator, inputs: planned });
    expect(post.exitCode).toBe(0);
    expect(simulator.scaling.standing).toEqual([]);
    expect(savedTags(simulator)).toEqual(tags);
  });
});
