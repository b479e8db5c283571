import { ApplicationAutoScaling } from '../../src/adapters/application-auto-scaling.ts';
import { type AwsSettings, awsSettings } from '../../src/adapters/aws-settings.ts';
import { CloudWatch } from '../../src/adapters/cloudwatch.ts';
import { CloudWatchLogs } from '../../src/adapters/cloudwatch-logs.ts';
import { matches } from '../../src/adapters/pattern.ts';
import { JobProxy } from '../../src/adapters/proxy.ts';
import { SageMaker } from '../../src/adapters/sagemaker.ts';
import { SageMakerDeletions } from '../../src/adapters/sagemaker-deletions.ts';
import { SageMakerRegistry } from '../../src/adapters/sagemaker-registry.ts';
import { SageMakerRuntime } from '../../src/adapters/sagemaker-runtime.ts';
import { sha256 } from '../../src/adapters/workspace.ts';
import type { Event } from '../../src/domain/event.ts';
import type { Clock, World } from '../../src/ports.ts';

/** The settings of clients in this process, by the credentials of its environment. */
export function settingsInProcess(clock: Clock): AwsSettings {
  return awsSettings(
    { region: 'eu-west-1', role: undefined },
    {
      clock,
      idToken: () => Promise.reject(new Error('There are no tokens in this process')),
      mask: () => undefined,
      proxy: new JobProxy({}),
      suspicion: undefined,
    },
  );
}

/** What a rollout in this process has of AWS, and its time. */
function awsInProcess(
  clock: Clock,
): Omit<World, 'origin' | 'commits' | 'digest' | 'isHostedRunner' | 'tell' | 'cancelled'> {
  const aws = settingsInProcess(clock);
  return {
    clock,
    matches,
    region: aws.region,
    endpoints: new SageMaker(aws),
    alarms: new CloudWatch(aws),
    logs: new CloudWatchLogs(aws),
    visibility: async () => 'unknown',
    deletions: new SageMakerDeletions(aws),
    registry: new SageMakerRegistry(aws),
    scaling: new ApplicationAutoScaling(aws),
    invocations: new SageMakerRuntime(aws),
    credentials: aws,
  };
}

/** A world whose parts a test calls by themselves; what they tell is added to the events. */
export function worldOf(clock: Clock, events: Event[]): World {
  return {
    ...awsInProcess(clock),
    ...{
      origin: { commit: '', run: '' },
      commits: { relation: async () => 'diverged' },
      digest: sha256,
      isHostedRunner: true,
    },
    cancelled: new AbortController().signal,
    tell: (event) => events.push(event),
  };
}
