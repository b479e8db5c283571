import { variant } from '../../scripts/pages/fleets.ts';
import { pointAlarmsAt } from '../../simulator/scenarios/alarms.ts';
import { canary } from '../journeys/journey.ts';
import { tell } from './tell.ts';

tell('deployed', {
  'all-at-once': {
    unfolded: true,
    title: 'Where nothing else is asked for, all is updated at once and nothing else is sent.',
  },
  'all-at-once-with-alarms': {
    title: 'An update at once rolls back on the alarms that are given.',
    inputs: { alarms: 'fraud-5xx' },
  },
  'linear-in-three-steps': {
    title: 'A linear rollout of one instance a step is followed through its steps.',
    inputs: { strategy: 'linear', 'linear-step-size': '1', 'wait-interval': '90' },
  },
  'rolling-in-two-batches': {
    title: 'A rolling update by percentages is followed through its batches.',
    inputs: {
      ...{ strategy: 'rolling', 'rolling-batch-size': '50%', 'rollback-batch-size': '100%' },
      'wait-interval': '1m',
    },
  },
  'deployment-config': {
    title: 'A whole deployment configuration goes to SageMaker as it is.',
    inputs: {
      'deployment-config': `
BlueGreenUpdatePolicy:
  TrafficRoutingConfiguration: { Type: ALL_AT_ONCE, WaitIntervalInSeconds: 60 }
  TerminationWaitInSeconds: 30
`,
    },
  },
  retained: {
    title: 'What is to be retained is retained.',
    inputs: {
      'retain-variant-properties': 'true',
      'exclude-retained-properties': 'DesiredWeight',
      'retain-deployment-config': 'true',
    },
  },
  'two-variants': {
    title: 'A canary of two variants takes a share of each.',
    inputs: { ...canary, 'endpoint-name': 'pair', 'endpoint-config-name': 'pair-v2' },
    arrange: ({ sagemaker }) => {
      const ProductionVariants = ['A', 'B'].map((name) => variant(name, 'fraud-v2', 2));
      sagemaker.addEndpointConfig('pair-v1', { ProductionVariants });
      sagemaker.addEndpointConfig('pair-v2', { ProductionVariants });
      sagemaker.addEndpoint('pair', 'pair-v1');
      pointAlarmsAt(sagemaker, { endpoint: 'pair', variants: ['A', 'B'] });
    },
  },
  unchanged: {
    unfolded: true,
    title: 'A configuration that serves already is unchanged, and the run only reads.',
    inputs: { 'endpoint-config-name': 'fraud-v1' },
  },
  joined: {
    unfolded: true,
    title: 'A rollout that runs already is joined, and reported from its start.',
    inputs: { ...canary, 'max-execution-timeout': '1h', wait: 'false' },
    next: [
      {
        given: 'Four minutes later.',
        arrange: ({ clock }) => clock.advanceTo(clock.now() + 4 * 60_000),
        inputs: canary,
      },
    ],
  },
  'slow-launch': {
    title: 'A launch as slow as the configuration allows is within the worst case that is told.',
    inputs: { 'endpoint-config-name': 'fraud-slow' },
    arrange: ({ sagemaker }) =>
      sagemaker.addEndpointConfig('fraud-slow', {
        ProductionVariants: [
          variant('AllTraffic', 'fraud-v2', 3, {
            ModelDataDownloadTimeoutInSeconds: 3600,
            ContainerStartupHealthCheckTimeoutInSeconds: 3600,
          }),
        ],
      }),
    faults: [{ kind: 'slow-launch', seconds: 4500 }],
  },
});
