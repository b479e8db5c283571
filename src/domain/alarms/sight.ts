import { stepsOf } from '../capacity.ts';
import type { DeploymentConfig } from '../deployment-config.ts';

/** A wait of a rollout with traffic on the new fleet. */
export interface Bake {
  /** So many of the variant's instances are new; undefined: no one knows of how many. */
  readonly instances: { readonly fresh: number; readonly all: number } | undefined;
  /** Share of the requests that the new fleet gets, at most. */
  readonly share: number;
  readonly seconds: number;
  /** The longest time until the next bake, at the same share. */
  readonly gapSeconds: number;
  readonly isFinal: boolean;
}

/** A fleet whose rollout alarms watch. */
export interface Fleet {
  /** Of the variant; undefined: no one knows. */
  readonly instances: number | undefined;
  /** The longest time in which an instance starts. */
  readonly launchSeconds: number;
}

/** The share of the requests is the share of the instances: seen in the captured rollouts. */
export function bakesOf(config: DeploymentConfig | undefined, fleet: Fleet): readonly Bake[] {
  const { BlueGreenUpdatePolicy: blueGreen, RollingUpdatePolicy: rolling } = config ?? {};
  if (rolling) {
    const batches = freshAfter(rolling.MaximumBatchSize, fleet);
    const last = batches.length - 1;
    return batches
      .map((fresh, index) => ({
        ...bake(fresh, rolling.WaitIntervalInSeconds, fleet),
        gapSeconds: index < last ? fleet.launchSeconds : 0,
        isFinal: index === last,
      }))
      .filter(({ seconds }) => seconds > 0);
  }
  const { CanarySize: canary, LinearStepSize: step } = blueGreen?.TrafficRoutingConfiguration ?? {};
  const wait = blueGreen?.TrafficRoutingConfiguration.WaitIntervalInSeconds ?? 0;
  const size = canary ?? step;
  const before = size ? freshAfter(size, fleet).slice(0, canary ? 1 : -1) : [];
  // Whether the last of several equal waits takes place besides the termination wait is unpublished.
  const final = (blueGreen?.TerminationWaitInSeconds ?? 0) + (canary ? 0 : wait);
  return [
    ...before.map((fresh) => bake(fresh, wait, fleet)),
    { ...bake(fleet.instances ?? 0, final, fleet), isFinal: true },
  ].filter(({ seconds }) => seconds > 0);
}

/** New instances after each step; where there are none to count, it is as if one step were all. */
function freshAfter(size: Parameters<typeof stepsOf>[0], { instances }: Fleet): readonly number[] {
  return instances === undefined ? [0, 0] : stepsOf(size, instances);
}

function bake(fresh: number, seconds: number, { instances }: Fleet): Bake {
  const counted = instances !== undefined && instances > 0;
  return {
    instances: counted ? { fresh, all: instances } : undefined,
    share: counted ? fresh / instances : 1,
    seconds,
    gapSeconds: 0,
    isFinal: false,
  };
}

/** How an alarm comes to its verdict. */
export interface Pace {
  readonly periodSeconds: number;
  /** So many of them have to be over the threshold. */
  readonly datapoints: number;
}

/** CloudWatch has a minute's data after one minute or two. */
export const lagSeconds = { least: 60, most: 120 } as const;

/** So long a full verdict takes at worst. */
export function verdictSeconds({ periodSeconds, datapoints }: Pace): number {
  return periodSeconds * datapoints + lagSeconds.most;
}

export type EarliestTrip =
  | { readonly kind: 'in'; readonly index: number }
  /** In no bake enough of the requests are the new fleet's, or not for long enough. */
  | { readonly kind: 'never'; readonly for: 'share' | 'time' };

/**
 * The first bake in which an alarm can trip that sees the new fleet at these shares only, where its
 * requests fail as soon as it has any: the first datapoint is over the threshold at once, and the
 * others follow period by period.
 */
export function earliestTrip(
  bakes: readonly Bake[],
  { periodSeconds, datapoints }: Pace,
  sees: (share: number) => boolean,
): EarliestTrip {
  const first = bakes.findIndex(({ share }) => sees(share));
  if (first < 0) return { kind: 'never', for: 'share' };
  let left = (datapoints - 1) * periodSeconds + lagSeconds.least;
  for (const [index, { seconds, gapSeconds }] of bakes.entries()) {
    if (index < first) continue;
    if (left <= seconds + gapSeconds) return { kind: 'in', index };
    left -= seconds + gapSeconds;
  }
  return { kind: 'never', for: 'time' };
}
