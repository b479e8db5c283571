import type { ProductionVariant } from '@aws-sdk/client-sagemaker';
import type { AlarmDefinition } from './account/alarms.ts';
import type { SageMaker } from './sagemaker/sagemaker.ts';
import { definitionOf, type WatchedEndpoint } from './scenarios/alarms.ts';
import { containers } from './scenarios/containers.ts';
import { deployments } from './scenarios/deployments.ts';
import {
  type AlarmSeed,
  alarmNames,
  type ConfigSeed,
  endpoint,
  type Scenario,
} from './scenarios/scenario.ts';
import { startingPoints } from './scenarios/starting-points.ts';
import { surroundings } from './scenarios/surroundings.ts';
import { traffic } from './scenarios/traffic.ts';

export const scenarios = {
  ...deployments,
  ...containers,
  ...startingPoints,
  ...surroundings,
  ...traffic,
};

export type ScenarioName = keyof typeof scenarios;

export function isScenario(name: string): name is ScenarioName {
  return Object.hasOwn(scenarios, name);
}

/**
 * Fills an empty simulator: models and endpoint configurations fraud-v1, fraud-v2, fraud-v3, the
 * endpoint fraud-prod on fraud-v1 with 3 x ml.m5.xlarge, the alarms fraud-5xx and fraud-latency,
 * and whatever is to go wrong.
 */
export function loadScenario(sagemaker: SageMaker, name: ScenarioName): Scenario {
  const scenario: Scenario = scenarios[name];
  for (const version of ['fraud-v1', 'fraud-v2', 'fraud-v3']) {
    sagemaker.addModel(version);
    sagemaker.addEndpointConfig(version, configOf(scenario.config, version));
  }
  for (const [model, behavior] of Object.entries(scenario.containers ?? {})) {
    sagemaker.containers.set(model, behavior);
  }
  const { endpoint: initial = {}, alarms = {}, trips = [], faults = [], removed = [] } = scenario;
  if (initial !== 'missing') sagemaker.addEndpoint(endpoint, 'fraud-v1', initial);
  if (scenario.traffic) sagemaker.setTraffic(endpoint, scenario.traffic);
  for (const alarm of alarmNames) {
    addAlarm(sagemaker, alarm, alarms[alarm] ?? 'OK', definitionOf(alarm, watchedIn(scenario)));
  }
  for (const [alarm, seed] of Object.entries(scenario.otherAlarms ?? {})) {
    addAlarm(sagemaker, alarm, seed);
  }
  for (const { alarm, ...trip } of trips) sagemaker.alarms.trip(alarm, trip);
  for (const fault of faults) sagemaker.inject(fault);
  for (const [kind, resource] of removed) sagemaker.remove(kind, resource);
  return scenario;
}

/** Variants serve the model of the version, unless inference components bring their own. */
function configOf(seed: ConfigSeed | undefined, version: string): Partial<ConfigSeed> {
  if (!seed) return {};
  if (seed.ExecutionRoleArn !== undefined) return seed;
  const serving = (variants: ProductionVariant[] = []) =>
    variants.map((variant) => ({ ModelName: version, ...variant }));
  const { ProductionVariants, ShadowProductionVariants: shadows } = seed;
  return {
    ...seed,
    ProductionVariants: serving(ProductionVariants),
    ...(shadows ? { ShadowProductionVariants: serving(shadows) } : {}),
  };
}

function watchedIn({ config }: Scenario): WatchedEndpoint {
  const variants = config?.ProductionVariants?.map(({ VariantName = '' }) => VariantName);
  return { endpoint, variants: variants ?? ['AllTraffic'] };
}

/** The alarms of every scenario are defined so that they protect, where it does not say otherwise. */
function addAlarm(
  sagemaker: SageMaker,
  name: string,
  seed: AlarmSeed,
  definition?: AlarmDefinition,
): void {
  if (seed === 'missing') return;
  const { state, ...members } = typeof seed === 'string' ? { state: seed } : seed;
  sagemaker.alarms.add(name, state, { ...(definition && { definition }), ...members });
}
