import { initialInstancesOf, productionVariantsOf, variantNameOf } from '../endpoint-config.ts';
import type { JsonObject } from '../json.ts';
import { keptMembers, type LiveMember, liveMembers, weightOf } from '../kept-members.ts';
import { phrase } from '../text/phrase.ts';
import { aboutBoth, existing, type Facts } from './facts.ts';
import type { Finding } from './finding.ts';

/**
 * What serves and what the configurations say of counts and weights may be three things: which of them
 * will be so is told where it is not the obvious one.
 */
export function countsAndWeightsAreKnown(facts: Facts): readonly Finding[] {
  const id = 'change-not-applied';
  return aboutBoth(facts, { id, unknown }, (serving, config) => [
    ...changesAreApplied(facts, serving, config),
    ...liveWeightsStay(facts, serving, config),
  ]);
}

const unknown = phrase`Whether weights and instance counts of the new configuration are applied is not known.`;

/**
 * What the new configuration changes and the rollout keeps as it serves: it would be taken for done.
 * https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_UpdateEndpoint.html
 */
function changesAreApplied(
  facts: Facts,
  serving: JsonObject,
  config: JsonObject,
): readonly Finding[] {
  const id = 'change-not-applied';
  return keptMembers(facts.request.retention, existing(facts)?.variants ?? [], config)
    .filter((each) => writtenIn(serving, each) !== each.written)
    .map(({ variant, member, property, written, live }) => ({
      id,
      level: 'warning',
      seen: phrase`${member} of ${variant} is ${written} in the new configuration, and stays ${live} on the endpoint.`,
      why: phrase`\`retain-variant-properties\` keeps what serves now instead of what the configuration says.`,
      remedy: phrase`Set \`exclude-retained-properties: ${property}\` to apply the change, or \`retain-variant-properties: false\` to apply all of the configuration.`,
    }));
}

/** Weights that UpdateEndpointWeightsAndCapacities has set are in no configuration. */
function liveWeightsStay(
  facts: Facts,
  serving: JsonObject,
  config: JsonObject,
): readonly Finding[] {
  const id = 'weights-lost';
  const { retention } = facts.request;
  if (retention.kind === 'all-but' && !retention.excluded.includes('DesiredWeight')) return [];
  // With one variant its weight is all of the traffic, whatever it is.
  if (productionVariantsOf(config).length < 2) return [];
  return liveMembers(existing(facts)?.variants ?? [], config)
    .filter(({ property }) => property === 'DesiredWeight')
    .filter((each) => writtenIn(serving, each) === each.written)
    .map(({ variant, written, live }) => ({
      id,
      level: 'warning',
      seen: phrase`${variant} serves with the weight ${live}, which was set on the endpoint; both configurations say ${written}.`,
      why: phrase`The share of the traffic that was set by hand is lost.`,
      remedy: phrase`Set \`retain-variant-properties: true\` to keep the weights that serve, or write them as InitialVariantWeight into the configuration.`,
    }));
}

function writtenIn(config: JsonObject, { variant: name, member }: LiveMember): number | undefined {
  const variant = productionVariantsOf(config).find((each) => variantNameOf(each) === name);
  if (!variant) return undefined;
  return member === 'InitialVariantWeight' ? weightOf(variant) : initialInstancesOf(variant);
}

/** https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_VariantProperty.html */
export function exclusionsAreSupported({ request: { retention } }: Facts): readonly Finding[] {
  if (retention.kind !== 'all-but' || !retention.excluded.includes('DataCaptureConfig')) return [];
  return [
    {
      id: 'exclusion-not-supported',
      level: 'warning',
      seen: phrase`\`exclude-retained-properties\` names DataCaptureConfig.`,
      why: phrase`AWS's documentation says that this is not supported at present.`,
      remedy: phrase`Remove it there, and check after the rollout that data is captured as the configuration says.`,
    },
  ];
}
