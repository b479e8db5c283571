import { afterEach, describe, expect, it } from '@jest/globals';
import { monday } from '../../simulator/clock.ts';
import {
  allStreams,
  describeStreams,
  freshStreams,
  getEvents,
  linesOf,
  logGroupName,
  search,
} from './logs-world.ts';
import {
  alarms,
  canary,
  createEndpoint,
  openWorld,
  poll,
  type TestWorld,
  update,
} from './sagemaker-world.ts';

let world: TestWorld;
afterEach(() => world.close());

const DeploymentConfig = { ...canary, ...alarms };
const noPing =
  'because "The primary container for production variant AllTraffic did not pass the ping health check. Please check CloudWatch logs for this endpoint."';

describe('a container that dies at start', () => {
  it('is seen in its log within a minute, and rolled back after 28 minutes', async () => {
    world = await openWorld('container-dies-at-start');
    await update(world, { DeploymentConfig });
    world.to(60);
    expect(await search(world, { startTime: monday, filterPattern: 'ImportError' })).toHaveLength(
      3,
    );
    expect(await poll(world, 1622)).toMatch(/^1622 Updating \| fraud-v1 3\/3 \| fraud-v2 0\/3/);
    const exits = await search(world, { startTime: monday, filterPattern: 'exited' });
    expect(exits).toHaveLength(3 * 27);
    expect(await poll(world, 1683)).toBe(`1683 InService | fraud-v1 3/3 | ${noPing}`);
    const fresh = await freshStreams(world);
    const last = await linesOf(world, fresh[0] ?? {});
    world.to(3600);
    expect(await linesOf(world, fresh[0] ?? {})).toEqual(last);
  });

  it('also fails the creation of an endpoint', async () => {
    world = await openWorld('container-dies-at-start');
    await createEndpoint(world, { EndpointConfigName: 'fraud-v2' });
    world.to(1619);
    expect(world.sagemaker.endpoint('new')?.state.status).toBe('Creating');
    world.to(3600);
    expect(world.sagemaker.endpoint('new')?.state.status).toBe('Failed');
    const [stream] = await freshStreams(world, '/aws/sagemaker/Endpoints/new');
    const { events } = await getEvents(world, {
      logGroupName: '/aws/sagemaker/Endpoints/new',
      logStreamName: stream?.logStreamName,
      limit: 1,
    });
    expect(events?.[0]?.message).toBe('exited with status 1');
  });

  it('names the variant that it is of, and writes the lines that it was given', async () => {
    world = await openWorld('two-variants');
    world.sagemaker.containers.set('fraud-v3', { kind: 'dies-at-start', lines: ['Worker died.'] });
    world.sagemaker.addEndpointConfig('mixed', {
      ProductionVariants: ['Main', 'Trial'].map((VariantName, index) => ({
        VariantName,
        ModelName: index === 0 ? 'fraud-v2' : 'fraud-v3',
        InstanceType: 'ml.m5.xlarge' as const,
        InitialInstanceCount: 1,
      })),
    });
    await update(world, { EndpointConfigName: 'mixed' });
    world.to(1800);
    expect(world.sagemaker.endpoint('fraud-prod')?.state.failureReason).toMatch(
      /variant Trial did/,
    );
    expect(await search(world, { startTime: monday, filterPattern: 'Worker' })).toHaveLength(27);
  });
});

describe('a container that fails later', () => {
  it('fails requests, where there are any, from three minutes after its start on', async () => {
    world = await openWorld('container-fails-later');
    await update(world, { DeploymentConfig });
    world.to(203);
    expect(await search(world, { startTime: monday, filterPattern: 'ValueError' })).toEqual([]);
    world.to(260);
    const fresh = await freshStreams(world);
    const failures = await Promise.all(
      fresh.map(async (stream) =>
        (await linesOf(world, stream)).filter((line) => /ValueError|" 500 /.test(line)),
      ),
    );
    // Only the canary has traffic.
    expect(failures.map(({ length }) => length)).toEqual([6, 0, 0]);
    expect(await poll(world, 400)).toMatch(
      /^400 InService \| fraud-v1 3\/3 \| because "One or more/,
    );
  });

  it('does not fail a deployment that no alarm watches', async () => {
    world = await openWorld();
    world.sagemaker.containers.set('fraud-v2', {
      kind: 'fails-later',
      lines: ['CUDA out of memory'],
    });
    await update(world);
    expect(await poll(world, 600)).toBe('600 InService | fraud-v2 3/3');
    const lines = await search(world, { startTime: monday, filterPattern: 'CUDA' });
    expect(lines.length).toBeGreaterThan(50);
  });
});

describe('a healthy container', () => {
  it('logs pings all the time, requests while it has traffic, and its end', async () => {
    world = await openWorld();
    await update(world, { DeploymentConfig: canary });
    world.to(3600);
    const [first, next] = await freshStreams(world);
    const times = async (stream: typeof first, about: RegExp) => {
      const lines = await linesOf(world, stream ?? {});
      return lines
        .filter((line) => about.test(line))
        .map((line) => /:(\d\d:\d\d:\d\d) /.exec(line)?.[1]);
    };
    expect((await times(first, /GET \/ping/)).slice(0, 2)).toEqual(['09:00:33', '09:01:03']);
    expect((await times(first, /POST/))[0]).toBe('09:02:48');
    expect((await times(next, /POST/))[0]).toBe('09:07:49');
    const [old, second] = await allStreams(world);
    expect((await times(old, /POST/)).at(-1)).toBe('09:01:45');
    expect((await times(second, /POST/)).at(-1)).toBe('09:06:46');
    expect((await linesOf(world, old ?? {})).slice(-2)).toEqual([
      '[2026-03-02 09:09:44 +0000] [1] [INFO] Handling signal: term',
      '[2026-03-02 09:09:44 +0000] [1] [INFO] Shutting down: Master',
    ]);
  });
});

describe('a container that is silent', () => {
  it('has no stream, while the old fleet goes on writing into the group', async () => {
    world = await openWorld('container-silent');
    await update(world, { DeploymentConfig });
    world.to(600);
    expect(await freshStreams(world)).toEqual([]);
    expect((await search(world, { startTime: monday + 500_000 })).length).toBeGreaterThan(9);
    expect(await poll(world, 1700)).toBe(`1700 InService | fraud-v1 3/3 | ${noPing}`);
  });

  it('leaves no group where no other ever wrote', async () => {
    world = await openWorld('container-silent');
    world.logs.containers.set('fraud-v1', { kind: 'silent' });
    await expect(describeStreams(world)).rejects.toMatchObject({
      name: 'ResourceNotFoundException',
    });
  });
});

describe('a hostile container', () => {
  it('writes what must not act, as it is, and more than fits into a page', async () => {
    world = await openWorld('container-hostile');
    await update(world, { DeploymentConfig });
    world.to(1200);
    const lines = await search(world, { startTime: monday });
    for (const part of [
      '::error file=serve.py::',
      '::set-output name=outcome::deployed',
      '<script>',
      '@octocat',
      '\u001b[31m',
      'AKIAIOSFODNN7EXAMPLE',
      'Bearer eyJ',
      'password=hunter2',
      '\u202e',
      '\u0000',
      '```',
    ]) {
      expect(lines.some((line) => line.includes(part))).toBe(true);
    }
    const long = lines.filter((line) => Buffer.byteLength(line) === 256 * 1024);
    expect(long).toHaveLength(3 * 4);
    const filters = world.logs.requests.filter(({ operation }) => operation === 'FilterLogEvents');
    expect(filters.length).toBeGreaterThan(4);
    expect(await poll(world, 1700)).toBe(`1700 InService | fraud-v1 3/3 | ${noPing}`);
  });

  it('is read from its end in pages of a megabyte', async () => {
    world = await openWorld('container-hostile');
    await update(world, { DeploymentConfig });
    world.to(1600);
    const [{ logStreamName } = {}] = await freshStreams(world);
    const pages: string[][] = [];
    let nextToken: string | undefined;
    do {
      const page = await getEvents(world, { logStreamName, ...(nextToken && { nextToken }) });
      pages.unshift((page.events ?? []).map(({ message = '' }) => message));
      nextToken = page.nextBackwardToken;
    } while (pages[0]?.length);
    const sizes = pages.map((page) => Buffer.byteLength(page.join('')));
    expect(Math.max(...sizes)).toBeLessThanOrEqual(1024 * 1024);
    expect(pages).toHaveLength(3);
    expect(pages[2]?.filter((line) => line.length > 1000)).toHaveLength(3);
    expect(pages.flat()).toEqual(await search(world, { logStreamNames: [logStreamName ?? ''] }));
  });

  it('writes the lines that it was given', async () => {
    world = await openWorld();
    world.sagemaker.containers.set('fraud-v2', { kind: 'hostile', lines: ['<b>@all</b>'] });
    await update(world);
    world.to(120);
    const found = await search(world, { logGroupName, startTime: monday, filterPattern: '"@all"' });
    expect(found).toEqual(['<b>@all</b>', '<b>@all</b>', '<b>@all</b>']);
  });
});
