import { describe, expect, it } from '@jest/globals';
import { type Simulator, startSimulator } from '../../simulator/simulator.ts';
import { pullRequest, type Told, travelAgain } from './journey.ts';

const changing = /^(Create|Update|Delete|AddTags)/;

/** Two models in one endpoint, 70 and 30 percent of the traffic each. */
const both = `\
# Two models for the same question
ProductionVariants:
  - VariantName: Forest
    ModelName: churn-forest
    InstanceType: ml.m5.large
    InitialInstanceCount: 2
    InitialVariantWeight: 7
  - VariantName: Boost
    ModelName: churn-boost
    InstanceType: ml.m5.large
    InitialInstanceCount: 1
    InitialVariantWeight: 3
DataCaptureConfig:
  EnableCapture: true
  InitialSamplingPercentage: 20
  DestinationS3Uri: s3://churn/captured
  CaptureOptions: [{ CaptureMode: Input }, { CaptureMode: Output }]
`;

/** The winner alone, with the whole fleet; JSON as the AWS CLI takes it. */
const winner = `{
  "ProductionVariants": [
    {
      "VariantName": "Boost",
      "ModelName": "churn-boost",
      "InstanceType": "ml.m5.large",
      "InitialInstanceCount": 3,
      "InitialVariantWeight": 1
    }
  ]
}`;

const files = { 'deploy/both.yml': both, 'deploy/winner.json': winner };

function variant(name: string, model: string, count: number, weight: number): object {
  return {
    VariantName: name,
    ModelName: model,
    InstanceType: 'ml.m5.large',
    InitialInstanceCount: count,
    InitialVariantWeight: weight,
  };
}

/** One run of the action for the endpoint `churn`; `calls` are those that change something. */
interface Leg extends Told {
  readonly changes: readonly { readonly operation: string; readonly input: unknown }[];
}

async function leg(
  simulator: Simulator,
  inputs: Readonly<Record<string, string>>,
  travelOn = travelAgain,
): Promise<Leg> {
  const seen = simulator.sagemaker.requests.length;
  const journey = await travelOn(simulator, {
    files,
    inputs: { 'endpoint-name': 'churn', 'endpoint-config-name': '', ...inputs },
  });
  const changes = simulator.sagemaker.requests
    .slice(seen)
    .filter(({ operation }) => changing.test(operation))
    .map(({ operation, input }) => ({ operation, input }))
    .filter((call) => !isRecord(call));
  return { ...journey, changes };
}

/** What the action creates for the endpoint bears this tag. */
const mark = { Key: 'sagemaker-rollout:created-for', Value: 'churn' };

/** The record that every deployment leaves on the endpoint, and nothing else. */
function isRecord({ operation, input }: { operation: string; input: unknown }): boolean {
  const { Tags = [] } = input as { Tags?: readonly { Key: string }[] };
  return operation === 'AddTags' && Tags.every(({ Key }) => Key.startsWith('sagemaker-rollout:'));
}

/** The same again: what serves is what was asked for, so nothing is called that changes anything. */
async function again(
  simulator: Simulator,
  inputs: Readonly<Record<string, string>>,
  name: string,
): Promise<void> {
  const { run, changes } = await leg(simulator, inputs);
  expect(changes).toEqual([]);
  expect(run.outputs).toMatchObject({
    outcome: 'unchanged',
    'has-changes': 'false',
    'endpoint-config-name': name,
  });
  expect(run.log).toContain(`Unchanged: churn already serves ${name}\n`);
}

const create = {
  'endpoint-config-file': 'deploy/both.yml',
  'create-endpoint': 'true',
  tags: 'team=growth\ncost-center=4711',
};
const tags = [
  { Key: 'team', Value: 'growth' },
  { Key: 'cost-center', Value: '4711' },
];
const alone = { 'endpoint-config-file': 'deploy/winner.json' };
const next = {
  'model-name': 'churn-boost-2',
  strategy: 'canary',
  'canary-size': '1',
  'wait-interval': '5m',
  alarms: 'churn-errors',
};

/** A world with the models, and no endpoint. */
async function inTutorialWorld(act: (simulator: Simulator) => Promise<void>): Promise<void> {
  const simulator = await startSimulator();
  try {
    simulator.github.addPullRequest({ number: pullRequest });
    for (const model of ['churn-forest', 'churn-boost', 'churn-boost-2']) {
      simulator.sagemaker.addModel(model);
    }
    simulator.sagemaker.alarms.add('churn-errors', 'OK');
    await act(simulator);
  } finally {
    await simulator.close();
  }
}

/** The configuration that the leg made, named after the endpoint and the content. */
function nameMadeBy({ run }: Leg): string {
  const name = run.outputs['endpoint-config-name'] ?? '';
  expect(name).toMatch(/^churn-[0-9a-f]{10}$/);
  return name;
}

/** Two models in one weighted endpoint, created from a file. */
async function createWithBoth(simulator: Simulator): Promise<string> {
  const first = await leg(simulator, create, travelAgain);
  const name = nameMadeBy(first);
  const content = {
    ProductionVariants: [
      variant('Forest', 'churn-forest', 2, 7),
      variant('Boost', 'churn-boost', 1, 3),
    ],
    DataCaptureConfig: {
      EnableCapture: true,
      InitialSamplingPercentage: 20,
      DestinationS3Uri: 's3://churn/captured',
      CaptureOptions: [{ CaptureMode: 'Input' }, { CaptureMode: 'Output' }],
    },
  };
  expect(first.changes).toEqual([
    {
      operation: 'CreateEndpointConfig',
      input: { EndpointConfigName: name, ...content, Tags: [...tags, mark] },
    },
    {
      operation: 'CreateEndpoint',
      input: { EndpointName: 'churn', EndpointConfigName: name, Tags: [...tags, mark] },
    },
  ]);
  expect(first.run.outputs).toMatchObject({
    outcome: 'deployed',
    'endpoint-status': 'InService',
    'endpoint-arn': 'arn:aws:sagemaker:eu-west-1:123456789012:endpoint/churn',
    'previous-endpoint-config-name': '',
    'has-changes': 'true',
  });
  expect(first.run.log).toContain(`Deployed: churn was created and serves ${name}\n`);
  return name;
}

/** The winner alone, by a second file. */
async function keepTheWinner(simulator: Simulator, before: string): Promise<string> {
  const second = await leg(simulator, alone);
  const name = nameMadeBy(second);
  expect(second.changes).toEqual([
    {
      operation: 'CreateEndpointConfig',
      input: {
        EndpointConfigName: name,
        ProductionVariants: [variant('Boost', 'churn-boost', 3, 1)],
        Tags: [mark],
      },
    },
    {
      operation: 'UpdateEndpoint',
      input: { EndpointName: 'churn', EndpointConfigName: name },
    },
  ]);
  expect(second.run.outputs).toMatchObject({
    outcome: 'deployed',
    'previous-endpoint-config-name': before,
  });
  expect(second.run.summary).toContain('| `Forest` | `churn-forest, 2 × ml.m5.large` | – |');
  return name;
}

/** The winner's next version, by the name of its model. */
async function deployNextVersion(simulator: Simulator, before: string): Promise<string> {
  const third = await leg(simulator, next);
  const name = nameMadeBy(third);
  expect(third.changes).toEqual([
    {
      operation: 'CreateEndpointConfig',
      input: {
        EndpointConfigName: name,
        EnableNetworkIsolation: false,
        ProductionVariants: [variant('Boost', 'churn-boost-2', 3, 1)],
        Tags: [mark],
      },
    },
    {
      operation: 'UpdateEndpoint',
      input: {
        EndpointName: 'churn',
        EndpointConfigName: name,
        DeploymentConfig: {
          BlueGreenUpdatePolicy: {
            TrafficRoutingConfiguration: {
              Type: 'CANARY',
              CanarySize: { Type: 'INSTANCE_COUNT', Value: 1 },
              WaitIntervalInSeconds: 300,
            },
          },
          AutoRollbackConfiguration: { Alarms: [{ AlarmName: 'churn-errors' }] },
        },
      },
    },
  ]);
  expect(third.run.outputs).toMatchObject({
    outcome: 'deployed',
    'previous-endpoint-config-name': before,
  });
  expect(third.run.log).toContain('Boost › ModelName: churn-boost → churn-boost-2\n');
  return name;
}

describe("The road of SageMaker's tutorial", () => {
  it('leads through the action alone: two models in one endpoint, the winner, its next version; one comment, nothing deleted', async () => {
    await inTutorialWorld(async (simulator) => {
      const first = await createWithBoth(simulator);
      await again(simulator, create, first);
      const second = await keepTheWinner(simulator, first);
      await again(simulator, alone, second);
      const third = await deployNextVersion(simulator, second);
      await again(simulator, next, third);
      expect(new Set([first, second, third]).size).toBe(3);

      const { sagemaker, github } = simulator;
      expect(sagemaker.requests.filter(({ operation }) => /^Delete/.test(operation))).toEqual([]);
      const refused = sagemaker.requests.filter(({ error }) => error !== undefined);
      expect(refused.filter(({ operation }) => changing.test(operation))).toEqual([]);
      const [comment, ...others] = github.comments(pullRequest);
      expect(others).toEqual([]);
      expect(comment?.body).toContain(`### Unchanged: \`churn\` already serves \`${third}\``);
    });
  });
});
