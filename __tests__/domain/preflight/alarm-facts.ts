import type { Alarm, Metric, MetricAlarm } from '../../../src/domain/alarms/alarm.ts';
import type { DeploymentConfig } from '../../../src/domain/deployment-config.ts';
import { metricAlarm } from '../alarms.ts';
import { found, instances, linesOf, type Told } from './facts.ts';

/** What differs from an alarm on five percent of errors of the endpoint `fraud`. */
export type Change = Partial<MetricAlarm> & { readonly metric?: Partial<Metric> };

export const place = { EndpointName: 'fraud', VariantName: 'AllTraffic' };

export function alarmOf({ metric, ...more }: Change = {}): MetricAlarm {
  const watches = { ...onErrors, ...metric };
  return {
    ...metricAlarm,
    threshold: 0.05,
    comparison: 'GreaterThanOrEqualToThreshold',
    watches,
    ...more,
  };
}

const onErrors = {
  kind: 'metric',
  namespace: 'AWS/SageMaker',
  name: 'InvocationModelErrors',
  dimensions: place,
  statistic: 'Average',
  periodSeconds: 60,
} as const;

/** Half a second. */
export const latency = alarmOf({ threshold: 500_000, metric: { name: 'ModelLatency' } });
export const cpu = alarmOf({
  threshold: 300,
  metric: { namespace: '/aws/sagemaker/Endpoints', name: 'CPUUtilization' },
});

/** A canary of one of three instances: five minutes, and ten in the final bake. */
export const canaryOfOne: DeploymentConfig = {
  BlueGreenUpdatePolicy: {
    TrafficRoutingConfiguration: {
      ...{ Type: 'CANARY', WaitIntervalInSeconds: 300, CanarySize: instances(1) },
    },
    TerminationWaitInSeconds: 600,
  },
};

/** What is found of a canary, or of that deployment, under these alarms and no others. */
export function foundOf(
  alarms: Readonly<Record<string, Alarm>>,
  { deployment = canaryOfOne, childAlarms, ...told }: Told = {},
): readonly string[] {
  const named = Object.keys(alarms).map((AlarmName) => ({ AlarmName }));
  return linesOf({
    ...told,
    deployment: { ...deployment, AutoRollbackConfiguration: { Alarms: named } },
    alarms: looked(alarms),
    ...(childAlarms && { childAlarms }),
  }).filter((line) => line.includes(' alarm-'));
}

export function looked(alarms: Readonly<Record<string, Alarm>>) {
  return Object.fromEntries(Object.entries(alarms).map(([name, each]) => [name, found(each)]));
}

/** What is found of an alarm on errors that differs in that, beside one on latency. */
export function foundOfErrors(change: Change, told: Told = {}): readonly string[] {
  return foundOf({ errors: alarmOf(change), latency }, told);
}

/** The same without what was seen: `warning alarm-diluted`. */
export function idsOf(lines: readonly string[]): readonly string[] {
  return lines.map((line) => line.split(':')[0] ?? '');
}
