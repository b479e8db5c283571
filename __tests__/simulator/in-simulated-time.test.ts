import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { compileCache } from '../../simulator/runner/child.ts';
import { at, ok, type SmallSimulator, startSmallSimulator } from './small-simulator.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));

let simulator: SmallSimulator;
let answered = 0;
beforeAll(async () => {
  simulator = await startSmallSimulator(
    (clock) => at('/time', () => ok(String(clock.now()))),
    () => at(/^\/hang/, () => ({ kind: 'hang' })),
    () => at('/reset', () => ({ kind: 'reset' })),
    (clock) =>
      at(
        '/slow',
        () => new Promise((done) => clock.at(clock.now() + 5000, () => done(ok('slow')))),
      ),
    () => at(/^\/busy/, ({ path }) => busy(Number(path.split('/').at(-1)))),
    (clock) => at(/^\/describe/, () => describeEndpoint(clock.now())),
  );
});
beforeEach(() => {
  answered = 0;
});
afterAll(() => simulator.close());

/** A simulator that answers nothing else meanwhile, as on a busy machine: late on the wall clock, at once in simulated time. */
function busy(milliseconds: number) {
  const end = performance.now() + milliseconds;
  while (performance.now() < end);
  return ok('busy');
}

/** Twice a fault of the server, then there is no such endpoint. */
function describeEndpoint(now: number) {
  answered += 1;
  const status = answered < 3 ? 500 : 404;
  // The AWS SDK compares this header with its own clock.
  const headers = { date: new Date(now).toUTCString() };
  return { kind: 'answer' as const, status, headers, body: '{"message":"Not Found"}' };
}

/** Runs a script in simulated time; what it prints, with its start in simulated time as zero. */
async function live(script: string, env: Record<string, string> = {}): Promise<string[]> {
  const prelude = `
    import { setTimeout as wait } from 'node:timers/promises';
    const start = Date.now();
    const say = (...words) => console.log(...words, Date.now() - start);
    const url = process.env.SIMULATOR_URL;
    ${script}`;
  const preload = ['--import', './simulator/in-simulated-time.ts', '--input-type=module'];
  const { stdout, stderr } = await promisify(execFile)(
    process.execPath,
    [...preload, '--eval', prelude],
    {
      cwd: root,
      timeout: 300_000,
      env: { NODE_COMPILE_CACHE: compileCache, SIMULATOR_URL: simulator.url, ...env },
    },
  );
  return `${stdout}${stderr}`.trim().split('\n');
}

describe('the time of the program', () => {
  it('is that of the simulator, and what waits takes no time', async () => {
    const lines = await live(`
      await wait(3_600_000);
      say(await (await fetch(url + '/time')).text() === String(Date.now()));
      say(new Date() instanceof Date, new Date().getTime() === Date.now(), performance.now());
      class Day extends Date {}
      say(new Day().getTime() - start, Date.parse('2020-01-01') === new Date('2020-01-01').getTime());
      say(Date().includes('2026'), new Date().constructor === Date);`);
    expect(lines).toEqual([
      'true 3600000',
      'true true 3600000 3600000',
      '3600000 true 3600000',
      'true true 3600000',
    ]);
  });

  it('stands still where the last timer is taken away and no one waits for anything else', async () => {
    const lines = await live(`
      const { createServer } = await import('node:net');
      const server = createServer().listen(0);
      const timer = setTimeout(() => {}, 1000);
      setImmediate(() => clearTimeout(timer));
      const memory = new Int32Array(new SharedArrayBuffer(4));
      await Atomics.waitAsync(memory, 0, 0, 150).value; // on the wall clock
      say('still', await (await fetch(url + '/time')).text() === String(Date.now()));
      server.close();`);
    expect(lines).toEqual(['still true 0']);
  });

  it('passes in every kind of timer, in order', async () => {
    const lines = await live(`
      import timers from 'node:timers';
      import { promisify } from 'node:util';
      setTimeout((word) => say(word), 2000, 'second');
      timers.setTimeout(() => say('first'), 1000);
      setTimeout(() => say('third'), 2000);
      promisify(setTimeout)(3000).then(() => say('promised'));
      timers.promises.scheduler.wait(4000).then(() => say('waited'));
      const interval = setInterval(() => { say('again'); if (Date.now() - start > 9000) clearInterval(interval); }, 5000);
      for await (const _ of timers.promises.setInterval(6000)) { say('iterated'); break; }
      AbortSignal.timeout(20_000).onabort = (event) => say(event.target.reason.name);
      await wait(30_000);`);
    expect(lines).toEqual([
      'first 1000',
      'second 2000',
      'third 2000',
      'promised 3000',
      'waited 4000',
      'again 5000',
      'iterated 6000',
      'again 10000',
      'TimeoutError 26000',
    ]);
  });

  it('ends timers that are cleared, by object, by number, or when disposed of', async () => {
    const lines = await live(`
      clearTimeout(setTimeout(() => say('never'), 1000));
      clearTimeout(+setTimeout(() => say('never'), 1000));
      clearTimeout(String(+setTimeout(() => say('never'), 1000)));
      { using timer = setTimeout(() => say('never'), 1000); }
      setTimeout(() => say('never'), 1000).close();
      clearTimeout(undefined); clearInterval(null);
      const controller = new AbortController();
      setTimeout(() => controller.abort('enough'), 500);
      await wait(1000, 0, { signal: controller.signal }).catch((e) => say(e.name, e.code, e.cause));
      const late = setTimeout(() => say('refreshed'), 2000);
      await wait(1500); late.refresh();`);
    expect(lines).toEqual(['AbortError ABORT_ERR enough 500', 'refreshed 4000']);
  });

  it('is the same in two runs', async () => {
    const script = `
      for (let turn = 0; turn < 8; turn += 1) {
        await wait(700);
        await fetch(url + '/busy/30');
        say(turn);
      }`;
    const first = await live(script);
    expect(first.at(-1)).toBe('7 5600');
    expect(await live(script)).toEqual(first);
  });

  it('leaves nothing to chance', async () => {
    const script = 'say(Math.random() !== Math.random(), Math.random())';
    expect(await live(script)).toEqual(await live(script));
  });

  it('never jumps over a stop', async () => {
    const from = simulator.clock.now();
    simulator.moves.length = 0;
    await live('await wait(10_000)', { SIMULATOR_STOPS: `${from + 1234},${from + 5000}` });
    expect(simulator.moves.map((to) => to - from)).toEqual([1234, 5000, 10_000]);
  });

  it('can be watched at a pace', async () => {
    const began = performance.now();
    expect(await live('await wait(3000); say("rested")', { SIMULATOR_PACE: '10' })).toEqual([
      'rested 3000',
    ]);
    expect(performance.now() - began).toBeGreaterThan(300);
  });
});

describe('the life of the program', () => {
  it('is not kept by timers without a reference', async () => {
    const lines = await live(`
      setTimeout(() => say('never'), 5000).unref();
      const held = setTimeout(() => say('held'), 1000).unref();
      say(held.hasRef(), held.ref().hasRef());
      process.on('exit', () => say('exit'));`);
    expect(lines).toEqual(['false true 0', 'held 1000', 'exit 1000']);
  });

  it('lets timers without a reference fire while it lasts', async () => {
    const lines = await live(`
      const server = (await import('node:net')).createServer().listen(0);
      setTimeout(() => { say('fired'); server.close(); }, 5000).unref();`);
    expect(lines).toEqual(['fired 5000']);
  });

  it('ends by what a timer throws, unless that is caught where such things are', async () => {
    await expect(live('setTimeout(() => { throw new Error("thrown"); }, 5000)')).rejects.toThrow(
      'Error: thrown',
    );
    const lines = await live(`
      process.on('uncaughtException', (error, origin) => say(error.message, origin));
      setTimeout(() => { throw new Error('thrown'); }, 5000);
      setTimeout(() => say('next'), 5000);`);
    expect(lines).toEqual(['thrown uncaughtException 5000', 'next 5000']);
  });

  it('keeps the asynchronous context', async () => {
    const lines = await live(`
      import { AsyncLocalStorage } from 'node:async_hooks';
      const storage = new AsyncLocalStorage();
      storage.run('mine', () => setTimeout(() => say(storage.getStore()), 1000));
      storage.run('other', () => setTimeout(() => say(storage.getStore()), 1000));`);
    expect(lines).toEqual(['mine 1000', 'other 1000']);
  });

  it('refuses what is no function, and reads delays as Node', async () => {
    const lines = await live(`
      try { setTimeout('text', 1) } catch (error) { say(error.code) }
      setTimeout(() => say('at once'), 0);
      setTimeout(() => say('as well'), -5);
      setTimeout(() => say('too far'), 2 ** 40);`);
    expect(lines.slice(0, 4)).toEqual([
      'ERR_INVALID_ARG_TYPE 0',
      'at once 1',
      'as well 1',
      'too far 1',
    ]);
    expect(lines.join()).toContain('TimeoutOverflowWarning');
  });

  it('says so when there is no simulator', async () => {
    await expect(live('', { SIMULATOR_URL: '' })).rejects.toThrow('SIMULATOR_URL is not set');
    const gone = { SIMULATOR_URL: 'http://127.0.0.1:9' };
    await expect(live('', gone)).rejects.toThrow("The simulator's clock does not answer");
  });
});

describe('requests', () => {
  it('that take the machine long take no time', async () => {
    const lines = await live(`
      import http from 'node:http';
      setTimeout(() => say('timer'), 1);
      say(await (await fetch(url + '/busy/300')).text());
      await wait(10);
      await new Promise((done) => http.get(url + '/busy/300', (answer) => answer.resume().on('end', done)));
      say('again');`);
    expect(lines).toEqual(['busy 0', 'timer 1', 'again 10']);
  });

  it('that hang do not stop time, in fetch and in node:http', async () => {
    const lines = await live(`
      import http from 'node:http';
      await fetch(url + '/hang', { signal: AbortSignal.timeout(30_000) }).catch((e) => say(e.name));
      await new Promise((done) => {
        const request = http.get(url + '/hang').on('error', (e) => { say(e.code); done(); });
        setTimeout(() => request.destroy(), 2500);
      });
      await fetch(url + '/reset').catch((e) => say(e.cause.code));
      setTimeout(() => say('later'), 10_000);`);
    expect(lines).toEqual([
      'TimeoutError 30000',
      'ECONNRESET 32500',
      'UND_ERR_SOCKET 32500',
      'later 42500',
    ]);
  });

  it('that are answered later in simulated time are seen within a second of it', async () => {
    const [line] = await live(`say(await (await fetch(url + '/slow')).text())`);
    const milliseconds = Number(line?.replace('slow ', ''));
    expect(milliseconds).toBeGreaterThanOrEqual(5000);
    expect(milliseconds).toBeLessThanOrEqual(6000);
  });

  it('of Octokit work', async () => {
    const lines = await live(`
      import { getOctokit } from '@actions/github';
      const octokit = getOctokit('token', { baseUrl: url });
      await octokit.request('GET /describe').catch((error) => say(error.status));
      await wait(120_000);
      await octokit.request('GET /time').then(({ data }) => say(Number(data) === Date.now()));`);
    expect(lines).toEqual(['500 0', 'true 120000']);
  });

  it('of the AWS SDK work, and its waits between attempts take simulated time', async () => {
    const lines = await live(`
      import { SageMakerClient, DescribeEndpointCommand } from '@aws-sdk/client-sagemaker';
      const clientOf = (path) => new SageMakerClient({
        endpoint: url + path, region: 'eu-west-1',
        credentials: { accessKeyId: 'a', secretAccessKey: 'b' },
        requestHandler: { requestTimeout: 5000, throwOnRequestTimeout: true, connectionTimeout: 5000 },
        maxAttempts: path === '/hang' ? 1 : 3,
      });
      const asked = new DescribeEndpointCommand({ EndpointName: 'fraud' });
      await clientOf('/describe').send(asked)
        .catch((error) => say(error.$metadata.httpStatusCode, error.$metadata.attempts));
      await clientOf('/hang').send(asked).catch((error) => say(error.name));`);
    expect(lines[0]).toMatch(/^404 3 \d+$/);
    expect(lines[1]).toMatch(/^TimeoutError 5\d{3}$/);
  });
});

describe('signals', () => {
  it('reach the handlers of the program', async () => {
    const lines = await live(`
      process.once('SIGTERM', () => { say('asked'); clearInterval(living); });
      const living = setInterval(() => undefined, 1000);
      setTimeout(() => process.kill(process.pid, 'SIGTERM'), 4500);`);
    expect(lines).toEqual(['asked 4500']);
  });
});
