import { describe, expect, it } from '@jest/globals';
import { loadScenario, type ScenarioName } from '../../simulator/scenarios.ts';
import { type Simulator, startSimulator } from '../../simulator/simulator.ts';
import { pullRequest } from '../journeys/journey.ts';
import type { Values } from './expression.ts';
import { type Followed, follow, type World } from './follow.ts';
import { recipe } from './recipe.ts';

/** One time that a workflow runs. */
interface Time {
  /** Of the workflow, where it is another one than that of the case. */
  readonly heading?: string;
  /** What is so before. */
  readonly arrange?: (simulator: Simulator) => void;
  readonly values?: Values;
  /** How the action ends in each job that runs it; a job of a matrix runs it several times. */
  readonly outcomes: readonly (readonly [job: string, outcome: string])[];
  /** What the models are like that are created, as far as it is told here. */
  readonly models?: readonly object[];
  /** The configuration that serves in the end. */
  readonly serves?: string;
}

interface Case {
  readonly title: string;
  readonly heading: string;
  readonly world?: ScenarioName;
  readonly region?: string;
  readonly times: readonly Time[];
}

const account = '123456789012';
const digest = `sha256:${'7a'.repeat(32)}`;
const built = `${account}.dkr.ecr.eu-west-1.amazonaws.com/fraud@${digest}`;
const serving = `arn:aws:iam::${account}:role/fraud-serving`;
const build = { 'steps.build.outputs.digest': digest };
const deployed = ['deploy', 'deployed'] as const;
const unchanged = ['deploy', 'unchanged'] as const;

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
const preview = {
  'github.event.number': pullRequest,
  'github.event.pull_request.head.repo.fork': false,
};

const cases: readonly Case[] = [
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
    title: 'An image that was built creates the endpoint, and the next one updates it.',
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
    title: 'Instance type and count are chosen, for the newest approved package or an artefact.',
    heading: 'Values that people choose',
    times: [
      {
        arrange: registered,
        values: { ...chosen, 'inputs.model-data-url': '' },
        outcomes: [deployed],
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
        models: [{ PrimaryContainer: { Image: built } }],
      },
      {
        arrange: (simulator) => failed(simulator, 'fraud-production'),
        values: {
          ...build,
          'inputs.environment': 'production',
        },
        outcomes: [deployed],
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
  ...['eu-west-1', 'us-east-1'].map((region) => ({
    title: `The image of ${region} is rolled out in ${region}.`,
    heading: 'Several regions',
    region,
    times: [
      {
        values: { 'inputs.digest': digest },
        outcomes: [deployed],
        models: [
          {
            PrimaryContainer: {
              Image: `${account}.dkr.ecr.${region}.amazonaws.com/fraud@${digest}`,
            },
          },
        ],
      },
    ],
  })),
  {
    title: 'A pull request gets a preview, which is deleted when it is closed.',
    heading: 'A preview for each pull request',
    times: [
      {
        values: { ...preview, 'github.event.action': 'opened' },
        outcomes: [deployed],
        models: [{ ExecutionRoleArn: serving }],
      },
      {
        values: { ...preview, 'github.event.action': 'closed' },
        outcomes: [['delete', 'deleted']],
      },
    ],
  },
  {
    title: 'An endpoint that the action did not create is deleted where its name is given twice.',
    heading: 'Deleting by hand',
    times: [
      {
        values: { 'inputs.endpoint-name': 'fraud-prod', 'inputs.confirm-delete': '' },
        outcomes: [['delete', 'failed']],
      },
      {
        values: { 'inputs.endpoint-name': 'fraud-prod', 'inputs.confirm-delete': 'fraud-prod' },
        outcomes: [['delete', 'deleted']],
      },
    ],
  },
  {
    title: 'The plan of a pull request says what the deployment would do, and changes nothing.',
    heading: 'A plan on the pull request',
    times: [{ outcomes: [['plan', 'planned']] }],
  },
  {
    title: 'What serves is rolled out again each week.',
    heading: 'A weekly refresh',
    times: [1, 2].map((run) => ({
      values: { 'github.run_id': run },
      outcomes: [['refresh', 'deployed']] as const,
      models: [{ PrimaryContainer: { ModelDataUrl: 's3://fraud-models/7/model.tar.gz' } }],
    })),
  },
  {
    title: 'A rollback goes back to what served before the image that was built.',
    heading: 'A rollback by hand',
    times: [
      { heading: 'A workflow to copy', values: build, outcomes: [deployed], models: [{}] },
      {
        values: { 'inputs.endpoint-config-name': '' },
        outcomes: [['rollback', 'deployed']],
        serves: 'fraud-v1',
      },
    ],
  },
];

describe('The recipes of the documentation, as they stand there', () => {
  it.each(cases.map((each) => [each.title, each] as const))('%s', async (_, each) => {
    const { heading, times, region = 'eu-west-1', world = 'canary-succeeds' } = each;
    const simulator = await startSimulator({ region });
    try {
      loadScenario(simulator.sagemaker, world);
      simulator.github.addPullRequest({ number: pullRequest });
      answerAsExpected(simulator);
      for (const time of times) await expectTime({ simulator, region }, { heading, ...time });
    } finally {
      await simulator.close();
    }
  });
});

/** Models that the action creates answer what the smoke tests of the recipes expect. */
function answerAsExpected({ sagemaker, runtime }: Simulator): void {
  sagemaker.onRequest(({ operation, input }) => {
    const { ModelName = '', PrimaryContainer } = Object(input);
    if (operation !== 'CreateModel') return;
    const isCsv = /cards|transfers/.test(PrimaryContainer.ModelDataUrl ?? '');
    const body = isCsv ? '0.02' : '{"label":"ok","score":0.02}';
    runtime.script(ModelName, { kind: 'answers', body });
  });
}

async function expectTime(world: World, time: Time & { heading: string }): Promise<void> {
  const { arrange, values = {}, outcomes, models = [], serves } = time;
  const { sagemaker } = world.simulator;
  arrange?.(world.simulator);
  const before = sagemaker.requests.length;
  const followed = await follow(world, recipe(time.heading), values);
  expect(followed.map(({ job, journey }) => [job, journey.run.outputs.outcome])).toEqual(outcomes);
  const created = sagemaker.requests
    .slice(before)
    .filter(({ operation, error }) => operation === 'CreateModel' && error === undefined);
  expect(created.map(({ input }) => input)).toMatchObject(models);
  for (const each of followed) expectServed(world, each);
  if (serves) expect(sagemaker.endpoint('fraud-prod')?.state.configName).toBe(serves);
}

/** What was deployed is in service; what was deleted is gone; no input was unknown. */
function expectServed({ simulator }: World, { journey }: Followed): void {
  const { run } = journey;
  const { outcome = '', 'endpoint-arn': arn = '' } = run.outputs;
  const state = simulator.sagemaker.endpoint(arn.replace(/^.*\//, ''))?.state;
  if (outcome === 'deployed' || outcome === 'unchanged') {
    expect(state).toMatchObject({ status: 'InService' });
    expect(state?.configName).toBe(run.outputs['endpoint-config-name']);
    expect(run.exitCode).toBe(0);
  }
  if (outcome === 'deleted') expect(state).toBeUndefined();
  expect(run.annotations.map(({ message }) => message).join()).not.toContain('Unexpected input');
}
