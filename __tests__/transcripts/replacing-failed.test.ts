import type { Simulator } from '../../simulator/simulator.ts';
import { tell } from './tell.ts';

/** The endpoint has failed on fraud-v1, with tags of its own. */
function failed({ sagemaker }: Simulator): void {
  sagemaker.addEndpoint('fraud-prod', 'fraud-v1', {
    status: 'Failed',
    failureReason: 'Unable to provision requested ML compute capacity.',
  });
  sagemaker.addTags('endpoint', 'fraud-prod', [
    { Key: 'team', Value: 'fraud' },
    { Key: 'sagemaker-rollout:endpoint-config', Value: 'fraud-v0' },
    { Key: 'sagemaker-rollout:since', Value: '2026-02-01T09:00:00.000Z' },
  ]);
}
const given = 'fraud-prod is Failed on fraud-v1; it has tags, and a record that fraud-v0 served.';
const replacing = { 'create-endpoint': 'replace-failed' };
const start = { given, arrange: failed };

tell('replacing-failed', {
  'planned-then-deployed': {
    ...start,
    unfolded: true,
    title:
      'A plan says that a failed endpoint is deleted and created again, and what becomes of it; the deployment does so, and its tags and record stay.',
    inputs: { ...replacing, mode: 'plan' },
    next: [{ inputs: { ...replacing, tags: 'team=growth' } }, { inputs: replacing }],
  },
  'not-asked-for': {
    ...start,
    title:
      'A failed endpoint is not deleted unless that is asked for, and the error names the option.',
    inputs: { 'create-endpoint': 'true' },
    next: [{ inputs: { 'create-endpoint': 'true', mode: 'plan' } }],
  },
  'by-a-file': {
    ...start,
    title:
      'The configuration of a file is created before a failed endpoint is deleted, and nothing is deleted where that is refused.',
    inputs: {
      ...replacing,
      'endpoint-config-name': '',
      'endpoint-config-file': 'endpoint.yaml',
    },
    files: {
      'endpoint.yaml':
        'ProductionVariants:\n  - { VariantName: AllTraffic, ModelName: fraud-v2, InstanceType: ml.m5.xlarge, InitialInstanceCount: 3 }\n',
    },
    faults: [{ kind: 'access-denied', operation: 'CreateEndpointConfig', calls: 1 }],
    next: [
      {
        inputs: {
          ...replacing,
          'endpoint-config-name': '',
          'endpoint-config-file': 'endpoint.yaml',
        },
        files: {
          'endpoint.yaml':
            'ProductionVariants:\n  - { VariantName: AllTraffic, ModelName: fraud-v2, InstanceType: ml.m5.xlarge, InitialInstanceCount: 3 }\n',
        },
      },
    ],
  },
  'creation-refused': {
    ...start,
    title:
      'Where the new endpoint is refused the report says that the failed one was deleted, and the next run creates it.',
    inputs: replacing,
    faults: [{ kind: 'access-denied', operation: 'CreateEndpoint', calls: 1 }],
    next: [{ inputs: replacing }],
  },
});
