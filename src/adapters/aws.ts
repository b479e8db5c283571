import type { AwsServices, Host } from '../host.ts';
import { type AwsSurroundings, awsSettings } from './aws-settings.ts';
import { onDemand } from './on-demand.ts';
import { SageMaker } from './sagemaker.ts';

/** Every service of AWS, with the same region, credentials and time limits. */
export function connectAws(
  where: Parameters<Host['connectAws']>[0],
  surroundings: AwsSurroundings,
): AwsServices {
  const aws = awsSettings(where, surroundings);
  return {
    endpoints: new SageMaker(aws),
    invocations: onDemand(async () => {
      const { SageMakerRuntime } = await import('./sagemaker-runtime.ts');
      return new SageMakerRuntime(aws);
    }),
    alarms: onDemand(async () => {
      const { CloudWatch } = await import('./cloudwatch.ts');
      return new CloudWatch(aws);
    }),
    logs: onDemand(async () => {
      const { CloudWatchLogs } = await import('./cloudwatch-logs.ts');
      return new CloudWatchLogs(aws);
    }),
    deletions: onDemand(async () => {
      const { SageMakerDeletions } = await import('./sagemaker-deletions.ts');
      return new SageMakerDeletions(aws);
    }),
    registry: onDemand(async () => {
      const { SageMakerRegistry } = await import('./sagemaker-registry.ts');
      return new SageMakerRegistry(aws);
    }),
    scaling: onDemand(async () => {
      const { ApplicationAutoScaling } = await import('./application-auto-scaling.ts');
      return new ApplicationAutoScaling(aws);
    }),
    credentials: aws,
  };
}
