import type { DeploymentConfig, DeploymentDraft } from '../domain/deployment-config.ts';
import { violationsOf } from '../domain/deployment-rules.ts';
import type { Deployment } from '../domain/request.ts';
import {
  draftOf,
  type Strategy,
  type StrategyInputName,
  type StrategyInputs,
  strategies,
  strategyInputs,
} from '../domain/strategy.ts';
import { listed, type Phrase, phrase } from '../domain/text/phrase.ts';
import type { Violation } from '../domain/violation.ts';
import { declared } from './declared.ts';
import { readDeploymentDocument } from './deployment-document.ts';
import type { InputReader } from './reader.ts';

/** How the new fleet is to take over: from the strategy inputs, the whole document, or the last time. */
export function readDeployment(reader: InputReader): Deployment {
  const strategyGiven = readStrategy(reader);
  const document = reader.text('deployment-config');
  const retain = reader.boolean('retain-deployment-config');
  if (document !== undefined) {
    refuseStrategy(reader, phrase`deployment-config, which says it all`);
    if (retain) {
      reader.mistake(
        'retain-deployment-config',
        'true',
        phrase`cannot be combined with deployment-config. Remove one of the two.`,
      );
    }
    const { draft, mistakes, unknown } = readDeploymentDocument('deployment-config', document);
    reader.mistakes.push(...mistakes);
    reader.unknown.push(...unknown);
    return { kind: 'given', config: checked(draft), by: 'document' };
  }
  if (retain) {
    refuseStrategy(reader, phrase`retain-deployment-config, which reuses the endpoint's last one`);
    return { kind: 'last' };
  }
  const draft = judgeStrategy(reader, strategyGiven);
  return draft ? { kind: 'given', config: checked(draft) } : { kind: 'default' };
}

/** A draft whose violations are among the mistakes: with none, it is a DeploymentConfig. */
function checked(draft: DeploymentDraft): DeploymentConfig {
  return draft as DeploymentConfig;
}

function readStrategy(reader: InputReader): StrategyInputs {
  return {
    strategy: reader.choice('strategy', strategies),
    canarySize: reader.size('canary-size'),
    linearStepSize: reader.size('linear-step-size'),
    rollingBatchSize: reader.size('rolling-batch-size'),
    rollbackBatchSize: reader.size('rollback-batch-size'),
    waitIntervalSeconds: reader.duration('wait-interval'),
    terminationWaitSeconds: reader.duration('termination-wait'),
    maxExecutionTimeoutSeconds: reader.duration('max-execution-timeout'),
    alarms: reader.list('alarms'),
  };
}

/** Names each strategy input that cannot be combined with something that makes it meaningless. */
function refuseStrategy(reader: InputReader, beside: Phrase): void {
  const isOther = reader.text('strategy') !== declared.strategy;
  const given = strategyInputNames.filter((input) => reader.text(input) !== undefined);
  for (const input of isOther ? (['strategy', ...given] as const) : given) {
    reader.mistake(
      input,
      reader.text(input),
      phrase`cannot be combined with ${beside}. Remove one of the two.`,
    );
  }
}

/** Holds the strategy inputs against their strategy and against SageMaker's rules. */
function judgeStrategy(reader: InputReader, inputs: StrategyInputs): DeploymentDraft | undefined {
  const isMisspelt = reader.mistakes.some(({ place }) => place === 'strategy');
  if (!isMisspelt) refuseForeign(reader, inputs.strategy);
  const draft = draftOf(isMisspelt ? { ...inputs, strategy: likelyStrategy(inputs) } : inputs);
  for (const violation of draft ? violationsOf(draft) : []) {
    const mistake = inItsInput(reader, violation);
    if (!reader.mistakes.some(({ place }) => place === mistake.place)) {
      reader.mistakes.push(mistake);
    }
  }
  return draft;
}

/** Names each input that belongs to another strategy. */
function refuseForeign(reader: InputReader, strategy: Strategy): void {
  for (const input of strategyInputNames) {
    if (reader.text(input) === undefined || takenBy(input).includes(strategy)) continue;
    reader.mistake(
      input,
      reader.text(input),
      phrase`belongs to ${listed(takenBy(input))}, not to ${strategy}. Remove it, or change the strategy.`,
    );
  }
}

/** What a misspelled strategy must mean, by its sizes. */
function likelyStrategy({
  canarySize,
  linearStepSize,
  rollingBatchSize,
}: StrategyInputs): Strategy {
  if (canarySize) return 'canary';
  if (linearStepSize) return 'linear';
  return rollingBatchSize ? 'rolling' : 'all-at-once';
}

/** The same of the strategy input whose value went to that place. */
function inItsInput(reader: InputReader, violation: Violation): Violation {
  const input = strategyInputNames.find((name) => goesTo(name).includes(violation.place));
  if (!input) return violation;
  const value = input === 'alarms' ? violation.value : reader.text(input);
  return { ...violation, place: input, value };
}

const strategyInputNames = Object.keys(strategyInputs) as StrategyInputName[];

function goesTo(input: StrategyInputName): readonly string[] {
  return strategyInputs[input].paths;
}

function takenBy(input: StrategyInputName): readonly string[] {
  return strategyInputs[input].strategies;
}
