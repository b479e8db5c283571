import type {
  CapacitySize,
  DeploymentDraft,
  TrafficRoutingConfiguration,
} from './deployment-config.ts';
import { paths } from './deployment-rules.ts';

export const strategies = ['all-at-once', 'canary', 'linear', 'rolling'] as const;
export type Strategy = (typeof strategies)[number];

/** The strategy inputs as the user gave them; undefined or empty: not given. */
export interface StrategyInputs {
  readonly strategy: Strategy;
  readonly canarySize: CapacitySize | undefined;
  readonly linearStepSize: CapacitySize | undefined;
  readonly rollingBatchSize: CapacitySize | undefined;
  readonly rollbackBatchSize: CapacitySize | undefined;
  readonly waitIntervalSeconds: number | undefined;
  readonly terminationWaitSeconds: number | undefined;
  readonly maxExecutionTimeoutSeconds: number | undefined;
  readonly alarms: readonly string[];
}

/** Which strategies take which input, and where its value goes in the deployment configuration. */
export const strategyInputs = {
  'canary-size': { strategies: ['canary'], paths: [paths.canarySize] },
  'linear-step-size': { strategies: ['linear'], paths: [paths.linearStepSize] },
  'rolling-batch-size': { strategies: ['rolling'], paths: [paths.batchSize] },
  'rollback-batch-size': { strategies: ['rolling'], paths: [paths.rollbackBatchSize] },
  'wait-interval': { strategies, paths: [paths.routingWait, paths.rollingWait] },
  'termination-wait': {
    strategies: ['all-at-once', 'canary', 'linear'],
    paths: [paths.terminationWait],
  },
  'max-execution-timeout': { strategies, paths: [paths.blueGreenTimeout, paths.rollingTimeout] },
  alarms: { strategies, paths: [paths.alarms] },
} as const;
export type StrategyInputName = keyof typeof strategyInputs;

/**
 * The deployment configuration that the strategy inputs ask for. All at once with nothing else
 * asked for is SageMaker's own default: undefined, so that nothing is sent.
 */
export function draftOf(inputs: StrategyInputs): DeploymentDraft | undefined {
  const alarms = inputs.alarms.map((AlarmName) => ({ AlarmName }));
  const rollback = alarms.length > 0 ? { AutoRollbackConfiguration: { Alarms: alarms } } : {};
  if (inputs.strategy === 'rolling')
    return { RollingUpdatePolicy: rollingPolicy(inputs), ...rollback };
  const asksForNothing =
    inputs.strategy === 'all-at-once' &&
    alarms.length === 0 &&
    inputs.waitIntervalSeconds === undefined &&
    inputs.terminationWaitSeconds === undefined &&
    inputs.maxExecutionTimeoutSeconds === undefined;
  if (asksForNothing) return undefined;
  return { BlueGreenUpdatePolicy: blueGreenPolicy(inputs), ...rollback };
}

function blueGreenPolicy(inputs: StrategyInputs): DeploymentDraft['BlueGreenUpdatePolicy'] {
  return given({
    TrafficRoutingConfiguration: given({
      Type: routingType(inputs.strategy),
      WaitIntervalInSeconds:
        inputs.waitIntervalSeconds ?? (inputs.strategy === 'all-at-once' ? 0 : undefined),
      CanarySize: inputs.canarySize,
      LinearStepSize: inputs.linearStepSize,
    }),
    TerminationWaitInSeconds: inputs.terminationWaitSeconds,
    MaximumExecutionTimeoutInSeconds: inputs.maxExecutionTimeoutSeconds,
  });
}

function rollingPolicy(inputs: StrategyInputs): DeploymentDraft['RollingUpdatePolicy'] {
  return given({
    MaximumBatchSize: inputs.rollingBatchSize,
    WaitIntervalInSeconds: inputs.waitIntervalSeconds,
    MaximumExecutionTimeoutInSeconds: inputs.maxExecutionTimeoutSeconds,
    RollbackMaximumBatchSize: inputs.rollbackBatchSize,
  });
}

function routingType(strategy: Strategy): TrafficRoutingConfiguration['Type'] {
  if (strategy === 'canary') return 'CANARY';
  return strategy === 'linear' ? 'LINEAR' : 'ALL_AT_ONCE';
}

/** The object without its undefined members: what was not asked for is not sent. */
function given<T extends object>(members: T): T {
  return Object.fromEntries(
    Object.entries(members).filter(([, value]) => value !== undefined),
  ) as T;
}
