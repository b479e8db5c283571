import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { monday } from '../../simulator/clock.ts';
import { filterEvents, freshStreams, getEvents, search } from './logs-world.ts';
import { openWorld, type TestWorld, update } from './sagemaker-world.ts';

let world: TestWorld;
let fresh: string[];
beforeEach(async () => {
  world = await openWorld('container-dies-at-start');
  await update(world);
  world.to(120);
  fresh = (await freshStreams(world)).map(({ logStreamName = '' }) => logStreamName);
});
afterEach(() => world.close());

describe('FilterLogEvents', () => {
  it('begins with an empty page that goes on, and then tells the oldest first over all streams', async () => {
    const empty = await filterEvents(world, { logStreamNames: fresh });
    expect(empty).toMatchObject({ events: [], searchedLogStreams: [] });
    const { nextToken } = empty;
    const page = await filterEvents(world, {
      logStreamNames: fresh,
      limit: 7,
      ...(nextToken && { nextToken }),
    });
    expect(page.nextToken).toBeDefined();
    expect(page.events).toHaveLength(7);
    expect(page.events?.[0]).toEqual({
      logStreamName: fresh[0],
      timestamp: monday + 23_000,
      ingestionTime: monday + 24_500,
      message: 'Starting the inference server with 4 workers.',
      eventId: expect.stringMatching(/^\d{56}$/),
    });
    expect(page.events?.[6]).toMatchObject({ logStreamName: fresh[1], timestamp: monday + 24_000 });
    expect(new Set(page.events?.map(({ eventId }) => eventId)).size).toBe(7);
  });

  it('finds every line once, however small its pages are', async () => {
    const all = await search(world, { logStreamNames: fresh });
    expect(all).toHaveLength(3 * 2 * 6);
    expect(await search(world, { logStreamNames: fresh, limit: 5 })).toEqual(all);
  });

  it('goes on through as many empty pages as it is told to', async () => {
    world.logs.emptyPages = 4;
    await search(world, { logStreamNames: fresh });
    expect(
      world.logs.requests.filter(({ operation }) => operation === 'FilterLogEvents'),
    ).toHaveLength(5);
  });

  it('searches so many lines for a page that one in the middle is empty', async () => {
    world.logs.emptyPages = 0;
    const startTime = monday - 5 * 3_600_000;
    const page = await filterEvents(world, { startTime, filterPattern: 'ImportError' });
    expect(page.events).toEqual([]);
    expect(page.nextToken).toBeDefined();
    expect(await search(world, { startTime, filterPattern: 'ImportError' })).toHaveLength(6);
  });

  it('includes both ends of the time that is asked for', async () => {
    const within = (from: number, to: number) =>
      search(world, {
        startTime: monday + from,
        endTime: monday + to,
        logStreamNames: [fresh[0] ?? ''],
      });
    expect(await within(23_001, 23_002)).toEqual([
      'Traceback (most recent call last):',
      '  File "/opt/ml/code/serve.py", line 12, in <module>',
    ]);
  });

  it('finds a line a second and a half after it was written', async () => {
    world.to(144);
    const last = () => search(world, { startTime: monday + 142_000, filterPattern: 'exited' });
    expect(await last()).toEqual([]);
    world.to(144.6);
    expect(await last()).toEqual(['exited with status 1']);
  });

  it.each([
    ['ImportError', ['ImportError']],
    ['importerror', []],
    ['shared object', ['ImportError']],
    ['object shared -ImportError', []],
    ['"shared object"', ['ImportError']],
    ['"object shared"', []],
    ['?exited ?Traceback', ['Traceback', 'exited']],
    ['?"most recent" ?nothing', ['Traceback']],
    ['exited ?Traceback', ['exited']],
    ['-Traceback -File -import -ImportError', ['Starting', 'exited']],
    ['', ['Starting', 'Traceback', 'File', 'import', 'ImportError', 'exited']],
  ])('finds by the pattern %j', async (filterPattern, words) => {
    const lines = await search(world, {
      filterPattern,
      logStreamNames: [fresh[0] ?? ''],
      endTime: monday + 60_000,
    });
    expect(lines.map((line) => /\w+/.exec(line)?.[0])).toEqual(words);
  });

  it('takes a prefix of streams', async () => {
    expect(await search(world, { logStreamNamePrefix: 'Other/' })).toEqual([]);
    const [one = ''] = fresh;
    expect(await search(world, { logStreamNamePrefix: one })).toHaveLength(12);
  });
});

describe('GetLogEvents', () => {
  const get = (input: { limit?: number; startFromHead?: boolean; nextToken?: string } = {}) =>
    getEvents(world, { logStreamName: fresh[0], ...input });
  const words = (events: { message?: string | undefined }[] = []) =>
    events.map(({ message = '' }) => /\w+/.exec(message)?.[0]);

  it('gives the last lines, the oldest of them first', async () => {
    const { events } = await get({ limit: 2 });
    expect(words(events)).toEqual(['ImportError', 'exited']);
    expect(events?.[1]).toEqual({
      timestamp: monday + 83_005,
      ingestionTime: monday + 84_505,
      message: 'exited with status 1',
    });
  });

  it('goes back to the head, where its token stays the same', async () => {
    const last = await get({ limit: 5 });
    const before = await get({ limit: 7, nextToken: last.nextBackwardToken ?? '' });
    expect(words(before.events).slice(0, 2)).toEqual(['Starting', 'Traceback']);
    const end = await get({ nextToken: before.nextBackwardToken ?? '' });
    expect(end.events).toEqual([]);
    expect(end.nextBackwardToken).toBe(before.nextBackwardToken);
  });

  it('goes forward to the end, where its token stays the same until there is more', async () => {
    const first = await get({ limit: 10, startFromHead: true });
    const rest = await get({ startFromHead: true, nextToken: first.nextForwardToken ?? '' });
    expect(words(rest.events)).toEqual(['ImportError', 'exited']);
    const nextToken = rest.nextForwardToken ?? '';
    expect(await get({ startFromHead: true, nextToken })).toMatchObject({
      events: [],
      nextForwardToken: nextToken,
    });
    world.to(150);
    expect(words((await get({ startFromHead: true, nextToken })).events)).toHaveLength(6);
  });

  it('excludes the end of the time that is asked for', async () => {
    const times = { startTime: monday + 23_001, endTime: monday + 23_002 };
    const { events } = await getEvents(world, { logStreamName: fresh[0], ...times });
    expect(words(events)).toEqual(['Traceback']);
  });
});
