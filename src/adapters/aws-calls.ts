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

/** A call of AWS's APIs, as an error has to name it. */
export interface Call {
  readonly operation:
    | (typeof ofScaling)[number]
    | 'AddTags'
    | 'CreateEndpoint'
    | 'CreateEndpointConfig'
    | 'DeleteTags'
    | 'DescribeAlarms'
    | 'DescribeEndpoint'
    | 'DescribeEndpointConfig'
    | 'DescribeModel'
    | 'ListTags'
    | 'InvokeEndpoint'
    | 'InvokeEndpointAsync'
    | 'UpdateEndpoint'
    | 'UpdateEndpointWeightsAndCapacities';
  readonly endpointName: string;
  readonly endpointConfigName?: string;
  readonly modelName?: string;
  readonly region?: string | undefined;
}

function isOfScaling(operation: string): boolean {
  return ofScaling.some((known) => known === operation);
}

/** Who was called. */
export function serviceOf(operation: Call['operation']): Phrase {
  if (isOfScaling(operation)) return phrase`Application Auto Scaling`;
  return operation === 'DescribeAlarms' ? phrase`CloudWatch` : phrase`SageMaker`;
}

/** What the role may not do. */
export function accessMessage({ operation, endpointName, region }: Call): Phrase {
  const place = region ?? 'an unknown region';
  return operation === 'DescribeAlarms'
    ? phrase`The role of this job may not call ${operation} in ${place}.`
    : phrase`The role of this job may not call ${operation} for ${endpointName} in ${place}.`;
}

/** What to allow, and on what. */
export function accessRemedy({
  operation,
  endpointName,
  endpointConfigName,
  modelName,
}: Call): Phrase {
  if (isOfScaling(operation)) {
    return phrase`Allow ${`application-autoscaling:${operation}`} to that role, on all resources. The README has the whole policy.`;
  }
  if (operation === 'DescribeAlarms') {
    return phrase`Allow ${'cloudwatch:DescribeAlarms'} to that role, on all resources. The README has the whole policy.`;
  }
  if (operation === 'DescribeModel') {
    return phrase`Allow ${'sagemaker:DescribeModel'} to that role, on the model ${modelName ?? ''}. The README has the whole policy.`;
  }
  if (operation === 'DescribeEndpointConfig' || operation === 'CreateEndpointConfig') {
    return phrase`Allow ${`sagemaker:${operation}`} to that role, on the endpoint configuration ${endpointConfigName ?? ''} (and ${'sagemaker:AddTags'} where tags are given). The README has the whole policy.`;
  }
  const config = endpointConfigName
    ? phrase` and on the endpoint configuration ${endpointConfigName}`
    : phrase``;
  return phrase`Allow ${`sagemaker:${operation}`} to that role, on the endpoint ${endpointName}${config}. The README has the whole policy.`;
}
