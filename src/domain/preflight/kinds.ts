import {
  hostsComponents,
  isAsynchronous,
  isServerless,
  productionVariantsOf,
  variantNameOf,
} from '../endpoint-config.ts';
import type { JsonObject } from '../json.ts';
import { asynchronousStays } from '../known-refusals.ts';
import { listed, own, type Phrase, phrase } from '../text/phrase.ts';
import { combinationsSuit, serverlessTakesTheModel } from './combinations.ts';
import { aboutBoth, type Facts } from './facts.ts';
import { type Finding, judged } from './finding.ts';
import { configInput } from './written.ts';

/**
 * Whether AWS takes the configuration, and takes it here: what it refuses between instances, serverless,
 * asynchronous and components, and what cannot be undone.
 */
export function kindsSuit(facts: Facts): readonly Finding[] {
  const id = 'endpoint-kind';
  const unknown = phrase`Whether SageMaker takes the new configuration on an endpoint of this kind (instances, serverless, asynchronous, components) is not known.`;
  return judged({ id, unknown }, facts.config, (config) => [
    ...aboutBoth(facts, { id, unknown }, (serving) =>
      transitions.flatMap((judge) => judge(serving, config, configInput(facts))),
    ),
    ...combinationsSuit(facts, config),
    ...serverlessTakesTheModel(facts, config),
  ]);
}

/** `input` says where the new configuration is written. */
type Judge = (serving: JsonObject, config: JsonObject, input: Phrase) => readonly Finding[];

const transitions: readonly Judge[] = [
  instancesStayInstances,
  serverlessCanReturn,
  asynchronousStaysSo,
  modelsStayWhereTheyAre,
];

/**
 * "You cannot convert your instance-based, real-time endpoint to a serverless endpoint."
 * https://docs.aws.amazon.com/sagemaker/latest/dg/serverless-endpoints.html
 */
function instancesStayInstances(
  serving: JsonObject,
  config: JsonObject,
  input: Phrase,
): readonly Finding[] {
  const onInstances = productionVariantsOf(serving).filter((variant) => !isServerless(variant));
  const serverless = productionVariantsOf(config).filter(isServerless);
  if (onInstances.length === 0 || serverless.length === 0) return [];
  return [
    {
      id: 'instances-to-serverless',
      level: 'error',
      seen: phrase`The endpoint serves ${listed(onInstances.map(variantNameOf))} on instances, and the new configuration makes ${listed(serverless.map(variantNameOf))} serverless.`,
      why: phrase`SageMaker does not convert an endpoint on instances to a serverless one: it refuses the update.`,
      remedy: phrase`Create another endpoint for it (\`endpoint-name\`, \`create-endpoint: true\`), or give the variant an InstanceType in ${input}.`,
    },
  ];
}

/** "… but once you make the update, you cannot roll it back to serverless": the same page. */
function serverlessCanReturn(serving: JsonObject, config: JsonObject): readonly Finding[] {
  const id = 'serverless-no-return';
  const left = productionVariantsOf(serving).filter(isServerless);
  const onInstances = productionVariantsOf(config).filter((variant) => !isServerless(variant));
  if (left.length === 0 || onInstances.length === 0) return [];
  return [
    {
      id,
      level: 'warning',
      seen: phrase`The endpoint serves ${listed(left.map(variantNameOf))} serverless, and the new configuration runs ${listed(onInstances.map(variantNameOf))} on instances.`,
      why: phrase`This cannot be undone: SageMaker takes no update of this endpoint to a serverless configuration afterwards, neither by \`mode: rollback\` nor after a failed smoke test.`,
      remedy: phrase`No action needed if it is meant for good; otherwise create another endpoint for it (\`endpoint-name\`, \`create-endpoint: true\`) and move the callers.`,
    },
  ];
}

function asynchronousStaysSo(
  serving: JsonObject,
  config: JsonObject,
  input: Phrase,
): readonly Finding[] {
  const id = 'asynchronous-stays';
  if (!isAsynchronous(serving) || isAsynchronous(config)) return [];
  return [
    {
      id,
      level: 'error',
      seen: phrase`The endpoint is asynchronous, and the new configuration has no AsyncInferenceConfig.`,
      why: phrase`SageMaker refuses the update: ${own(asynchronousStays.words)}.`,
      remedy: asynchronousStays.remedy(input),
    },
  ];
}

const emptyInput = phrase`Check that \`image\`, \`model-data-url\` or \`model-package\` is not empty, if one of them is to give the model. Otherwise: `;

/** Models come with the configuration, or as inference components that are placed on the endpoint. */
function modelsStayWhereTheyAre(serving: JsonObject, config: JsonObject): readonly Finding[] {
  const id = 'components-change';
  const [before, after] = [serving, config].map((content) =>
    productionVariantsOf(content).some(hostsComponents),
  );
  if (before === after) return [];
  return [
    {
      id,
      level: after ? ('error' as const) : ('warning' as const),
      seen: after
        ? phrase`The models that serve come with the configuration; the new one names none, for inference components.`
        : phrase`The models that serve are inference components; the new configuration names a model of its own.`,
      why: after
        ? phrase`After the update the endpoint serves no model until inference components are created on it.`
        : phrase`What SageMaker does with the components that are on the endpoint is not published.`,
      remedy: phrase`${after ? emptyInput : phrase``}Create another endpoint for it (\`endpoint-name\`, \`create-endpoint: true\`) and move the callers, or try it on a copy of this endpoint first.`,
    },
  ];
}
