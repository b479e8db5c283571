import { pullRequest as pullRequestEvent } from '../../simulator/runner/event.ts';
import { captured, dimensioned, guardedBy, onErrors } from '../journeys/defined-alarms.ts';
import { canary, pullRequest } from '../journeys/journey.ts';
import { tell } from './tell.ts';

const inputs = {
  ...{ 'endpoint-config-name': '', 'model-name': 'fraud-v2' },
  ...{ ...canary, 'canary-size': '1' },
};
const planning = { event: pullRequestEvent(pullRequest), inputs: { ...inputs, mode: 'plan' } };

/** The instance type and the count are chosen for the run; the file has one that can't serve as it is. */
const valued = {
  inputs: {
    ...{ 'endpoint-config-name': '', 'endpoint-config-file': 'endpoint.yaml' },
    'endpoint-config-values':
      'AllTraffic.InstanceType="ml.m5.large"\nAllTraffic.InitialInstanceCount="2"\nKmsKeyId=alias/fraud',
  },
  files: {
    'endpoint.yaml':
      'ProductionVariants:\n  - { VariantName: AllTraffic, ModelName: fraud-v2, InstanceType: ml.m5.xlarge, InitialInstanceCount: to be chosen }\n',
  },
};

/** A plan of a canary with these alarms. */
function planGuardedBy(alarms: Parameters<typeof guardedBy>[0]) {
  const { inputs = {}, arrange = () => {} } = guardedBy(alarms);
  return { inputs: { ...inputs, mode: 'plan' }, arrange };
}

tell('plan', {
  'alarms-of-a-rollout-of-2023': {
    unfolded: true,
    title:
      'An alarm on an average of errors of at least 1 cannot trip in a canary, and 5XX errors are not all errors.',
    ...planGuardedBy(captured.n),
  },
  'alarms-of-a-rollout-of-2024': {
    unfolded: true,
    title:
      'The same alarm cannot trip in another canary, whatever the threshold of the latency beside it.',
    ...planGuardedBy(captured.f),
  },
  'alarms-of-a-rollout-of-2025': {
    unfolded: true,
    title: 'Alarms on sums of 4XX and 5XX errors and on latency get no finding.',
    ...planGuardedBy(captured.d),
  },
  'alarms-that-protect-nothing': {
    unfolded: true,
    title: 'Each alarm that cannot protect the rollout is named once, with the change that helps.',
    ...planGuardedBy({
      'half-of-all': { ...onErrors, Threshold: 0.5 },
      'of-another': { ...onErrors, ...dimensioned({ EndpointName: 'fraud-test' }) },
      'in-percent': { ...onErrors, Threshold: 5 },
      slow: { ...onErrors, Period: 600, EvaluationPeriods: 2 },
    }),
  },
  'values-of-the-run': {
    unfolded: true,
    title:
      'Values of the workflow run are part of the content of a file, in the plan and in what is deployed; other values make another configuration.',
    ...valued,
    inputs: { ...valued.inputs, mode: 'plan' },
    next: [
      valued,
      {
        ...valued,
        inputs: {
          ...valued.inputs,
          mode: 'plan',
          'endpoint-config-values': valued.inputs['endpoint-config-values'].replace('2', '4'),
        },
      },
    ],
  },
  'then-deployed': {
    unfolded: true,
    title:
      'A plan on the pull request says what would be done and only reads; its re-run edits the comment and fails where deploying would; the deployment has a comment of its own; then nothing is left to change.',
    as: 'process',
    ...planning,
    next: [
      {
        ...planning,
        given: 'fraud-5xx is in ALARM.',
        arrange: ({ sagemaker }) => sagemaker.alarms.set('fraud-5xx', 'ALARM'),
      },
      {
        inputs,
        given: 'fraud-5xx is OK again, and the pull request is merged.',
        arrange: ({ sagemaker }) => sagemaker.alarms.set('fraud-5xx', 'OK'),
      },
      planning,
    ],
  },
  'reused-deployment-configuration': {
    unfolded: true,
    title: 'A plan shows the deployment configuration that would be reused.',
    inputs: { mode: 'plan', 'retain-deployment-config': 'true' },
    arrange: ({ sagemaker }) =>
      void sagemaker.addEndpoint('fraud-prod', 'fraud-v1', {
        lastDeploymentConfig: {
          BlueGreenUpdatePolicy: {
            TrafficRoutingConfiguration: { Type: 'ALL_AT_ONCE', WaitIntervalInSeconds: 0 },
            TerminationWaitInSeconds: 171,
          },
        },
      }),
  },
  'tags-of-what-is-created': {
    unfolded: true,
    title: 'A plan shows the tags that what is created would get.',
    scenario: 'endpoint-missing',
    inputs: { mode: 'plan', 'create-endpoint': 'true', tags: 'team=growth' },
  },
  'another-update-runs': {
    unfolded: true,
    title: 'A plan tells of an update by another party that the rollout would wait for.',
    inputs: { mode: 'plan' },
    arrange: ({ sagemaker, clock }) => {
      const when = { afterSeconds: 1 };
      const endpointConfigName = 'fraud-v3';
      sagemaker.inject({
        ...{ kind: 'foreign-update', endpoint: 'fraud-prod', when, endpointConfigName },
      });
      clock.advanceTo(clock.now() + 60_000);
    },
  },
});
