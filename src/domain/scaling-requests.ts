import { only, textAt } from './json.ts';
import type { Missing } from './missing-scaling.ts';
import {
  resourceIdOf,
  type ScaledVariant,
  type ScalingPolicy,
  type ScheduledAction,
} from './scaling.ts';
import { configurationMembers } from './scaling-shapes.ts';

/**
 * How every request about a scalable target names it: last, so that nothing that was saved names
 * another. Only members that are known are sent, and never a role.
 */
export function targetName(endpointName: string, { variant, dimension }: ScaledVariant) {
  return {
    ServiceNamespace: 'sagemaker',
    ResourceId: resourceIdOf(endpointName, variant),
    ScalableDimension: dimension,
  } as const;
}

/** https://docs.aws.amazon.com/autoscaling/application/APIReference/API_RegisterScalableTarget.html */
export function targetInput(endpointName: string, scaled: ScaledVariant) {
  return {
    MinCapacity: scaled.minCapacity,
    MaxCapacity: scaled.maxCapacity,
    SuspendedState: scaled.suspended as Readonly<Record<string, boolean>>,
    ...targetName(endpointName, scaled),
  };
}

/** https://docs.aws.amazon.com/autoscaling/application/APIReference/API_PutScalingPolicy.html */
export function policyInput(endpointName: string, scaled: ScaledVariant, policy: ScalingPolicy) {
  return {
    PolicyName: policy.name,
    PolicyType: policy.type as 'StepScaling' | 'TargetTrackingScaling' | 'PredictiveScaling',
    ...only(policy.configuration, Object.values(configurationMembers)),
    ...targetName(endpointName, scaled),
  };
}

/** Times in ISO 8601. https://docs.aws.amazon.com/autoscaling/application/APIReference/API_PutScheduledAction.html */
export function actionInput(endpointName: string, scaled: ScaledVariant, action: ScheduledAction) {
  return {
    ScheduledActionName: action.name,
    ...only(action.members, ['Schedule', 'Timezone', 'ScalableTargetAction']),
    StartTime: textAt(action.members, 'StartTime'),
    EndTime: textAt(action.members, 'EndTime'),
    ...targetName(endpointName, scaled),
  };
}

/** The request that puts a part back, by the command of the AWS CLI that sends it. */
export function commandOf(
  endpointName: string,
  part: Missing,
): { readonly command: string; readonly input: object } {
  switch (part.kind) {
    case 'target':
      return { command: 'register-scalable-target', input: targetInput(endpointName, part.scaled) };
    case 'policy':
      return {
        command: 'put-scaling-policy',
        input: policyInput(endpointName, part.scaled, part.policy),
      };
    case 'action':
      return {
        command: 'put-scheduled-action',
        input: actionInput(endpointName, part.scaled, part.action),
      };
  }
}
