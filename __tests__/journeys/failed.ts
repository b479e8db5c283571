import type { Simulator } from '../../simulator/simulator.ts';

/** fraud-prod has failed with two inference components on it, one of which is updated for a minute. */
export function failedWithComponents({ sagemaker }: Simulator): void {
  sagemaker.addEndpointConfig('components', {
    ExecutionRoleArn: 'arn:aws:iam::123456789012:role/sagemaker',
    ProductionVariants: [
      { VariantName: 'AllTraffic', InstanceType: 'ml.m5.xlarge', InitialInstanceCount: 1 },
    ],
  });
  sagemaker.addEndpoint('fraud-prod', 'components', { status: 'Failed' });
  const on = { endpoint: 'fraud-prod', model: 'fraud-v1' };
  sagemaker.addInferenceComponent('one', on);
  sagemaker.addInferenceComponent('two', { ...on, status: 'Updating' });
  sagemaker.when({ afterSeconds: 60 }, () => sagemaker.addInferenceComponent('two', on));
}
