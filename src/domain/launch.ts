import { productionVariantsOf, shadowVariantsOf } from './endpoint-config.ts';
import type { JsonObject } from './json.ts';

/** A failing health check can take over 20 minutes to end. */
export const usualLaunchSeconds = 1800;

/**
 * What a launch waits for, one after the other, by the member that gives its time-out; else its share of
 * the usual time.
 * https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_ProductionVariant.html
 */
const usualShares = {
  VariantInstanceProvisionTimeoutInSeconds: 600,
  ModelDataDownloadTimeoutInSeconds: 600,
  ContainerStartupHealthCheckTimeoutInSeconds: 600,
} as const;

/** The longest time in which the instances of this configuration start, or fail to; the usual one where it is not known. */
export function slowestLaunchSeconds(config: JsonObject | undefined): number {
  const variants = config ? [...productionVariantsOf(config), ...shadowVariantsOf(config)] : [];
  return Math.max(usualLaunchSeconds, ...variants.map(launchSecondsOf));
}

function launchSecondsOf(variant: JsonObject): number {
  return Object.entries(usualShares).reduce((sum, [member, share]) => {
    const given = variant[member];
    return sum + (typeof given === 'number' ? given : share);
  }, 0);
}
