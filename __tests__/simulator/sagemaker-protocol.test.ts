import { DescribeEndpointCommand } from '@aws-sdk/client-sagemaker';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { monday } from '../../simulator/clock.ts';
import { canary, clientOf, openWorld, type TestWorld, update } from './sagemaker-world.ts';

describe('over the wire', () => {
  let world: TestWorld;
  beforeEach(async () => {
    world = await openWorld();
  });
  afterEach(() => world.close());

  const ask = async (operation: string, body: string, headers: Record<string, string> = {}) => {
    const response = await fetch(world.url, {
      method: 'POST',
      headers: { 'x-amz-target': `SageMaker.${operation}`, authorization: 'AWS4', ...headers },
      body,
    });
    return { status: response.status, headers: response.headers, body: await response.text() };
  };

  it('answers compact JSON: times and weights as Java writes them, nothing that is not set', async () => {
    world.sagemaker.addModel('bare', { PrimaryContainer: {} });
    world.sagemaker.addEndpointConfig('bare');
    world.sagemaker.addEndpoint('bare', 'bare', { weights: { AllTraffic: 0.25 } });

    const { status, headers, body } = await ask('DescribeEndpoint', '{"EndpointName":"bare"}');
    expect(status).toBe(200);
    expect(headers.get('content-type')).toBe('application/x-amz-json-1.1');
    expect(headers.get('x-amzn-requestid')).toMatch(/^[0-9a-f-]{36}$/);
    expect(headers.get('date')).toBe('Mon, 02 Mar 2026 09:00:00 GMT');
    expect(body).toBe(
      '{"EndpointName":"bare","EndpointArn":"arn:aws:sagemaker:eu-west-1:123456789012:endpoint/bare","EndpointConfigName":"bare","ProductionVariants":[{"VariantName":"AllTraffic","DeployedImages":[],"CurrentWeight":0.25,"DesiredWeight":0.25,"CurrentInstanceCount":3,"DesiredInstanceCount":3}],"EndpointStatus":"InService","CreationTime":1.7723556E9,"LastModifiedTime":1.7723556E9}',
    );
  });

  it('tells milliseconds', async () => {
    world.clock.advanceTo(monday + 228_544);
    await update(world);
    expect((await ask('DescribeEndpoint', '{"EndpointName":"fraud-prod"}')).body).toContain(
      '"LastModifiedTime":1.772442228544E9',
    );
  });

  it('does not know every operation', async () => {
    const { status, body } = await ask('InvokeEndpoint', '{}');
    expect(status).toBe(400);
    expect(body).toBe(
      '{"__type":"UnknownOperationException","message":"Simulator: InvokeEndpoint is not simulated"}',
    );
  });

  it('wants a signature and a JSON object', async () => {
    expect((await ask('DescribeEndpoint', '{}', { authorization: '' })).body).toBe(
      '{"__type":"MissingAuthenticationTokenException","message":"Missing Authentication Token"}',
    );
    expect((await ask('DescribeEndpoint', '[')).body).toContain('SerializationException');
  });

  it('keeps regions apart', async () => {
    const elsewhere = clientOf(world.url, 'us-east-1');
    await expect(
      elsewhere.send(new DescribeEndpointCommand({ EndpointName: 'fraud-prod' })),
    ).rejects.toThrow(
      'Could not find endpoint "arn:aws:sagemaker:us-east-1:123456789012:endpoint/fraud-prod".',
    );
  });

  it('remembers every request, member for member', async () => {
    world.to(7);
    await update(world, { DeploymentConfig: canary });
    await ask('DescribeEndpoint', '{"EndpointName":"nobody"}');
    expect(world.sagemaker.requests).toEqual([
      {
        at: monday + 7000,
        operation: 'UpdateEndpoint',
        region: 'eu-west-1',
        input: {
          EndpointName: 'fraud-prod',
          EndpointConfigName: 'fraud-v2',
          DeploymentConfig: canary,
        },
      },
      {
        at: monday + 7000,
        operation: 'DescribeEndpoint',
        region: 'eu-west-1',
        input: { EndpointName: 'nobody' },
        error: 'ValidationException',
      },
    ]);
  });
});

describe('the clock over HTTP', () => {
  let world: TestWorld;
  afterEach(() => world.close());

  const ask = async (init?: RequestInit) => {
    const response = await fetch(`${world.url}/_simulator/clock`, init);
    return { status: response.status, body: await response.json() };
  };

  it('tells the time and moves it, forward only', async () => {
    world = await openWorld();
    expect(await ask()).toEqual({ status: 200, body: { now: monday } });
    const later = { method: 'POST', body: JSON.stringify({ to: monday + 90_000 }) };
    expect(await ask(later)).toEqual({ status: 200, body: { now: monday + 90_000 } });
    const earlier = { method: 'POST', body: JSON.stringify({ to: monday }) };
    expect(await ask(earlier)).toEqual({ status: 200, body: { now: monday + 90_000 } });
    expect((await ask({ method: 'POST', body: 'soon' })).status).toBe(400);
    expect((await ask({ method: 'PUT' })).status).toBe(405);
  });

  it('does not move a clock that runs', async () => {
    world = await openWorld('canary-succeeds', { speed: 1000 });
    expect((await ask({ method: 'POST', body: '{"to":0}' })).status).toBe(409);
    await new Promise((done) => setTimeout(done, 20));
    expect((await ask()).body).toEqual({ now: expect.any(Number) });
    expect(world.clock.now()).toBeGreaterThan(monday + 10_000);
  });
});
