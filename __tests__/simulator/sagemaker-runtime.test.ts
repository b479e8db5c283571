import { setImmediate } from 'node:timers/promises';
import {
  InvokeEndpointAsyncCommand,
  InvokeEndpointCommand,
  type InvokeEndpointCommandInput,
  SageMakerRuntimeClient,
} from '@aws-sdk/client-sagemaker-runtime';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { loadScenario } from '../../simulator/scenarios.ts';
import { type Simulator, startSimulator } from '../../simulator/simulator.ts';

let simulator: Simulator;
let client: SageMakerRuntimeClient;

beforeEach(async () => {
  simulator = await startSimulator({ start: Date.now() });
  loadScenario(simulator.sagemaker, 'canary-succeeds');
  client = new SageMakerRuntimeClient({
    endpoint: simulator.url,
    region: 'eu-west-1',
    credentials: { accessKeyId: 'AKIDSIMULATED', secretAccessKey: 'simulated' },
    maxAttempts: 1,
  });
});

afterEach(async () => {
  client.destroy();
  await simulator.close();
});

/** The answer's text; of an error its name, its words and what it tells beside them. */
async function ask(members: Partial<InvokeEndpointCommandInput> = {}): Promise<unknown> {
  const input = { EndpointName: 'fraud-prod', Body: 'x', ...members };
  try {
    const { Body, InvokedProductionVariant } = await client.send(
      new InvokeEndpointCommand(input as InvokeEndpointCommandInput),
    );
    return [new TextDecoder().decode(Body), InvokedProductionVariant];
  } catch (error) {
    const { name, message, $metadata, ...told } = error as Record<string, unknown> & {
      $metadata: { httpStatusCode?: number };
    };
    return { name, message, status: $metadata.httpStatusCode, code: told.OriginalStatusCode };
  }
}

describe('a model', () => {
  it('says its name, unless it is told otherwise', async () => {
    expect(await ask()).toEqual(['{"model":"fraud-v1","variant":"AllTraffic"}', 'AllTraffic']);
  });

  it('goes on answering when its configuration is created again under its name with another one', async () => {
    simulator.sagemaker.replaceEndpointConfig('fraud-v1', {
      ProductionVariants: [
        {
          VariantName: 'AllTraffic',
          ModelName: 'fraud-v2',
          InstanceType: 'ml.m5.xlarge',
          InitialInstanceCount: 3,
        },
      ],
    });
    expect(await ask()).toEqual(['{"model":"fraud-v1","variant":"AllTraffic"}', 'AllTraffic']);
  });

  it('behaves in one way after the other, from its first request on', async () => {
    simulator.runtime.script(
      'fraud-v1',
      { kind: 'error', status: 503, message: 'warming up', forSeconds: 10 },
      { kind: 'not-ready', forSeconds: 5 },
      { kind: 'answers', body: 'ready' },
    );
    simulator.clock.advanceTo(simulator.clock.now() + 60_000);
    expect(await ask()).toMatchObject({
      name: 'ModelError',
      message: 'Received server error (503) from primary with message "warming up".',
      ...{ status: 424, code: 503 },
    });
    simulator.clock.advanceTo(simulator.clock.now() + 10_000);
    expect(await ask()).toMatchObject({ name: 'ModelNotReadyException', status: 429 });
    simulator.clock.advanceTo(simulator.clock.now() + 5_000);
    expect(await ask()).toEqual(['ready', 'AllTraffic']);
  });

  it('takes its time', async () => {
    simulator.runtime.script('fraud-v1', { kind: 'answers', body: 'late', seconds: 3 });
    let answer: unknown;
    const asking = ask().then((given) => {
      answer = given;
    });
    while (simulator.runtime.requests.length === 0) await setImmediate();
    simulator.clock.advanceTo(simulator.clock.now() + 2_900);
    await ask({ EndpointName: 'another' });
    expect(answer).toBeUndefined();
    simulator.clock.advanceTo(simulator.clock.now() + 100);
    await asking;
    expect(answer).toEqual(['late', 'AllTraffic']);
  });

  it('is that of the variant which is asked, of what serves', async () => {
    const variants = [
      { VariantName: 'A', ModelName: 'fraud-v2', InitialVariantWeight: 1 },
      { VariantName: 'B', ModelName: 'fraud-v3', InitialVariantWeight: 9 },
    ].map((each) => ({ ...each, InstanceType: 'ml.m5.xlarge', InitialInstanceCount: 1 }) as const);
    simulator.sagemaker.addEndpointConfig('two', { ProductionVariants: variants });
    simulator.sagemaker.addEndpoint('pair', 'two');
    expect(await ask({ EndpointName: 'pair', TargetVariant: 'A' })).toContain('A');
    expect(await ask({ EndpointName: 'pair' })).toContain('B');
    expect(await ask({ EndpointName: 'pair', TargetVariant: 'C' })).toMatchObject({
      name: 'ValidationError',
    });
  });
});

describe('the runtime', () => {
  it('knows no endpoint that is not there', async () => {
    expect(await ask({ EndpointName: 'nothing' })).toMatchObject({
      name: 'ValidationError',
      message: 'Endpoint nothing of account 123456789012 not found.',
      status: 400,
    });
  });

  it('refuses a body that is too long', async () => {
    expect(await ask({ Body: new Uint8Array(6_291_457) })).toMatchObject({
      name: 'ValidationError',
      message: expect.stringContaining("Value at 'body' failed to satisfy constraint: Member"),
    });
  });

  it.each([
    ['access-denied', 'AccessDeniedException', 403],
    ['throttling', 'ThrottlingException', 400],
    ['service-unavailable', 'ServiceUnavailable', 503],
  ] as const)('can be struck by %s', async (kind, name, status) => {
    simulator.sagemaker.inject({ kind, operation: 'InvokeEndpoint' });
    expect(await ask()).toMatchObject({ name, status });
  });

  it('queues for an asynchronous endpoint, and for no other', async () => {
    simulator.sagemaker.addEndpointConfig('queued', {
      ProductionVariants: [
        {
          ...{ VariantName: 'A', ModelName: 'fraud-v2' },
          ...{ InstanceType: 'ml.m5.xlarge', InitialInstanceCount: 1 },
        },
      ],
      AsyncInferenceConfig: { OutputConfig: { S3OutputPath: 's3://out/here' } },
    });
    simulator.sagemaker.addEndpoint('queue', 'queued');
    const command = (EndpointName: string) =>
      new InvokeEndpointAsyncCommand({ EndpointName, InputLocation: 's3://in/a' });
    expect(await client.send(command('queue'))).toMatchObject({
      $metadata: { httpStatusCode: 202 },
      OutputLocation: expect.stringMatching(/^s3:\/\/out\/here\/.*\.out$/),
      InferenceId: expect.any(String),
    });
    await expect(client.send(command('fraud-prod'))).rejects.toThrow('not asynchronous');
    expect(await ask({ EndpointName: 'queue' })).toMatchObject({ name: 'ValidationError' });
  });
});
