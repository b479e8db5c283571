import type { ModelSource } from '../models/model-source.ts';
import { own, type Phrase, phrase } from '../text/phrase.ts';
import type { Facts } from './facts.ts';

/** Where the content of the new configuration is written: the input that a remedy has to name. */
export function configInput({ request: { source } }: Pick<Facts, 'request'>): Phrase {
  switch (source.kind) {
    case 'file':
      return phrase`\`endpoint-config-file\``;
    case 'model':
      return phrase`a configuration given as \`endpoint-config-file\`, since ${modelSourceInput(source.model)} copies the one that serves`;
    case 'existing':
    case 'back':
    case 'nothing':
      return phrase`another configuration (\`endpoint-config-name\`)`;
  }
}

/** Where the name of a model is written. */
export function modelInput(facts: Pick<Facts, 'request'>): Phrase {
  const { source } = facts.request;
  return source.kind === 'model' ? modelSourceInput(source.model) : configInput(facts);
}

/** The input that gives the model. */
export function modelSourceInput(model: ModelSource): Phrase {
  if (model.kind === 'existing') return phrase`\`model-name\``;
  if (model.kind === 'package') return phrase`\`model-package\``;
  return model.image === undefined ? phrase`\`model-data-url\`` : phrase`\`image\``;
}

/** Where a package of the model registry is named. */
export function packageInput({ request: { source } }: Pick<Facts, 'request'>): Phrase {
  const isInFile = source.kind === 'file' && source.model?.source.kind !== 'package';
  return isInFile ? phrase`\`endpoint-config-file\`` : phrase`\`model-package\``;
}

/** Members of a deployment configuration that have an input of their own. */
const members = {
  alarms: 'AutoRollbackConfiguration.Alarms',
  'wait-interval': 'WaitIntervalInSeconds',
  'canary-size': 'CanarySize',
  'linear-step-size': 'LinearStepSize',
  'rolling-batch-size': 'MaximumBatchSize',
  'termination-wait': 'TerminationWaitInSeconds',
  'max-execution-timeout': 'MaximumExecutionTimeoutInSeconds',
} as const;

/** Where a member of the deployment configuration is written. */
export function deploymentInput(
  { request: { deployment } }: Pick<Facts, 'request'>,
  input: keyof typeof members,
): Phrase {
  if (deployment.kind === 'last')
    return phrase`\`${own(input)}\` instead of \`retain-deployment-config\``;
  if (deployment.kind !== 'given' || deployment.by !== 'document') return phrase`\`${own(input)}\``;
  return phrase`${own(members[input])} in \`deployment-config\``;
}
