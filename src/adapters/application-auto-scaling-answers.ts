import type {
  ScheduledAction as ApiAction,
  ScalingPolicy as ApiPolicy,
  ScalableTarget,
} from '@aws-sdk/client-application-auto-scaling';
import type { JsonObject } from '../domain/json.ts';
import {
  type ScalableDimension,
  type ScaledVariant,
  type ScalingPolicy,
  type ScheduledAction,
  scalableDimensions,
  variantOfResource,
} from '../domain/scaling.ts';

/** Whether a target is about a variant: there are other dimensions, of inference components. */
export function isScalable({ ScalableDimension: dimension }: ScalableTarget): boolean {
  return scalableDimensions.some((known) => known === dimension);
}

/** What of a scalable target it takes to put it back as it is. */
export function scaledVariantOf(
  target: ScalableTarget,
  policies: readonly ApiPolicy[],
  actions: readonly ApiAction[],
): ScaledVariant {
  const { SuspendedState: suspended = {} } = target;
  return {
    variant: variantOfResource(target.ResourceId ?? ''),
    dimension: target.ScalableDimension as ScalableDimension,
    minCapacity: target.MinCapacity ?? 0,
    maxCapacity: target.MaxCapacity ?? 0,
    suspended: {
      DynamicScalingInSuspended: suspended.DynamicScalingInSuspended ?? false,
      DynamicScalingOutSuspended: suspended.DynamicScalingOutSuspended ?? false,
      ScheduledScalingSuspended: suspended.ScheduledScalingSuspended ?? false,
    },
    policies: policies.map(policyOf),
    actions: actions.map(actionOf),
  };
}

function policyOf({
  PolicyName = '',
  PolicyType = 'TargetTrackingScaling',
  Alarms = [],
  ...members
}: ApiPolicy): ScalingPolicy {
  const own = Object.entries(members).filter(([name]) => name.endsWith('PolicyConfiguration'));
  const isStepScaling = PolicyType === 'StepScaling';
  return {
    name: PolicyName,
    type: PolicyType,
    configuration: jsonOf(Object.fromEntries(own)),
    alarms: isStepScaling ? Alarms.flatMap(({ AlarmName }) => AlarmName ?? []) : [],
  };
}

function actionOf({
  ScheduledActionName = '',
  Schedule,
  Timezone,
  StartTime,
  EndTime,
  ScalableTargetAction,
}: ApiAction): ScheduledAction {
  const members = { Schedule, Timezone, StartTime, EndTime, ScalableTargetAction };
  return { name: ScheduledActionName, members: jsonOf(members) };
}

/** Without what is not set; times in ISO 8601. */
function jsonOf(value: object): JsonObject {
  return JSON.parse(JSON.stringify(value));
}
