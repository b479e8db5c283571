import type { DescribeAlarmsCommandInput } from '@aws-sdk/client-cloudwatch';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { alarmNames, describeAlarms } from './cloudwatch-world.ts';
import { openWorld, type TestWorld, update } from './sagemaker-world.ts';

let world: TestWorld;
beforeEach(async () => {
  world = await openWorld();
});
afterEach(() => world.close());

const ask = (input: DescribeAlarmsCommandInput = {}) => describeAlarms(world, input);

describe('a question that is refused', () => {
  it.each([
    [
      'throttling',
      { name: 'Throttling', message: 'Rate exceeded', $metadata: { httpStatusCode: 400 } },
    ],
    [
      'access-denied',
      {
        name: 'AccessDenied',
        message:
          'User: arn:aws:sts::123456789012:assumed-role/deployer/github-actions is not authorized to perform: cloudwatch:DescribeAlarms on resource: arn:aws:cloudwatch:eu-west-1:123456789012:alarm:*',
        $metadata: { httpStatusCode: 403 },
      },
    ],
    [
      'expired-credentials',
      {
        name: 'ExpiredToken',
        message: 'The security token included in the request is expired',
        $metadata: { httpStatusCode: 403 },
      },
    ],
    ['internal-failure', { name: 'InternalFailure', $metadata: { httpStatusCode: 500 } }],
    ['service-unavailable', { name: 'ServiceUnavailable', $metadata: { httpStatusCode: 503 } }],
    ['reset', { message: expect.stringContaining('socket hang up') }],
    ['lost-answer', { message: expect.stringContaining('socket hang up') }],
  ] as const)('%s', async (kind, error) => {
    world.sagemaker.inject({ kind, operation: 'DescribeAlarms', calls: 1 });
    await expect(ask()).rejects.toMatchObject(error);
    expect(await alarmNames(world)).toBe('fraud-5xx fraud-latency||');
    expect(world.cloudwatch.requests.map(({ error: code }) => code)).toEqual([
      'name' in error ? error.name : kind,
      undefined,
    ]);
  });

  it('or never answered', async () => {
    world.sagemaker.inject({ kind: 'hang', operation: 'DescribeAlarms' });
    const patience = new AbortController();
    world.cloudwatch.onRequest(() => patience.abort());
    await expect(describeAlarms(world, {}, { abortSignal: patience.signal })).rejects.toMatchObject(
      { name: 'AbortError' },
    );
    expect(world.cloudwatch.requests).toMatchObject([{ error: 'hang' }]);
  });

  it('by faults that strike every call, of SageMaker too', async () => {
    world.sagemaker.inject({ kind: 'expired-credentials', from: { before: 'DescribeAlarms' } });
    await expect(update(world)).resolves.toBeDefined();
    await expect(ask()).rejects.toMatchObject({ name: 'ExpiredToken' });
    await expect(update(world)).rejects.toMatchObject({ name: 'ExpiredTokenException' });
  });

  const detected = (value: string, path: string, constraint: string) =>
    `1 validation error detected: Value '${value}' at '${path}' failed to satisfy constraint: Member must have ${constraint}`;
  it.each([
    [{ MaxRecords: 0 }, detected('0', 'maxRecords', 'value greater than or equal to 1')],
    [{ MaxRecords: 101 }, detected('101', 'maxRecords', 'value less than or equal to 100')],
    [
      { AlarmNames: [''] },
      detected('', 'alarmNames.1.member', 'length greater than or equal to 1'),
    ],
    [
      { AlarmNames: Array(101).fill('a') },
      detected(
        `[${Array(101).fill('a').join(', ')}]`,
        'alarmNames',
        'length less than or equal to 100',
      ),
    ],
    [{ AlarmNames: ['a'], AlarmNamePrefix: 'a' }, expect.stringMatching(/^Simulator /)],
    [{ ChildrenOfAlarmName: 'a', AlarmNamePrefix: 'a' }, expect.stringMatching(/^Simulator /)],
  ])('for its bounds', async (input, message) => {
    await expect(ask(input)).rejects.toMatchObject({
      // The class of the SDK; what AWS answers is the code.
      name: 'ValidationException',
      Code: 'ValidationError',
      Type: 'Sender',
      message,
      $metadata: { httpStatusCode: 400 },
    });
  });
});
