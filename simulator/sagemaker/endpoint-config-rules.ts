import type { CreateEndpointConfigInput, ProductionVariant } from '@aws-sdk/client-sagemaker';
import { refusal } from '../aws/aws-error.ts';
import { checkCombinations } from './endpoint-kinds.ts';

/**
 * The documentation's rules for an endpoint configuration beyond its shape.
 * AWS's words for them are unpublished.
 */
export function checkEndpointConfig(input: CreateEndpointConfigInput): void {
  const { ProductionVariants: variants = [], ShadowProductionVariants: shadows = [] } = input;
  const all = [...variants, ...shadows];
  const names = all.map(({ VariantName }) => VariantName);
  const twice = names.find((name, index) => names.indexOf(name) < index);
  if (twice !== undefined) throw refusal(`the variant "${twice}" is there twice`);
  if (shadows.length > 0 && all.length > 2) {
    throw refusal('with a shadow variant there is one production variant and one shadow variant');
  }
  for (const variant of all) checkCapacity(variant);
  checkCombinations(input);
  const withoutModel = all.find(({ ModelName }) => ModelName === undefined);
  if (withoutModel && input.ExecutionRoleArn === undefined) {
    throw refusal(
      `the variant "${withoutModel.VariantName}" has no ModelName: for inference components the configuration needs an ExecutionRoleArn`,
    );
  }
}

function checkCapacity(variant: ProductionVariant): void {
  const { InstancePools, InstanceType, ServerlessConfig, VariantName } = variant;
  const given = [InstancePools, InstanceType, ServerlessConfig].filter((each) => each);
  if (given.length !== 1) {
    throw refusal(
      `the variant "${VariantName}" needs one of InstanceType, InstancePools and ServerlessConfig`,
    );
  }
}
