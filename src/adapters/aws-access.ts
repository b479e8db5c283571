import { denialIn } from '../domain/denial.ts';
import { denialRemedy, whoIn } from '../domain/denial-remedy.ts';
import { type Phrase, phrase } from '../domain/text/phrase.ts';
import { actionOf, type Call } from './aws-calls.ts';
import { crossAccountRemedy } from './cross-account.ts';

/** What a role or a user may not do, and what AWS says it lacks for it. */
export function accessMessage({ operation, endpointName, region }: Call, said: string): Phrase {
  const { action = actionOf(operation), principal } = denialIn(said);
  const who = principal?.includes(':user/') ? phrase`The user` : phrase`The role`;
  const place = region ?? 'an unknown region';
  const what =
    endpointName === '' ? phrase`${operation}` : phrase`${operation} for ${endpointName}`;
  const lacks = action === actionOf(operation) ? phrase`` : phrase`: AWS wants ${action} for that`;
  return phrase`${who} of this job may not call ${what} in ${place}${lacks}.`;
}

/** What to do about it, by AWS's own words where they say what denies it. */
export function accessRemedy(call: Call, said: string): Phrase {
  const denial = denialIn(said);
  const own = actionOf(call.operation);
  const { action = own, resource } = denial;
  const shared = crossAccountRemedy(denial, call.modelPackage, action);
  if (shared) return shared;
  const on = action === own || resource === undefined ? resourceOf(call) : phrase`${resource}`;
  const remedy = denialRemedy(denial, { action, on, who: whoIn(denial) });
  const isOfTheRole = denial.policy === undefined || denial.policy === 'identity-based';
  const page = denial.effect !== 'explicit' && isOfTheRole ? pageOf(action) : undefined;
  return page ? phrase`${remedy} ${page}` : remedy;
}

/** On what the operation itself needs its permission. */
function resourceOf(call: Call): Phrase {
  const { operation, endpointName, endpointConfigName, modelName, modelPackage = '' } = call;
  switch (operation) {
    case 'DescribeModel':
    case 'DeleteModel':
      return phrase`the model ${modelName ?? ''}`;
    case 'DescribeModelPackage':
      return phrase`the model package ${modelPackage}`;
    case 'DescribeEndpointConfig':
    case 'CreateEndpointConfig':
    case 'DeleteEndpointConfig':
      return phrase`the endpoint configuration ${endpointConfigName ?? ''}`;
    case 'ListEndpoints':
    case 'ListEndpointConfigs':
    case 'ListModelPackages':
    case 'ListModels':
    case 'ListInferenceComponents':
    case 'ListTransformJobs':
    case 'DescribeInferenceComponent':
    case 'DescribeTransformJob':
      return phrase`all resources`;
    default:
      if (actionOf(operation).startsWith('logs:')) {
        return phrase`the log group /aws/sagemaker/Endpoints/${endpointName}`;
      }
      if (!actionOf(operation).startsWith('sagemaker:')) return phrase`all resources`;
      return endpointConfigName === undefined
        ? phrase`the endpoint ${endpointName}`
        : phrase`the endpoint ${endpointName} and on the endpoint configuration ${endpointConfigName}`;
  }
}

/** Actions by the page that has their statement: a test reads the pages. */
export const pages = {
  README: [
    'sagemaker:DescribeEndpoint',
    'sagemaker:DescribeEndpointConfig',
    'sagemaker:UpdateEndpoint',
    'sagemaker:DescribeModel',
    'sagemaker:CreateModel',
    'sagemaker:CreateEndpointConfig',
    'sagemaker:CreateEndpoint',
    'sagemaker:AddTags',
    'sagemaker:ListTags',
    'cloudwatch:DescribeAlarms',
    'application-autoscaling:DescribeScalableTargets',
    'application-autoscaling:DescribeScalingPolicies',
    'application-autoscaling:DescribeScheduledActions',
  ],
  'docs/permissions.md': [
    'sagemaker:DeleteTags',
    'sagemaker:DeleteEndpoint',
    'sagemaker:DeleteEndpointConfig',
    'sagemaker:DeleteModel',
    'sagemaker:ListEndpoints',
    'sagemaker:ListEndpointConfigs',
    'sagemaker:DescribeModelPackage',
    'sagemaker:ListModelPackages',
    'sagemaker:ListModels',
    'sagemaker:ListInferenceComponents',
    'sagemaker:ListTransformJobs',
    'sagemaker:DescribeInferenceComponent',
    'sagemaker:DescribeTransformJob',
    'sagemaker:UpdateEndpointWeightsAndCapacities',
    'sagemaker:InvokeEndpoint',
    'sagemaker:InvokeEndpointAsync',
    'logs:DescribeLogStreams',
    'logs:FilterLogEvents',
    'logs:GetLogEvents',
    'cloudwatch:DescribeAlarmHistory',
    'cloudwatch:GetMetricData',
    'application-autoscaling:RegisterScalableTarget',
    'application-autoscaling:DeregisterScalableTarget',
    'application-autoscaling:PutScalingPolicy',
    'application-autoscaling:PutScheduledAction',
    'iam:CreateServiceLinkedRole',
    'iam:PassRole',
    'kms:CreateGrant',
  ],
} as const;

function pageOf(action: string): Phrase | undefined {
  const has = (actions: readonly string[]) => actions.includes(action);
  if (has(pages.README)) return phrase`The README has the whole policy.`;
  return has(pages['docs/permissions.md'])
    ? phrase`docs/permissions.md has the statement.`
    : undefined;
}
