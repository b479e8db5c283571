import type { Course } from './course.ts';
import { alarmsOf, type DeploymentConfig } from './deployment-config.ts';
import type { Progress } from './phase.ts';
import type { Instant } from './request.ts';

/** Something that may happen from an instant on, and how often to poll while it does not. */
export interface Due {
  readonly from: Instant;
  readonly pace: Pace;
}

/** By the seconds since it fell due: the seconds between two polls from then on, ever more. */
type Pace = Readonly<Record<number, number>>;

/**
 * How often to poll, by what may happen. The longer it has been due already, the longer it will
 * probably still take, so the spacing grows: that costs little delay in proportion, and few calls.
 */
const paces = {
  /** The update shows itself within seconds of the call. */
  appearing: { 0: 5, 30: 15, 120: 30 },
  /** The old fleet goes, or it has gone: the end is near. */
  ending: { 0: 4, 60: 8, 180: 20, 600: 30 },
  /** A bake ends, or traffic shifts, and another wait follows. */
  stepping: { 0: 6, 30: 15, 120: 30 },
  /** New instances could be ready, and then the rollout ends within seconds. */
  launchingToTheEnd: { 0: 15, 600: 30 },
  /** New instances could be ready, and then they bake: the first traffic. */
  launchingToABake: { 0: 30, 300: 45, 600: 60 },
  /** Launching fails now and then: no capacity, a failing health check, an alarm. */
  failing: { 0: 60 },
  /** The rollback takes a minute or two, in batches some more. */
  rollingBack: { 0: 6, 180: 20, 600: 30 },
} as const satisfies Readonly<Record<string, Pace>>;

/** The fastest launch that was seen took two minutes; some may be faster. */
const fastestLaunchSeconds = 90;
/**
 * Alarms can turn a bake back at any moment. A rollback takes a minute and more itself, so polls
 * so far apart find it on its way in most cases, and then polls follow each other closely.
 */
const secondsBetweenAlarms = 95;

/** What may happen next in an update, by its deployment configuration and what was last seen. */
export function dueIn(course: Course): readonly Due[] {
  const { progress, startedAt, phaseBegan: began } = course;
  if (!progress) return [{ from: startedAt, pace: paces.appearing }];
  switch (progress.phase) {
    case 'starting':
      return [{ from: began, pace: paces.appearing }, ...timeLimit(course)];
    case 'creating':
    case 'provisioning':
      return [...launch(course), ...timeLimit(course)];
    case 'shifting-traffic':
      return [
        { from: began, pace: paces[endsAfterShift(course) ? 'ending' : 'stepping'] },
        ...timeLimit(course),
      ];
    case 'baking':
    case 'final-bake':
      return [...bake(course, progress), ...timeLimit(course)];
    case 'removing-old-fleet':
      return [{ from: began, pace: paces[isMidway(course) ? 'stepping' : 'ending'] }];
    case 'settling':
      return [{ from: began, pace: paces.ending }];
    case 'rolling-back':
      return [{ from: began, pace: paces.rollingBack }];
  }
}

function launch({ config, phaseBegan }: Course): readonly Due[] {
  const { wait, termination } = waitsOf(config);
  const pace = wait + termination > 0 ? paces.launchingToABake : paces.launchingToTheEnd;
  return [
    { from: phaseBegan, pace: paces.failing },
    { from: phaseBegan + 1000 * fastestLaunchSeconds, pace },
  ];
}

/** Waits are exact: the bake ends when they are over, or an alarm ends it before. */
function bake({ config, phaseBegan }: Course, progress: Progress): readonly Due[] {
  const waits = possibleWaits(config, progress);
  const pace = progress.phase === 'baking' && !isUncounted(progress) ? 'stepping' : 'ending';
  const ends = waits.map((wait) => ({ from: phaseBegan + 1000 * wait, pace: paces[pace] }));
  if (ends.length === 0) return [{ from: phaseBegan, pace: paces.ending }];
  if (alarmsOf(config).length === 0) return ends;
  return [{ from: phaseBegan, pace: { 0: evenly(Math.max(...waits)) } }, ...ends];
}

/** So that the last poll before the end of a bake does not come right before that end. */
function evenly(waitSeconds: number): number {
  return waitSeconds / Math.max(1, Math.round(waitSeconds / secondsBetweenAlarms));
}

/** How long a bake may take, in seconds. */
function possibleWaits(config: DeploymentConfig | undefined, progress: Progress) {
  const { wait, termination } = waitsOf(config);
  const isStep = progress.phase === 'baking' && !isUncounted(progress);
  const isCanary = config?.BlueGreenUpdatePolicy?.TrafficRoutingConfiguration.Type === 'CANARY';
  if (isStep) return given(wait);
  if (isCanary && !isUncounted(progress)) return given(termination);
  // Whether the last of several equal waits takes place besides the termination wait is unpublished.
  return given(termination, wait, wait + termination);
}

function given(...seconds: readonly number[]): readonly number[] {
  return [...new Set(seconds)].filter((wait) => wait > 0);
}

/** SageMaker turns back what has reached its time limit. */
function timeLimit({ config, startedAt }: Course): readonly Due[] {
  const policy = config?.BlueGreenUpdatePolicy ?? config?.RollingUpdatePolicy;
  const limit = policy?.MaximumExecutionTimeoutInSeconds;
  return limit === undefined ? [] : [{ from: startedAt + 1000 * limit, pace: paces.stepping }];
}

/** Whether the rollout ends within seconds of the shift of traffic that is seen. */
function endsAfterShift({ config, progress }: Course): boolean {
  const { wait, termination } = waitsOf(config);
  const isLast = progress !== undefined && progress.traffic.oldInstances === 0;
  return isLast && !config?.RollingUpdatePolicy ? termination === 0 : wait === 0;
}

/** Whether instances of the old fleet are removed between two batches. */
function isMidway({ config, progress }: Course): boolean {
  return config?.RollingUpdatePolicy !== undefined && (progress?.traffic.oldInstances ?? 0) > 0;
}

/** Serverless variants count no instances: of them no one knows who has the traffic. */
function isUncounted({ traffic }: Progress): boolean {
  return traffic.newInstances + traffic.oldInstances === 0;
}

function waitsOf(config: DeploymentConfig | undefined) {
  const { BlueGreenUpdatePolicy: blueGreen, RollingUpdatePolicy: rolling } = config ?? {};
  const routing = blueGreen?.TrafficRoutingConfiguration;
  return {
    wait: rolling?.WaitIntervalInSeconds ?? routing?.WaitIntervalInSeconds ?? 0,
    termination: blueGreen?.TerminationWaitInSeconds ?? 0,
  };
}

/** Seconds between two polls for something that fell due so long ago. */
export function spacingSeconds(pace: Pace, sinceSeconds: number): number {
  const from = Object.keys(pace).findLast((seconds) => Number(seconds) <= sinceSeconds);
  return pace[Number(from)] ?? Number.POSITIVE_INFINITY;
}
