import { alarmsOf } from '../deployment-config.ts';
import { isServerless, productionVariantsOf, variantNameOf } from '../endpoint-config.ts';
import { listed, phrase } from '../text/phrase.ts';
import { deploymentOf, existing, type Facts, keepsInstances, newFleet } from './facts.ts';
import { type Finding, judged } from './finding.ts';

/**
 * Guardrails "only apply to Asynchronous inference and Real-time inference endpoint types"; a rolling
 * update is refused, which another rule tells.
 * https://docs.aws.amazon.com/sagemaker/latest/dg/deployment-guardrails.html
 */
export function serverlessHasNoGuards(facts: Facts): readonly Finding[] {
  const id = 'serverless-unguarded';
  const deployment = deploymentOf(facts);
  const type = deployment?.BlueGreenUpdatePolicy?.TrafficRoutingConfiguration.Type;
  const isStepped = type === 'CANARY' || type === 'LINEAR';
  const isGuarded = alarmsOf(deployment).length > 0;
  if (!isStepped && !isGuarded) return [];
  const unknown = phrase`Whether the new configuration is serverless, where alarms and steps protect nothing, is not known.`;
  return judged({ id, unknown }, facts.config, (config) => {
    const serverless = productionVariantsOf(config).filter(isServerless).map(variantNameOf);
    if (serverless.length === 0) return [];
    return [
      {
        id,
        level: 'warning',
        seen: phrase`${listed(serverless)} is serverless, and the rollout asks for ${isStepped ? phrase`traffic in steps` : phrase`alarms`}${isStepped && isGuarded ? phrase` and alarms` : phrase``}.`,
        why: phrase`SageMaker's deployment guardrails are not for serverless endpoints: no alarm rolls this update back, and traffic may move at once.`,
        remedy: phrase`Use \`strategy: all-at-once\` without \`alarms\`, and \`smoke-test-file\` to roll back where the new model does not answer.`,
      },
    ];
  });
}

/**
 * A fleet that is kept at no instances starts none of the new model: InService says nothing of it then.
 * https://docs.aws.amazon.com/sagemaker/latest/dg/async-inference-autoscale.html
 */
export function somethingStarts(facts: Facts): readonly Finding[] {
  const id = 'no-instance-starts';
  const isAtZero = existing(facts)?.variants.some(({ desiredInstances }) => desiredInstances === 0);
  if (!isAtZero || !keepsInstances(facts)) return [];
  const unknown = phrase`Whether any instance of the new configuration starts is not known.`;
  return judged({ id, unknown }, facts.config, (config) =>
    newFleet(facts, config)
      .filter(({ isServerless, instances }) => !isServerless && instances === 0)
      .map(({ name }) => ({
        id,
        level: 'warning',
        seen: phrase`${name} serves on no instance now, and that is kept.`,
        why: phrase`None of the new model starts during this rollout: \`deployed\` would say nothing about whether it works, and alarms have nothing to watch.`,
        remedy: phrase`Set \`exclude-retained-properties: DesiredInstanceCount\` to start the instances of the configuration, or raise the minimum of its auto scaling for the rollout.`,
      })),
  );
}
