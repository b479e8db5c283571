import type { DeploymentConfig } from '../../src/domain/deployment-config.ts';

/** A rollout minute by minute: which share of the requests the new fleet has, and which bake it is. */
export type Minutes = readonly { readonly share: number; readonly bake: number }[];

export interface Steps {
  readonly kind: 'all-at-once' | 'canary' | 'linear' | 'rolling';
  readonly all: number;
  /** Instances of a step. */
  readonly size: number;
  readonly waitMinutes: number;
  readonly finalMinutes: number;
  /** Between batches. */
  readonly launchMinutes: number;
}

/** Told a second time, in a way of its own: instance by instance. */
export function minutesOf({ kind, all, size, ...times }: Steps): Minutes {
  const minutes: { share: number; bake: number }[] = [];
  const stay = (fresh: number, bake: number, count: number) => {
    for (let minute = 0; minute < count; minute += 1) minutes.push({ share: fresh / all, bake });
  };
  if (kind === 'all-at-once') stay(all, 0, times.finalMinutes);
  if (kind === 'canary') {
    stay(size, 0, times.waitMinutes);
    stay(all, 1, times.finalMinutes);
  }
  if (kind === 'linear' || kind === 'rolling') {
    let bake = 0;
    for (let fresh = size; fresh < all; fresh += size) {
      stay(fresh, bake, times.waitMinutes + (kind === 'rolling' ? times.launchMinutes : 0));
      bake += 1;
    }
    stay(all, bake, times.waitMinutes + (kind === 'linear' ? times.finalMinutes : 0));
  }
  return minutes;
}

export function deploymentFor({ kind, size, ...times }: Steps): DeploymentConfig {
  const step = { Type: 'INSTANCE_COUNT', Value: size } as const;
  const wait = { WaitIntervalInSeconds: 60 * times.waitMinutes };
  const TerminationWaitInSeconds = 60 * times.finalMinutes;
  switch (kind) {
    case 'all-at-once':
      return {
        BlueGreenUpdatePolicy: {
          TrafficRoutingConfiguration: { Type: 'ALL_AT_ONCE', WaitIntervalInSeconds: 0 },
          TerminationWaitInSeconds,
        },
      };
    case 'canary':
      return {
        BlueGreenUpdatePolicy: {
          TrafficRoutingConfiguration: { Type: 'CANARY', ...wait, CanarySize: step },
          TerminationWaitInSeconds,
        },
      };
    case 'linear':
      return {
        BlueGreenUpdatePolicy: {
          TrafficRoutingConfiguration: { Type: 'LINEAR', ...wait, LinearStepSize: step },
          TerminationWaitInSeconds,
        },
      };
    case 'rolling':
      return { RollingUpdatePolicy: { ...wait, MaximumBatchSize: step } };
  }
}

export interface Judge {
  /** Average, Sum, Minimum, Maximum, p50 and so on. */
  readonly statistic: string;
  readonly periodMinutes: number;
  readonly evaluated: number;
  readonly breaching: number;
  readonly isOver: (value: number) => boolean;
  /** What a request of the new fleet measures, and one of the old. */
  readonly bad: number;
  readonly good: number;
}

/** Requests a minute, so many for each instance. */
const each = 4;

/** The bake in which an alarm trips, where every request of the new fleet is bad; undefined: in none. */
export function tripsIn(minutes: Minutes, all: number, judge: Judge): number | undefined {
  const samplesOf = (minute: number): readonly number[] => {
    const bad = Math.round((minutes[minute]?.share ?? 0) * all) * each;
    return Array.from({ length: all * each }, (_, index) => (index < bad ? judge.bad : judge.good));
  };
  const verdicts = new Map<number, boolean>();
  const isOver = (end: number): boolean => {
    const window = Array.from({ length: judge.periodMinutes }, (_, index) => end - 1 - index);
    const verdict =
      verdicts.get(end) ?? judge.isOver(statisticOf(judge.statistic, window.flatMap(samplesOf)));
    verdicts.set(end, verdict);
    return verdict;
  };
  // The data of a minute are there one minute later.
  for (let now = 1; now < minutes.length; now += 1) {
    const ends = Array.from(
      { length: judge.evaluated },
      (_, back) => now - back * judge.periodMinutes,
    );
    const over = ends.filter(isOver).length;
    if (over >= judge.breaching) return minutes[now]?.bake;
  }
  return undefined;
}

function statisticOf(statistic: string, samples: readonly number[]): number {
  const sum = samples.reduce((total, sample) => total + sample, 0);
  switch (statistic) {
    case 'Sum':
      return sum;
    case 'Average':
      return sum / samples.length;
    case 'Minimum':
      return Math.min(...samples);
    case 'Maximum':
      return Math.max(...samples);
    default: {
      const sorted = samples.toSorted((a, b) => a - b);
      const rank = Math.ceil((Number(statistic.slice(1)) / 100) * sorted.length);
      return sorted[Math.max(0, rank - 1)] ?? 0;
    }
  }
}
