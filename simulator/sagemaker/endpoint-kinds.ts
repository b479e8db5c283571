import type { CreateEndpointConfigInput, ProductionVariant } from '@aws-sdk/client-sagemaker';
import { AwsError, refusal } from '../aws/aws-error.ts';

/** What AWS refuses between kinds of endpoints: instances, serverless, asynchronous, components. */

type Content = Pick<
  CreateEndpointConfigInput,
  | 'AsyncInferenceConfig'
  | 'DataCaptureConfig'
  | 'ProductionVariants'
  | 'ShadowProductionVariants'
  | 'VpcConfig'
>;

/** Within one configuration. The words on ManagedInstanceScaling are AWS's own (reported). */
export function checkCombinations(config: Content): void {
  const all = [...(config.ProductionVariants ?? []), ...(config.ShadowProductionVariants ?? [])];
  if (all.some(({ ManagedInstanceScaling, ModelName }) => ManagedInstanceScaling && ModelName)) {
    throw new AwsError(
      'ValidationException',
      'ManagedInstanceScaling is only supported for inference component endpoints.',
    );
  }
  const serverless = all.filter(isServerless);
  if (serverless.length === 0) return;
  if (all.length > 1) throw refusal('a serverless endpoint has one variant');
  for (const member of ['DataCaptureConfig', 'AsyncInferenceConfig', 'VpcConfig'] as const) {
    if (config[member]) throw refusal(`a serverless endpoint takes no ${member}`);
  }
  for (const variant of serverless) checkServerless(variant);
}

/** https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_ProductionVariantServerlessConfig.html */
function checkServerless({ ServerlessConfig: config, VolumeSizeInGB }: ProductionVariant): void {
  const { MemorySizeInMB = 0, MaxConcurrency = 0, ProvisionedConcurrency = 0 } = config ?? {};
  if (VolumeSizeInGB !== undefined) throw refusal('a serverless variant takes no VolumeSizeInGB');
  if (MemorySizeInMB % 1024 !== 0) throw refusal('MemorySizeInMB is in steps of 1024');
  if (ProvisionedConcurrency > MaxConcurrency) {
    throw refusal('ProvisionedConcurrency is at most MaxConcurrency');
  }
}

/** Between what serves and what is to. The words on AsyncInferenceConfig are AWS's own (reported). */
export function checkTransition(serving: Content, next: Content): void {
  if (serving.AsyncInferenceConfig && !next.AsyncInferenceConfig) {
    throw new AwsError(
      'ValidationException',
      'The AsyncInferenceConfig parameter cannot be removed from this endpoint',
    );
  }
  const { ProductionVariants: before = [] } = serving;
  const { ProductionVariants: after = [] } = next;
  if (before.some((variant) => !isServerless(variant)) && after.some(isServerless)) {
    throw refusal('an endpoint on instances cannot be converted to a serverless one');
  }
}

function isServerless({ ServerlessConfig }: ProductionVariant): boolean {
  return ServerlessConfig !== undefined;
}
