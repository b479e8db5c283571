import type { AlarmDefinition } from '../account/alarms.ts';
import type { SageMaker } from '../sagemaker/sagemaker.ts';
import { alarmNames } from './scenario.ts';

/** What an alarm has to do with. */
export interface WatchedEndpoint {
  readonly endpoint: string;
  readonly variants: readonly string[];
}

/**
 * The alarms of a scenario protect any rollout of its endpoint: errors of all variants, and the latency
 * (in microseconds) of the first.
 */
export function definitionOf(name: string, watched: WatchedEndpoint): AlarmDefinition {
  const [first = ''] = watched.variants;
  if (name === 'fraud-latency') {
    return {
      ...metricOf('ModelLatency', watched, first),
      Statistic: 'Average',
      Threshold: 500_000,
    };
  }
  const errors = 'InvocationModelErrors';
  if (watched.variants.length < 2) {
    return { ...metricOf(errors, watched, first), Statistic: 'Sum', Threshold: 5 };
  }
  const queries = watched.variants.map((variant, index) => ({
    Id: `e${index + 1}`,
    MetricStat: { Metric: metricOf(errors, watched, variant), Period: 60, Stat: 'Sum' },
    ReturnData: false,
  }));
  const Expression = queries.map(({ Id }) => Id).join(' + ');
  return { Metrics: [...queries, { Id: 'errors', Expression, ReturnData: true }], Threshold: 5 };
}

/** The alarms are on this endpoint from now on; their states stay. */
export function pointAlarmsAt({ alarms }: SageMaker, watched: WatchedEndpoint): void {
  for (const name of alarmNames) {
    alarms.add(name, alarms.stateOf(name), { definition: definitionOf(name, watched) });
  }
}

function metricOf(MetricName: string, { endpoint }: WatchedEndpoint, variant: string) {
  return {
    Namespace: 'AWS/SageMaker',
    MetricName,
    Dimensions: [
      { Name: 'EndpointName', Value: endpoint },
      { Name: 'VariantName', Value: variant },
    ],
  };
}
