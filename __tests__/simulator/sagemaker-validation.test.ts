import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openWorld, type TestWorld } from './sagemaker-world.ts';

/** What a request is answered with, without an SDK that would tidy it first. */
type Ask = (operation: string, input: unknown) => Promise<{ __type: string; message: string }>;

describe('a request is checked against its shape, in the words of AWS', () => {
  let world: TestWorld;
  beforeAll(async () => {
    world = await openWorld();
  });
  afterAll(() => world.close());

  const ask: Ask = async (operation, input) => {
    const response = await fetch(world.url, {
      method: 'POST',
      headers: { 'x-amz-target': `SageMaker.${operation}`, authorization: 'AWS4-HMAC-SHA256' },
      body: JSON.stringify(input),
    });
    expect(response.status).toBe(400);
    return (await response.json()) as { __type: string; message: string };
  };

  const update = (members: object) =>
    ask('UpdateEndpoint', {
      EndpointName: 'fraud-prod',
      EndpointConfigName: 'fraud-v2',
      ...members,
    });

  const blueGreen = (policy: object, routing: object = {}) =>
    update({
      DeploymentConfig: {
        BlueGreenUpdatePolicy: {
          TrafficRoutingConfiguration: {
            Type: 'ALL_AT_ONCE',
            WaitIntervalInSeconds: 0,
            ...routing,
          },
          ...policy,
        },
      },
    });

  const one = (value: string, path: string, constraint: string) => ({
    __type: 'ValidationException',
    message: `1 validation error detected: Value ${value} at '${path}' failed to satisfy constraint: ${constraint}`,
  });

  it('a member that is missing', async () => {
    expect(await ask('DescribeEndpoint', {})).toEqual(
      one('null', 'endpointName', 'Member must not be null'),
    );
  });

  it('a name that ends in a hyphen', async () => {
    expect(await ask('DescribeEndpoint', { EndpointName: 'fraud-' })).toEqual(
      one(
        "'fraud-'",
        'endpointName',
        'Member must satisfy regular expression pattern: [a-zA-Z0-9](-*[a-zA-Z0-9]){0,62}',
      ),
    );
  });

  it('a name that is too long breaks two rules', async () => {
    const name = 'x'.repeat(64);
    expect(await ask('DescribeEndpointConfig', { EndpointConfigName: name })).toEqual({
      __type: 'ValidationException',
      message: `2 validation errors detected: Value '${name}' at 'endpointConfigName' failed to satisfy constraint: Member must have length less than or equal to 63; Value '${name}' at 'endpointConfigName' failed to satisfy constraint: Member must satisfy regular expression pattern: [a-zA-Z0-9](-*[a-zA-Z0-9]){0,62}`,
    });
  });

  it('a variant deep within a list', async () => {
    expect(
      await ask('CreateEndpointConfig', {
        EndpointConfigName: 'fraud-v4',
        ProductionVariants: [{ VariantName: 'AllTraffic', ModelName: 'fraud_v4' }],
      }),
    ).toEqual(
      one(
        "'fraud_v4'",
        'productionVariants.1.member.modelName',
        'Member must satisfy regular expression pattern: [a-zA-Z0-9]([\\-a-zA-Z0-9]*[a-zA-Z0-9])?',
      ),
    );
  });

  it('an unknown value', async () => {
    expect(await blueGreen({}, { Type: 'CANARIES' })).toEqual(
      one(
        "'CANARIES'",
        'deploymentConfig.blueGreenUpdatePolicy.trafficRoutingConfiguration.type',
        'Member must satisfy enum value set: [ALL_AT_ONCE, CANARY, LINEAR]',
      ),
    );
  });

  it('an instance type that no endpoint can have', async () => {
    const { message } = await ask('CreateEndpointConfig', {
      EndpointConfigName: 'fraud-v4',
      ProductionVariants: [{ VariantName: 'AllTraffic', InstanceType: 'm5.xlarge' }],
    });
    expect(message).toContain("Value 'm5.xlarge' at 'productionVariants.1.member.instanceType'");
    expect(message).toContain('Member must satisfy enum value set: [ml.t2.medium, ');
  });

  const policy = 'deploymentConfig.blueGreenUpdatePolicy';
  it.each([
    [599, 'greater than or equal to 600'],
    [28_801, 'less than or equal to 28800'],
  ])('a maximum execution time of %d seconds', async (seconds, bound) => {
    expect(await blueGreen({ MaximumExecutionTimeoutInSeconds: seconds })).toEqual(
      one(
        `'${seconds}'`,
        `${policy}.maximumExecutionTimeoutInSeconds`,
        `Member must have value ${bound}`,
      ),
    );
  });

  it('a wait of more than an hour', async () => {
    expect(await blueGreen({ TerminationWaitInSeconds: 3601 })).toEqual(
      one(
        "'3601'",
        `${policy}.terminationWaitInSeconds`,
        'Member must have value less than or equal to 3600',
      ),
    );
  });

  it('too few and too many alarms', async () => {
    const path = 'deploymentConfig.autoRollbackConfiguration.alarms';
    const withAlarms = (count: number) =>
      update({
        DeploymentConfig: {
          AutoRollbackConfiguration: { Alarms: Array(count).fill({ AlarmName: 'a' }) },
        },
      });
    expect(await withAlarms(0)).toEqual(
      one("'[]'", path, 'Member must have length greater than or equal to 1'),
    );
    expect((await withAlarms(11)).message).toMatch(/length less than or equal to 10$/);
  });

  it('keys of a map', async () => {
    expect(
      await ask('CreateModel', {
        ModelName: 'fraud-v4',
        PrimaryContainer: { Environment: { '1ST': 'x' } },
      }),
    ).toEqual(
      one(
        "'{1ST=x}'",
        'primaryContainer.environment',
        'Map keys must satisfy constraint: [Member must have length less than or equal to 1024, Member must have length greater than or equal to 0, Member must satisfy regular expression pattern: [a-zA-Z_][a-zA-Z0-9_]*]',
      ),
    );
  });

  it.each([
    [{ EndpointName: 7 }, 'NUMBER_VALUE can not be converted to a String'],
    [{ EndpointName: true }, 'TRUE_VALUE can not be converted to a String'],
    [{ EndpointName: ['fraud-prod'] }, 'Start of list found where not expected'],
    [{ DeploymentConfig: [] }, 'Start of list found where not expected'],
    [{ ExcludeRetainedVariantProperties: 'all' }, 'Expected list or null'],
    [{ RetainAllVariantProperties: 'yes' }, 'STRING_VALUE can not be converted to a Boolean'],
  ])('a value of the wrong type: %j', async (members, message) => {
    expect(await update(members)).toEqual({ __type: 'SerializationException', message });
  });

  it('a number that is no number', async () => {
    expect(await blueGreen({ TerminationWaitInSeconds: '120' })).toEqual({
      __type: 'SerializationException',
      message: 'STRING_VALUE can not be converted to an Integer',
    });
  });

  it('takes what it does not know, as AWS does', async () => {
    const { message } = await ask('DescribeEndpoint', { EndpointName: 'nobody', Colour: 'red' });
    expect(message).toMatch(/^Could not find endpoint /);
  });

  const words = /^Simulator \(AWS's own words are unpublished\): /;
  it.each([
    [
      'a canary of more than half',
      { Type: 'CANARY', CanarySize: { Type: 'INSTANCE_COUNT', Value: 2 } },
    ],
    ['a canary without a size', { Type: 'CANARY' }],
    ['a linear step without a size', { Type: 'LINEAR' }],
    [
      'a linear step of less than a tenth',
      { Type: 'LINEAR', LinearStepSize: { Type: 'CAPACITY_PERCENT', Value: 9 } },
    ],
  ])('refuses %s, in words of its own', async (_, routing) => {
    const { __type, message } = await blueGreen({}, routing);
    expect(__type).toBe('ValidationException');
    expect(message).toMatch(words);
  });

  it('refuses two policies at once, and the configuration that is there already', async () => {
    const both = await update({
      DeploymentConfig: {
        BlueGreenUpdatePolicy: {
          TrafficRoutingConfiguration: { Type: 'ALL_AT_ONCE', WaitIntervalInSeconds: 0 },
        },
        RollingUpdatePolicy: {
          MaximumBatchSize: { Type: 'INSTANCE_COUNT', Value: 1 },
          WaitIntervalInSeconds: 0,
        },
      },
    });
    expect(both.message).toMatch(words);
    expect((await update({ EndpointConfigName: 'fraud-v1' })).message).toMatch(words);
  });
});
