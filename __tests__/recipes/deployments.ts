import { expect } from '@jest/globals';
import type { Simulator } from '../../simulator/simulator.ts';
import { build, built, type Case, deployed, serving, unchanged } from './case.ts';

/** Version 7 of the group fraud is the newest that is approved. */
function registered({ sagemaker }: Simulator): void {
  sagemaker.addModelPackage('fraud', 6);
  sagemaker.addModelPackage('fraud', 7);
  sagemaker.addModelPackage('fraud', 8, { ModelApprovalStatus: 'PendingManualApproval' });
}

/** Version 9 is approved as soon as a plan has read the version that it chose. */
function approveOncePlanned({ sagemaker }: Simulator): void {
  let isPlanned = false;
  sagemaker.onRequest(({ operation }) => {
    if (isPlanned || operation !== 'DescribeModelPackage') return;
    isPlanned = true;
    sagemaker.addModelPackage('fraud', 9);
  });
}

/** The endpoint cannot be updated any more. */
function failed({ sagemaker }: Simulator, name: string): void {
  sagemaker.addEndpoint(name, 'fraud-v1', { status: 'Failed', failureReason: 'No capacity.' });
}

const chosen = { 'inputs.instance-type': 'ml.m5.2xlarge', 'inputs.instances': '4' };
/** The kinds of workflow that deploy models. */
export const deployments: readonly Case[] = [
  {
    title: 'An image that was built is rolled out with all else that the serving model has.',
    heading: 'A workflow to copy',
    times: [
      {
        values: build,
        outcomes: [deployed],
        models: [{ PrimaryContainer: { Image: built, ModelDataUrl: expect.any(String) } }],
      },
      { values: build, outcomes: [unchanged] },
    ],
  },
  {
    title:
      'An image that was built creates the endpoint, the next ones update it, and the fourth deletes the first.',
    heading: 'The first deployment and every later one',
    world: 'endpoint-missing',
    times: [
      {
        values: build,
        outcomes: [deployed],
        models: [{ PrimaryContainer: { Image: built }, ExecutionRoleArn: serving }],
      },
      {
        values: { 'steps.build.outputs.digest': `sha256:${'8b'.repeat(32)}` },
        outcomes: [deployed],
        models: [{ PrimaryContainer: { Image: expect.stringContaining('8b8b') } }],
      },
      {
        values: { 'steps.build.outputs.digest': `sha256:${'9c'.repeat(32)}` },
        outcomes: [deployed],
        models: [{ PrimaryContainer: { Image: expect.stringContaining('9c9c') } }],
      },
      {
        values: { 'steps.build.outputs.digest': `sha256:${'ad'.repeat(32)}` },
        outcomes: [deployed],
        models: [{ PrimaryContainer: { Image: expect.stringContaining('adad') } }],
        deletes: 2,
      },
    ],
  },
  {
    title: 'Model data that are overwritten under one key are rolled out each time.',
    heading: 'Model data under a fixed key',
    times: [1, 2].map((run) => ({
      values: { 'github.run_id': run },
      outcomes: [deployed],
      models: [{ PrimaryContainer: { ModelDataUrl: 's3://fraud-models/model.tar.gz' } }],
    })),
  },
  {
    title: 'Model and configuration are one file, and the endpoint passes its smoke test.',
    heading: 'Model, configuration and smoke test in files',
    times: [
      {
        outcomes: [deployed],
        models: [
          {
            ExecutionRoleArn: serving,
            PrimaryContainer: {
              ModelDataUrl: 's3://fraud-models/7/model.tar.gz',
              Environment: { THRESHOLD: '0.7' },
            },
          },
        ],
      },
      { outcomes: [unchanged] },
    ],
  },
  {
    title: 'Two endpoints of one file each have a model of their own, and answer CSV.',
    heading: 'Several endpoints',
    times: [
      {
        outcomes: [deployed, deployed],
        models: ['cards', 'transfers'].map((name) => ({
          PrimaryContainer: { ModelDataUrl: `s3://fraud-models/7/${name}.tar.gz` },
        })),
      },
      { outcomes: [unchanged, unchanged] },
    ],
  },
  {
    title: 'Instance type and count are chosen, for the newest approved package or an artifact.',
    heading: 'Values that people choose',
    times: [
      {
        arrange: registered,
        values: { ...chosen, 'inputs.model-data-url': '' },
        outcomes: [deployed],
        fleet: '4 x ml.m5.2xlarge',
        models: [{ PrimaryContainer: { ModelPackageName: expect.stringMatching('fraud/7$') } }],
      },
      {
        values: { ...chosen, 'inputs.model-data-url': 's3://fraud-models/8/model.tar.gz' },
        outcomes: [deployed],
        models: [{ PrimaryContainer: { ModelDataUrl: 's3://fraud-models/8/model.tar.gz' } }],
      },
    ],
  },
  {
    title: 'A failed endpoint is replaced with the values that were chosen.',
    heading: 'Values that people choose',
    times: [
      {
        arrange: (simulator) => {
          registered(simulator);
          failed(simulator, 'fraud-prod');
        },
        values: { ...chosen, 'inputs.model-data-url': '' },
        outcomes: [deployed],
        models: [{ ExecutionRoleArn: serving }],
      },
    ],
  },
  {
    title:
      'The package of the plan is deployed though a newer one was approved since, and where nothing would change no one is asked.',
    heading: 'What was approved is what ships',
    times: [
      {
        arrange: (simulator) => {
          registered(simulator);
          approveOncePlanned(simulator);
        },
        outcomes: [['plan', 'planned'], deployed],
        models: [{ PrimaryContainer: { ModelPackageName: expect.stringMatching('fraud/7$') } }],
      },
      {
        outcomes: [['plan', 'planned'], deployed],
        models: [{ PrimaryContainer: { ModelPackageName: expect.stringMatching('fraud/9$') } }],
      },
      { outcomes: [['plan', 'planned']] },
    ],
  },
  {
    title: 'The endpoint of the chosen environment is created, and replaced where it has failed.',
    heading: 'An environment to choose',
    times: [
      {
        values: { ...build, 'inputs.environment': 'staging' },
        outcomes: [deployed],
        fleet: '2 x ml.m5.large',
        models: [{ PrimaryContainer: { Image: built } }],
      },
      {
        arrange: (simulator) => failed(simulator, 'fraud-production'),
        values: {
          ...build,
          'inputs.environment': 'production',
        },
        outcomes: [deployed],
        fleet: '2 x ml.m5.4xlarge',
        models: [{ PrimaryContainer: { Image: built } }],
      },
    ],
  },
  {
    title: 'What the job before has trained is rolled out and invoked.',
    heading: 'Train, then roll out',
    times: [
      {
        values: { 'steps.upload.outputs.url': 's3://fraud-models/7001-1/model.tar.gz' },
        outcomes: [deployed],
        models: [{ PrimaryContainer: { ModelDataUrl: 's3://fraud-models/7001-1/model.tar.gz' } }],
      },
    ],
  },
];
