import type { AwsServices, Host } from '../host.ts';
import { ApplicationAutoScaling } from './application-auto-scaling.ts';
import { type AwsSurroundings, awsSettings } from './aws-settings.ts';
import { CloudWatch } from './cloudwatch.ts';
import { logsOnDemand } from './logs-on-demand.ts';
import { SageMaker } from './sagemaker.ts';
import { SageMakerDeletions } from './sagemaker-deletions.ts';
import { SageMakerRegistry } from './sagemaker-registry.ts';
import { SageMakerRuntime } from './sagemaker-runtime.ts';

/** Every service of AWS, with the same region, credentials and time limits. */
export function connectAws(
  where: Parameters<Host['connectAws']>[0],
  surroundings: AwsSurroundings,
): AwsServices {
  const aws = awsSettings(where, surroundings);
  return {
    endpoints: new SageMaker(aws),
    invocations: new SageMakerRuntime(aws),
    alarms: new CloudWatch(aws),
    logs: logsOnDemand(aws),
    deletions: new SageMakerDeletions(aws),
    registry: new SageMakerRegistry(aws),
    scaling: new ApplicationAutoScaling(aws),
    credentials: aws,
  };
}
