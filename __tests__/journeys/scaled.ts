import type { ScalingSeed } from '../../simulator/application-auto-scaling/application-auto-scaling.ts';
import type { Simulator } from '../../simulator/simulator.ts';

/** Seconds since 1970 of an instant in ISO 8601. */
const seconds = (iso: string) => Date.parse(iso) / 1000;

/** As AWS's own examples scale an endpoint: by invocations, and more of it in the morning. */
export const usualScaling = {
  target: { MinCapacity: 2, MaxCapacity: 8 },
  policies: [
    {
      PolicyName: 'invocations',
      PolicyType: 'TargetTrackingScaling',
      TargetTrackingScalingPolicyConfiguration: {
        TargetValue: 70.5,
        PredefinedMetricSpecification: {
          PredefinedMetricType: 'SageMakerVariantInvocationsPerInstance',
        },
        ScaleInCooldown: 300,
        ScaleOutCooldown: 60,
      },
    },
  ],
  actions: [
    {
      ScheduledActionName: 'morning',
      Schedule: 'cron(0 7 ? * MON-FRI *)',
      Timezone: 'Europe/Berlin',
      StartTime: seconds('2026-01-05T00:00:00Z'),
      ScalableTargetAction: { MinCapacity: 4 },
    },
  ],
} as const satisfies ScalingSeed;

/** fraud-other serves fraud-v2 on another instance type. */
export const otherType = { 'endpoint-config-name': 'fraud-other' };

/** fraud-prod is auto-scaled, has grown to 5 instances, and fraud-other can follow. */
export function autoScaled({ sagemaker, scaling }: Simulator, seed: ScalingSeed = usualScaling) {
  sagemaker.addEndpoint('fraud-prod', 'fraud-v1', { instanceCounts: { AllTraffic: 5 } });
  sagemaker.addEndpointConfig('fraud-other', {
    ProductionVariants: [
      {
        VariantName: 'AllTraffic',
        ModelName: 'fraud-v2',
        InstanceType: 'ml.c5.xlarge',
        InitialInstanceCount: 3,
      },
    ],
  });
  scaling.register('fraud-prod', seed);
}

/** Keys of the tags that keep scaling. */
export function savedTags({ sagemaker }: Simulator): readonly string[] {
  const keys = Object.keys(sagemaker.tags('endpoint', 'fraud-prod'));
  return keys.filter((key) => key.startsWith('sagemaker-rollout:scaling:'));
}
