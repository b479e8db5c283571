import type { Fault } from '../../simulator/account/faults.ts';
import type { Simulator } from '../../simulator/simulator.ts';
import { travelAgain } from '../journeys/journey.ts';
import { usualScaling } from '../journeys/scaled.ts';
import { tell } from './tell.ts';
import type { Leg, Variation } from './transcript.ts';

const preview = { 'endpoint-name': 'fraud-pr-7', 'endpoint-config-name': '' };
const inputs = { ...preview, mode: 'delete' };

/** Creates the preview endpoint, or rolls out to it, as a workflow of a pull request does. */
async function deploy(simulator: Simulator, model = 'fraud-v1'): Promise<string> {
  const file = `ProductionVariants:\n  - { VariantName: AllTraffic, ModelName: ${model}, InstanceType: ml.m5.xlarge, InitialInstanceCount: 1 }\n`;
  const how = { 'endpoint-config-file': 'endpoint.yaml', 'create-endpoint': 'true' };
  await travelAgain(simulator, {
    files: { 'endpoint.yaml': file },
    inputs: { ...preview, ...how },
  });
  return simulator.sagemaker.endpoint('fraud-pr-7')?.state.configName ?? '';
}

const deployed = 'The action has created fraud-pr-7, with fraud-v1.';

/** It is deployed, and that is so besides. */
function also(
  words: string,
  act: (simulator: Simulator, config: string) => unknown,
): Required<Pick<Leg, 'given' | 'arrange'>> {
  return {
    given: `${deployed} ${words}`,
    arrange: async (simulator) => {
      await act(simulator, await deploy(simulator));
    },
  };
}

const once: Pick<Leg, 'given' | 'arrange' | 'inputs'> = {
  given: deployed,
  inputs,
  arrange: async (simulator) => {
    await deploy(simulator);
  },
};
const fault = (...faults: readonly Fault[]): Variation => ({ faults });
const scaled = also('It is auto-scaled.', ({ scaling }) =>
  scaling.register('fraud-pr-7', usualScaling),
);
const other = {
  ProductionVariants: [
    { VariantName: 'Other', ModelName: 'fraud-v1', InstanceType: 'ml.m5.large' } as const,
  ],
};

tell('deletion', {
  deleted: {
    ...once,
    title: 'An endpoint that the action created is deleted, with the configuration it made for it.',
    variations: {
      'there were two configurations': also('Then with fraud-v2.', (simulator) =>
        deploy(simulator, 'fraud-v2'),
      ),
      'the answer is lost': fault({
        ...{ kind: 'lost-answer', operation: 'DeleteEndpoint', calls: 1 },
      }),
      'the deletion is throttled': fault({
        ...{ kind: 'throttling', operation: 'DeleteEndpoint', calls: [1, 3] },
      }),
      'older answers': fault({
        ...{ kind: 'stale-read', operation: 'DescribeEndpoint', seconds: 40 },
        ...{ from: { before: 'DeleteEndpoint' }, until: { afterSeconds: 4000 } },
      }),
      'ListEndpoints is refused': fault({ kind: 'access-denied', operation: 'ListEndpoints' }),
      'ListEndpointConfigs is throttled': fault({
        ...{ kind: 'throttling', operation: 'ListEndpointConfigs' },
      }),
      'DescribeEndpointConfig is throttled': fault({
        ...{ kind: 'throttling', operation: 'DescribeEndpointConfig' },
      }),
      'an update runs': also('fraud-v2 is being rolled out.', ({ sagemaker, clock }) => {
        sagemaker.inject({
          ...{ kind: 'foreign-update', endpoint: 'fraud-pr-7', endpointConfigName: 'fraud-v2' },
          when: { afterSeconds: 1 },
        });
        clock.advanceTo(clock.now() + 2000);
      }),
      'it is created again meanwhile': also(
        'Two seconds after the deletion has begun, it is created again.',
        ({ sagemaker }, endpointConfigName) =>
          sagemaker.inject({
            ...{ kind: 'endpoint-recreated', endpoint: 'fraud-pr-7', endpointConfigName },
            when: { stage: 'deleting', afterSeconds: 2 },
          }),
      ),
      'the job is cancelled': { cancelAt: ({ clock }) => clock.now() + 7000 },
    },
  },
  'deleted-before': {
    ...also('Then it was deleted by other means.', ({ sagemaker }) =>
      sagemaker.remove('endpoint', 'fraud-pr-7'),
    ),
    title:
      'Where the endpoint does not exist any more, what is left of it is deleted, and then nothing.',
    inputs,
    next: [{ inputs }],
  },
  'not-created-by-the-action': {
    title:
      'An endpoint that the action did not create is deleted only where its name is confirmed.',
    inputs: { mode: 'delete', 'endpoint-config-name': '' },
    next: [
      { inputs: { mode: 'delete', 'endpoint-config-name': '', 'confirm-delete': 'fraud-prod' } },
    ],
  },
  'wrong-inputs': {
    title: 'A wrong confirmation and inputs of a deployment are named before any call.',
    inputs: { ...inputs, 'confirm-delete': 'fraud-prod', 'model-name': 'fraud-v2' },
    variations: {
      'a deployment with a confirmation': {
        inputs: { mode: 'deploy', 'model-name': '', 'endpoint-config-name': 'fraud-v2' },
      },
    },
  },
  'configurations-kept': {
    ...also(
      'Then with fraud-v2. The first configuration serves sibling, and the record of fraud-prod names the second.',
      async (simulator, first) => {
        const second = await deploy(simulator, 'fraud-v2');
        simulator.sagemaker.addEndpoint('sibling', first);
        simulator.sagemaker.addTags('endpoint', 'fraud-prod', [
          { Key: 'sagemaker-rollout:endpoint-config', Value: 'fraud-v1' },
          { Key: 'sagemaker-rollout:previous-endpoint-config', Value: second },
        ]);
      },
    ),
    title: 'A configuration that another endpoint serves, or that its record names, is kept.',
    inputs,
    variations: {
      'names that do not fit the content': also(
        'Its configuration was replaced by another one with the mark, and one has such a name without it.',
        ({ sagemaker }, config) => {
          sagemaker.replaceEndpointConfig(config, other);
          sagemaker.addTags('endpoint-config', config, [
            { Key: 'sagemaker-rollout:created-for', Value: 'fraud-pr-7' },
          ]);
          sagemaker.addEndpointConfig('fraud-pr-7-0123456789', other);
        },
      ),
    },
  },
  'auto-scaled': {
    ...scaled,
    title: 'Auto scaling is removed first, and restored where the deletion is refused.',
    inputs,
    variations: {
      'the deletion is refused': fault({ kind: 'access-denied', operation: 'DeleteEndpoint' }),
    },
  },
  'not-waited-for': {
    ...once,
    title: 'With wait: false the deletion is started, and a later run deletes the rest.',
    inputs: { ...inputs, wait: 'false' },
    next: [{ inputs }],
  },
  killed: {
    ...scaled,
    title:
      'A deletion that is killed is closed by the post step, which finds the endpoint deleted.',
    inputs,
    // After DeleteEndpoint, which follows two polls five seconds apart.
    signals: [{ at: ({ clock }) => clock.now() + 7000, signal: 'SIGKILL' }],
    next: [
      {
        given: 'A minute later.',
        step: 'post',
        inputs,
        arrange: ({ clock }) => clock.advanceTo(clock.now() + 60_000),
      },
    ],
  },
});
