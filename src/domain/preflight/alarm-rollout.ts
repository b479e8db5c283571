import type { Metric } from '../alarms/alarm.ts';
import type { NamedAlarm } from '../alarms/alarm-set.ts';
import { knownMetric } from '../alarms/metrics.ts';
import { type Bake, bakesOf } from '../alarms/sight.ts';
import {
  everyVariantOf,
  isAsynchronous,
  productionVariantsOf,
  variantNameOf,
} from '../endpoint-config.ts';
import { type JsonObject, numberAt, objectAt } from '../json.ts';
import { slowestLaunchSeconds } from '../launch.ts';
import { type Phrase, phrase } from '../text/phrase.ts';
import { deploymentOf, existing, type Facts, newFleet } from './facts.ts';

/** The rollout that alarms are held against. */
export interface AlarmedRollout {
  readonly facts: Facts;
  readonly config: JsonObject;
  /** What the endpoint is called: as it was asked for, and as SageMaker answers it. */
  readonly endpointNames: readonly string[];
  readonly newConfigName: string;
  /** Undefined where the endpoint could not be read. */
  readonly oldConfigName: string | undefined;
  /** Old and new, production and shadow variants. */
  readonly variantNames: readonly string[];
  /** Those of the new configuration that requests are for. */
  readonly servingVariants: readonly string[];
  readonly isAsynchronous: boolean;
}

export function alarmedRollout(facts: Facts, config: JsonObject): AlarmedRollout {
  const before = existing(facts);
  const { endpointName, endpointConfigName } = facts.request;
  const live = [...(before?.variants ?? []), ...(before?.shadowVariants ?? [])];
  const names = [...everyVariantOf(config).map(variantNameOf), ...live.map(({ name }) => name)];
  return {
    facts,
    config,
    endpointNames: [...new Set([endpointName, before?.name ?? endpointName])],
    newConfigName: endpointConfigName,
    oldConfigName: before?.configName,
    variantNames: [...new Set(names)],
    servingVariants: productionVariantsOf(config)
      .filter((variant) => numberAt(variant, 'InitialVariantWeight') !== 0)
      .map(variantNameOf),
    isAsynchronous: isAsynchronous(config),
  };
}

/** The bakes of a variant; of none in particular: of the largest. */
export function bakesOfVariant({ facts, config }: AlarmedRollout, name?: string): readonly Bake[] {
  const fleet = newFleet(facts, config);
  const counts = fleet.flatMap(({ instances }) => instances ?? []);
  const largest = counts.length > 0 ? Math.max(...counts) : undefined;
  const variant = fleet.find((each) => each.name === name);
  return bakesOf(deploymentOf(facts), {
    instances: variant ? variant.instances : largest,
    launchSeconds: slowestLaunchSeconds(config),
  });
}

/**
 * How often a metric has data. Metrics of invocations follow the configuration only where metrics are
 * enhanced. https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_MetricsConfig.html
 */
export function publishedEvery({ config }: AlarmedRollout, metric: Metric): number {
  const metrics = objectAt(config, 'MetricsConfig') ?? {};
  const seconds = numberAt(metrics, 'MetricPublishFrequencyInSeconds') ?? 60;
  const follows =
    metrics.EnableEnhancedMetrics === true || knownMetric(metric)?.about === 'utilization';
  return follows ? seconds : 60;
}

/** `The alarm fraud-5xx`, the beginning of a sentence. */
export function named({ name, partOf }: NamedAlarm): Phrase {
  return partOf === undefined
    ? phrase`The alarm ${name}`
    : phrase`The alarm ${name} (part of ${partOf})`;
}

/** `Average of ModelLatency`. */
export function measured({ statistic, name }: Metric): Phrase {
  return phrase`${statistic} of ${name}`;
}
