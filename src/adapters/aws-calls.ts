import type { Fleet } from '../domain/quota.ts';
import { type Phrase, phrase } from '../domain/text/phrase.ts';

/** The calls of Application Auto Scaling. */
const ofScaling = [
  'DeregisterScalableTarget',
  'DescribeScalableTargets',
  'DescribeScalingPolicies',
  'DescribeScheduledActions',
  'PutScalingPolicy',
  'PutScheduledAction',
  'RegisterScalableTarget',
] as const;

/** The calls of CloudWatch Logs. */
const ofLogs = ['DescribeLogStreams', 'FilterLogEvents', 'GetLogEvents'] as const;

/** The calls of CloudWatch. */
const ofCloudWatch = ['DescribeAlarmHistory', 'DescribeAlarms', 'GetMetricData'] as const;

/** A call of AWS's APIs, as an error has to name it. */
export interface Call {
  readonly operation:
    | (typeof ofScaling)[number]
    | (typeof ofLogs)[number]
    | (typeof ofCloudWatch)[number]
    | 'AddTags'
    | 'CreateEndpoint'
    | 'CreateEndpointConfig'
    | 'CreateModel'
    | 'DeleteEndpoint'
    | 'DeleteEndpointConfig'
    | 'DeleteInferenceComponent'
    | 'DeleteModel'
    | 'DeleteTags'
    | 'DescribeEndpoint'
    | 'DescribeEndpointConfig'
    | 'DescribeInferenceComponent'
    | 'DescribeModel'
    | 'DescribeModelPackage'
    | 'DescribeTransformJob'
    | 'ListEndpointConfigs'
    | 'ListEndpoints'
    | 'ListInferenceComponents'
    | 'ListModelPackages'
    | 'ListModels'
    | 'ListTags'
    | 'ListTransformJobs'
    | 'InvokeEndpoint'
    | 'InvokeEndpointAsync'
    | 'UpdateEndpoint'
    | 'UpdateEndpointWeightsAndCapacities';
  readonly endpointName: string;
  readonly endpointConfigName?: string;
  readonly modelName?: string;
  /** A package of the model registry, or a group, by the name or the ARN that is asked for. */
  readonly modelPackage?: string;
  readonly region?: string | undefined;
  /** How an update brings up its fleet. */
  readonly fleet?: Fleet;
}

function isOfScaling(operation: string): boolean {
  return ofScaling.some((known) => known === operation);
}

function isOfLogs(operation: string): boolean {
  return ofLogs.some((known) => known === operation);
}

function isOfCloudWatch(operation: string): boolean {
  return ofCloudWatch.some((known) => known === operation);
}

/** Who was called. */
export function serviceOf(operation: Call['operation']): Phrase {
  if (isOfScaling(operation)) return phrase`Application Auto Scaling`;
  if (isOfLogs(operation)) return phrase`CloudWatch Logs`;
  return isOfCloudWatch(operation) ? phrase`CloudWatch` : phrase`SageMaker`;
}

/** The permission that the operation itself takes. */
export function actionOf(operation: Call['operation']): string {
  if (isOfScaling(operation)) return `application-autoscaling:${operation}`;
  if (isOfLogs(operation)) return `logs:${operation}`;
  return isOfCloudWatch(operation) ? `cloudwatch:${operation}` : `sagemaker:${operation}`;
}
