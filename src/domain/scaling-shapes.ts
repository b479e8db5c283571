import { numberAt } from './json.ts';
import { resourceName } from './names.ts';
import { scalableDimensions } from './scaling.ts';
import {
  both,
  choice,
  decimal,
  flag,
  list,
  record,
  type Shape,
  structure,
  text,
  tuple,
  whole,
} from './shape.ts';

/**
 * What saved auto scaling may hold, by the model of the API: members and bounds of
 * RegisterScalableTarget, PutScalingPolicy and PutScheduledAction, as far as they go with a variant.
 * https://docs.aws.amazon.com/autoscaling/application/APIReference/API_Operations.html
 */

/** The member of PutScalingPolicy that holds a policy's configuration, by its type. Predictive scaling is not for variants. */
export const configurationMembers = {
  StepScaling: 'StepScalingPolicyConfiguration',
  TargetTrackingScaling: 'TargetTrackingScalingPolicyConfiguration',
} as const;

const cooldown = whole({ least: 0 });
const dimensions = list(structure({ 'Name!': text(255), 'Value!': text(1024) }), 30);
const word = text(128, /^[A-Za-z0-9_]+$/);

/** https://docs.aws.amazon.com/autoscaling/application/APIReference/API_TargetTrackingMetricDataQuery.html */
const query = structure({
  'Id!': text(255),
  Expression: text(2048),
  Label: text(2048),
  ReturnData: flag,
  MetricStat: structure({
    'Metric!': structure({ Dimensions: dimensions, MetricName: text(255), Namespace: text(255) }),
    'Stat!': text(255),
    Unit: text(1023),
  }),
});

/** https://docs.aws.amazon.com/autoscaling/application/APIReference/API_TargetTrackingScalingPolicyConfiguration.html */
const targetTracking = structure({
  'TargetValue!': decimal,
  PredefinedMetricSpecification: structure({
    'PredefinedMetricType!': word,
    ResourceLabel: text(1023),
  }),
  CustomizedMetricSpecification: structure({
    MetricName: text(255),
    Namespace: text(255),
    Dimensions: dimensions,
    Statistic: word,
    Unit: text(1023),
    Metrics: list(query, 50),
  }),
  ScaleOutCooldown: cooldown,
  ScaleInCooldown: cooldown,
  DisableScaleIn: flag,
});

/** https://docs.aws.amazon.com/autoscaling/application/APIReference/API_StepScalingPolicyConfiguration.html */
const stepScaling = structure({
  AdjustmentType: choice('ChangeInCapacity', 'PercentChangeInCapacity', 'ExactCapacity'),
  StepAdjustments: list(
    structure({
      MetricIntervalLowerBound: decimal,
      MetricIntervalUpperBound: decimal,
      'ScalingAdjustment!': whole(),
    }),
    20,
  ),
  MinAdjustmentMagnitude: whole({ least: 0 }),
  Cooldown: cooldown,
  MetricAggregationType: choice('Average', 'Minimum', 'Maximum'),
});

const policyName = text(256, /^\P{C}+$/u);
const alarmNames = list(text(255), 100);

const policy: Shape = (value) =>
  [
    tuple(
      [policyName, choice('StepScaling'), configured('StepScaling', stepScaling), alarmNames],
      3,
    ),
    tuple([
      policyName,
      choice('TargetTrackingScaling'),
      configured('TargetTrackingScaling', targetTracking),
    ]),
  ].some((shape) => shape(value));

function configured(type: keyof typeof configurationMembers, configuration: Shape): Shape {
  return structure({ [`${configurationMembers[type]}!`]: configuration });
}

const capacity = whole({ least: 0 });
const isTime: Shape = (value) =>
  typeof value === 'string' && timePattern.test(value) && !Number.isNaN(Date.parse(value));
const timePattern = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,3})?Z$/;

/** https://docs.aws.amazon.com/autoscaling/application/APIReference/API_PutScheduledAction.html */
const action = tuple([
  text(256, /^(?! )[^\p{Cc}:/|]+(?<! )$/u),
  structure({
    Schedule: text(1600, /^(at|rate|cron)\([\w :?*,/#.-]+\)$/),
    Timezone: text(1600, /^[\w/+-]+$/),
    StartTime: isTime,
    EndTime: isTime,
    ScalableTargetAction: both(
      structure({ MinCapacity: capacity, MaxCapacity: capacity }),
      (bounds) => isAscending(numberAt(bounds, 'MinCapacity'), numberAt(bounds, 'MaxCapacity')),
    ),
  }),
]);

const variantName = text(resourceName.most, resourceName.pattern);

const target = both(
  structure({
    'n!': variantName,
    'd!': whole({ least: 0, most: scalableDimensions.length - 1 }),
    'c!': tuple([capacity, capacity]),
    's!': structure({
      'DynamicScalingInSuspended!': flag,
      'DynamicScalingOutSuspended!': flag,
      'ScheduledScalingSuspended!': flag,
    }),
    'p!': list(policy, 50),
    'a!': list(action, 200),
  }),
  ({ c }) => Array.isArray(c) && isAscending(Number(c[0]), Number(c[1])),
);

function isAscending(least: number | undefined, most: number | undefined): boolean {
  return least === undefined || most === undefined || least <= most;
}

/** The short form in which it is kept. `v` grows when a member changes its meaning. */
export const savedShape: Shape = structure({
  'v!': (value) => value === 1,
  't!': list(target, 40),
  'i!': record(variantName, capacity),
});
