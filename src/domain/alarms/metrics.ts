import { likelyName } from '../text/likely-name.ts';
import type { Metric } from './alarm.ts';

/**
 * What is known of a metric that SageMaker publishes about endpoints.
 * https://docs.aws.amazon.com/sagemaker/latest/dg/monitoring-cloudwatch.html
 */
export interface KnownMetric {
  readonly namespace: string;
  readonly about: Subject;
  /** The most that one sample can be; undefined: it has no bound. */
  readonly most?: number;
  /** It has no VariantName. */
  readonly isOfEndpoint?: true;
}

export type Subject = 'errors' | 'latency' | 'traffic' | 'utilization' | 'other';

export const ofInvocations = 'AWS/SageMaker';
export const ofInstances = '/aws/sagemaker/Endpoints';

/** For each request 1 is sent where it fails, otherwise 0. */
const errors = { namespace: ofInvocations, about: 'errors', most: 1 } as const;
/** In microseconds. */
const latency = { namespace: ofInvocations, about: 'latency' } as const;
const traffic = { namespace: ofInvocations, about: 'traffic' } as const;
const other = { namespace: ofInvocations, about: 'other' } as const;
const backlog = { ...other, isOfEndpoint: true } as const;
/** Percent of each core or GPU: of several it is more than 100. */
const utilization = { namespace: ofInstances, about: 'utilization' } as const;
const percent = { ...utilization, most: 100 } as const;

const metrics: Readonly<Record<string, KnownMetric>> = {
  Invocation4XXErrors: errors,
  Invocation5XXErrors: errors,
  InvocationModelErrors: errors,
  MidStreamErrors: { namespace: ofInvocations, about: 'errors' },
  ModelLatency: latency,
  OverheadLatency: latency,
  FirstChunkLatency: latency,
  FirstChunkModelLatency: latency,
  FirstChunkOverheadLatency: latency,
  Invocations: traffic,
  InvocationsPerInstance: traffic,
  InvocationsPerCopy: traffic,
  ConcurrentRequestsPerModel: traffic,
  ConcurrentRequestsPerCopy: traffic,
  ModelSetupTime: other,
  ModelCacheHit: other,
  ModelLoadingWaitTime: other,
  ModelLoadingTime: other,
  ModelUnloadingTime: other,
  ModelDownloadingTime: other,
  // https://docs.aws.amazon.com/sagemaker/latest/dg/async-inference-monitor.html
  InvocationFailures: { namespace: ofInvocations, about: 'errors' },
  InvocationsProcessed: other,
  ExpiredRequests: other,
  TimeInBacklog: other,
  TotalProcessingTime: other,
  RequestDownloadFailures: other,
  RequestDownloadLatency: other,
  ResponseUploadFailures: other,
  ResponseUploadLatency: other,
  NotificationFailures: other,
  ApproximateBacklogSize: backlog,
  ApproximateBacklogSizePerInstance: backlog,
  ApproximateAgeOfOldestRequest: backlog,
  HasBacklogWithoutCapacity: backlog,
  CPUUtilization: utilization,
  GPUUtilization: utilization,
  GPUMemoryUtilization: utilization,
  MemoryUtilization: percent,
  DiskUtilization: percent,
  CPUUtilizationNormalized: percent,
  GPUUtilizationNormalized: percent,
  GPUMemoryUtilizationNormalized: percent,
  CPUReservation: percent,
  GPUReservation: percent,
  MemoryReservation: percent,
  LoadedModelCount: { ...utilization, about: 'other' },
};

/** Undefined for a metric that is no endpoint's, and for one that SageMaker does not document. */
export function knownMetric({ namespace, name }: Metric): KnownMetric | undefined {
  const known = metricNamed(name);
  return known?.namespace === namespace ? known : undefined;
}

export function metricNamed(name: string): KnownMetric | undefined {
  return Object.hasOwn(metrics, name) ? metrics[name] : undefined;
}

/** Which metric is likely to be meant by a name that no metric has. */
export function likelyMetric(name: string): string | undefined {
  return likelyName(name, Object.keys(metrics));
}

/** Which of SageMaker's namespaces is meant; undefined: another one. */
export function likelyNamespace(namespace: string): string | undefined {
  const folded = (text: string) => text.toLowerCase().replace(/^\/|\/$/g, '');
  return [ofInvocations, ofInstances].find((each) => folded(each) === folded(namespace));
}

/** Asynchronous endpoints publish none of these. */
export const notOfAsynchronous: readonly string[] = [
  'Invocations',
  'InvocationsPerInstance',
  'OverheadLatency',
];

/**
 * Whether it has no data in a minute without requests: instances are measured always, and by endpoint
 * and variant Invocations was seen to be 0 then, but missing with EndpointConfigName.
 */
export function isMissingWhenIdle(metric: Metric): boolean {
  const known = knownMetric(metric);
  if (!known) return false;
  if (known.about === 'errors' || known.about === 'latency') return true;
  return known.about === 'traffic' && metric.dimensions.EndpointConfigName !== undefined;
}
