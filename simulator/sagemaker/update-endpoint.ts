import type { UpdateEndpointInput } from '@aws-sdk/client-sagemaker';
import type { Call } from '../account/account.ts';
import type { Endpoint } from '../account/endpoint.ts';
import { counting, desiredOf, type Fleet, type Variant } from '../account/fleet.ts';
import { checkModels, findEndpointConfig } from './endpoint-configs.ts';
import { checkTransition } from './endpoint-kinds.ts';
import { findEndpoint } from './endpoints.ts';
import { inProgress } from './errors.ts';
import { fleetOf } from './fleet-of-config.ts';
import { readTerms, type Terms } from './policy.ts';
import { checkQuota } from './quota.ts';
import { Rollout } from './rollout.ts';
import { checkScaledVariants } from './scaled-variants.ts';
import { readTroubles } from './troubles.ts';
import { checkEndpoint, checkPolicies, checkSizes, checkVariants } from './update-rules.ts';

export function updateEndpoint(input: UpdateEndpointInput, call: Call): object {
  const { account } = call;
  const endpoint = findEndpoint(input.EndpointName, call);
  if (endpoint.busy) throw inProgress(endpoint.arn);
  const config = findEndpointConfig(input.EndpointConfigName, call);
  // An update also reads the configuration it replaces: one that was deleted is missed here.
  const serving = findEndpointConfig(endpoint.state.configName, call);
  checkModels(config.input, call);
  const configName = config.input.EndpointConfigName ?? '';
  checkEndpoint(endpoint, configName);
  checkTransition(serving.input, config.input);

  const deploymentConfig = input.RetainDeploymentConfig
    ? endpoint.state.lastDeploymentConfig
    : input.DeploymentConfig;
  checkPolicies(deploymentConfig);
  const fleet = retainProperties(fleetOf(config, call), endpoint, input);
  const terms = termsFor(fleet, readTerms(deploymentConfig));
  if (deploymentConfig) checkVariants(endpoint.state.live, fleet);
  checkSizes(terms.policy, fleet);
  checkScaledVariants(endpoint, fleet, call);
  checkQuota(account, fleet, terms.policy);

  const troubles = readTroubles(account, endpoint.name, fleet);
  new Rollout(account, endpoint, { configName, fleet, terms, deploymentConfig, troubles }).start();
  return { EndpointArn: endpoint.arn };
}

/** With RetainAllVariantProperties, variants keep the counts and weights that they live with. */
function retainProperties(fleet: Fleet, endpoint: Endpoint, input: UpdateEndpointInput): Fleet {
  if (!input.RetainAllVariantProperties) return fleet;
  const excluded = new Set(
    input.ExcludeRetainedVariantProperties?.map(({ VariantPropertyType }) => VariantPropertyType),
  );
  return fleet.map((variant): Variant => {
    const live = endpoint.state.live.find(
      ({ name, role }) => name === variant.name && role === variant.role,
    );
    if (!live) return variant;
    const desired = desiredOf(excluded.has('DesiredInstanceCount') ? variant : live);
    const weight = (excluded.has('DesiredWeight') ? variant : live).weight.desired;
    return {
      ...counting(variant, { desired, current: desired }),
      weight: { current: weight, desired: weight },
    };
  });
}

/** Inf1 endpoints silently fall back to all-at-once without a bake. */
function termsFor(fleet: Fleet, terms: Terms): Terms {
  const inf1 = fleet.some(
    ({ capacity }) => capacity.kind === 'instances' && capacity.type?.startsWith('ml.inf1.'),
  );
  if (!inf1) return terms;
  return {
    ...terms,
    policy: { kind: 'blue-green', shift: { kind: 'all-at-once' }, terminationWaitSeconds: 0 },
  };
}
