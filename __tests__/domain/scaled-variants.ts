import type { ScaledVariant } from '../../src/domain/scaling.ts';

/** AllTraffic scales from 2 to 8 instances by a policy and a schedule, unless said otherwise. */
export function scaled(told: Partial<ScaledVariant> = {}): ScaledVariant {
  return {
    variant: 'AllTraffic',
    dimension: 'sagemaker:variant:DesiredInstanceCount',
    minCapacity: 2,
    maxCapacity: 8,
    suspended: {
      DynamicScalingInSuspended: false,
      DynamicScalingOutSuspended: false,
      ScheduledScalingSuspended: false,
    },
    policies: [
      {
        name: 'steps',
        type: 'StepScaling',
        configuration: { StepScalingPolicyConfiguration: { Cooldown: 60 } },
        alarms: ['busy'],
      },
    ],
    actions: [
      {
        name: 'morning',
        members: {
          Schedule: 'rate(1 day)',
          StartTime: '2026-01-01T00:00:00.000Z',
          ScalableTargetAction: { MinCapacity: 4 },
        },
      },
    ],
    ...told,
  };
}
