import { choice, integer, list, open, structure, text } from '../../aws/shape.ts';

const size = structure({
  'Type!': choice('INSTANCE_COUNT', 'CAPACITY_PERCENT'),
  'Value!': integer(1),
});

const wait = integer(0, 3600);
const executionTimeout = integer(600, 28_800);

export const deploymentConfig = open(
  structure({
    BlueGreenUpdatePolicy: structure({
      'TrafficRoutingConfiguration!': structure({
        'Type!': choice('ALL_AT_ONCE', 'CANARY', 'LINEAR'),
        'WaitIntervalInSeconds!': wait,
        CanarySize: size,
        LinearStepSize: size,
      }),
      TerminationWaitInSeconds: wait,
      MaximumExecutionTimeoutInSeconds: executionTimeout,
    }),
    RollingUpdatePolicy: structure({
      'MaximumBatchSize!': size,
      'WaitIntervalInSeconds!': wait,
      MaximumExecutionTimeoutInSeconds: executionTimeout,
      RollbackMaximumBatchSize: size,
    }),
    AutoRollbackConfiguration: structure({
      Alarms: list(structure({ AlarmName: text(255, '(?!\\s*$).+', 1) }), 1, 10),
    }),
  }),
);
