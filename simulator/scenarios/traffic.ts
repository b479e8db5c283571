import type { AlarmDefinition } from '../account/alarms.ts';
import { type AlarmSeed, endpoint, type Scenario } from './scenario.ts';

/** An alarm that follows a metric of the endpoint; each is OK to begin with. */
function watching(definition: AlarmDefinition): AlarmSeed {
  return {
    state: 'OK',
    follows: 'metrics',
    definition: {
      Namespace: 'AWS/SageMaker',
      Dimensions: [
        { Name: 'EndpointName', Value: endpoint },
        { Name: 'VariantName', Value: 'AllTraffic' },
      ],
      Period: 60,
      EvaluationPeriods: 1,
      ComparisonOperator: 'GreaterThanOrEqualToThreshold',
      TreatMissingData: 'notBreaching',
      ...definition,
    },
  };
}

function watch(MetricName: string, Statistic: 'Average' | 'Sum', Threshold: number): AlarmSeed {
  return watching({ MetricName, Statistic, Threshold });
}

/** Trips at 5 errors of any kind in a minute. */
const soundErrors = watch('InvocationModelErrors', 'Sum', 5);
const slowAverage = watch('ModelLatency', 'Average', 500_000);

/** What the models do decides; in the first three as it did in rollouts that were captured. */
export const traffic = {
  'captured-n': {
    description: 'Run of 2023: a third of requests fails, then all; only latency trips, by chance.',
    alarms: {
      'fraud-5xx': watch('Invocation5XXErrors', 'Average', 1),
      'fraud-latency': watch('ModelLatency', 'Average', 4000),
    },
    traffic: {
      requestsPerMinute: 59,
      seed: 81,
      models: {
        'fraud-v2': {
          errorRate: [
            { fromMinute: 0, is: 1 / 3 },
            { fromMinute: 2, is: 1 },
          ],
          errors: 'no valid answer',
          latency: [
            { fromMinute: 0, is: { micros: 3600 } },
            { fromMinute: 3, is: { micros: 6970.7 } },
            { fromMinute: 4, is: { micros: 3600 } },
          ],
        },
      },
    },
  },
  'captured-f': {
    description: 'Run of 2024: the new model fails every request; 5xx does not trip, latency does.',
    alarms: {
      'fraud-5xx': watch('Invocation5XXErrors', 'Average', 1),
      'fraud-latency': watch('ModelLatency', 'Average', 10_000),
    },
    traffic: {
      requestsPerMinute: 59,
      models: { 'fraud-v2': { errorRate: 1, latency: { micros: 60_000 } } },
    },
  },
  'captured-d': {
    description: 'Run of 2025: the new model answers every request with 5xx, and that alarm trips.',
    alarms: {
      'fraud-5xx': watch('Invocation5XXErrors', 'Sum', 1),
      'fraud-latency': watch('ModelLatency', 'Average', 10_000),
    },
    otherAlarms: { 'fraud-4xx': watch('Invocation4XXErrors', 'Sum', 1) },
    traffic: {
      requestsPerMinute: 59,
      delaySeconds: 120,
      seed: 61,
      models: { 'fraud-v2': { errorRate: 1 } },
    },
  },
  'model-errors': {
    description: 'The new model fails 30 % of its requests, and an alarm on model errors trips.',
    alarms: { 'fraud-5xx': soundErrors, 'fraud-latency': slowAverage },
    traffic: {
      requestsPerMinute: 120,
      models: { 'fraud-v2': { errorRate: 0.3, errors: 'no valid answer' } },
    },
  },
  'slow-model': {
    description: 'The new model takes two seconds instead of 3 ms, and the alarm on latency trips.',
    alarms: { 'fraud-5xx': soundErrors, 'fraud-latency': slowAverage },
    traffic: {
      requestsPerMinute: 120,
      models: { 'fraud-v2': { latency: { micros: 2_000_000 } } },
    },
  },
  'silent-failure': {
    description: 'The new model fails 4 % of its requests, and no alarm can see it.',
    alarms: {
      'fraud-5xx': watch('Invocation5XXErrors', 'Average', 1),
      'fraud-latency': slowAverage,
    },
    traffic: { requestsPerMinute: 120, models: { 'fraud-v2': { errorRate: 0.04 } } },
  },
  'composite-of-children': {
    description: 'fraud-latency is a composite alarm: it trips with its child for model errors.',
    alarms: {
      'fraud-latency': {
        state: 'OK',
        kind: 'composite',
        follows: 'metrics',
        rule: 'ALARM("fraud-errors") OR ALARM("fraud-p99")',
      },
    },
    otherAlarms: {
      'fraud-errors': soundErrors,
      'fraud-p99': watching({
        MetricName: 'ModelLatency',
        ExtendedStatistic: 'p99',
        Threshold: 500_000,
      }),
    },
    traffic: { requestsPerMinute: 120, models: { 'fraud-v2': { errorRate: 0.3 } } },
  },
} as const satisfies Readonly<Record<string, Scenario>>;
