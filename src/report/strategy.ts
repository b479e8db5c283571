import { alarmsOf, type CapacitySize, type DeploymentConfig } from '../domain/deployment-config.ts';
import { durationText } from '../domain/duration.ts';
import type { Deployment } from '../domain/request.ts';
import { joined, listed, own, type Phrase, phrase } from '../domain/text/phrase.ts';

/** The strategy in one phrase: `canary 10 %, bake 5 min, then 2 min before the old fleet ends`. */
export function strategyPhrase(deployment: Deployment, last: DeploymentConfig | undefined): Phrase {
  switch (deployment.kind) {
    case 'default':
      return phrase`all at once`;
    case 'last':
      return last ? phrase`as last time: ${configPhrase(last)}` : phrase`as last time`;
    case 'given':
      return configPhrase(deployment.config);
  }
}

/** A deployment configuration in one phrase, its alarms included. */
export function configPhrase(config: DeploymentConfig): Phrase {
  const alarms = alarmsOf(config);
  const steps = stepsPhrase(config);
  return alarms.length > 0 ? phrase`${steps}; rolls back on ${listed(alarms)}` : steps;
}

/** The steps in words, without the alarms. */
export function stepsPhrase({
  BlueGreenUpdatePolicy: blueGreen,
  RollingUpdatePolicy: rolling,
}: DeploymentConfig): Phrase {
  if (rolling) {
    const back = rolling.RollbackMaximumBatchSize;
    return inSteps([
      phrase`rolling in batches of ${sizeWords(rolling.MaximumBatchSize)}`,
      bakeText(rolling.WaitIntervalInSeconds, ' after each'),
      ...(back ? [phrase`back in batches of ${sizeWords(back)}`] : []),
      ...limitText(rolling.MaximumExecutionTimeoutInSeconds),
    ]);
  }
  if (!blueGreen) return phrase`all at once`;
  const {
    CanarySize: canary,
    LinearStepSize: step,
    WaitIntervalInSeconds: wait,
  } = blueGreen.TrafficRoutingConfiguration;
  const termination = blueGreen.TerminationWaitInSeconds ?? 0;
  return inSteps([
    ...(canary ? [phrase`canary ${sizeWords(canary)}`, bakeText(wait)] : []),
    ...(step ? [phrase`linear in steps of ${sizeWords(step)}`, bakeText(wait, ' after each')] : []),
    ...(canary || step ? [] : [phrase`all at once`, ...(wait > 0 ? [bakeText(wait)] : [])]),
    ...(termination > 0
      ? [phrase`then ${durationText(termination)} before the old fleet ends`]
      : []),
    ...limitText(blueGreen.MaximumExecutionTimeoutInSeconds),
  ]);
}

function inSteps(steps: readonly Phrase[]): Phrase {
  return joined(steps, ', ');
}

function bakeText(seconds: number, when: ' after each' | '' = ''): Phrase {
  return seconds === 0 ? phrase`no bake` : phrase`bake ${durationText(seconds)}${own(when)}`;
}

function limitText(seconds: number | undefined): readonly Phrase[] {
  return seconds === undefined ? [] : [phrase`at most ${durationText(seconds)} in all`];
}

function sizeWords({ Type: type, Value: value }: CapacitySize): Phrase {
  if (type === 'CAPACITY_PERCENT') return phrase`${value} %`;
  return value === 1 ? phrase`1 instance` : phrase`${value} instances`;
}
