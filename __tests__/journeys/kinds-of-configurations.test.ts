import { describe, expect, it } from '@jest/globals';
import type { Simulator } from '../../simulator/simulator.ts';
import { inFreshWorld, type JourneyOptions, travel, travelAgain } from './journey.ts';
import { kinds } from './kinds-of-configurations.ts';

const model = 'fraud-v1';

/** What CreateEndpointConfig was last asked for, without the name and the tags. */
function lastCreated({ sagemaker }: Simulator): object | undefined {
  const calls = sagemaker.requests.filter(
    ({ operation, error }) => operation === 'CreateEndpointConfig' && !error,
  );
  const { EndpointConfigName: _, Tags: __, ...content } = calls.at(-1)?.input ?? {};
  return content;
}

/** As DescribeEndpointConfig answers it. */
async function described(simulator: Simulator, name: string | undefined): Promise<object> {
  const response = await fetch(simulator.url, {
    method: 'POST',
    headers: { 'x-amz-target': 'SageMaker.DescribeEndpointConfig', authorization: 'AWS4' },
    body: JSON.stringify({ EndpointConfigName: name }),
  });
  const {
    EndpointConfigName: _,
    EndpointConfigArn: __,
    CreationTime: ___,
    ...content
  } = (await response.json()) as Record<string, unknown>;
  return content;
}

/** Places in the file that a warning says this version does not know. */
function namedAsNew(log: string): ReadonlySet<string> {
  const lines = log.matchAll(/endpoint-config-file (\S+) is [^\n]*this version/g);
  return new Set([...lines].map(([, place = '']) => place));
}

/** The content with another model in its first variant. */
function withModel(content: object, name: string): object {
  const [first, ...others] = Object(content).ProductionVariants;
  return { ...content, ProductionVariants: [{ ...first, ModelName: name }, ...others] };
}

describe.each(Object.entries(kinds))('an endpoint configuration %s', (_, kind) => {
  const { content, newValues = [], warned = [], hosts } = kind;
  const file: JourneyOptions = {
    inputs: { 'endpoint-config-name': '', 'endpoint-config-file': 'endpoint.json' },
    files: { 'endpoint.json': JSON.stringify(content) },
  };
  const with_ = ({ inputs, ...rest }: JourneyOptions, more: JourneyOptions['inputs']) => ({
    ...rest,
    inputs: { ...inputs, ...more },
  });

  it('is planned, deployed, found again, copied with a model and left for the file again, as it is written', async () => {
    await inFreshWorld({ scenario: 'endpoint-missing' }, async (simulator) => {
      simulator.sagemaker.addNewValues(...newValues);
      const first = with_(file, { 'create-endpoint': 'true' });

      const planned = await travelAgain(simulator, with_(first, { mode: 'plan' }));
      expect(planned.run.outputs.outcome).toBe('planned');
      expect([...namedAsNew(planned.run.log)]).toEqual(warned);

      const deployed = await travelAgain(simulator, first);
      expect(deployed.run.outputs.outcome).toBe('deployed');
      expect(lastCreated(simulator)).toEqual(content);
      const name = deployed.run.outputs['endpoint-config-name'];

      const again = await travelAgain(simulator, file);
      expect(again.run.outputs.outcome).toBe('unchanged');
      expect(again.run.outputs['endpoint-config-name']).toBe(name);

      if (hosts === 'components') return;
      const variant = Object(content).ProductionVariants.length > 1 ? 'AllTraffic' : '';
      const copying = {
        inputs: { 'endpoint-config-name': '', 'model-name': model, 'variant-name': variant },
      };
      const before = await described(simulator, name);
      const copied = await travelAgain(simulator, copying);
      expect(copied.run.outputs.outcome).toBe('deployed');
      expect(await described(simulator, copied.run.outputs['endpoint-config-name'])).toEqual(
        withModel(before, model),
      );
      expect((await travelAgain(simulator, copying)).run.outputs.outcome).toBe('unchanged');

      const back = await travelAgain(simulator, file);
      expect(back.run.outputs.outcome).toBe('deployed');
      expect(back.run.outputs['endpoint-config-name']).toBe(name);
      expect((await travelAgain(simulator, file)).run.outputs.outcome).toBe('unchanged');
    });
  });

  it('is found again under a name that the user gives it', async () => {
    await inFreshWorld({ scenario: 'endpoint-missing' }, async (simulator) => {
      simulator.sagemaker.addNewValues(...newValues);
      const named = with_(file, { 'endpoint-config-name': 'by-hand', 'create-endpoint': 'true' });
      expect((await travelAgain(simulator, named)).run.outputs.outcome).toBe('deployed');
      expect((await travelAgain(simulator, named)).run.outputs.outcome).toBe('unchanged');
    });
  });
});

it('a deployment configuration with a new member is sent whole, and the member is named', async () => {
  const TrafficRoutingConfiguration = { Type: 'ALL_AT_ONCE', WaitIntervalInSeconds: 0 };
  const DeploymentConfig = { BlueGreenUpdatePolicy: { TrafficRoutingConfiguration, Drains: true } };
  const { run, updates } = await travel({
    inputs: { 'deployment-config': JSON.stringify(DeploymentConfig) },
  });
  expect(run.outputs.outcome).toBe('deployed');
  expect(updates).toMatchObject([{ input: { DeploymentConfig } }]);
  expect(run.log).toContain('deployment-config BlueGreenUpdatePolicy.Drains is not a member that');
});

it('a model copied from a configuration with a member that no version knows keeps it', async () => {
  const { simulator, run } = await travel({
    inputs: { 'endpoint-config-name': '', 'model-name': 'fraud-v2' },
    arrange: ({ sagemaker }) =>
      sagemaker.replaceEndpointConfig('fraud-v1', Object({ EgressPolicy: { Mode: 'DENY' } })),
  });
  expect(run.outputs.outcome).toBe('deployed');
  expect(lastCreated(simulator)).toMatchObject({ EgressPolicy: { Mode: 'DENY' } });
});
