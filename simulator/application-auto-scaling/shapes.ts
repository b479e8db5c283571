import {
  boolean,
  choice,
  integer,
  list,
  type Shape,
  type Structure,
  structure,
  text,
  time,
} from '../aws/shape.ts';
import type { OperationName } from './operations.ts';

const printable = '[\\u0020-\\uD7FF\\uE000-\\uFFFD\\u{10000}-\\u{10FFFF}\\r\\n\\t]*';
const named = text(1600, printable, 1);
const token = text(undefined, printable);
const double: Shape = { kind: 'number', type: 'Float' };

const namespace = choice(
  ...['ecs', 'elasticmapreduce', 'ec2', 'appstream', 'dynamodb', 'rds', 'sagemaker'],
  ...['custom-resource', 'comprehend', 'lambda', 'cassandra', 'kafka', 'elasticache', 'neptune'],
  'workspaces',
);

/** Those of SageMaker; other services' are refused, as an unknown one is. */
const dimension = choice(
  'sagemaker:variant:DesiredInstanceCount',
  'sagemaker:variant:DesiredProvisionedConcurrency',
  'sagemaker:inference-component:DesiredCopyCount',
);

const tags: Shape = { kind: 'map', key: text(128, undefined, 1), value: text(256) };
const arn = text(1011, 'arn:.+:.+:.+:[0-9]+:.+', 1);

const target = {
  'ServiceNamespace!': namespace,
  'ResourceId!': named,
  'ScalableDimension!': dimension,
};
const page = { MaxResults: integer(), NextToken: token };
const filter = {
  'ServiceNamespace!': namespace,
  ResourceId: named,
  ScalableDimension: dimension,
  ...page,
};

const metricDimensions = list(structure({ 'Name!': text(), 'Value!': text() }));

const metricQueries = list(
  structure({
    'Id!': text(255, printable, 1),
    Expression: text(2048, printable, 1),
    Label: token,
    ReturnData: boolean,
    MetricStat: structure({
      'Metric!': structure({
        Dimensions: list(
          structure({ 'Name!': text(255, printable, 1), 'Value!': text(1024, printable, 1) }),
        ),
        MetricName: text(255, printable, 1),
        Namespace: text(255, printable, 1),
      }),
      'Stat!': token,
      Unit: text(1023, printable, 1),
    }),
  }),
);

const targetTracking = structure({
  'TargetValue!': double,
  PredefinedMetricSpecification: structure({
    'PredefinedMetricType!': choice(
      'SageMakerVariantInvocationsPerInstance',
      'SageMakerVariantProvisionedConcurrencyUtilization',
      'SageMakerInferenceComponentInvocationsPerCopy',
      'SageMakerInferenceComponentConcurrentRequestsPerCopyHighResolution',
      'SageMakerVariantConcurrentRequestsPerModelHighResolution',
    ),
    ResourceLabel: text(1023, undefined, 1),
  }),
  CustomizedMetricSpecification: structure({
    MetricName: text(),
    Namespace: text(),
    Dimensions: metricDimensions,
    Statistic: choice('Average', 'Minimum', 'Maximum', 'SampleCount', 'Sum'),
    Unit: text(),
    Metrics: metricQueries,
  }),
  ScaleOutCooldown: integer(),
  ScaleInCooldown: integer(),
  DisableScaleIn: boolean,
});

const stepScaling = structure({
  AdjustmentType: choice('ChangeInCapacity', 'PercentChangeInCapacity', 'ExactCapacity'),
  StepAdjustments: list(
    structure({
      MetricIntervalLowerBound: double,
      MetricIntervalUpperBound: double,
      'ScalingAdjustment!': integer(),
    }),
  ),
  MinAdjustmentMagnitude: integer(),
  Cooldown: integer(),
  MetricAggregationType: choice('Average', 'Minimum', 'Maximum'),
});

/** What a request may hold, as AWS's service model of 2026-08 has it, for what SageMaker can scale. */
export const requests: Readonly<Record<OperationName, Structure>> = {
  DescribeScalableTargets: structure({
    'ServiceNamespace!': namespace,
    ResourceIds: list(named, undefined, 50),
    ScalableDimension: dimension,
    ...page,
  }),
  DescribeScalingPolicies: structure({ ...filter, PolicyNames: list(named, undefined, 50) }),
  DescribeScheduledActions: structure({
    ...filter,
    ScheduledActionNames: list(named, undefined, 50),
  }),
  RegisterScalableTarget: structure({
    ...target,
    MinCapacity: integer(),
    MaxCapacity: integer(),
    RoleARN: named,
    SuspendedState: structure({
      DynamicScalingInSuspended: boolean,
      DynamicScalingOutSuspended: boolean,
      ScheduledScalingSuspended: boolean,
    }),
    Tags: tags,
  }),
  DeregisterScalableTarget: structure(target),
  ListTagsForResource: structure({ 'ResourceARN!': arn }),
  TagResource: structure({ 'ResourceARN!': arn, 'Tags!': tags }),
  UntagResource: structure({
    'ResourceARN!': arn,
    'TagKeys!': list(text(128, undefined, 1), undefined, 200),
  }),
  PutScalingPolicy: structure({
    ...target,
    'PolicyName!': text(256, '\\P{C}+', 1),
    PolicyType: choice('StepScaling', 'TargetTrackingScaling', 'PredictiveScaling'),
    StepScalingPolicyConfiguration: stepScaling,
    TargetTrackingScalingPolicyConfiguration: targetTracking,
  }),
  PutScheduledAction: structure({
    ...target,
    'ScheduledActionName!': text(
      256,
      '(?!((^[ ]+.*)|(.*([\\u0000-\\u001f]|[\\u007f-\\u009f]|[:/|])+.*)|(.*[ ]+$))).+',
      1,
    ),
    Schedule: named,
    Timezone: named,
    StartTime: time,
    EndTime: time,
    ScalableTargetAction: structure({ MinCapacity: integer(), MaxCapacity: integer() }),
  }),
};
