import { stepsOf } from './capacity.ts';
import type {
  BlueGreenUpdatePolicy,
  CapacitySize,
  DeploymentConfig,
  RollingUpdatePolicy,
} from './deployment-config.ts';
import { longestForwardSeconds, longestRollbackSeconds } from './expectation.ts';
import { usualLaunchSeconds } from './launch.ts';
import type { RolloutPhase } from './phase.ts';

/** A phase that a rollout is going to have; those that pass in seconds are left out. */
export interface ExpectedPhase {
  readonly phase: RolloutPhase;
  readonly shortestSeconds: number;
  readonly worstSeconds: number;
  /** Share of the traffic on the new fleet meanwhile, in whole percent. */
  readonly sharePercent: number;
  /** Which linear step or batch it belongs to, where there are several. */
  readonly step: { readonly number: number; readonly of: number } | undefined;
}

/** How a rollout is going to be, where nothing turns it back. */
export interface Timeline {
  readonly phases: readonly ExpectedPhase[];
  readonly shortestSeconds: number;
  /** What the watch expects at worst: the rollout's own time limit, where it has one. */
  readonly worstSeconds: number;
  /** The same, with a rollback at its very end. */
  readonly worstWithRollbackSeconds: number;
}

/** The fastest update that was seen: all at once, three instances, in about 2¼ minutes. */
const fastestProvisioningSeconds = 135;

/**
 * The phases of an update by its deployment configuration; undefined: SageMaker's default, all
 * at once. `instances` of the largest variant; undefined: serverless, or no one knows.
 */
export function expectedTimeline(
  config: DeploymentConfig | undefined,
  instances: number | undefined,
  launchSeconds = usualLaunchSeconds,
): Timeline {
  const { BlueGreenUpdatePolicy: blueGreen, RollingUpdatePolicy: rolling } = config ?? {};
  const all = rolling ? rollingPhases(rolling, instances) : blueGreenPhases(blueGreen, instances);
  const phases = all
    .filter(({ worstSeconds }) => worstSeconds > 0)
    .map((one) => (one.phase === 'provisioning' ? { ...one, worstSeconds: launchSeconds } : one));
  const fleet = { instances: Math.max(1, instances ?? 1), launchSeconds };
  const worstSeconds = longestForwardSeconds(config, fleet);
  return {
    phases,
    shortestSeconds: phases.reduce((sum, phase) => sum + phase.shortestSeconds, 0),
    worstSeconds,
    worstWithRollbackSeconds: worstSeconds + longestRollbackSeconds(config, fleet),
  };
}

function blueGreenPhases(
  policy: BlueGreenUpdatePolicy | undefined,
  instances: number | undefined,
): readonly ExpectedPhase[] {
  const routing = policy?.TrafficRoutingConfiguration;
  const waitSeconds = routing?.WaitIntervalInSeconds ?? 0;
  const terminationSeconds = policy?.TerminationWaitInSeconds ?? 0;
  const { CanarySize: canary, LinearStepSize: step } = routing ?? {};
  // Whether the last of several equal waits takes place besides the termination wait is unpublished.
  const final = {
    ...exactly('final-bake', terminationSeconds, 100),
    worstSeconds: terminationSeconds + (canary ? 0 : waitSeconds),
  };
  const steps = step ? shares(step, instances) : [];
  return [
    provisioning(0),
    ...(canary ? [exactly('baking', waitSeconds, shares(canary, instances)[0] ?? 100)] : []),
    ...numbered([
      ...steps.slice(0, -1).map((share) => exactly('baking', waitSeconds, share)),
      final,
    ]),
  ];
}

/** Batch by batch: more instances are launched, get traffic and bake, the last batch too. */
function rollingPhases(
  policy: RollingUpdatePolicy,
  instances: number | undefined,
): readonly ExpectedPhase[] {
  const batches = shares(policy.MaximumBatchSize, instances);
  const baked = numbered(
    batches.map((share) =>
      exactly(share === 100 ? 'final-bake' : 'baking', policy.WaitIntervalInSeconds, share),
    ),
  );
  return baked.flatMap((bake, index) => [
    { ...provisioning(batches[index - 1] ?? 0), step: bake.step },
    bake,
  ]);
}

/** The share of the new fleet after each step of this size, in whole percent; the last is 100. */
function shares(size: CapacitySize, instances: number | undefined): readonly number[] {
  // Without instances to count, a number of them may be any share.
  if (instances === undefined && size.Type === 'INSTANCE_COUNT') return [100];
  const all = instances === undefined ? 100 : Math.max(1, instances);
  return stepsOf(size, all).map((each) => Math.round((100 * each) / all));
}

function provisioning(sharePercent: number): ExpectedPhase {
  return {
    ...exactly('provisioning', fastestProvisioningSeconds, sharePercent),
    worstSeconds: usualLaunchSeconds,
  };
}

function exactly(phase: RolloutPhase, seconds: number, sharePercent: number): ExpectedPhase {
  return { phase, shortestSeconds: seconds, worstSeconds: seconds, sharePercent, step: undefined };
}

function numbered(phases: readonly ExpectedPhase[]): readonly ExpectedPhase[] {
  const of = phases.length;
  return of < 2
    ? phases
    : phases.map((phase, index) => ({ ...phase, step: { number: index + 1, of } }));
}

/** At the same share of the traffic, what comes before what. */
const orderAtOneShare: Readonly<Record<RolloutPhase, number>> = {
  starting: 0,
  creating: 0,
  'shifting-traffic': 1,
  baking: 2,
  'final-bake': 2,
  'removing-old-fleet': 2,
  provisioning: 3,
  settling: 4,
  'rolling-back': 4,
  'smoke-testing': 5,
  'smoke-rollback': 5,
};

/** The phases that come after the one that is seen; none where the rollout turns back. */
export function stillToCome(
  { phases }: Timeline,
  seen: { readonly phase: RolloutPhase; readonly sharePercent: number },
): readonly ExpectedPhase[] {
  const order = (phase: RolloutPhase) => orderAtOneShare[phase];
  if (order(seen.phase) >= orderAtOneShare.settling) return [];
  return phases.filter(
    ({ phase, sharePercent }) =>
      sharePercent > seen.sharePercent ||
      (sharePercent === seen.sharePercent && order(phase) > order(seen.phase)),
  );
}
