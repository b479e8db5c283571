import type { CompositeAlarm, MetricAlarm } from '../../src/domain/alarms/alarm.ts';

/** Trips at more than 5 model errors a minute. */
export const metricAlarm: MetricAlarm = {
  kind: 'metric',
  state: 'OK',
  stateReason: undefined,
  stateSince: undefined,
  watches: {
    kind: 'metric',
    namespace: 'AWS/SageMaker',
    name: 'InvocationModelErrors',
    dimensions: { EndpointName: 'fraud', VariantName: 'AllTraffic' },
    statistic: 'Sum',
    periodSeconds: 60,
  },
  comparison: 'GreaterThanThreshold',
  threshold: 5,
  evaluationPeriods: 1,
  datapointsToAlarm: 1,
  treatMissingData: 'missing',
};

export const compositeAlarm: CompositeAlarm = {
  kind: 'composite',
  state: 'OK',
  stateReason: undefined,
  stateSince: undefined,
  rule: 'ALARM("fraud-p99")',
};
