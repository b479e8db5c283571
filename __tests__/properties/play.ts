import { createHash } from 'node:crypto';
import type { DeploymentConfig } from '../../src/domain/deployment-config.ts';
import type { Snapshot } from '../../src/domain/endpoint.ts';
import type { Event } from '../../src/domain/event.ts';
import type { JsonObject } from '../../src/domain/json.ts';
import type { Outcome } from '../../src/domain/outcome.ts';
import type {
  ConfigSource,
  Deployment,
  Instant,
  RolloutRequest,
} from '../../src/domain/request.ts';
import { resolvedRequest } from '../../src/report/story.ts';
import { rollout } from '../../src/rollout.ts';
import { alarmReason, ModelEndpoint } from './model-endpoint.ts';
import { type Answer, type Configurations, ModelWires } from './model-wires.ts';
import type { Deed, RunScript, Scenario } from './scenario.ts';
import { VirtualTime } from './virtual-time.ts';

/** One run, as it went. */
export interface Played {
  /** How its calls are known to the endpoint. */
  readonly by: string;
  readonly script: RunScript;
  /** With the name of the configuration that was rolled out. */
  readonly request: RolloutRequest;
  readonly startedAt: Instant;
  readonly endedAt: Instant;
  readonly cancelledAt: Instant | undefined;
  readonly outcome: Outcome;
  readonly events: readonly Event[];
  readonly answers: readonly Answer[];
  /** Calls of UpdateEndpoint and CreateEndpoint that were sent. */
  readonly requests: number;
  /** Whether the last look was answered. */
  readonly isInSight: boolean;
}

/** A scenario that was played to its end. */
export interface History {
  readonly scenario: Scenario;
  /** All that was true of the endpoint. */
  readonly endpoint: ModelEndpoint;
  readonly runs: readonly Played[];
}

const start = Date.UTC(2026, 2, 2, 9);
/** Calls that were on their way when a run ended have arrived by then. */
const secondsToArrive = 60;

const unused = () => Promise.reject(new Error('Auto scaling is ignored.'));
const scalingUnused = { read: unused, deregister: unused, put: unused };

/** Runs the real use case through the scenario. */
export async function play(scenario: Scenario): Promise<History> {
  const time = new VirtualTime(start);
  const endpoint = new ModelEndpoint(time, scenario, snapshotAtFirst(scenario));
  const configurations = configurationsOf(scenario);
  arrange(scenario.deeds, time, endpoint);
  const running = scenario.runs.map(async (script, index) => {
    if (script.startsAfter > 0) await time.sleep(script.startsAfter);
    return run(`run ${index + 1}`, script, { time, endpoint, configurations });
  });
  const runs = await time.until(Promise.all(running));
  await time.pass(secondsToArrive);
  return { scenario, endpoint, runs };
}

async function run(
  by: string,
  script: RunScript,
  behind: { time: VirtualTime; endpoint: ModelEndpoint; configurations: Configurations },
): Promise<Played> {
  const { time } = behind;
  const startedAt = time.now();
  const wires = new ModelWires(by, script, behind);
  const events: Event[] = [];
  const request = requestOf(script);
  const controller = new AbortController();
  const cancelledAt =
    script.cancelledAfter === undefined
      ? undefined
      : startedAt + Math.round(1000 * script.cancelledAfter);
  if (cancelledAt !== undefined) {
    time.at(cancelledAt, () => controller.abort(new Error('The job was cancelled.')));
  }
  const outcome = await rollout(request, {
    region: 'eu-west-1',
    origin: { commit: 'c0ffee', run: 'https://github.example/run' },
    endpoints: wires,
    alarms: wires,
    invocations: { invoke: () => Promise.reject(new Error('Nothing is to be tried out.')) },
    scaling: scalingUnused,
    credentials: { lifetime: async () => ({ kind: 'lasting' }) },
    digest,
    isHostedRunner: true,
    clock: time,
    cancelled: controller.signal,
    tell: (event) => events.push(event),
  });
  const { answers, requests, isInSight } = wires;
  return {
    ...{
      by,
      script,
      startedAt,
      endedAt: time.now(),
      cancelledAt,
      outcome,
      events,
      requests,
      isInSight,
    },
    request: resolvedRequest(request, events),
    answers: [...answers],
  };
}

function digest(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

function snapshotAtFirst({ endpoint, serving, oldReason, manners }: Scenario) {
  if (endpoint === 'none') return undefined;
  const told: Partial<Snapshot> = {
    configName: serving,
    status: endpoint,
    failureReason: oldReason ? alarmReason : undefined,
  };
  const isPending = endpoint === 'UpdateRollbackFailed' && manners.brokenStaysPending;
  if (!isPending) return told;
  const pending = { configName: 'v4', startedAt: undefined, variants: [], shadowVariants: [] };
  return { ...told, pending };
}

function configurationsOf({ configsShowAfter, serving }: Scenario): Configurations {
  const since = (name: string) => (name === serving ? 0 : start + 1000 * configsShowAfter);
  return new Map([
    ['v1', { content: contentOf('m1'), since: 0 }],
    ['v2', { content: contentOf('m2'), since: since('v2') }],
    ['v3', { content: contentOf('m3'), since: since('v3') }],
  ]);
}

function contentOf(model: string): JsonObject {
  return {
    ProductionVariants: [
      {
        VariantName: 'AllTraffic',
        ModelName: model,
        InstanceType: 'ml.m5.xlarge',
        InitialInstanceCount: 3,
      },
    ],
  };
}

/** What others do, in their order; whoever is refused comes again when the endpoint has settled. */
function arrange(deeds: readonly Deed[], time: VirtualTime, endpoint: ModelEndpoint): void {
  const later = (seconds: number, call: () => void) => time.at(time.now() + 1000 * seconds, call);
  const attempt = (deed: Deed) => {
    try {
      act(deed, endpoint);
    } catch {
      endpoint.whenSettled(() => later(1, () => attempt(deed)));
    }
  };
  for (const deed of deeds) {
    if (deed.since === 'start') later(deed.seconds, () => attempt(deed));
    else endpoint.whenSettled(() => later(deed.seconds, () => attempt(deed)));
  }
}

function act({ what, seconds }: Deed, endpoint: ModelEndpoint): void {
  if (what === 'delete') endpoint.delete();
  else if (what === 'scaling') endpoint.interlude('Updating', seconds);
  else if (what === 'maintenance') endpoint.interlude('SystemUpdating', seconds);
  else endpoint.update(what, 'somebody');
}

function requestOf(script: RunScript): RolloutRequest {
  const source = sourceOf(script);
  return {
    source,
    endpointName: 'fraud',
    endpointConfigName: source.name ?? '',
    createEndpoint: script.createEndpoint,
    smokeTest: undefined,
    autoscaling: { kind: 'ignore' },
    tags: [],
    preflight: script.preflight,
    deployment: deploymentOf(script),
    retention: script.retains ? { kind: 'all-but', excluded: [] } : { kind: 'none' },
    ifInProgress: script.ifInProgress,
    watch: script.startOnly ? 'start-only' : 'until-settled',
    waitTimeoutSeconds: script.waitTimeout,
    pollIntervalSeconds: script.pollSeconds,
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
      return { kind: 'model', modelName, variantName: undefined, name: config };
    case 'model, unnamed':
      return { kind: 'model', modelName, variantName: undefined, name: undefined };
  }
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
