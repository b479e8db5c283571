import {
  alarmsOf,
  type BlueGreenUpdatePolicy,
  type CapacitySize,
  type DeploymentDraft,
  type Draft,
  type RollingUpdatePolicy,
  sizeText,
  type TrafficRoutingConfiguration,
  trafficRoutingTypes,
} from './deployment-config.ts';
import { phrase } from './text/phrase.ts';
import type { Violation } from './violation.ts';

/** Paths of the members that rules and inputs speak of. */
export const paths = {
  trafficRouting: 'BlueGreenUpdatePolicy.TrafficRoutingConfiguration',
  routingWait: 'BlueGreenUpdatePolicy.TrafficRoutingConfiguration.WaitIntervalInSeconds',
  canarySize: 'BlueGreenUpdatePolicy.TrafficRoutingConfiguration.CanarySize',
  linearStepSize: 'BlueGreenUpdatePolicy.TrafficRoutingConfiguration.LinearStepSize',
  terminationWait: 'BlueGreenUpdatePolicy.TerminationWaitInSeconds',
  blueGreenTimeout: 'BlueGreenUpdatePolicy.MaximumExecutionTimeoutInSeconds',
  batchSize: 'RollingUpdatePolicy.MaximumBatchSize',
  rollbackBatchSize: 'RollingUpdatePolicy.RollbackMaximumBatchSize',
  rollingWait: 'RollingUpdatePolicy.WaitIntervalInSeconds',
  rollingTimeout: 'RollingUpdatePolicy.MaximumExecutionTimeoutInSeconds',
  alarms: 'AutoRollbackConfiguration.Alarms',
} as const;

interface Bounds {
  readonly least: number;
  readonly most: number;
}

const waitSeconds: Bounds = { least: 0, most: 3600 };
const executionSeconds: Bounds = { least: 600, most: 28_800 };
const canaryPercent: Bounds = { least: 1, most: 50 };
const linearPercent: Bounds = { least: 10, most: 50 };
const batchPercent: Bounds = { least: 5, most: 50 };
const rollbackBatchPercent: Bounds = { least: 1, most: 100 };
const mostAlarms = 10;
const longestAlarmName = 255;

/**
 * Every rule that the draft breaks, as far as that can be known without the endpoint.
 * A draft without violations is a DeploymentConfig.
 * Bounds: the API model; percentages: the documentation of CanarySize, LinearStepSize and
 * MaximumBatchSize.
 */
export function violationsOf(draft: DeploymentDraft): readonly Violation[] {
  const { BlueGreenUpdatePolicy: blueGreen, RollingUpdatePolicy: rolling } = draft;
  return [
    ...(blueGreen && rolling ? [onlyOnePolicy] : []),
    ...(blueGreen ? blueGreenViolations(blueGreen) : []),
    ...(rolling ? rollingViolations(rolling) : []),
    ...alarmViolations(draft),
  ];
}

const onlyOnePolicy: Violation = {
  place: 'RollingUpdatePolicy',
  value: undefined,
  rule: phrase`cannot be combined with BlueGreenUpdatePolicy: SageMaker takes one policy only. Keep one of the two.`,
};

function blueGreenViolations(policy: Draft<BlueGreenUpdatePolicy>): readonly Violation[] {
  const routing = policy.TrafficRoutingConfiguration;
  return [
    ...needed(paths.trafficRouting, routing, 'a blue/green update policy'),
    ...(routing ? routingViolations(routing) : []),
    ...within(paths.terminationWait, policy.TerminationWaitInSeconds, waitSeconds),
    ...within(paths.blueGreenTimeout, policy.MaximumExecutionTimeoutInSeconds, executionSeconds),
  ];
}

function routingViolations(routing: Draft<TrafficRoutingConfiguration>): readonly Violation[] {
  const { Type: type, CanarySize: canary, LinearStepSize: step } = routing;
  // What a type that is newer than this version takes, AWS knows.
  const isKnown = trafficRoutingTypes.some((known) => known === type);
  return [
    ...needed(paths.routingWait, routing.WaitIntervalInSeconds, 'traffic routing'),
    ...within(paths.routingWait, routing.WaitIntervalInSeconds, waitSeconds),
    ...(type === 'CANARY'
      ? needed(paths.canarySize, canary, 'a canary')
      : foreign(paths.canarySize, isKnown ? canary : undefined, 'CANARY')),
    ...(type === 'LINEAR'
      ? needed(paths.linearStepSize, step, 'a linear rollout')
      : foreign(paths.linearStepSize, isKnown ? step : undefined, 'LINEAR')),
    ...sizeWithin(paths.canarySize, canary, canaryPercent),
    ...sizeWithin(paths.linearStepSize, step, linearPercent),
  ];
}

function rollingViolations(policy: Draft<RollingUpdatePolicy>): readonly Violation[] {
  return [
    ...needed(paths.batchSize, policy.MaximumBatchSize, 'a rolling update'),
    ...needed(paths.rollingWait, policy.WaitIntervalInSeconds, 'a rolling update'),
    ...sizeWithin(paths.batchSize, policy.MaximumBatchSize, batchPercent),
    ...sizeWithin(paths.rollbackBatchSize, policy.RollbackMaximumBatchSize, rollbackBatchPercent),
    ...within(paths.rollingWait, policy.WaitIntervalInSeconds, waitSeconds),
    ...within(paths.rollingTimeout, policy.MaximumExecutionTimeoutInSeconds, executionSeconds),
  ];
}

function alarmViolations(draft: DeploymentDraft): readonly Violation[] {
  const alarms = draft.AutoRollbackConfiguration?.Alarms;
  if (!alarms) return [];
  const place = paths.alarms;
  const names = alarmsOf(draft);
  const misnamed = names.filter((name) => name.trim() === '' || name.length > longestAlarmName);
  const count: Violation = {
    place,
    value: `${alarms.length} alarms`,
    rule: phrase`are out of bounds: SageMaker takes 1 to ${mostAlarms} alarms. Name those that matter most, or join some in a composite alarm.`,
  };
  return [
    ...(alarms.length < 1 || alarms.length > mostAlarms ? [count] : []),
    ...(names.length < alarms.length ? needed(`${place}[].AlarmName`, undefined, 'an alarm') : []),
    ...misnamed.map((value) => ({
      place,
      value,
      rule: phrase`is not a valid alarm name: a name has 1 to ${longestAlarmName} characters. Write the name of the CloudWatch alarm.`,
    })),
  ];
}

function needed(place: string, value: unknown, by: string): readonly Violation[] {
  if (value !== undefined) return [];
  return [{ place, value: undefined, rule: phrase`is missing: ${by} needs it.` }];
}

function foreign(
  place: string,
  size: CapacitySize | undefined,
  type: string,
): readonly Violation[] {
  if (!size) return [];
  return [
    {
      place,
      value: sizeText(size),
      rule: phrase`belongs to traffic routing of type ${type} only. Remove it.`,
    },
  ];
}

function within(place: string, seconds: number | undefined, bounds: Bounds): readonly Violation[] {
  if (seconds === undefined || (seconds >= bounds.least && seconds <= bounds.most)) return [];
  const rule = phrase`is out of bounds: SageMaker takes ${bounds.least} to ${bounds.most} seconds.`;
  return [{ place, value: `${seconds} s`, rule }];
}

function sizeWithin(
  place: string,
  size: CapacitySize | undefined,
  percent: Bounds,
): readonly Violation[] {
  if (!size) return [];
  const bounds =
    size.Type === 'CAPACITY_PERCENT' ? percent : { least: 1, most: Number.MAX_SAFE_INTEGER };
  if (size.Value >= bounds.least && size.Value <= bounds.most) return [];
  const rule = phrase`is out of bounds: SageMaker takes ${percent.least} % to ${percent.most} % of a variant's instances, or a number of instances from 1.`;
  return [{ place, value: sizeText(size), rule }];
}
