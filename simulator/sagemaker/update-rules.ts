import type { DeploymentConfig } from '@aws-sdk/client-sagemaker';
import type { Endpoint } from '../account/endpoint.ts';
import { desiredOf, type Fleet } from '../account/fleet.ts';
import { refusal } from '../aws/aws-error.ts';
import type { Policy, Size } from './policy.ts';

/** The documentation's rules for an update beyond its shape. AWS's words for them are unpublished. */

export function checkEndpoint(endpoint: Endpoint, configName: string): void {
  const { status, configName: current } = endpoint.state;
  if (status === 'Failed') throw refusal('a failed endpoint can only be deleted');
  if (status === 'InService' && current === configName) {
    throw refusal(`the endpoint has the configuration "${configName}" already`);
  }
}

export function checkPolicies(config: DeploymentConfig | undefined): void {
  if (config?.BlueGreenUpdatePolicy && config.RollingUpdatePolicy) {
    throw refusal('one update policy only, blue/green or rolling');
  }
  const routing = config?.BlueGreenUpdatePolicy?.TrafficRoutingConfiguration;
  if (routing?.Type === 'CANARY' && !routing.CanarySize) throw refusal('CANARY needs a CanarySize');
  if (routing?.Type === 'LINEAR' && !routing.LinearStepSize) {
    throw refusal('LINEAR needs a LinearStepSize');
  }
}

/** With a deployment configuration the variants stay the same. */
export function checkVariants(old: Fleet, fleet: Fleet): void {
  const namesOf = (variants: Fleet) =>
    variants
      .filter(({ role }) => role === 'production')
      .map(({ name }) => name)
      .sort()
      .join(', ');
  if (namesOf(old) !== namesOf(fleet)) {
    throw refusal(`the variants must stay the same: ${namesOf(old)} are not ${namesOf(fleet)}`);
  }
}

export function checkSizes(policy: Policy, fleet: Fleet): void {
  if (policy.kind === 'rolling') {
    if (fleet.length > 1) throw refusal('a rolling update takes one variant');
    if (fleet.some(({ capacity }) => capacity.kind === 'serverless')) {
      throw refusal('a rolling update is not for serverless variants');
    }
    checkSize('MaximumBatchSize', policy.batch, { least: 5, fleet });
  } else if (policy.shift.kind === 'canary') {
    checkSize('CanarySize', policy.shift.size, { least: 0, fleet });
  } else if (policy.shift.kind === 'linear') {
    checkSize('LinearStepSize', policy.shift.size, { least: 10, fleet });
  }
}

interface Bounds {
  /** In percent; the most is 50 % everywhere. */
  readonly least: number;
  readonly fleet: Fleet;
}

/** A single instance cannot be half of a fleet: what AWS does then is unpublished, here it passes. */
function checkSize(member: string, size: Size, { least, fleet }: Bounds): void {
  for (const variant of fleet.filter(({ capacity }) => capacity.kind === 'instances')) {
    const all = desiredOf(variant);
    const percent = size.unit === 'percent' ? size.value : (100 * size.value) / all;
    const smallest = size.value === 1 && size.unit === 'instances';
    const tooMuch = percent > 50 && !(smallest && all <= 1);
    if (tooMuch || percent < least) {
      throw refusal(
        `${member} of ${size.value} ${size.unit} is not within ${least} to 50 percent of ${all} instances`,
      );
    }
  }
}
