import { textAt, without } from './json.ts';
import type { Missing } from './missing-scaling.ts';
import {
  resourceIdOf,
  type ScaledVariant,
  type ScalingPolicy,
  type ScheduledAction,
} from './scaling.ts';

/** How every request about a scalable target names it. */
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
    ...targetName(endpointName, scaled),
    MinCapacity: scaled.minCapacity,
    MaxCapacity: scaled.maxCapacity,
    SuspendedState: scaled.suspended as Readonly<Record<string, boolean>>,
  };
}

/** https://docs.aws.amazon.com/autoscaling/application/APIReference/API_PutScalingPolicy.html */
export function policyInput(endpointName: string, scaled: ScaledVariant, policy: ScalingPolicy) {
  return {
    ...targetName(endpointName, scaled),
    PolicyName: policy.name,
    PolicyType: policy.type as 'StepScaling' | 'TargetTrackingScaling' | 'PredictiveScaling',
    ...policy.configuration,
  };
}

/** Times in ISO 8601. https://docs.aws.amazon.com/autoscaling/application/APIReference/API_PutScheduledAction.html */
export function actionInput(endpointName: string, scaled: ScaledVariant, action: ScheduledAction) {
  return {
    ...targetName(endpointName, scaled),
    ScheduledActionName: action.name,
    ...without(action.members, ['StartTime', 'EndTime']),
    StartTime: textAt(action.members, 'StartTime'),
    EndTime: textAt(action.members, 'EndTime'),
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
