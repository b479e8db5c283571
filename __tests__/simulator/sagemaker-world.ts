import {
  CreateEndpointCommand,
  type CreateEndpointCommandInput,
  CreateEndpointConfigCommand,
  type CreateEndpointConfigCommandInput,
  DescribeEndpointCommand,
  type DescribeEndpointCommandOutput,
  DescribeEndpointConfigCommand,
  SageMakerClient,
  UpdateEndpointCommand,
  type UpdateEndpointCommandInput,
} from '@aws-sdk/client-sagemaker';
import { loadScenario, type ScenarioName } from '../../simulator/scenarios.ts';
import {
  type Simulator,
  type SimulatorOptions,
  startSimulator,
} from '../../simulator/simulator.ts';
import { variant } from './every-member.ts';

/** A simulator with a scenario in it, and the real SDK pointed at it. */
export interface TestWorld extends Simulator {
  readonly client: SageMakerClient;
  /** Moves time to so many seconds after the beginning. */
  to(seconds: number): void;
}

export async function openWorld(
  scenario: ScenarioName = 'canary-succeeds',
  options: SimulatorOptions = {},
): Promise<TestWorld> {
  const simulator = await startSimulator(options);
  loadScenario(simulator.sagemaker, scenario);
  const start = simulator.clock.now();
  return {
    ...simulator,
    client: clientOf(simulator.url, options.region),
    to: (seconds) => simulator.clock.advanceTo(start + seconds * 1000),
  };
}

/** One attempt only: a test wants to see what was answered. */
export function clientOf(endpoint: string, region = 'eu-west-1'): SageMakerClient {
  const credentials = { accessKeyId: 'test', secretAccessKey: 'test' };
  return new SageMakerClient({ endpoint, region, credentials, maxAttempts: 1 });
}

export function update(
  { client }: TestWorld,
  input: Partial<UpdateEndpointCommandInput> = {},
): Promise<unknown> {
  return client.send(
    new UpdateEndpointCommand({
      EndpointName: 'fraud-prod',
      EndpointConfigName: 'fraud-v2',
      ...input,
    }),
  );
}

/** Creates the configuration `new`, unless it says another name. */
export function createConfig(
  { client }: TestWorld,
  members: Partial<CreateEndpointConfigCommandInput> = {},
) {
  return client.send(
    new CreateEndpointConfigCommand({
      EndpointConfigName: 'new',
      ProductionVariants: [variant],
      ...members,
    }),
  );
}

export async function fetchConfig({ client }: TestWorld, EndpointConfigName = 'new') {
  const { $metadata: _, ...config } = await client.send(
    new DescribeEndpointConfigCommand({ EndpointConfigName }),
  );
  return config;
}

/** Creates the endpoint `new` on `fraud-v1`, unless it says something else. */
export function createEndpoint(
  { client }: TestWorld,
  members: Partial<CreateEndpointCommandInput> = {},
) {
  return client.send(
    new CreateEndpointCommand({ EndpointName: 'new', EndpointConfigName: 'fraud-v1', ...members }),
  );
}

export function describeEndpoint({ client }: TestWorld): Promise<DescribeEndpointCommandOutput> {
  return client.send(new DescribeEndpointCommand({ EndpointName: 'fraud-prod' }));
}

/**
 * What a person sees in DescribeEndpoint, in one line: status, live configuration and its
 * instances, pending configuration with its instances and what they do, and the reason.
 */
export async function poll(world: TestWorld, seconds: number): Promise<string> {
  world.to(seconds);
  const seen = await describeEndpoint(world);
  const pending = seen.PendingDeploymentSummary;
  return [
    `${seconds} ${seen.EndpointStatus}`,
    `${seen.EndpointConfigName} ${variantsIn(seen.ProductionVariants)}`,
    ...(pending ? [`${pending.EndpointConfigName} ${variantsIn(pending.ProductionVariants)}`] : []),
    ...(seen.FailureReason === undefined ? [] : [`because "${seen.FailureReason}"`]),
  ].join(' | ');
}

type Variants = NonNullable<DescribeEndpointCommandOutput['ProductionVariants']>;

function variantsIn(variants: Variants = []): string {
  return variants
    .map(({ CurrentInstanceCount, DesiredInstanceCount, VariantStatus }) =>
      [
        `${CurrentInstanceCount}/${DesiredInstanceCount}`,
        ...(VariantStatus ?? []).map(statusWords),
      ].join(' '),
    )
    .join(' + ');
}

function statusWords(status: { Status?: string | undefined; StatusMessage?: string | undefined }) {
  return status.StatusMessage === undefined
    ? status.Status
    : `${status.Status} (${status.StatusMessage})`;
}

export const alarms = {
  AutoRollbackConfiguration: {
    Alarms: [{ AlarmName: 'fraud-5xx' }, { AlarmName: 'fraud-latency' }],
  },
};

export const canary = {
  BlueGreenUpdatePolicy: {
    TrafficRoutingConfiguration: {
      Type: 'CANARY',
      WaitIntervalInSeconds: 300,
      CanarySize: { Type: 'INSTANCE_COUNT', Value: 1 },
    },
    TerminationWaitInSeconds: 120,
  },
  ...alarms,
} satisfies UpdateEndpointCommandInput['DeploymentConfig'];

export const linear = {
  BlueGreenUpdatePolicy: {
    TrafficRoutingConfiguration: {
      Type: 'LINEAR',
      WaitIntervalInSeconds: 100,
      LinearStepSize: { Type: 'CAPACITY_PERCENT', Value: 34 },
    },
    TerminationWaitInSeconds: 60,
  },
  ...alarms,
} satisfies UpdateEndpointCommandInput['DeploymentConfig'];

export const rolling = {
  RollingUpdatePolicy: {
    MaximumBatchSize: { Type: 'INSTANCE_COUNT', Value: 1 },
    WaitIntervalInSeconds: 60,
  },
  ...alarms,
} satisfies UpdateEndpointCommandInput['DeploymentConfig'];
