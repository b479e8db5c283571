import type { AlarmDefinition } from '../../simulator/account/alarms.ts';
import type { Asked } from './asked.ts';

const dimensions = [
  { Name: 'EndpointName', Value: 'fraud-prod' },
  { Name: 'VariantName', Value: 'AllTraffic' },
];

const usual: AlarmDefinition = {
  Namespace: 'AWS/SageMaker',
  Dimensions: dimensions,
  Statistic: 'Average',
  Period: 60,
  EvaluationPeriods: 1,
  ComparisonOperator: 'GreaterThanOrEqualToThreshold',
};

/** Five percent of the requests. */
export const onErrors: AlarmDefinition = {
  ...usual,
  MetricName: 'InvocationModelErrors',
  Threshold: 0.05,
};

/** Half a second. */
export const onLatency: AlarmDefinition = {
  ...usual,
  MetricName: 'ModelLatency',
  Threshold: 500_000,
};

export const onCpu: AlarmDefinition = {
  ...usual,
  Namespace: '/aws/sagemaker/Endpoints',
  MetricName: 'CPUUtilization',
  Threshold: 350,
};

/** With these in place of some of the usual dimensions. */
export function dimensioned(named: Readonly<Record<string, string>>): AlarmDefinition {
  const others = dimensions.filter(({ Name }) => !Object.hasOwn(named, Name));
  const these = Object.entries(named).map(([Name, Value]) => ({ Name, Value }));
  return { Dimensions: [...others, ...these] };
}

/** Metric math: errors in percent of the requests. */
export const onErrorRate: AlarmDefinition = {
  Metrics: [
    ...['InvocationModelErrors', 'Invocations'].map((MetricName, index) => ({
      Id: index === 0 ? 'errors' : 'all',
      MetricStat: {
        Metric: { Namespace: 'AWS/SageMaker', MetricName, Dimensions: dimensions },
        Period: 60,
        Stat: 'Sum',
      },
      ReturnData: false,
    })),
    { Id: 'rate', Expression: '100 * errors / all', ReturnData: true },
  ],
  Threshold: 5,
  EvaluationPeriods: 1,
  ComparisonOperator: 'GreaterThanOrEqualToThreshold',
};

type Set = Readonly<Record<string, AlarmDefinition>>;

/** The alarms of the captured rollouts. */
export const captured = {
  n: {
    'captured-5xx': { ...usual, MetricName: 'Invocation5XXErrors', Threshold: 1 },
    'captured-latency': { ...usual, MetricName: 'ModelLatency', Threshold: 4000 },
  },
  f: {
    'captured-5xx': { ...usual, MetricName: 'Invocation5XXErrors', Threshold: 1 },
    'captured-latency': { ...usual, MetricName: 'ModelLatency', Threshold: 10_000 },
  },
  d: {
    'captured-5xx': {
      ...usual,
      ...{ MetricName: 'Invocation5XXErrors', Statistic: 'Sum' as const, Threshold: 1 },
    },
    'captured-4xx': {
      ...usual,
      ...{ MetricName: 'Invocation4XXErrors', Statistic: 'Sum' as const, Threshold: 1 },
    },
    'captured-latency': { ...usual, MetricName: 'ModelLatency', Threshold: 10_000 },
  },
} as const satisfies Readonly<Record<string, Set>>;

/** A canary of one of three instances for five minutes, guarded by these alarms alone. */
export function guardedBy(alarms: Set, more: Asked = {}): Asked {
  return {
    ...more,
    inputs: {
      ...{ strategy: 'canary', 'canary-size': '1', 'wait-interval': '5m' },
      ...{ 'termination-wait': '5m', alarms: Object.keys(alarms).join(', ') },
      ...more.inputs,
    },
    arrange: async (simulator) => {
      for (const [name, definition] of Object.entries(alarms)) {
        simulator.cloudwatch.alarms.add(name, 'OK', { definition });
      }
      await more.arrange?.(simulator);
    },
  };
}
