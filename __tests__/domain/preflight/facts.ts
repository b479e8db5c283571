import type { CapacitySize, DeploymentConfig } from '../../../src/domain/deployment-config.ts';
import type { Snapshot } from '../../../src/domain/endpoint.ts';
import type { JsonObject } from '../../../src/domain/json.ts';
import type { Facts } from '../../../src/domain/preflight/facts.ts';
import type { Finding, LookedUp } from '../../../src/domain/preflight/finding.ts';
import { preflight } from '../../../src/domain/preflight.ts';
import { Problem } from '../../../src/domain/problem.ts';
import type { RolloutRequest } from '../../../src/domain/request.ts';
import { phrase } from '../../../src/domain/text/phrase.ts';
import { endpoint } from '../snapshots.ts';

export const percent = (Value: number): CapacitySize => ({ Type: 'CAPACITY_PERCENT', Value });
export const instances = (Value: number): CapacitySize => ({ Type: 'INSTANCE_COUNT', Value });

export const found = <T>(value: T): LookedUp<T> => ({ kind: 'found', value });
export const missing = { kind: 'missing' } as const;
export const denied = {
  kind: 'not-readable',
  problem: new Problem('access-denied', phrase`The role may not look.`, {
    remedy: phrase`Allow it.`,
  }),
} as const;

export const variantOf = (more: JsonObject = {}): JsonObject => ({
  VariantName: 'AllTraffic',
  ModelName: 'fraud-v2',
  InstanceType: 'ml.m5.xlarge',
  InitialInstanceCount: 3,
  ...more,
});
export const configOf = (...variants: readonly JsonObject[]): LookedUp<JsonObject> =>
  found({ ProductionVariants: variants });

const request: RolloutRequest = {
  endpointName: 'fraud',
  endpointConfigName: 'fraud-v2',
  source: { kind: 'existing', name: 'fraud-v2' },
  redeploy: false,
  ifOlderCommit: 'fail',
  showLogs: 'auto',
  createEndpoint: 'never',
  tags: [],
  preflight: 'enforce',
  deployment: { kind: 'default' },
  retention: { kind: 'none' },
  autoscaling: { kind: 'preserve', scaleUpBy: undefined },
  ifInProgress: 'wait',
  watch: 'until-settled',
  waitTimeoutSeconds: undefined,
  pollIntervalSeconds: 15,
  smokeTest: undefined,
};

/** Three instances serve `fraud-v1`, three of `fraud-v2` are to follow, and all is well. */
const allIsWell: Facts = {
  region: 'eu-west-1',
  request,
  createEndpoint: false,
  newModels: [],
  commits: { kind: 'not-compared' },
  endpoint: found(endpoint()),
  config: configOf(variantOf()),
  serving: configOf(variantOf({ ModelName: 'fraud-v1' })),
  models: { 'fraud-v2': found({ PrimaryContainer: { Image: 'fraud:2' } }) },
  packages: [],
  toCreate: [],
  alarms: {},
  childAlarms: {},
  inTheWay: [],
  tags: [],
  unsaved: undefined,
  isHostedRunner: true,
  credentials: { kind: 'lasting' },
  now: Date.parse('2026-03-02T09:00:00Z'),
};

/** What differs from a rollout where all is well. */
export interface Told extends Partial<Omit<Facts, 'request' | 'endpoint'>> {
  readonly endpoint?: LookedUp<Snapshot> | Partial<Snapshot>;
  readonly request?: Partial<RolloutRequest>;
  readonly deployment?: DeploymentConfig;
}

function factsOf({ endpoint: seen, request: asked, deployment, ...more }: Told): Facts {
  const config = deployment && ({ deployment: { kind: 'given', config: deployment } } as const);
  return {
    ...allIsWell,
    ...more,
    request: { ...request, ...config, ...asked },
    endpoint: seen && 'kind' in seen ? seen : found(endpoint(seen)),
  };
}

export function findingsOf(told: Told = {}): readonly Finding[] {
  return preflight(factsOf(told));
}

/** Each finding as `level id: what was seen`. */
export function linesOf(told: Told = {}): readonly string[] {
  return findingsOf(told).map(({ level, id, seen }) => `${level} ${id}: ${seen}`);
}

/** A canary under an alarm that is in order, with these members of the policy besides. */
export function canary(
  size: CapacitySize,
  policy: Partial<DeploymentConfig['BlueGreenUpdatePolicy']> = {},
): DeploymentConfig {
  return {
    BlueGreenUpdatePolicy: {
      TrafficRoutingConfiguration: {
        Type: 'CANARY',
        WaitIntervalInSeconds: 300,
        CanarySize: size,
      },
      ...policy,
    },
    ...guarded,
  };
}

export const guarded: DeploymentConfig = {
  AutoRollbackConfiguration: { Alarms: [{ AlarmName: 'fraud-5xx' }] },
};

export function linear(size: CapacitySize): DeploymentConfig {
  return {
    BlueGreenUpdatePolicy: {
      TrafficRoutingConfiguration: {
        Type: 'LINEAR',
        WaitIntervalInSeconds: 300,
        LinearStepSize: size,
      },
    },
    ...guarded,
  };
}

export function rolling(size: CapacitySize, limitSeconds?: number): DeploymentConfig {
  return {
    RollingUpdatePolicy: {
      MaximumBatchSize: size,
      WaitIntervalInSeconds: 300,
      ...(limitSeconds !== undefined && { MaximumExecutionTimeoutInSeconds: limitSeconds }),
    },
    ...guarded,
  };
}
