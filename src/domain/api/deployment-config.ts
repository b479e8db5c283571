import { capacitySizeTypes, trafficRoutingTypes } from '../deployment-config.ts';
import { choice, integer, list, structure, text } from './shape.ts';

const capacitySize = structure({
  'Type!': choice(capacitySizeTypes.join(' ')),
  'Value!': integer(),
});

/**
 * The members of DeploymentConfig and their types; bounds and what is needed are rules of
 * domain/deployment-rules.ts, which hold for the inputs of the strategy too.
 * https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_DeploymentConfig.html
 */
export const deploymentConfig = structure({
  BlueGreenUpdatePolicy: structure({
    TrafficRoutingConfiguration: structure({
      'Type!': choice(trafficRoutingTypes.join(' ')),
      WaitIntervalInSeconds: integer(),
      CanarySize: capacitySize,
      LinearStepSize: capacitySize,
    }),
    TerminationWaitInSeconds: integer(),
    MaximumExecutionTimeoutInSeconds: integer(),
  }),
  RollingUpdatePolicy: structure({
    MaximumBatchSize: capacitySize,
    WaitIntervalInSeconds: integer(),
    MaximumExecutionTimeoutInSeconds: integer(),
    RollbackMaximumBatchSize: capacitySize,
  }),
  AutoRollbackConfiguration: structure({
    Alarms: list(structure({ AlarmName: text('AlarmName') })),
  }),
});
