import type { Metric } from '../alarms/alarm.ts';
import { type AlarmSet, metricsOf } from '../alarms/alarm-set.ts';
import { knownMetric, type Subject } from '../alarms/metrics.ts';
import { listed, phrase } from '../text/phrase.ts';
import type { AlarmedRollout } from './alarm-rollout.ts';
import type { Finding } from './finding.ts';

/** What all alarms together leave out, the widest gap; nothing where one of them may watch anything. */
export function setFinding(set: AlarmSet, rollout: AlarmedRollout): Finding | undefined {
  const alarms = [...set.alone, ...set.joint].map(({ alarm }) => alarm);
  const metrics = alarms.flatMap(metricsOf);
  const isKnown =
    set.isWhole &&
    alarms.length > 0 &&
    alarms.every((alarm) => metricsOf(alarm).length > 0) &&
    metrics.every((metric) => subjectOf(metric) !== undefined);
  if (!isKnown) return undefined;
  const watched = (subject: Subject) => metrics.filter((metric) => subjectOf(metric) === subject);
  const [errors, latency] = [watched('errors'), watched('latency')];
  if (errors.length === 0)
    return latency.length > 0 ? withoutErrors(metrics, rollout) : blind(metrics);
  return partOfErrors(errors, rollout) ?? unwatchedVariant([...errors, ...latency], rollout);
}

function subjectOf(metric: Metric): Subject | undefined {
  const about = knownMetric(metric)?.about;
  return about === 'other' ? undefined : about;
}

function blind(metrics: readonly Metric[]): Finding {
  return {
    id: 'alarm-set-blind',
    level: 'warning',
    seen: phrase`No alarm watches errors or latency, only ${namesOf(metrics)}.`,
    why: phrase`A model that answers every request with an error trips none of them.`,
    remedy: phrase`Add an alarm on InvocationModelErrors, and one on ModelLatency.`,
  };
}

function withoutErrors(metrics: readonly Metric[], { isAsynchronous }: AlarmedRollout): Finding {
  return {
    id: 'alarm-set-no-errors',
    level: 'warning',
    seen: phrase`No alarm watches errors, only ${namesOf(metrics)}.`,
    why: phrase`A model that fails at once is fast: it trips none of them.`,
    remedy: isAsynchronous
      ? phrase`Add an alarm on InvocationFailures.`
      : phrase`Add an alarm on InvocationModelErrors.`,
  };
}

/** Those that count more than one way to fail. */
const wholeErrors = ['InvocationModelErrors', 'InvocationFailures'];

function partOfErrors(
  errors: readonly Metric[],
  { isAsynchronous }: AlarmedRollout,
): Finding | undefined {
  const names = new Set(errors.map(({ name }) => name));
  const isWhole = wholeErrors.some((name) => names.has(name));
  if (isWhole || names.size > 1) return undefined;
  return {
    id: 'alarm-set-errors-partly',
    level: 'remark',
    seen: phrase`Of all errors, only ${namesOf(errors)} is watched.`,
    why: phrase`Models fail in other ways, too: a third of the requests of a real rollout failed while Invocation5XXErrors stayed 0.`,
    remedy: isAsynchronous
      ? phrase`Watch InvocationFailures, too.`
      : phrase`Watch InvocationModelErrors: it counts whatever is not a 2xx, broken connections and time-outs included.`,
  };
}

function unwatchedVariant(
  metrics: readonly Metric[],
  { servingVariants }: AlarmedRollout,
): Finding | undefined {
  const unwatched = servingVariants.filter(
    (name) => !metrics.some(({ dimensions }) => dimensions.VariantName === name),
  );
  if (unwatched.length === 0 || unwatched.length === servingVariants.length) return undefined;
  return {
    id: 'alarm-set-variant',
    level: 'remark',
    seen: phrase`No alarm watches errors or latency of ${listed(unwatched)}.`,
    why: phrase`Metrics are those of one variant: what fails in another does not trip an alarm.`,
    remedy: phrase`Add alarms with the VariantName of each variant, or add up their metrics in one (metric math).`,
  };
}

function namesOf(metrics: readonly Metric[]) {
  return listed([...new Set(metrics.map(({ name }) => name))]);
}
