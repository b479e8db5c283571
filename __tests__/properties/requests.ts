import type { DeploymentConfig } from '../../src/domain/deployment-config.ts';
import type { JsonObject } from '../../src/domain/json.ts';
import type { ModelSource } from '../../src/domain/models/model-source.ts';
import type { ConfigSource, Deployment, RolloutRequest } from '../../src/domain/request.ts';
import type { SmokeTest } from '../../src/domain/smoke-test.ts';
import { latencyMs, rightAnswer } from './model-fleet.ts';
import type { RunScript } from './scenario.ts';

/** What a run's script asks the action for. */
export function requestOf(script: RunScript): RolloutRequest {
  const source = sourceOf(script);
  return {
    source,
    endpointName: 'fraud',
    endpointConfigName: ('name' in source && source.name) || '',
    redeploy: false,
    createEndpoint: script.createEndpoint ? 'if-missing' : 'never',
    smokeTest: smokeTestOf(script),
    autoscaling: { kind: 'ignore' },
    tags: [],
    preflight: script.preflight,
    deployment: deploymentOf(script),
    retention: script.retains ? { kind: 'all-but', excluded: [] } : { kind: 'none' },
    ifOlderCommit: 'fail',
    showLogs: 'auto',
    ifInProgress: script.ifInProgress,
    watch: script.startOnly ? 'start-only' : 'until-settled',
    waitTimeoutSeconds: script.waitTimeout,
    pollIntervalSeconds: script.pollSeconds,
  };
}

function smokeTestOf({ smoke }: RunScript): SmokeTest | undefined {
  if (!smoke) return undefined;
  const { timeoutSeconds, onFailure, requests } = smoke;
  const names = ['first', 'second'].slice(0, requests);
  return {
    requests: names.map((name) => ({
      name,
      payload: { kind: 'body', bytes: new Uint8Array() },
      contentType: 'application/json',
      accept: undefined,
      variant: undefined,
      targetModel: undefined,
      expected: {
        statuses: [200],
        json: rightAnswer,
        tolerance: 0,
        matches: undefined,
        latencyMs,
      },
    })),
    timeoutSeconds,
    show: true,
    onFailure,
  };
}

function sourceOf({ source, config }: RunScript): ConfigSource {
  const modelName = config === 'v2' ? 'm2' : 'm3';
  switch (source) {
    case 'existing':
      return { kind: 'existing', name: config };
    case 'file':
      return { kind: 'file', path: 'config.yaml', content: contentOf(modelName), name: config };
    case 'file, unnamed':
      return { kind: 'file', path: 'config.yaml', content: contentOf(modelName), name: undefined };
    case 'model':
      return {
        kind: 'model',
        model: { kind: 'existing', name: modelName },
        variantName: undefined,
        name: config,
      };
    case 'model, unnamed':
      return {
        kind: 'model',
        model: { kind: 'existing', name: modelName },
        variantName: undefined,
        name: undefined,
      };
    case 'image':
      return { kind: 'model', model: changedTo(config), variantName: undefined, name: undefined };
    case 'image in a file':
      return {
        kind: 'file',
        path: 'config.yaml',
        content: { ProductionVariants: [variant] },
        model: { variant: variant.VariantName, source: changedTo(config) },
        name: undefined,
      };
  }
}

/** The image that a run asks for; undefined: it names a model or a configuration. */
export function imageOf({ source, config }: RunScript): string | undefined {
  return source.startsWith('image') ? `models:${config}` : undefined;
}

function changedTo(config: RunScript['config']): ModelSource {
  return { kind: 'changed', image: `models:${config}`, dataUrl: undefined };
}

const variant = {
  VariantName: 'AllTraffic',
  InstanceType: 'ml.m5.xlarge',
  InitialInstanceCount: 3,
};

/** Of an endpoint configuration with that model. */
export function contentOf(model: string): JsonObject {
  return { ProductionVariants: [{ ...variant, ModelName: model }] };
}

const size = { Type: 'INSTANCE_COUNT', Value: 1 } as const;
const guarded = { AutoRollbackConfiguration: { Alarms: [{ AlarmName: 'fraud-5xx' }] } };

function deploymentOf({ strategy }: RunScript): Deployment {
  if (strategy === 'default' || strategy === 'last') return { kind: strategy };
  const wait = { WaitIntervalInSeconds: 300 };
  const config: Readonly<Record<typeof strategy, DeploymentConfig>> = {
    canary: {
      BlueGreenUpdatePolicy: {
        TrafficRoutingConfiguration: { Type: 'CANARY', CanarySize: size, ...wait },
        TerminationWaitInSeconds: 120,
      },
      ...guarded,
    },
    linear: {
      BlueGreenUpdatePolicy: {
        TrafficRoutingConfiguration: { Type: 'LINEAR', LinearStepSize: size, ...wait },
      },
      ...guarded,
    },
    rolling: { RollingUpdatePolicy: { MaximumBatchSize: size, ...wait }, ...guarded },
  };
  return { kind: 'given', config: config[strategy] };
}
