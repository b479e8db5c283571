import { setImmediate } from 'node:timers/promises';
import type { DescribeEndpointOutput, UpdateEndpointInput } from '@aws-sdk/client-sagemaker';
import { Account } from '../../simulator/account/account.ts';
import type { Durations } from '../../simulator/account/durations.ts';
import { SimulatedClock } from '../../simulator/clock.ts';
import { perform } from '../../simulator/sagemaker/operations.ts';
import { SageMaker } from '../../simulator/sagemaker/sagemaker.ts';
import { snapshotOf } from '../../src/adapters/sagemaker-answers.ts';
import type { Instant } from '../../src/domain/request.ts';
import { readInputs } from '../../src/inputs/inputs.ts';
import type { Clock, Endpoints } from '../../src/ports.ts';
import { rollout } from '../../src/rollout.ts';
import { Chance } from './chance.ts';
import type { BenchRollout } from './rollouts.ts';

/** How a rollout went in the simulated SageMaker, and when it was polled. All times are instants. */
export interface Watched {
  readonly outcome: string;
  /** When UpdateEndpoint was called. */
  readonly from: Instant;
  /** When the endpoint had settled. */
  readonly until: Instant;
  /** When the run said so. */
  readonly knownAt: Instant;
  /** Every call of DescribeEndpoint. */
  readonly polls: readonly Instant[];
  /** When traffic began to move to the new fleet, each time. */
  readonly shifts: readonly Instant[];
  /** When a rollback began, if one did. */
  readonly turned: Instant | undefined;
}

/**
 * What is left to chance, in seconds; the simulator's own durations are never used, so that nothing
 * can be tuned to them. How long these take in AWS is unpublished, but for the few runs that were seen.
 */
export const varied = {
  summary: [1, 8],
  launch: [100, 480],
  activate: [2, 20],
  terminate: [2, 30],
  rollBack: [20, 150],
} as const satisfies Partial<Record<keyof Durations, readonly [number, number]>>;

const endpoint = 'fraud-prod';

/** Watches one rollout with the action's own core, in a simulated SageMaker of its own. */
export async function watch(
  bench: BenchRollout,
  seed: number,
  pollInterval: string,
): Promise<Watched> {
  const chance = new Chance(seed);
  const clock = new SimulatedClock();
  clock.advanceTo(clock.now() + Math.round(1000 * chance.between(0, 60)));
  const account = new Account(clock, { durations: durationsBy(chance) });
  const sagemaker = new SageMaker(account);
  furnish(sagemaker, bench, chance);
  const seen = observe(sagemaker, clock);
  const polls: Instant[] = [];
  const outcome = await rollout(requestOf(bench, pollInterval), {
    region: 'eu-west-1',
    endpoints: directly(account, polls),
    invocations: { invoke: unused },
    alarms: { read: async () => new Map(), history: unused, datapoints: unused },
    logs: { streams: unused, find: unused, last: unused },
    visibility: async () => 'unknown',
    scaling: { read: async () => [], targets: async () => [], deregister: unused, put: unused },
    deletions: {
      ...{ list: unused, component: unused, job: unused, components: unused },
      ...{ deleteEndpoint: unused, delete: unused, deleteComponent: unused },
    },
    registry: { versions: unused, package: unused },
    digest: (text) => text,
    matches: () => 'found',
    origin: { commit: '', run: '' },
    commits: { relation: unused },
    credentials: { lifetime: async () => ({ kind: 'lasting' }) },
    isHostedRunner: true,
    clock: steppedBy(clock),
    cancelled: new AbortController().signal,
    tell: () => {},
  });
  const until = sagemaker.endpoint(endpoint)?.state.modifiedAt ?? 0;
  return { outcome: outcome.kind, until, knownAt: clock.now(), polls, ...seen() };
}

function durationsBy(chance: Chance): Partial<Durations> {
  const drawn = Object.entries(varied).map(([name, [least, most]]) => [
    name,
    chance.between(least, most),
  ]);
  return Object.fromEntries(drawn);
}

function furnish(sagemaker: SageMaker, { instances, trouble }: BenchRollout, chance: Chance): void {
  for (const version of ['fraud-v1', 'fraud-v2']) {
    sagemaker.addModel(version);
    sagemaker.addEndpointConfig(version, {
      ProductionVariants: [
        {
          VariantName: 'AllTraffic',
          ModelName: version,
          InstanceType: 'ml.m5.xlarge',
          InitialInstanceCount: instances,
        },
      ],
    });
  }
  sagemaker.addEndpoint(endpoint, 'fraud-v1');
  sagemaker.alarms.add('fraud-5xx', 'OK');
  trouble?.(sagemaker, chance);
}

function observe(sagemaker: SageMaker, clock: SimulatedClock) {
  const shifts: Instant[] = [];
  let from: Instant = 0;
  let turned: Instant | undefined;
  sagemaker.onReached(({ stage }) => {
    if (stage === 'accepted') from = clock.now();
    if (stage === 'activating') shifts.push(clock.now());
    if (stage === 'rolling-back') turned ??= clock.now();
  });
  return () => ({ from, shifts, turned });
}

function requestOf({ inputs }: BenchRollout, pollInterval: string) {
  const given: Readonly<Record<string, string>> = {
    'endpoint-name': endpoint,
    'endpoint-config-name': 'fraud-v2',
    'poll-interval': pollInterval,
    preflight: 'off',
    'show-logs': 'false',
    ...inputs,
  };
  const surroundings = {
    region: 'eu-west-1',
    readFile: () => '',
    readBytes: () => new Uint8Array(),
    idTokens: 'not-offered',
    runId: undefined,
  } as const;
  return readInputs((name) => given[name] ?? '', surroundings).rollout;
}

/** The simulated SageMaker without the wire, which costs the bench ten times the time and changes nothing. */
function directly(account: Account, polls: Instant[]): Endpoints {
  const call = async (operation: string, input: object) => {
    const now = account.clock.now();
    return perform(operation, input, { account, place: account.place, now, asOf: now }) ?? {};
  };
  return {
    poll: async (EndpointName) => {
      polls.push(account.clock.now());
      return snapshotOf(
        (await call('DescribeEndpoint', { EndpointName })) as DescribeEndpointOutput,
      );
    },
    update: async ({ endpointName, endpointConfigName, deployment }) => {
      const input = {
        EndpointName: endpointName,
        EndpointConfigName: endpointConfigName,
        ...(deployment.kind === 'given' && { DeploymentConfig: deployment.config }),
      } as UpdateEndpointInput;
      await call('UpdateEndpoint', input);
    },
    configuration: async (EndpointConfigName) =>
      JSON.parse(JSON.stringify(await call('DescribeEndpointConfig', { EndpointConfigName }))),
    model: async (ModelName) =>
      JSON.parse(JSON.stringify(await call('DescribeModel', { ModelName }))),
    createModel: unused,
    createConfiguration: unused,
    createEndpoint: unused,
    scale: unused,
    tags: async () => [],
    tag: unused,
    untag: unused,
  };
}

function unused(): Promise<never> {
  return Promise.reject(new Error('The bench does not need this call.'));
}

/** Time passes when nothing is left to do but sleep: what a call was given to answer is over by then. */
function steppedBy(clock: SimulatedClock): Clock {
  return {
    now: () => clock.now(),
    sleep: async (seconds, signal) => {
      await setImmediate();
      signal?.throwIfAborted();
      clock.advanceTo(clock.now() + 1000 * seconds);
    },
  };
}
