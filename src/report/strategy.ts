import { alarmsOf, type CapacitySize, type DeploymentConfig } from '../domain/deployment-config.ts';
import { durationText } from '../domain/duration.ts';
import type { Deployment } from '../domain/request.ts';
import { listed, own, type Phrase, phrase } from './phrase.ts';

/** The strategy in one phrase: `canary 10 %, bake 5 min, then 2 min before the old fleet ends`. */
export function strategyPhrase(deployment: Deployment, last: DeploymentConfig | undefined): Phrase {
  switch (deployment.kind) {
    case 'default':
      return own('all at once');
    case 'last':
      return last ? phrase`as last time: ${configPhrase(last)}` : own('as last time');
    case 'given':
      return configPhrase(deployment.config);
  }
}

/** A deployment configuration in one phrase, its alarms included. */
export function configPhrase(config: DeploymentConfig): Phrase {
  const alarms = alarmsOf(config);
  const steps = stepsText(config);
  return alarms.length > 0 ? phrase`${own(steps)}; rolls back on ${listed(alarms)}` : own(steps);
}

/** The steps in words, without the alarms. */
export function stepsText({
  BlueGreenUpdatePolicy: blueGreen,
  RollingUpdatePolicy: rolling,
}: DeploymentConfig): string {
  if (rolling) {
    const back = rolling.RollbackMaximumBatchSize;
    return [
      `rolling in batches of ${sizeWords(rolling.MaximumBatchSize)}`,
      bakeText(rolling.WaitIntervalInSeconds, 'after each'),
      ...(back ? [`back in batches of ${sizeWords(back)}`] : []),
      ...limitText(rolling.MaximumExecutionTimeoutInSeconds),
    ].join(', ');
  }
  if (!blueGreen) return 'all at once';
  const {
    CanarySize: canary,
    LinearStepSize: step,
    WaitIntervalInSeconds: wait,
  } = blueGreen.TrafficRoutingConfiguration;
  const termination = blueGreen.TerminationWaitInSeconds ?? 0;
  return [
    ...(canary ? [`canary ${sizeWords(canary)}`, bakeText(wait, '')] : []),
    ...(step ? [`linear in steps of ${sizeWords(step)}`, bakeText(wait, 'after each')] : []),
    ...(canary || step ? [] : ['all at once', ...(wait > 0 ? [bakeText(wait, '')] : [])]),
    ...(termination > 0 ? [`then ${durationText(termination)} before the old fleet ends`] : []),
    ...limitText(blueGreen.MaximumExecutionTimeoutInSeconds),
  ].join(', ');
}

function bakeText(seconds: number, when: string): string {
  return seconds === 0 ? 'no bake' : `bake ${durationText(seconds)} ${when}`.trim();
}

function limitText(seconds: number | undefined): readonly string[] {
  return seconds === undefined ? [] : [`at most ${durationText(seconds)} in all`];
}

function sizeWords({ Type: type, Value: value }: CapacitySize): string {
  if (type === 'CAPACITY_PERCENT') return `${value} %`;
  return value === 1 ? '1 instance' : `${value} instances`;
}
