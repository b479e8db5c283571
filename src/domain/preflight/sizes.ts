import { percentOf } from '../capacity.ts';
import { type CapacitySize, type DeploymentConfig, sizeText } from '../deployment-config.ts';
import { productionVariantsOf, shadowVariantsOf } from '../endpoint-config.ts';
import { own, type Phrase, phrase } from '../text/phrase.ts';
import { deploymentOf, type Facts, type NewVariant, newFleet } from './facts.ts';
import { type Finding, judged } from './finding.ts';
import { deploymentInput } from './written.ts';

/** A size that the deployment asks for, and the share of the fleet that SageMaker takes. */
interface Asked {
  readonly what: Phrase;
  readonly input: SizeInput;
  readonly size: CapacitySize;
  readonly leastPercent: number;
}

type SizeInput = 'canary-size' | 'linear-step-size' | 'rolling-batch-size';

const mostPercent = 50;

/**
 * Sizes of canary, linear step and batch, in percent of a variant's instances.
 * https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_TrafficRoutingConfig.html
 * https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_RollingUpdatePolicy.html
 */
function askedBy(config: DeploymentConfig | undefined): Asked | undefined {
  const routing = config?.BlueGreenUpdatePolicy?.TrafficRoutingConfiguration;
  const batch = config?.RollingUpdatePolicy?.MaximumBatchSize;
  if (batch)
    return { what: phrase`batch`, input: 'rolling-batch-size', size: batch, leastPercent: 5 };
  if (routing?.Type === 'CANARY' && routing.CanarySize) {
    return {
      what: phrase`canary`,
      input: 'canary-size',
      size: routing.CanarySize,
      leastPercent: 0,
    };
  }
  if (routing?.Type === 'LINEAR' && routing.LinearStepSize) {
    return {
      what: phrase`linear step`,
      input: 'linear-step-size',
      size: routing.LinearStepSize,
      leastPercent: 10,
    };
  }
  return undefined;
}

function aboutSizes(
  facts: Facts,
  id: string,
  judge: (asked: Asked, variant: NewVariant, instances: number) => readonly Finding[],
): readonly Finding[] {
  const asked = askedBy(deploymentOf(facts));
  if (!asked) return [];
  const unknown = phrase`Whether the sizes suit the instances of the new fleet is not known.`;
  return judged({ id, unknown }, facts.config, (config) =>
    newFleet(facts, config).flatMap((variant) =>
      variant.isServerless || variant.instances === undefined
        ? []
        : judge(asked, variant, variant.instances),
    ),
  );
}

/** A number of instances has to be within the same percentages as a percentage. */
export function sizesSuitTheFleet(facts: Facts): readonly Finding[] {
  const id = 'size-suits-fleet';
  return aboutSizes(facts, id, ({ what, input, size, leastPercent }, { name }, instances) => {
    if (size.Type !== 'INSTANCE_COUNT' || instances < 2) return [];
    const percent = percentOf(size, instances);
    if (percent <= mostPercent && percent >= leastPercent) return [];
    const range =
      leastPercent > 0
        ? phrase`${leastPercent} % to ${mostPercent} %`
        : phrase`at most ${mostPercent} %`;
    const least = Math.max(1, Math.ceil((instances * leastPercent) / 100));
    const most = Math.floor((instances * mostPercent) / 100);
    return [
      {
        id,
        level: 'error',
        seen: phrase`A ${what} of ${sizeText(size)} is ${Math.round(percent)} % of the ${instances} instances of ${name}.`,
        why: phrase`SageMaker takes ${range} of a variant's instances.`,
        remedy:
          least === most
            ? phrase`Write ${most} as ${deploymentInput(facts, input)}.`
            : phrase`Write a number from ${least} to ${most} as ${deploymentInput(facts, input)}.`,
      },
    ];
  });
}

/** How SageMaker rounds is unpublished. */
export function sizesAreWholeInstances(facts: Facts): readonly Finding[] {
  const id = 'size-below-one-instance';
  return aboutSizes(facts, id, ({ what, size }, { name }, instances) => {
    if (size.Type !== 'CAPACITY_PERCENT' || instances < 2) return [];
    if ((instances * size.Value) / 100 >= 1) return [];
    const share = Math.round(100 / instances);
    return [
      {
        id,
        level: 'remark',
        seen: phrase`A ${what} of ${sizeText(size)} is less than one of the ${instances} instances of ${name}.`,
        why: phrase`Traffic moves by whole instances: expect one, which is ${share} %.`,
        remedy: phrase`No action needed if that share is fine; otherwise give the variant more instances.`,
      },
    ];
  });
}

/** One instance cannot be 50 % of a fleet or less: what SageMaker then does is unpublished. */
export function fleetCanBeDivided(facts: Facts): readonly Finding[] {
  const id = 'single-instance-fleet';
  return aboutSizes(facts, id, ({ what, size }, { name }, instances) => {
    if (instances > 1) return [];
    return [
      {
        id,
        level: 'warning',
        seen: phrase`${name} has ${own(instances === 1 ? 'one instance' : 'no instance')}: it cannot be divided for a ${what} of ${sizeText(size)}.`,
        why: phrase`All traffic would move at once, or SageMaker would refuse: which of the two is unpublished.`,
        remedy: phrase`Give the variant two instances or more, or use \`strategy: all-at-once\`.`,
      },
    ];
  });
}

/**
 * Rolling updates take endpoints of one variant.
 * https://docs.aws.amazon.com/sagemaker/latest/dg/deployment-guardrails-exclusions.html
 */
export function rollingHasOneVariant(facts: Facts): readonly Finding[] {
  return aboutRolling(facts, 'rolling-one-variant', (config) => {
    const [production, shadow] = [productionVariantsOf(config), shadowVariantsOf(config)];
    if (production.length + shadow.length < 2) return [];
    return [
      {
        id: 'rolling-one-variant',
        level: production.length > 1 ? 'error' : 'warning',
        seen: phrase`The new configuration has ${production.length} production and ${shadow.length} shadow variants.`,
        why: phrase`SageMaker has no rolling updates for endpoints of several variants.`,
        remedy: phrase`Use \`strategy: canary\`, \`linear\` or \`all-at-once\`.`,
      },
    ];
  });
}

/** https://docs.aws.amazon.com/sagemaker/latest/dg/deployment-guardrails-exclusions.html */
export function rollingHasInstances(facts: Facts): readonly Finding[] {
  return aboutRolling(facts, 'rolling-not-serverless', (config) =>
    newFleet(facts, config)
      .filter((variant) => variant.isServerless)
      .map(({ name }) => ({
        id: 'rolling-not-serverless',
        level: 'error',
        seen: phrase`${name} is serverless.`,
        why: phrase`SageMaker has no rolling updates for serverless variants.`,
        remedy: phrase`Use \`strategy: all-at-once\`.`,
      })),
  );
}

function aboutRolling(
  facts: Facts,
  id: string,
  judge: (config: Parameters<typeof newFleet>[1]) => readonly Finding[],
): readonly Finding[] {
  if (!deploymentOf(facts)?.RollingUpdatePolicy) return [];
  const unknown = phrase`Whether the new configuration can be rolled out in batches is not known.`;
  return judged({ id, unknown }, facts.config, judge);
}
