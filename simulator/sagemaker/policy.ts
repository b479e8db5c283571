import type { DeploymentConfig } from '@aws-sdk/client-sagemaker';

/** A share of a fleet: so many instances, or so many percent of them. */
export interface Size {
  readonly unit: 'instances' | 'percent';
  readonly value: number;
}

/** How traffic moves from the old fleet to the new one. */
export type Shift =
  | { readonly kind: 'all-at-once' }
  | { readonly kind: 'canary'; readonly size: Size; readonly waitSeconds: number }
  | { readonly kind: 'linear'; readonly size: Size; readonly waitSeconds: number };

/** How one fleet takes the place of another. */
export type Policy =
  | {
      readonly kind: 'blue-green';
      readonly shift: Shift;
      readonly terminationWaitSeconds: number;
    }
  | {
      readonly kind: 'rolling';
      readonly batch: Size;
      readonly rollbackBatch: Size;
      readonly waitSeconds: number;
    };

/** All of a deployment configuration, with its defaults filled in. */
export interface Terms {
  readonly policy: Policy;
  readonly alarms: readonly string[];
  readonly maximumSeconds?: number;
}

const everything: Size = { unit: 'percent', value: 100 };

/** Without a policy SageMaker shifts all at once and waits for nothing. */
export function readTerms(config: DeploymentConfig = {}): Terms {
  const alarms = (config.AutoRollbackConfiguration?.Alarms ?? []).flatMap(
    ({ AlarmName }) => AlarmName ?? [],
  );
  const maximumSeconds =
    config.BlueGreenUpdatePolicy?.MaximumExecutionTimeoutInSeconds ??
    config.RollingUpdatePolicy?.MaximumExecutionTimeoutInSeconds;
  return {
    policy: readPolicy(config),
    alarms,
    ...(maximumSeconds === undefined ? {} : { maximumSeconds }),
  };
}

function readPolicy({ BlueGreenUpdatePolicy, RollingUpdatePolicy }: DeploymentConfig): Policy {
  if (RollingUpdatePolicy) {
    return {
      kind: 'rolling',
      batch: readSize(RollingUpdatePolicy.MaximumBatchSize),
      rollbackBatch: readSize(RollingUpdatePolicy.RollbackMaximumBatchSize),
      waitSeconds: RollingUpdatePolicy.WaitIntervalInSeconds ?? 0,
    };
  }
  return {
    kind: 'blue-green',
    shift: readShift(BlueGreenUpdatePolicy?.TrafficRoutingConfiguration),
    terminationWaitSeconds: BlueGreenUpdatePolicy?.TerminationWaitInSeconds ?? 0,
  };
}

type Routing = NonNullable<
  DeploymentConfig['BlueGreenUpdatePolicy']
>['TrafficRoutingConfiguration'];

function readShift(routing: Routing): Shift {
  const waitSeconds = routing?.WaitIntervalInSeconds ?? 0;
  if (routing?.Type === 'CANARY') {
    return { kind: 'canary', size: readSize(routing.CanarySize), waitSeconds };
  }
  if (routing?.Type === 'LINEAR') {
    return { kind: 'linear', size: readSize(routing.LinearStepSize), waitSeconds };
  }
  return { kind: 'all-at-once' };
}

function readSize(
  size: { Type?: string | undefined; Value?: number | undefined } | undefined,
): Size {
  if (size?.Value === undefined) return everything;
  return { unit: size.Type === 'CAPACITY_PERCENT' ? 'percent' : 'instances', value: size.Value };
}

/** A size in whole instances of a fleet: at least one, at most all. Percentages round down. */
export function instancesOf(size: Size, fleetInstances: number): number {
  const wanted =
    size.unit === 'percent' ? Math.floor((fleetInstances * size.value) / 100) : size.value;
  return Math.max(1, Math.min(wanted, fleetInstances));
}
