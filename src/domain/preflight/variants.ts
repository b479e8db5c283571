import { alarmsOf, type DeploymentConfig } from '../deployment-config.ts';
import {
  everyVariantOf,
  hostsComponents,
  initialInstancesOf,
  instanceTypesOf,
  productionVariantsOf,
  variantNameOf,
} from '../endpoint-config.ts';
import type { JsonObject } from '../json.ts';
import { packagesIn } from '../models/model-package.ts';
import { phrase } from '../text/phrase.ts';
import { deploymentOf, existing, type Facts, keepsInstances } from './facts.ts';
import { type Finding, judged } from './finding.ts';

/**
 * With a deployment configuration the new variants bear the names of the old ones.
 * https://docs.aws.amazon.com/sagemaker/latest/dg/deployment-guardrails-exclusions.html
 */
export function variantNamesStay(facts: Facts): readonly Finding[] {
  const id = 'variant-names-stay';
  const before = existing(facts);
  if (!before || !deploymentOf(facts)) return [];
  const unknown = phrase`Whether the variants keep their names is not known.`;
  return judged({ id, unknown }, facts.config, (config) => {
    const old = before.variants.map(({ name }) => name).toSorted();
    const fresh = productionVariantsOf(config).map(variantNameOf).toSorted();
    if (old.length === fresh.length && old.every((name, index) => name === fresh[index])) return [];
    return [
      {
        id,
        level: 'error',
        seen: phrase`Variants ${old.join(', ')} would become ${fresh.join(', ')}.`,
        why: phrase`SageMaker moves traffic, under a deployment configuration, between variants of the same names only.`,
        remedy: phrase`Keep the names, or roll out without a deployment configuration: \`strategy: all-at-once\`, no waits, no alarms.`,
      },
    ];
  });
}

/**
 * Endpoints on Inf1 fall back to all at once without a bake, and no one is told.
 * https://docs.aws.amazon.com/sagemaker/latest/dg/deployment-guardrails-exclusions.html
 */
export function inf1KeepsItsGuards(facts: Facts): readonly Finding[] {
  if (!asksForGuards(deploymentOf(facts))) return [];
  const id = 'inf1-falls-back';
  const unknown = phrase`Whether instances are of a type without bakes (Inf1) is not known.`;
  const judge = (config: JsonObject) =>
    everyVariantOf(config)
      .flatMap(instanceTypesOf)
      .filter((type) => type.startsWith('ml.inf1.'));
  const fallsBack = (types: readonly string[]): readonly Finding[] =>
    types.length === 0
      ? []
      : [
          {
            id,
            level: 'warning',
            seen: phrase`Instances are of type ${[...new Set(types)].join(', ')}.`,
            why: phrase`SageMaker silently moves all traffic of Inf1 endpoints at once, without any bake.`,
            remedy: phrase`Expect no canary, no steps and no bakes, or move to Inf2.`,
          },
        ];
  const fresh = judged({ id, unknown }, facts.config, (config) => fallsBack(judge(config)));
  if (fresh.length > 0) return fresh;
  return judged({ id, unknown }, facts.serving, (config) => fallsBack(judge(config)));
}

/**
 * Containers of the marketplace fall back in the same way; a model tells them by a model package
 * of another account.
 */
export function marketplaceKeepsItsGuards(facts: Facts): readonly Finding[] {
  const before = existing(facts);
  if (!before || !asksForGuards(deploymentOf(facts))) return [];
  const account = before.arn.split(':')[4] ?? '';
  return Object.entries(facts.models).flatMap(([name, model]): readonly Finding[] => {
    const arns = model.kind === 'found' ? packagesIn(model.value) : [];
    const described = arns.flatMap(
      (arn) => facts.packages.find(({ given }) => given.arn === arn)?.given ?? [],
    );
    if (described.some(({ isProduct }) => isProduct)) return [fallsBack(name, 'product')];
    const others = arns.filter((arn) => described.every((given) => given.arn !== arn));
    const isElsewhere = others.some((arn) => (arn.split(':')[4] ?? account) !== account);
    return isElsewhere ? [fallsBack(name, 'other account')] : [];
  });
}

function fallsBack(name: string, from: 'product' | 'other account'): Finding {
  const isKnown = from === 'product';
  return {
    id: 'marketplace-falls-back',
    level: 'warning',
    seen: isKnown
      ? phrase`Model ${name} comes from a product of AWS Marketplace.`
      : phrase`Model ${name} comes from a model package of another account.`,
    why: isKnown
      ? phrase`SageMaker silently moves all traffic at once to it, without any bake.`
      : phrase`If that is the marketplace, SageMaker silently moves all traffic at once, without any bake.`,
    remedy: isKnown
      ? phrase`Expect no canary, no steps and no bakes.`
      : phrase`Expect no canary, no steps and no bakes if the model is from the marketplace.`,
  };
}

/**
 * Variants without a model serve inference components.
 * https://docs.aws.amazon.com/sagemaker/latest/dg/deployment-guardrails-rolling.html
 */
export function variantsHaveModels({ config }: Facts): readonly Finding[] {
  const id = 'inference-components';
  const unknown = phrase`Whether models are inference components is not known.`;
  return judged({ id, unknown }, config, (content) =>
    everyVariantOf(content)
      .filter(hostsComponents)
      .map((variant) => ({
        id,
        level: 'warning',
        seen: phrase`${variantNameOf(variant)} names no model.`,
        why: phrase`Its models are inference components: an endpoint configuration does not roll them out.`,
        remedy: phrase`Roll models out with UpdateInferenceComponent; this rollout changes instances only.`,
      })),
  );
}

/**
 * Without RetainAllVariantProperties a new fleet starts with its InitialInstanceCount, whatever
 * auto scaling had reached.
 * https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_UpdateEndpoint.html
 */
export function liveInstancesStay(facts: Facts): readonly Finding[] {
  const id = 'instances-lost';
  const before = existing(facts);
  if (!before || keepsInstances(facts)) return [];
  const unknown = phrase`Whether the new fleet starts with fewer instances than serve now is not known.`;
  return judged({ id, unknown }, facts.config, (config) =>
    productionVariantsOf(config).flatMap((variant): readonly Finding[] => {
      const name = variantNameOf(variant);
      const live = before.variants.find((other) => other.name === name)?.desiredInstances ?? 0;
      const initial = initialInstancesOf(variant);
      if (initial === undefined || initial >= live) return [];
      return [
        {
          id,
          level: 'warning',
          seen: phrase`${name} runs on ${live} instances now; the new configuration starts with ${initial}.`,
          why: phrase`The traffic that needs them would meet a smaller fleet.`,
          remedy: phrase`Set \`retain-variant-properties: true\`, or raise InitialInstanceCount in the configuration.`,
        },
      ];
    }),
  );
}

/** Whether a deployment asks for anything that a fall back to all at once would take away. */
function asksForGuards(config: DeploymentConfig | undefined): boolean {
  if (!config) return false;
  const blueGreen = config.BlueGreenUpdatePolicy;
  const isStepped =
    (blueGreen?.TrafficRoutingConfiguration.Type ?? 'ALL_AT_ONCE') !== 'ALL_AT_ONCE';
  const waits =
    (blueGreen?.TerminationWaitInSeconds ?? 0) +
    (blueGreen?.TrafficRoutingConfiguration.WaitIntervalInSeconds ?? 0);
  return (
    config.RollingUpdatePolicy !== undefined ||
    isStepped ||
    waits > 0 ||
    alarmsOf(config).length > 0
  );
}
