import { describe, expect, it } from '@jest/globals';
import type { RunOptions } from '../../simulator/runner/options.ts';
import { type Run, runAction, runPost } from '../../simulator/runner.ts';
import { loadScenario } from '../../simulator/scenarios.ts';
import { type Simulator, startSimulator } from '../../simulator/simulator.ts';
import { callAction, callPost } from './call/call.ts';
import { canary, pullRequest, reportsOn, travelAgain } from './journey.ts';

/** The longest time between a signal and the end of everything, in milliseconds. */
const promised = 3000;

const inputs = { 'endpoint-name': 'fraud-prod', 'endpoint-config-name': 'fraud-v2', ...canary };

/** A world in which fraud-v2 is going to be rolled out, as long as `live` is busy with it. */
async function inAWorld<T>(live: (simulator: Simulator) => Promise<T>): Promise<T> {
  const simulator = await startSimulator();
  try {
    loadScenario(simulator.sagemaker, 'canary-succeeds');
    simulator.github.addPullRequest({ number: pullRequest });
    return await live(simulator);
  } finally {
    await simulator.close();
  }
}

const run = (simulator: Simulator, options: Partial<RunOptions> = {}) =>
  callAction({ simulator, inputs, ...options });

/** Where signals arrive, or requests that hang could keep a process from its end. */
const asProcess = (simulator: Simulator, options: Partial<RunOptions> = {}) =>
  runAction({ simulator, inputs, ...options });

/** A run that is killed after so long, and no one asked it first. */
const runKilled = (simulator: Simulator, seconds: number) =>
  run(simulator, { signals: [{ at: simulator.clock.now() + 1000 * seconds, signal: 'SIGKILL' }] });

const endOfJob = (main: Run, simulator: Simulator) => callPost(main, { simulator, inputs });

const comments = (simulator: Simulator) => reportsOn(simulator).map(({ body }) => body);

const updates = ({ sagemaker }: Simulator) =>
  sagemaker.requests.filter(
    ({ operation, error }) => operation === 'UpdateEndpoint' && error === undefined,
  ).length;

/** Outputs of a run that joined the rollout of one before it: 9:44 from UpdateEndpoint on, and up to a poll. */
const deployedSinceTheCall = {
  outcome: 'deployed',
  'previous-endpoint-config-name': 'fraud-v1',
  'duration-seconds': expect.stringMatching(/^(58\d|59\d)$/),
};

describe('a cancelled job', () => {
  const goesOn = 'The update continues in SageMaker';
  const moments: readonly {
    readonly when: string;
    readonly seconds: number;
    readonly says: string;
    readonly arrange?: (simulator: Simulator) => void;
  }[] = [
    {
      when: 'before the endpoint was seen',
      seconds: 5,
      says: 'No update was requested',
      arrange: ({ sagemaker }) => sagemaker.inject({ kind: 'hang', operation: 'DescribeEndpoint' }),
    },
    {
      when: 'while UpdateEndpoint is being called',
      seconds: 5,
      says: 'it may be running',
      arrange: ({ sagemaker }) => sagemaker.inject({ kind: 'hang', operation: 'UpdateEndpoint' }),
    },
    { when: 'in a bake', seconds: 300, says: goesOn },
    {
      when: 'while SageMaker hangs',
      seconds: 300,
      says: goesOn,
      arrange: ({ sagemaker, clock }) =>
        sagemaker.inject({
          kind: 'hang',
          operation: 'DescribeEndpoint',
          from: { at: clock.now() + 285_000 },
        }),
    },
  ];

  it.each(moments)('$when: says so everywhere within three seconds', async (moment) => {
    await inAWorld(async (simulator) => {
      moment.arrange?.(simulator);
      const cancelAt = simulator.clock.now() + 1000 * moment.seconds;
      const { outputs, summary, exitCode, signal, log } = await run(simulator, { cancelAt });
      expect({ exitCode, signal, outcome: outputs.outcome }).toEqual({
        exitCode: 1,
        signal: null,
        outcome: 'cancelled',
      });
      expect(simulator.clock.now() - cancelAt).toBeLessThanOrEqual(promised);
      for (const told of [summary, log, comments(simulator).join()]) {
        expect(told).toContain(moment.says);
        expect(told).toContain('Re-run this job');
      }
      expect(summary).toContain('### Cancelled');
      expect(updates(simulator)).toBeLessThanOrEqual(1);
    });
  });

  it.each([
    ['while the new fleet is brought up', 60, () => undefined],
    [
      'while SageMaker throttles',
      300,
      ({ sagemaker, clock }: Simulator) =>
        sagemaker.inject({
          kind: 'throttling',
          operation: 'DescribeEndpoint',
          from: { at: clock.now() + 200_000 },
        }),
    ],
  ] as const)('%s: says so everywhere within three seconds', async (_, seconds, arrange) => {
    await inAWorld(async (simulator) => {
      arrange(simulator);
      const cancelAt = simulator.clock.now() + 1000 * seconds;
      const { run: cut } = await travelAgain(simulator, { inputs, cancelAt });
      expect({ exitCode: cut.exitCode, outcome: cut.outputs.outcome }).toEqual({
        exitCode: 1,
        outcome: 'cancelled',
      });
      expect(simulator.clock.now() - cancelAt).toBeLessThanOrEqual(promised);
      for (const told of [cut.summary, cut.log, comments(simulator).join()]) {
        expect(told).toContain(goesOn);
        expect(told).toContain('Re-run this job');
      }
      expect(cut.summary).toContain('### Cancelled');
      expect(updates(simulator)).toBeLessThanOrEqual(1);
    });
  });

  it('by signal upon signal: makes no mess', async () => {
    await inAWorld(async (simulator) => {
      const at = simulator.clock.now() + 240_000;
      const signals = [0, 1, 2, 40, 900].map((late, index) => ({
        at: at + late,
        signal: index % 2 === 0 ? ('SIGTERM' as const) : ('SIGINT' as const),
      }));
      const cut = await asProcess(simulator, { signals });
      expect(cut.exitCode).toBe(1);
      expect(cut.outputs).toMatchObject({ outcome: 'cancelled', 'endpoint-status': 'Updating' });
      expect(cut.annotations).toHaveLength(1);
      expect(cut.stderr).toBe('');
      const [comment, ...others] = comments(simulator);
      expect(others).toEqual([]);
      expect(comment).toContain('### Cancelled: stopped watching `fraud-prod`');
      expect(comment).toContain('The update continues in SageMaker');
    });
  });

  it('while GitHub hangs: ends in time, and the post step brings the comment', async () => {
    await inAWorld(async (simulator) => {
      const cancelAt = simulator.clock.now() + 60_000;
      simulator.github.addFault({ kind: 'hang', until: cancelAt + 9_000 });
      const main = await asProcess(simulator, { cancelAt });
      expect(main.signal).toBeNull();
      expect(main.outputs.outcome).toBe('cancelled');
      expect(simulator.clock.now() - cancelAt).toBeLessThanOrEqual(promised);
      expect(comments(simulator)).toEqual([]);

      simulator.clock.advanceTo(cancelAt + 10_000);
      const post = await runPost(main, { simulator, inputs });
      expect(post.exitCode).toBe(0);
      expect(comments(simulator)).toEqual([expect.stringContaining('### Cancelled')]);
    });
  });

  it('while the last comment is written: the verdict stands, and the step ends in time', async () => {
    await inAWorld(async (simulator) => {
      const ends = simulator.clock.now() + 590_000;
      simulator.github.addFault({ kind: 'hang', from: ends });
      const cancelAt = ends + 40_000;
      const { outputs, signal, exitCode } = await asProcess(simulator, { cancelAt });
      expect({ signal, exitCode, outcome: outputs.outcome }).toEqual({
        signal: null,
        exitCode: 0,
        outcome: 'deployed',
      });
      expect(simulator.clock.now() - cancelAt).toBeLessThanOrEqual(promised);
    });
  });

  it('that is run again: picks the rollout up, with its start and in the same comment', async () => {
    await inAWorld(async (simulator) => {
      const cancelAt = simulator.clock.now() + 240_000;
      const cut = await travelAgain(simulator, { inputs, cancelAt });
      expect(cut.run.outputs.outcome).toBe('cancelled');
      const again = await travelAgain(simulator, { inputs: canary });
      expect(again.run.outputs).toMatchObject(deployedSinceTheCall);
      expect(again.run.log).toContain('is being rolled out already, since 09:00:');
      expect(again.updates).toEqual([]);
      expect(comments(simulator)).toEqual([expect.stringContaining('### Deployed')]);
    });
  });
});

describe('a step that was cut off while SageMaker throttled every UpdateEndpoint', () => {
  it('says the same after a signal as after a kill: no update was requested', async () => {
    const words = 'No update was requested: this run has changed nothing.';
    const throttled = (simulator: Simulator) =>
      simulator.sagemaker.inject({ kind: 'throttling', operation: 'UpdateEndpoint' });
    await inAWorld(async (simulator) => {
      throttled(simulator);
      const main = await run(simulator, { cancelAt: simulator.clock.now() + 40_000 });
      expect(main.log).toContain(words);
    });
    await inAWorld(async (simulator) => {
      throttled(simulator);
      const main = await runKilled(simulator, 40);
      const post = await endOfJob(main, simulator);
      expect(post.log).toContain(words);
    });
  });
});

describe('a step that was killed', () => {
  it('in a bake: the post step says in the comment what has become of it by then', async () => {
    await inAWorld(async (simulator) => {
      const main = await runKilled(simulator, 300);
      expect(main.signal).toBe('SIGKILL');
      expect(main.outputs).toEqual({});
      expect(comments(simulator)).toEqual([expect.stringContaining('### Rolling out')]);

      const soon = await endOfJob(main, simulator);
      expect(soon.exitCode).toBe(0);
      expect(soon.annotations).toHaveLength(1);
      for (const told of [soon.summary, soon.log, ...comments(simulator)]) {
        expect(told).toContain('Cancelled: stopped watching');
        expect(told).toContain('The update continues in SageMaker');
      }
      expect(comments(simulator)).toHaveLength(1);

      simulator.sagemaker.inject({ kind: 'expired-credentials', until: { afterSeconds: 600 } });
      const blind = await endOfJob(main, simulator);
      expect(blind.exitCode).toBe(0);
      expect(comments(simulator)).toEqual([expect.stringContaining('### Unknown')]);

      const deployed = '### Deployed: `fraud-prod` serves `fraud-v2`';
      simulator.clock.advanceTo(simulator.clock.now() + 1_200_000);
      const late = await endOfJob(main, simulator);
      expect(late.summary).toContain(deployed);
      expect(comments(simulator)).toEqual([expect.stringContaining(deployed)]);
    });
  });

  it('and was rolled back meanwhile: the post step says that', async () => {
    await inAWorld(async (simulator) => {
      const title = '### Rolled back: `fraud-prod` still serves `fraud-v1`';
      simulator.sagemaker.inject({ kind: 'failing-deployment', stage: 'final-bake' });
      const main = await runKilled(simulator, 300);
      simulator.clock.advanceTo(simulator.clock.now() + 1_200_000);
      const post = await endOfJob(main, simulator);
      expect(post.summary).toContain(title);
      expect(comments(simulator)).toEqual([expect.stringContaining(title)]);
    });
  });

  it('while UpdateEndpoint was being called: the post step looks whether it took', async () => {
    await inAWorld(async (simulator) => {
      simulator.sagemaker.inject({ kind: 'hang', operation: 'UpdateEndpoint' });
      const main = await runKilled(simulator, 5);
      const post = await endOfJob(main, simulator);
      expect(post.log).toContain('it may be running');
      expect(comments(simulator)).toEqual([expect.stringContaining('### Cancelled')]);
    });
  });

  it('before the endpoint was seen: the post step says that nothing was changed', async () => {
    await inAWorld(async (simulator) => {
      simulator.sagemaker.inject({ kind: 'hang', operation: 'DescribeEndpoint', calls: 1 });
      const main = await runKilled(simulator, 5);
      const post = await endOfJob(main, simulator);
      expect(post.log).toContain('No update was requested');
    });
  });

  it('and then AWS and GitHub begin their answers and never end them: the post step ends', async () => {
    await inAWorld(async (simulator) => {
      const at = simulator.clock.now() + 300_000;
      const main = await asProcess(simulator, { signals: [{ at, signal: 'SIGKILL' }] });
      simulator.sagemaker.inject({ kind: 'stalled-answer' });
      simulator.github.addFault({ kind: 'stalled-answer' });
      const began = simulator.clock.now();
      const post = await runPost(main, { simulator, inputs });
      expect(post.exitCode).toBe(0);
      expect(post.outputs.outcome).toBe('unknown');
      expect(post.summary).toMatch(/There was no complete answer within \d+ s\./);
      expect(simulator.clock.now() - began).toBeLessThan(240_000);
    });
  });

  it('and no end of the job comes: the next run joins, and edits the same comment', async () => {
    await inAWorld(async (simulator) => {
      await runKilled(simulator, 300);
      const again = await travelAgain(simulator, { inputs: canary });
      expect(again.run.outputs).toMatchObject(deployedSinceTheCall);
      expect(again.updates).toEqual([]);
      expect(comments(simulator)).toEqual([expect.stringContaining('### Deployed')]);
    });
  });
});

describe('the post step', () => {
  it.each([
    ['deployed', inputs],
    ['refused its inputs', { ...inputs, strategy: 'sudden' }],
    ['planned', { ...inputs, mode: 'plan' }],
  ])('has nothing to say after a step that %s', async (_, given) => {
    await inAWorld(async (simulator) => {
      const main = await run(simulator, { inputs: given });
      const calls = simulator.sagemaker.requests.length;
      const post = await callPost(main, { simulator, inputs: given });
      expect({ exitCode: post.exitCode, log: post.log, summary: post.summary }).toEqual({
        exitCode: 0,
        log: '',
        summary: '',
      });
      expect(simulator.sagemaker.requests).toHaveLength(calls);
    });
  });

  it('has nothing to say where the step never began', async () => {
    await inAWorld(async (simulator) => {
      const main = { state: {}, exportedEnv: {} } as Run;
      const post = await endOfJob(main, simulator);
      expect({ exitCode: post.exitCode, log: post.log }).toEqual({ exitCode: 0, log: '' });
    });
  });
});
