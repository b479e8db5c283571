import { existsSync } from 'node:fs';
import { mock } from 'node:test';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { monday } from '../../simulator/clock.ts';
import { pullRequest, push, workflowDispatch } from '../../simulator/runner/event.ts';
import type { RunOptions } from '../../simulator/runner/options.ts';
import { type Run, runAction, runPost } from '../../simulator/runner.ts';
import { type SmallSimulator, startSmallSimulator } from './small-simulator.ts';
import { throwAwayAction } from './throw-away-action.ts';

let simulator: SmallSimulator;
beforeAll(async () => {
  simulator = await startSmallSimulator();
});
afterAll(() => simulator.close());

async function run(script: string, options: Partial<RunOptions> = {}): Promise<Run> {
  const action = throwAwayAction(script);
  try {
    return await runAction({ simulator, actionFolder: action.folder, ...options });
  } finally {
    action.remove();
  }
}

/** What a step finds in its environment. */
async function environment(options: Partial<RunOptions> = {}): Promise<Record<string, string>> {
  const { stdout } = await run('console.log(JSON.stringify(process.env))', options);
  return JSON.parse(stdout);
}

describe('the environment of a step', () => {
  it('has the inputs, with the defaults of action.yml', async () => {
    const env = await environment({ inputs: { 'endpoint-name': 'fraud' } });
    expect(env['INPUT_ENDPOINT-NAME']).toBe('fraud');
    expect(env['INPUT_POLL-INTERVAL']).toBe('15s');
    expect(env.INPUT_TWO_WORDS).toBe('yes-it-is');
    expect(env['INPUT_GITHUB-TOKEN']).toBe('ghs_simulated');
  });

  it('has an empty input where nothing is given', async () => {
    expect((await environment())['INPUT_ENDPOINT-NAME']).toBe('');
  });

  it('is that of a push to main, and has nothing of the caller', async () => {
    process.env.LEFT_OVER = 'of the caller';
    const env = await environment();
    delete process.env.LEFT_OVER;
    expect(env).toMatchObject({
      GITHUB_REPOSITORY: 'acme/fraud',
      GITHUB_EVENT_NAME: 'push',
      GITHUB_REF: 'refs/heads/main',
      GITHUB_REF_NAME: 'main',
      GITHUB_API_URL: simulator.url,
      AWS_ENDPOINT_URL: simulator.url,
      AWS_REGION: 'eu-west-1',
    });
    expect(env).not.toHaveProperty('LEFT_OVER');
    expect(env).not.toHaveProperty('NODE_OPTIONS');
  });

  it('can be another: more variables, fewer, another event', async () => {
    const env = await environment({
      event: pullRequest(42),
      env: { AWS_REGION: undefined, MORE: '1' },
    });
    expect(env).toMatchObject({ GITHUB_EVENT_NAME: 'pull_request', MORE: '1' });
    expect(env).toMatchObject({ GITHUB_REF: 'refs/pull/42/merge', GITHUB_REF_NAME: '42/merge' });
    expect(env).not.toHaveProperty('AWS_REGION');
  });

  it('tells the event in a file', async () => {
    const script = `
      import { readFileSync } from 'node:fs';
      console.log(readFileSync(process.env.GITHUB_EVENT_PATH, 'utf8'));`;
    const pushed = JSON.parse((await run(script)).stdout);
    expect(pushed.head_commit.message).toBe('Retrain the fraud model on February (#42)');
    const event = workflowDispatch({ model: 'fraud-7' });
    expect(JSON.parse((await run(script, { event })).stdout).inputs).toEqual({ model: 'fraud-7' });
    const two = push([
      { sha: 'a1', message: 'One (#1)' },
      { sha: 'b2', message: 'Two (#2)' },
    ]);
    expect(JSON.parse((await run(script, { event: two })).stdout).commits).toHaveLength(2);
  });

  it('has the files of the repository, and all its folders go afterwards', async () => {
    const script = `
      import { readFileSync } from 'node:fs';
      console.log(readFileSync('deploy/endpoint.yaml', 'utf8'));
      console.log(process.cwd());`;
    const { stdout } = await run(script, { files: { 'deploy/endpoint.yaml': 'Key: value' } });
    const [content, folder] = stdout.trim().split('\n');
    expect(content).toBe('Key: value');
    expect(existsSync(folder ?? '')).toBe(false);
  });
});

describe('what a step leaves', () => {
  it('are its outputs, its state, its variables and its summary', async () => {
    const script = `
      import { appendFileSync } from 'node:fs';
      const leave = (name, text) => appendFileSync(process.env['GITHUB_' + name], text);
      leave('OUTPUT', 'outcome=deployed\\nreport<<EOF\\n{\\n"a": "b=c"}\\nEOF\\nempty<<X\\nX\\n');
      leave('STATE', 'started=yes\\n');
      leave('ENV', 'LATER=on\\n');
      leave('STEP_SUMMARY', '# Deployed with ghs_simulated\\n');
      process.exitCode = 3;`;
    expect(await run(script)).toMatchObject({
      exitCode: 3,
      signal: null,
      outputs: { outcome: 'deployed', report: '{\n"a": "b=c"}', empty: '' },
      state: { started: 'yes' },
      exportedEnv: { LATER: 'on' },
      summary: '# Deployed with ***\n',
    });
  });

  it('reaches the post step', async () => {
    const action = throwAwayAction(
      `import { appendFileSync } from 'node:fs';
       appendFileSync(process.env.GITHUB_STATE, 'comment=77\\n');
       appendFileSync(process.env.GITHUB_ENV, 'LATER=on\\n');`,
      'console.log(process.env.STATE_comment, process.env.LATER);',
    );
    const options = { simulator, actionFolder: action.folder };
    const post = await runPost(await runAction(options), options);
    action.remove();
    expect(post.log).toBe('77 on\n');
  });

  it('is an error when the file cannot be read', async () => {
    const script = `
      import { appendFileSync } from 'node:fs';
      appendFileSync(process.env.GITHUB_OUTPUT, 'report<<EOF\\nno end\\n');`;
    const { log, outputs } = await run(script);
    expect(outputs).toEqual({});
    expect(log).toContain("Error: Unable to process file command 'output' successfully.");
  });

  it('is no summary when that is too long', async () => {
    const script = `
      import { appendFileSync } from 'node:fs';
      appendFileSync(process.env.GITHUB_STEP_SUMMARY, 'x'.repeat(1024 * 1024 + 1));`;
    const { log, summary } = await run(script);
    expect(summary).toBe('');
    expect(log).toContain('Error: $GITHUB_STEP_SUMMARY upload aborted');
  });
});

describe('time and signals', () => {
  it('lets a long wait pass at once', async () => {
    const start = simulator.clock.now();
    await run('setTimeout(() => console.log("rested"), 3_600_000)');
    expect(simulator.clock.now()).toBe(start + 3_600_000);
  });

  it('delivers a signal at its instant', async () => {
    const script = `
      const start = Date.now();
      process.on('SIGINT', () => { console.log('asked after', Date.now() - start); clearTimeout(t); });
      const t = setTimeout(() => {}, 60_000);`;
    const signals = [{ at: () => simulator.clock.now() + 12_345, signal: 'SIGINT' as const }];
    expect((await run(script, { signals })).log).toBe('asked after 12345\n');
  });

  it('cancels as the runner does: asks, asks again, kills', async () => {
    const script = `
      const start = Date.now();
      for (const signal of ['SIGINT', 'SIGTERM']) {
        process.on(signal, () => console.log(signal, Date.now() - start));
      }
      setInterval(() => console.log('still here', Date.now() - start), 4000);`;
    const cancelAt = () => simulator.clock.now() + 2_000;
    const { log, signal } = await run(script, { cancelAt });
    expect(signal).toBe('SIGKILL');
    expect(log.split('\n').slice(0, 5)).toEqual([
      'SIGINT 2000',
      'still here 4000',
      'still here 8000',
      'SIGTERM 9500',
      expect.stringMatching(/^$|still here 12000/),
    ]);
  });

  it('gives up a step that does not end, with what it had printed', async () => {
    mock.timers.enable({ apis: ['setTimeout'] });
    try {
      const script = `console.log('so far'); for (;;);`;
      const onLine = () => mock.timers.tick(400);
      const given = run(script, { limitSeconds: 0.4, onLine });
      await expect(given).rejects.toThrow(/0.4 s.*so far/s);
    } finally {
      mock.timers.reset();
    }
  });

  it('can run on the wall clock', async () => {
    const { log } = await run('console.log(Date.now() > 0, process.execArgv.length)', {
      time: 'wall',
    });
    expect(log).toBe('true 0\n');
    expect(simulator.clock.now()).toBeGreaterThanOrEqual(monday);
  });
});

describe('inputs', () => {
  it('warns about one that the action does not have', async () => {
    const { annotations } = await run('', { inputs: { 'endpiont-name': 'fraud' } });
    expect(annotations).toEqual([
      {
        level: 'warning',
        message:
          "Unexpected input(s) 'endpiont-name', valid inputs are ['endpoint-name', 'poll-interval', 'two words', 'github-token']",
      },
    ]);
  });
});
