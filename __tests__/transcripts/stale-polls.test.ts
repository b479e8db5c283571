import type { Simulator } from '../../simulator/simulator.ts';
import { tagsOfRecord } from '../../src/domain/record.ts';
import { tell } from './tell.ts';
import type { Leg } from './transcript.ts';

interface Foreign {
  readonly kind: 'foreign-update' | 'endpoint-recreated';
  readonly endpointConfigName: string;
}

type Given = Pick<Leg, 'given' | 'arrange' | 'faults'>;

/** The first poll, and none but it, shows the endpoint as it was so long ago. */
function firstPollIsOld(seconds: number): Pick<Leg, 'faults'> {
  return { faults: [{ kind: 'stale-read', operation: 'DescribeEndpoint', calls: 1, seconds }] };
}

/** Something that another party did a good three minutes ago. */
function since(fault: Foreign, before?: (simulator: Simulator) => void): Pick<Leg, 'arrange'> {
  return {
    arrange: (simulator) => {
      const { sagemaker, clock } = simulator;
      before?.(simulator);
      sagemaker.inject({ ...fault, endpoint: 'fraud-prod', when: { afterSeconds: 1 } });
      clock.advanceTo(clock.now() + 200_000);
    },
  };
}

const served = ({ sagemaker }: Simulator) => sagemaker.addEndpoint('fraud-prod', 'fraud-v2');
const v3 = { kind: 'foreign-update', endpointConfigName: 'fraud-v3' } as const;
const recreated = { kind: 'endpoint-recreated', endpointConfigName: 'fraud-v1' } as const;
/** The requested fraud-v2 served until another party rolled fraud-v3 out. */
const servedBefore: Given = {
  given: 'fraud-v2 served until fraud-v3 was rolled out three minutes ago.',
  ...since(v3, served),
  ...firstPollIsOld(250),
};

tell('stale-polls', {
  'served-before': {
    title: 'An old answer at the beginning never decides that the requested configuration serves.',
    ...servedBefore,
  },
  planned: {
    title: 'An old answer at the beginning never decides that a plan changes nothing.',
    ...servedBefore,
    inputs: { mode: 'plan' },
  },
  'no-endpoint': {
    title: 'An old answer at the beginning never decides that there is no endpoint.',
    given: 'The endpoint was created again three minutes ago, with fraud-v1.',
    inputs: { 'endpoint-config-name': 'fraud-v1' },
    ...since(recreated, ({ sagemaker }) => {
      sagemaker.remove('endpoint', 'fraud-prod');
      sagemaker.addEndpoint('fraud-prod', 'fraud-v3');
    }),
    ...firstPollIsOld(90_000),
  },
  'endpoint-to-create': {
    title:
      'What an old answer does not show is refused as existing when it is to be created, and updated.',
    inputs: { 'create-endpoint': 'true' },
    ...firstPollIsOld(90_000),
  },
  'failed-before': {
    title: 'An old answer at the beginning never decides that the endpoint has failed for good.',
    given: 'The endpoint had failed, and was created again three minutes ago, with fraud-v1.',
    ...since(recreated, ({ sagemaker }) =>
      sagemaker.addEndpoint('fraud-prod', 'fraud-v3', { status: 'Failed' }),
    ),
    ...firstPollIsOld(250),
  },
  'updated-before': {
    title:
      'An old answer at the beginning never decides that an update is in progress, where that fails.',
    given: 'fraud-v3 was rolled out until a minute ago.',
    inputs: { 'if-in-progress': 'fail' },
    ...since(v3),
    ...firstPollIsOld(100),
  },
  'rolled-out-before': {
    title:
      'An old answer at the beginning never decides that the requested configuration is being rolled out, where nothing is watched.',
    given: 'A rollout of fraud-v2 has failed a minute ago.',
    inputs: { wait: 'false' },
    ...since({ kind: 'foreign-update', endpointConfigName: 'fraud-v2' }, ({ sagemaker }) =>
      sagemaker.inject({ kind: 'insufficient-capacity', nth: 1 }),
    ),
    ...firstPollIsOld(150),
  },
  'copied-before': {
    title: 'An old answer never decides of which configuration a copy with another model is made.',
    given: 'fraud-of-ten serves since a minute: ten instances of another type.',
    inputs: { 'endpoint-config-name': '', 'model-name': 'fraud-v2' },
    ...since({ kind: 'foreign-update', endpointConfigName: 'fraud-of-ten' }, ({ sagemaker }) => {
      const variant = { VariantName: 'AllTraffic', ModelName: 'fraud-v1' };
      sagemaker.addEndpointConfig('fraud-of-ten', {
        ProductionVariants: [{ ...variant, InstanceType: 'ml.m5.large', InitialInstanceCount: 10 }],
      });
    }),
    ...firstPollIsOld(250),
  },
  'rolled-back-before': {
    title: 'An old answer never decides what a rollback rolls back to.',
    given: 'fraud-v3 replaced fraud-v2 three minutes ago, and left a record of it.',
    inputs: { mode: 'rollback', 'endpoint-config-name': '' },
    ...since(v3, (simulator) => {
      served(simulator);
      const record = { previous: 'fraud-v2', current: 'fraud-v3', mode: 'deploy' } as const;
      const tags = tagsOfRecord({ ...record, commit: undefined, run: undefined });
      simulator.sagemaker.addTags('endpoint', 'fraud-prod', tags);
    }),
    ...firstPollIsOld(250),
  },
  'second-poll': {
    title: 'What a first poll decides, a second agrees to five seconds later: nothing to change.',
    inputs: { 'endpoint-config-name': 'fraud-v1' },
    variations: {
      'no endpoint': { inputs: { 'endpoint-name': 'fraud-prid' } },
      'a plan': { inputs: { mode: 'plan', 'endpoint-config-name': 'fraud-v2' } },
    },
  },
});
