import { FilterLogEventsCommand } from '@aws-sdk/client-cloudwatch-logs';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import {
  allStreams,
  describeStreams,
  filterEvents,
  getEvents,
  logGroupName,
  logsClient,
} from './logs-world.ts';
import { createEndpoint, openWorld, type TestWorld, update } from './sagemaker-world.ts';

let world: TestWorld;
beforeEach(async () => {
  world = await openWorld();
});
afterEach(() => world.close());

describe('what does not exist', () => {
  const group = {
    name: 'ResourceNotFoundException',
    message: 'The specified log group does not exist.',
  };
  const stream = {
    name: 'ResourceNotFoundException',
    message: 'The specified log stream does not exist.',
  };

  it('a group of another endpoint, service or region', async () => {
    const other = { logGroupName: '/aws/sagemaker/Endpoints/other' };
    await expect(describeStreams(world, other)).rejects.toMatchObject(group);
    await expect(filterEvents(world, other)).rejects.toMatchObject(group);
    await expect(getEvents(world, { ...other, logStreamName: 'x' })).rejects.toMatchObject(group);
    await expect(describeStreams(world, { logGroupName: 'fraud-prod' })).rejects.toMatchObject(
      group,
    );
    const elsewhere = logsClient(world, 'us-east-1');
    await expect(
      elsewhere.send(new FilterLogEventsCommand({ logGroupName })),
    ).rejects.toMatchObject(group);
  });

  it('a stream, also one among others', async () => {
    await expect(getEvents(world, { logStreamName: 'AllTraffic/i-1' })).rejects.toMatchObject(
      stream,
    );
    const [{ logStreamName = '' } = {}] = await allStreams(world);
    const logStreamNames = [logStreamName, 'AllTraffic/i-1'];
    await expect(filterEvents(world, { logStreamNames })).rejects.toMatchObject(stream);
  });

  it('the group of an endpoint whose first container has not started yet', async () => {
    await createEndpoint(world);
    const own = '/aws/sagemaker/Endpoints/new';
    world.to(19);
    await expect(describeStreams(world, { logGroupName: own })).rejects.toMatchObject(group);
    world.to(20);
    expect(await allStreams(world, own)).toHaveLength(1);
  });
});

describe('a request that is not valid', () => {
  const invalid = (message: string) => ({ name: 'InvalidParameterException', message });

  it.each([
    [
      'a limit',
      { limit: 0 },
      "Value '0' at 'limit' failed to satisfy constraint: Member must have value greater than or equal to 1",
    ],
    [
      'a stream',
      { logStreamNames: ['a:b'] },
      "Value 'a:b' at 'logStreamNames.1.member' failed to satisfy constraint: Member must satisfy regular expression pattern: [^:*]*",
    ],
  ])('by %s out of its bounds', async (_, input, words) => {
    const message = `1 validation error detected: ${words}`;
    await expect(filterEvents(world, input)).rejects.toMatchObject(invalid(message));
  });

  it('by more than a hundred streams', async () => {
    const logStreamNames = Array.from({ length: 101 }, (_, index) => `s${index}`);
    await expect(filterEvents(world, { logStreamNames })).rejects.toMatchObject({
      message: expect.stringMatching(/Member must have length less than or equal to 100$/),
    });
  });

  it.each([
    ['foo:bar', "Invalid character(s) in term 'foo:bar'"],
    ['?a.b', "Invalid character(s) in term 'a.b'"],
    ['"open', "Invalid character(s) in term '\"open'"],
  ])('by the pattern %s', async (filterPattern, message) => {
    await expect(filterEvents(world, { filterPattern })).rejects.toMatchObject(invalid(message));
  });

  it.each(['{ $.a = 1 }', '[a, b]', '%ERROR%'])(
    'by the pattern %s, which is not modeled',
    async (filterPattern) => {
      await expect(filterEvents(world, { filterPattern })).rejects.toMatchObject({
        name: 'InvalidParameterException',
        message: expect.stringMatching(/^Simulator .*not modeled$/),
      });
    },
  );

  it('by members that exclude each other', async () => {
    const both = { logStreamNames: ['a'], logStreamNamePrefix: 'a' };
    await expect(filterEvents(world, both)).rejects.toMatchObject({
      name: 'InvalidParameterException',
    });
    const ordered = { orderBy: 'LastEventTime', logStreamNamePrefix: 'a' } as const;
    await expect(describeStreams(world, ordered)).rejects.toMatchObject(
      invalid('Cannot order by LastEventTime with a logStreamNamePrefix.'),
    );
    await expect(describeStreams(world, { logGroupName: undefined })).rejects.toMatchObject({
      name: 'InvalidParameterException',
    });
    await expect(filterEvents(world, { startFromHead: false })).rejects.toMatchObject({
      name: 'InvalidParameterException',
    });
  });

  it('by a token of its own making', async () => {
    const error = invalid('The specified nextToken is invalid.');
    const nextToken = 'made-up';
    await expect(describeStreams(world, { nextToken })).rejects.toMatchObject(error);
    await expect(filterEvents(world, { nextToken })).rejects.toMatchObject(error);
    const [{ logStreamName = '' } = {}] = await allStreams(world);
    await expect(getEvents(world, { logStreamName, nextToken })).rejects.toMatchObject(error);
  });
});

describe('a fault strikes', () => {
  const denied = `User: arn:aws:sts::123456789012:assumed-role/deployer/github-actions is not authorized to perform: logs:FilterLogEvents on resource: arn:aws:logs:eu-west-1:123456789012:log-group:${logGroupName}:log-stream:`;

  it.each([
    ['throttling', { name: 'ThrottlingException', message: 'Rate exceeded' }],
    ['access-denied', { name: 'AccessDeniedException', message: denied }],
    ['expired-credentials', { name: 'ExpiredTokenException' }],
    ['internal-failure', { name: 'InternalFailure', $metadata: { httpStatusCode: 500 } }],
    [
      'service-unavailable',
      { name: 'ServiceUnavailableException', $metadata: { httpStatusCode: 503 } },
    ],
    ['reset', { message: expect.stringContaining('socket hang up') }],
    ['lost-answer', { message: expect.stringContaining('socket hang up') }],
  ] as const)('%s', async (kind, error) => {
    world.sagemaker.inject({ kind, operation: 'FilterLogEvents', calls: 1 });
    await expect(filterEvents(world)).rejects.toMatchObject(error);
    expect((await filterEvents(world)).nextToken).toBeDefined();
    expect(world.logs.requests.map(({ error: code }) => code)).toEqual([
      'name' in error ? error.name : kind,
      undefined,
    ]);
  });

  it('unreadable', async () => {
    world.sagemaker.inject({ kind: 'unreadable', how: 'page', operation: 'FilterLogEvents' });
    await expect(filterEvents(world)).rejects.toThrow();
    expect(world.logs.requests).toMatchObject([{ error: 'unreadable' }]);
  });

  it('hang', async () => {
    world.sagemaker.inject({ kind: 'hang', operation: 'FilterLogEvents' });
    const patience = new AbortController();
    world.logs.onRequest(() => patience.abort());
    const call = logsClient(world).send(new FilterLogEventsCommand({ logGroupName }), {
      abortSignal: patience.signal,
    });
    await expect(call).rejects.toMatchObject({ name: 'AbortError' });
    expect(world.logs.requests).toMatchObject([{ error: 'hang' }]);
  });

  it('stale-read: what was written since is not found yet', async () => {
    await update(world);
    world.to(60);
    expect(await allStreams(world)).toHaveLength(6);
    world.sagemaker.inject({ kind: 'stale-read', operation: 'DescribeLogStreams', seconds: 45 });
    expect(await allStreams(world)).toHaveLength(3);
  });
});
