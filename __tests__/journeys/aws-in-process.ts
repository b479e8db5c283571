import { ApplicationAutoScaling } from '../../src/adapters/application-auto-scaling.ts';
import { type AwsSettings, awsSettings } from '../../src/adapters/aws-settings.ts';
import { wallClock } from '../../src/adapters/clock.ts';
import { CloudWatch } from '../../src/adapters/cloudwatch.ts';
import { SageMaker } from '../../src/adapters/sagemaker.ts';
import { SageMakerRuntime } from '../../src/adapters/sagemaker-runtime.ts';
import type { World } from '../../src/ports.ts';

/** The settings of clients in this process, by the credentials of its environment. */
export function settingsInProcess(): AwsSettings {
  return awsSettings(
    { region: 'eu-west-1', role: undefined },
    {
      clock: wallClock,
      idToken: () => Promise.reject(new Error('There are no tokens in this process')),
      mask: () => undefined,
    },
  );
}

/** What a rollout in this process has of AWS. */
export function awsInProcess(): Omit<
  World,
  'origin' | 'digest' | 'isHostedRunner' | 'clock' | 'tell' | 'cancelled'
> {
  const aws = settingsInProcess();
  return {
    region: aws.region,
    endpoints: new SageMaker(aws),
    alarms: new CloudWatch(aws),
    scaling: new ApplicationAutoScaling(aws),
    invocations: new SageMakerRuntime(aws),
    credentials: aws,
  };
}
