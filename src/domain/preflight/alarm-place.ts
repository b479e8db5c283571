import type { Metric } from '../alarms/alarm.ts';
import { type NamedAlarm, singleMetric } from '../alarms/alarm-set.ts';
import {
  knownMetric,
  likelyMetric,
  likelyNamespace,
  metricNamed,
  notOfAsynchronous,
} from '../alarms/metrics.ts';
import { type Phrase, phrase } from '../text/phrase.ts';
import { type AlarmedRollout, named } from './alarm-rollout.ts';
import type { Finding } from './finding.ts';
import { deploymentInput } from './written.ts';

/** What keeps an alarm from having data of this endpoint; undefined: nothing that can be told. */
export function placeFinding(alarm: NamedAlarm, rollout: AlarmedRollout): Finding | undefined {
  const metric = singleMetric(alarm.alarm);
  if (!metric || metric.dimensions.InferenceComponentName !== undefined) return undefined;
  return (
    metricFinding(alarm, metric) ??
    (knownMetric(metric)
      ? (asynchronousFinding(alarm, metric, rollout) ?? dimensionFinding(alarm, metric, rollout))
      : undefined)
  );
}

/** A metric that SageMaker publishes nowhere; one of another namespace may be anything. */
function metricFinding(alarm: NamedAlarm, metric: Metric): Finding | undefined {
  const { namespace, name } = metric;
  const meant = likelyNamespace(namespace);
  if (meant === undefined || knownMetric(metric)) return undefined;
  const place = metricNamed(name)?.namespace;
  if (place !== undefined) {
    return noData(alarm, {
      seen: phrase`watches ${name} in the namespace ${namespace}`,
      remedy: phrase`Set its Namespace to ${place}.`,
    });
  }
  const likely = likelyMetric(name);
  const seen = phrase`watches ${name}, which is not a metric that SageMaker documents`;
  if (likely !== undefined) {
    return noData(alarm, { seen, remedy: phrase`Set its MetricName to ${likely}.` });
  }
  if (metric.dimensions.EndpointName === undefined) return undefined;
  const remedy = phrase`Check its MetricName; no action needed if it has data.`;
  return { ...noData(alarm, { seen, remedy }), level: 'remark' };
}

function asynchronousFinding(
  alarm: NamedAlarm,
  { name }: Metric,
  { isAsynchronous }: AlarmedRollout,
): Finding | undefined {
  if (!isAsynchronous || !notOfAsynchronous.includes(name)) return undefined;
  return noData(alarm, {
    seen: phrase`watches ${name}, which asynchronous endpoints do not publish`,
    remedy: phrase`Watch Invocation5XXErrors, InvocationFailures or ModelLatency instead.`,
  });
}

/** What a dimension has to name, and what an alarm with another value watches. */
interface Place {
  readonly dimension: string;
  readonly values: readonly string[];
  readonly what: Phrase;
}

function dimensionFinding(
  alarm: NamedAlarm,
  metric: Metric,
  rollout: AlarmedRollout,
): Finding | undefined {
  const { endpointNames, variantNames, newConfigName, oldConfigName } = rollout;
  const needed: readonly Place[] = [
    { dimension: 'EndpointName', values: endpointNames, what: phrase`endpoint` },
    ...(knownMetric(metric)?.isOfEndpoint
      ? []
      : [{ dimension: 'VariantName', values: variantNames, what: phrase`variant` }]),
  ];
  for (const place of needed) {
    if (metric.dimensions[place.dimension] === undefined) return withoutIt(alarm, metric, place);
  }
  const config: Place = {
    dimension: 'EndpointConfigName',
    values: [newConfigName],
    what: phrase`endpoint configuration`,
  };
  for (const place of oldConfigName === undefined ? needed : [...needed, config]) {
    const value = metric.dimensions[place.dimension];
    if (value === undefined || place.values.includes(value)) continue;
    if (place === config && value === oldConfigName) return ofOldFleet(alarm, value, rollout);
    return misplaced(alarm, { place, value }, rollout);
  }
  return undefined;
}

function withoutIt(alarm: NamedAlarm, metric: Metric, { dimension, values }: Place): Finding {
  const [first = ''] = values;
  return noData(alarm, {
    seen: phrase`watches ${metric.name} without the dimension ${dimension}`,
    remedy: phrase`Add the dimension ${dimension} with the value ${first}: names of dimensions are case-sensitive.`,
  });
}

function misplaced(
  alarm: NamedAlarm,
  { place, value }: { readonly place: Place; readonly value: string },
  rollout: AlarmedRollout,
): Finding {
  const folded = (text: string) => text.trim().toLowerCase();
  const meant = place.values.find((each) => folded(each) === folded(value));
  if (meant !== undefined) {
    return noData(alarm, {
      seen: phrase`has the ${place.dimension} “${value}”; the name is “${meant}”`,
      remedy: phrase`Set its dimension ${place.dimension} to ${meant}: case and spaces count.`,
    });
  }
  const [first = ''] = place.values;
  return elsewhere(
    alarm,
    {
      seen: phrase`watches the ${place.what} ${value}, not ${first}`,
      remedy: phrase`Set its dimension ${place.dimension} to ${first}`,
    },
    rollout,
  );
}

/** It was made for the configuration that served when it was made. */
function ofOldFleet(alarm: NamedAlarm, value: string, rollout: AlarmedRollout): Finding {
  return elsewhere(
    alarm,
    {
      seen: phrase`watches the old fleet alone (EndpointConfigName ${value})`,
      remedy: phrase`Remove its dimension EndpointConfigName, or set it to ${rollout.newConfigName}`,
    },
    rollout,
  );
}

interface Said {
  readonly seen: Phrase;
  readonly remedy: Phrase;
}

function noData(alarm: NamedAlarm, { seen, remedy }: Said): Finding {
  return {
    id: 'alarm-no-data',
    level: 'warning',
    seen: phrase`${named(alarm)} ${seen}.`,
    why: phrase`It never has data, and rolls nothing back.`,
    remedy,
  };
}

function elsewhere(alarm: NamedAlarm, { seen, remedy }: Said, { facts }: AlarmedRollout): Finding {
  return {
    id: 'alarm-elsewhere',
    level: 'warning',
    seen: phrase`${named(alarm)} ${seen}.`,
    why: phrase`Nothing that the new model does can trip it.`,
    remedy: phrase`${remedy}, or remove the alarm from ${deploymentInput(facts, 'alarms')}.`,
  };
}
