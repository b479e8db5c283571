import type { CreateEndpointConfigInput, ProductionVariant } from '@aws-sdk/client-sagemaker';
import { pointAlarmsAt } from '../../simulator/scenarios/alarms.ts';
import type { ReportData } from './story.ts';

type Fleet = Pick<CreateEndpointConfigInput, 'ProductionVariants' | 'ShadowProductionVariants'>;

/** The usual endpoint on another fleet: of the old model as it is found, of the new one as asked. */
export function serving(fleetOf: (model: string) => Fleet): NonNullable<ReportData['arrange']> {
  return ({ sagemaker }) => {
    for (const model of ['fraud-v1', 'fraud-v2']) {
      sagemaker.addEndpointConfig(`${model}-fleet`, fleetOf(model));
    }
    sagemaker.addEndpoint('fraud-prod', 'fraud-v1-fleet');
    const { ProductionVariants = [] } = fleetOf('fraud-v2');
    const variants = ProductionVariants.map(({ VariantName = '' }) => VariantName);
    pointAlarmsAt(sagemaker, { endpoint: 'fraud-prod', variants });
  };
}

/** The new configuration of `serving`, as an input. */
export const newFleet = { 'endpoint-config-name': 'fraud-v2-fleet' };

export function variant(
  name: string,
  model: string,
  instances: number,
  members: Partial<ProductionVariant> = {},
): ProductionVariant {
  return {
    VariantName: name,
    ModelName: model,
    InstanceType: 'ml.m5.xlarge',
    InitialInstanceCount: instances,
    ...members,
  };
}

/** The usual endpoint, grown to five instances by auto scaling, and a new one on faster machines. */
export const autoScaled: NonNullable<ReportData['arrange']> = (simulator) => {
  serving((model) => ({
    ProductionVariants: [
      variant('AllTraffic', model, 3, {
        InstanceType: model === 'fraud-v1' ? 'ml.m5.xlarge' : 'ml.c6i.2xlarge',
      }),
    ],
  }))(simulator);
  simulator.sagemaker.addEndpoint('fraud-prod', 'fraud-v1-fleet', {
    instanceCounts: { AllTraffic: 5 },
  });
  simulator.scaling.register('fraud-prod', {
    policies: [
      {
        PolicyName: 'invocations-per-instance',
        PolicyType: 'TargetTrackingScaling',
        TargetTrackingScalingPolicyConfiguration: {
          TargetValue: 70,
          PredefinedMetricSpecification: {
            PredefinedMetricType: 'SageMakerVariantInvocationsPerInstance',
          },
        },
      },
    ],
    actions: [
      {
        ScheduledActionName: 'office-hours',
        Schedule: 'cron(0 7 ? * MON-FRI *)',
        Timezone: 'Europe/Berlin',
        ScalableTargetAction: { MinCapacity: 4 },
      },
    ],
  });
};
