import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { DescribeEndpointCommand, UpdateEndpointCommand } from '@aws-sdk/client-sagemaker';
import { afterEach, describe, expect, it } from '@jest/globals';
import { readCommand } from '../../simulator/command-line.ts';
import { compileCache } from '../../simulator/runner/child.ts';
import { scenarios } from '../../simulator/scenarios.ts';
import { canary, clientOf } from './sagemaker-world.ts';

describe('npm run simulator', () => {
  let process_: ChildProcess | undefined;
  afterEach(() => {
    process_?.kill('SIGKILL');
  });

  const start = (...args: string[]) => {
    const child = spawn(process.execPath, ['simulator/main.ts', ...args], {
      env: { ...process.env, NODE_COMPILE_CACHE: compileCache },
    });
    process_ = child;
    const output = { text: '' };
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (chunk: string) => {
        output.text += chunk;
      });
    }
    const until = async (words: string | RegExp) => {
      while (!output.text.match(words)) {
        if (child.exitCode !== null) throw new Error(`It ended with:\n${output.text}`);
        await new Promise((done) => setTimeout(done, 10));
      }
      return output.text;
    };
    return { child, until, output };
  };

  it('tells a scenario as it happens, and ends with Ctrl-C', async () => {
    const { child, until, output } = start(
      '--port',
      '0',
      '--speed',
      '3000',
      '--scenario',
      'alarm-in-canary-bake',
    );
    const [, url = ''] = (await until('Ctrl-C')).match(/are at (\S+)/) ?? [];
    expect(output.text).toContain(scenarios['alarm-in-canary-bake'].description);

    const client = clientOf(url);
    const EndpointName = 'fraud-prod';
    await client.send(
      new UpdateEndpointCommand({
        EndpointName,
        EndpointConfigName: 'fraud-v2',
        DeploymentConfig: canary,
      }),
    );
    await until('rolled-back');
    await client.send(new DescribeEndpointCommand({ EndpointName: 'nobody' })).catch(() => {});
    await until('-> ');

    const lines = output.text.split('\n').filter((line) => /^\d\d:\d\d:\d\d {2}/.test(line));
    expect(lines.map((line) => line.slice(10))).toEqual([
      'UpdateEndpoint fraud-prod fraud-v2',
      'fraud-prod: accepted  fraud-v1 3/3',
      'fraud-prod: provisioning  fraud-v1 3/3, fraud-v2 0/3',
      'fraud-prod: activating 1  fraud-v1 2/3, fraud-v2 1/3',
      'fraud-prod: baking 1  fraud-v1 2/3, fraud-v2 1/3',
      'fraud-prod: rolling-back  fraud-v1 2/3, fraud-v2 1/3',
      'fraud-prod: rolling-back  fraud-v1 3/3, fraud-v2 0/3',
      'fraud-prod: rolled-back  fraud-v1 3/3  (One or more configured alarm for automatic rollback deployment is in ALARM state: [fraud-5xx].)',
      'DescribeEndpoint nobody  -> ValidationException',
    ]);
    child.kill('SIGINT');
    expect(await once(child, 'exit')).toEqual([0, null]);
  });

  it('lists the scenarios, each in one line', async () => {
    const { child, output } = start('--list');
    await once(child, 'close');
    expect(output.text.trim().split('\n')).toHaveLength(Object.keys(scenarios).length);
  });

  it('names a mistake, with its remedy, and shows how it is used', async () => {
    const { child, output } = start('--scenario', 'sunshine');
    await once(child, 'close');
    expect(child.exitCode).toBe(1);
    expect(output.text).toMatch(/^--scenario sunshine: .*--list names them\n\nUsage: /);
  });

  it.each([
    [['--port', '70000'], /--port 70000: give a number from 0 to 65535/],
    [['--speed', 'fast'], /--speed fast: give a number above 0, or "stepped"/],
    [['--speed', '0'], /--speed 0/],
    [['--colour'], /--colour/],
  ])('refuses %j', (args, message) => {
    expect(readCommand(args)).toEqual({ kind: 'mistake', message: expect.stringMatching(message) });
  });

  it('serves at sixty times the speed unless told otherwise', () => {
    expect(readCommand([])).toEqual({
      kind: 'serve',
      port: 4566,
      speed: 60,
      scenario: 'canary-succeeds',
      region: 'eu-west-1',
    });
    expect(readCommand(['--speed', 'stepped'])).toMatchObject({ speed: 'stepped' });
  });
});
