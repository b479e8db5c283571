import { setImmediate } from 'node:timers/promises';
import { afterEach, describe, expect, it } from '@jest/globals';
import type { Fault } from '../../simulator/account/faults.ts';
import type { ScenarioName } from '../../simulator/scenarios.ts';
import {
  canary,
  createConfig,
  describeEndpoint,
  fetchConfig,
  openWorld,
  poll,
  type TestWorld,
  update,
} from './sagemaker-world.ts';

let world: TestWorld;
afterEach(() => world.close());

const open = async (scenario: ScenarioName, ...faults: Fault[]) => {
  world = await openWorld(scenario);
  for (const fault of faults) world.sagemaker.inject(fault);
};

/** The name of the error, or the status of the endpoint. */
const tryToLook = () =>
  describeEndpoint(world).then(
    ({ EndpointStatus }) => EndpointStatus,
    (error: Error) => error.name,
  );

const arn = 'arn:aws:sagemaker:eu-west-1:123456789012';

describe('a call', () => {
  it('can be throttled, counted by call', async () => {
    await open('throttled');
    const seen = [];
    for (let poll = 1; poll <= 11; poll += 1) seen.push(await tryToLook());
    expect(seen.map((outcome) => (outcome === 'InService' ? '.' : outcome))).toEqual([
      ...Array(3).fill('ThrottlingException'),
      ...Array(4).fill('.'),
      ...Array(3).fill('ThrottlingException'),
      '.',
    ]);
    await expect(update(world)).resolves.toBeDefined();
  });

  it('can be answered 500, or 503 between two moments', async () => {
    await open('server-errors');
    const fails = () => describeEndpoint(world).catch((error) => error.$metadata.httpStatusCode);
    await describeEndpoint(world);
    expect(await fails()).toBe(500);

    await update(world);
    world.to(150);
    expect(await fails()).toBe(503);
    world.to(270);
    expect(await tryToLook()).toBe('InService');
  });

  it('can meet a broken connection before it took effect', async () => {
    await open('canary-succeeds', { kind: 'reset', operation: 'UpdateEndpoint', calls: 1 });
    await expect(update(world)).rejects.toThrow('socket hang up');
    expect(await tryToLook()).toBe('InService');
  });

  it('can lose its answer after it took effect', async () => {
    await open('lost-answer');
    await expect(update(world)).rejects.toThrow('socket hang up');
    expect(await tryToLook()).toBe('Updating');
    expect(world.sagemaker.requests).toMatchObject([
      { operation: 'UpdateEndpoint', error: 'lost-answer' },
      { operation: 'DescribeEndpoint' },
    ]);
  });

  it('can hang until the simulator is closed', async () => {
    await open('canary-succeeds', { kind: 'hang', operation: 'DescribeEndpoint' });
    let seen: string | undefined;
    const hanging = tryToLook().then((outcome) => {
      seen = outcome;
    });
    while (world.sagemaker.requests.length === 0) await setImmediate();
    await expect(update(world)).resolves.toBeDefined();
    expect(seen).toBeUndefined();
    await world.close();
    await hanging;
    expect(seen).toBe('TimeoutError');
  });

  it.each([
    [{ how: 'page', status: 404 }, 404, 'text/html', /^<!DOCTYPE html>/],
    [{ how: 'nothing', status: 302 }, 302, null, /^$/],
    [{ how: 'no-code' }, 403, 'application/json', /^\{"message":"Forbidden"\}$/],
    [{ how: '[]' }, 200, 'application/x-amz-json-1.1', /^\[\]$/],
    [
      { how: 'cut-off', effect: 'taken' },
      200,
      'application/x-amz-json-1.1',
      /^\{"EndpointArn":"[^"]*$/,
    ],
  ] as const)('can be answered by something else: %j', async (answer, status, type, body) => {
    await open('canary-succeeds', {
      ...{ kind: 'unreadable', operation: 'UpdateEndpoint', ...answer },
    });
    const answered = await fetch(world.url, {
      method: 'POST',
      redirect: 'manual',
      headers: {
        'x-amz-target': 'SageMaker.UpdateEndpoint',
        authorization: 'AWS4-HMAC-SHA256 Credential=test/20260302/eu-west-1/sagemaker/aws4_request',
      },
      body: '{"EndpointName":"fraud-prod","EndpointConfigName":"fraud-v2"}',
    });
    expect(answered.status).toBe(status);
    expect(answered.headers.get('content-type')).toBe(type);
    expect(await answered.text()).toMatch(body);
    const [seen] = world.sagemaker.requests;
    expect(seen?.error).toBe('unreadable');
    expect(await tryToLook()).toBe('effect' in answer ? 'Updating' : 'InService');
  });

  it('can take effect and be answered with half of a body', async () => {
    await open('canary-succeeds', { kind: 'stalled-answer', operation: 'UpdateEndpoint' });
    const stalled = update(world).catch((error: Error) => error.message);
    while (world.sagemaker.requests.length === 0) await setImmediate();
    expect(await tryToLook()).toBe('Updating');
    expect(world.sagemaker.requests[0]).toMatchObject({ error: 'stalled-answer' });
    await world.close();
    expect(await stalled).toContain('aborted');
  });

  it('can be answered a byte a second in simulated time', async () => {
    await open('canary-succeeds', { kind: 'dripping-answer', calls: 1 });
    let status: string | undefined;
    tryToLook().then((seen) => {
      status = seen;
    });
    let seconds = 0;
    for (; status === undefined; seconds += 1) {
      world.to(seconds);
      await setImmediate();
    }
    expect(status).toBe('InService');
    expect(seconds).toBeGreaterThan(400);
  });

  it('can read a state of some time ago', async () => {
    await open('stale-reads');
    await update(world);
    expect(await poll(world, 9)).toBe('9 InService | fraud-v1 3/3');
    expect(await poll(world, 12)).toBe('12 Updating | fraud-v1 3/3');
    expect(await poll(world, 168)).toContain('168 Updating');
    expect(await poll(world, 169)).toBe('169 InService | fraud-v2 3/3');
  });

  it('can lack a permission, on the resource that is named', async () => {
    await open('access-denied');
    await expect(update(world)).rejects.toMatchObject({
      name: 'AccessDeniedException',
      message: `User: arn:aws:sts::123456789012:assumed-role/deployer/github-actions is not authorized to perform: sagemaker:UpdateEndpoint on resource: ${arn}:endpoint-config/fraud-v2`,
    });
    expect(await tryToLook()).toBe('InService');
  });

  it('can come with credentials that expired meanwhile', async () => {
    await open('expired-credentials');
    world.to(3599);
    expect(await tryToLook()).toBe('InService');
    world.to(3600);
    await expect(describeEndpoint(world)).rejects.toMatchObject({
      name: 'ExpiredTokenException',
      message: 'The security token included in the request is expired',
    });
  });
});

describe('the account', () => {
  it('can have a quota that a second fleet exceeds, but not a batch', async () => {
    await open('quota');
    await expect(update(world, { DeploymentConfig: canary })).rejects.toMatchObject({
      name: 'ResourceLimitExceeded',
      message: expect.stringMatching(
        /^The account-level service limit 'ml.m5.xlarge for endpoint usage' is 5 Instances, with current utilization of 3 Instances and a request delta of 3 Instances\. /,
      ),
    });
    await update(world, {
      DeploymentConfig: {
        RollingUpdatePolicy: {
          MaximumBatchSize: { Type: 'INSTANCE_COUNT', Value: 1 },
          WaitIntervalInSeconds: 0,
        },
      },
    });
    expect(await tryToLook()).toBe('Updating');
  });

  it('can find a new configuration only some seconds later', async () => {
    await open('late-configuration');
    await createConfig(world, { EndpointConfigName: 'fraud-v4' });
    const missing = `Could not find endpoint configuration "${arn}:endpoint-config/fraud-v4".`;
    const find = () => fetchConfig(world, 'fraud-v4');
    await expect(find()).rejects.toThrow(missing);
    world.to(11);
    await expect(update(world, { EndpointConfigName: 'fraud-v4' })).rejects.toThrow(missing);
    world.to(12);
    await expect(find()).resolves.toMatchObject({ EndpointConfigName: 'fraud-v4' });
  });
});

describe('the endpoint', () => {
  const busy = `Cannot update in-progress endpoint "${arn}:endpoint/fraud-prod".`;

  it('can be maintained by AWS', async () => {
    await open('system-updating');
    await expect(update(world)).rejects.toThrow(busy);
    expect(await poll(world, 179)).toBe('179 SystemUpdating | fraud-v1 3/3');
    expect(await poll(world, 180)).toBe('180 InService | fraud-v1 3/3');
    await update(world);
    expect(await poll(world, 339)).toBe('339 InService | fraud-v2 3/3');
  });

  it('can be scaled meanwhile, with nothing pending', async () => {
    await open('auto-scaling');
    await expect(update(world)).rejects.toThrow(busy);
    expect(await poll(world, 59)).toBe(
      '59 Updating | fraud-v1 3/4 Updating (Scaling out desired instance count to 4.)',
    );
    expect(await poll(world, 60)).toBe('60 InService | fraud-v1 4/4');
  });

  it('can be updated by another party right after us', async () => {
    await open('foreign-update');
    await update(world);
    expect(await poll(world, 158)).toContain('158 Updating | fraud-v1');
    expect(await poll(world, 159)).toBe('159 Updating | fraud-v2 3/3');
    expect(await poll(world, 162)).toContain('fraud-v3 0/3 Creating');
    expect(await poll(world, 318)).toBe('318 InService | fraud-v3 3/3');
  });

  it('can be updated by another party just before us', async () => {
    await open('foreign-update-before');
    await expect(update(world)).rejects.toThrow(busy);
    expect(await poll(world, 159)).toBe('159 InService | fraud-v3 3/3');
  });

  it('can be deleted meanwhile', async () => {
    await open('endpoint-deleted');
    await update(world, { DeploymentConfig: canary });
    expect(await poll(world, 184)).toContain('184 Updating');
    world.to(185);
    await expect(describeEndpoint(world)).rejects.toThrow(
      `Could not find endpoint "${arn}:endpoint/fraud-prod".`,
    );
  });

  it('can be deleted and created again meanwhile, and old answers tell of the one before', async () => {
    await open('canary-succeeds', {
      ...{ kind: 'endpoint-recreated', endpoint: 'fraud-prod', endpointConfigName: 'fraud-v3' },
      when: { stage: 'provisioning', afterSeconds: 10 },
    });
    const { CreationTime: first } = await describeEndpoint(world);
    await update(world);
    expect(await poll(world, 12)).toContain('12 Updating | fraud-v1 3/3');
    expect(await poll(world, 13)).toBe('13 Creating | fraud-v3 ');
    world.sagemaker.inject({ kind: 'stale-read', seconds: 100, calls: 1 });
    expect(await poll(world, 20)).toContain('20 InService | fraud-v1 3/3');
    expect(await poll(world, 193)).toBe('193 InService | fraud-v3 3/3');
    const { CreationTime: second } = await describeEndpoint(world);
    expect((second?.getTime() ?? 0) > (first?.getTime() ?? 0)).toBe(true);
  });

  it('can be shown with what the API does not have yet, while its deployment goes on', async () => {
    await open('canary-succeeds', {
      ...{ kind: 'shown-otherwise', endpoint: 'fraud-prod', when: { afterSeconds: 10 } },
      ...{ forSeconds: 20, as: { status: 'Validating', variantStatus: 'Warming' } },
    });
    world.sagemaker.inject({
      ...{ kind: 'shown-otherwise', endpoint: 'fraud-prod', when: { afterSeconds: 40 } },
      ...{ forSeconds: 10, as: { pending: 'hidden' } },
    });
    await update(world);
    expect(await poll(world, 9)).toContain('9 Updating | fraud-v1 3/3 | fraud-v2 0/3 Creating');
    expect(await poll(world, 10)).toContain('10 Validating | fraud-v1 3/3 | fraud-v2 0/3 Warming');
    expect(await poll(world, 30)).toContain('30 Updating');
    expect(await poll(world, 40)).toBe('40 Updating | fraud-v1 3/3');
    expect(await poll(world, 159)).toBe('159 InService | fraud-v2 3/3');
  });

  it('can be read as it was before its creation: not at all', async () => {
    await open('canary-succeeds', { kind: 'stale-read', seconds: 100_000, calls: 1 });
    await expect(describeEndpoint(world)).rejects.toThrow('Could not find endpoint');
    expect(await poll(world, 1)).toBe('1 InService | fraud-v1 3/3');
  });

  it('can show the pending deployment late', async () => {
    await open('late-summary');
    await update(world);
    expect(await poll(world, 89)).toBe('89 Updating | fraud-v1 3/3');
    expect(await poll(world, 90)).toContain('fraud-v2 0/3 Creating');
    expect(await poll(world, 159)).toBe('159 InService | fraud-v2 3/3');
  });

  it('can show the pending deployment longer than it is pending', async () => {
    await open('lingering-summary');
    await update(world);
    expect(await poll(world, 159)).toBe('159 InService | fraud-v2 3/3 | fraud-v2 3/3');
    expect(await poll(world, 179)).toBe('179 InService | fraud-v2 3/3');
  });

  it('can have been scaled: a rollout rolls back to the configured count unless told to retain', async () => {
    await open('scaled-out');
    await update(world);
    expect(await poll(world, 3)).toContain('3 Updating | fraud-v1 5/5 | fraud-v2 0/3');
    expect(await poll(world, 159)).toBe('159 InService | fraud-v2 3/3');
  });

  it('strikes only the deployment that is meant', async () => {
    await open('canary-succeeds', { kind: 'insufficient-capacity', nth: 2 });
    await update(world);
    expect(await poll(world, 159)).toBe('159 InService | fraud-v2 3/3');
    await update(world, { EndpointConfigName: 'fraud-v3' });
    expect(await poll(world, 400)).toContain('400 InService | fraud-v2 3/3 | because "Unable');
  });
});
