import { firstPollSeconds } from '../domain/cadence.ts';
import { isRunning, type Snapshot } from '../domain/endpoint.ts';
import { Problem, problemFrom } from '../domain/problem.ts';
import type { Instant } from '../domain/request.ts';
import { countsInstances } from '../domain/scaling.ts';
import type { Count } from '../domain/scaling-event.ts';
import { phrase } from '../domain/text/phrase.ts';
import { change } from '../run/change.ts';
import { count, type Run, tell } from '../run/run.ts';
import { type Again, again, backOff, end, observe } from '../watch/observe.ts';

/** After so many calls that SageMaker took and that came to nothing, it is given up. */
const mostCalls = 3;

/**
 * Adds the instances that were asked for while nothing scales, and waits until they serve: then the
 * endpoint is polled again. They are added to what was there when scaling was removed, so that a
 * re-run adds none twice.
 */
export async function scaleUp(
  run: Run,
  before: Snapshot,
  until?: () => Instant,
): Promise<Again | undefined> {
  const counts = before.status === 'InService' ? countsToAdd(run, before) : [];
  if (counts.length === 0) return undefined;
  tell(run, { kind: 'scaling', change: { kind: 'scaling-up', counts } });
  const calls: Calls = { accepted: 0, failures: 0 };
  const watch = { until, missing: 'is-doubted' } as const;
  const seen = await observe<Again>(run, watch, ({ snapshot, missing }) => {
    if (missing) throw missing;
    count(run, snapshot);
    if (isRunning(snapshot)) return again();
    if (counts.every((each) => serves(snapshot, each))) return end(again(0));
    if (calls.accepted >= mostCalls) throw notAdded(before.name);
    return call(run, counts, calls);
  });
  return seen.kind === 'out-of-time' ? { ...again(0), hindrance: seen.hindrance } : seen;
}

/** What became of the calls so far. */
interface Calls {
  accepted: number;
  failures: number;
}

function countsToAdd({ asked, scaling }: Run, { variants }: Snapshot): readonly Count[] {
  const { autoscaling } = asked;
  const more = autoscaling.kind === 'preserve' ? autoscaling.scaleUpBy : undefined;
  if (more === undefined) return [];
  const scaled = scaling.inTheWay.map((one) => one.scaled).filter(countsInstances);
  return scaled.flatMap(({ variant }): readonly Count[] => {
    const from = variants.find(({ name }) => name === variant)?.desiredInstances;
    if (from === undefined) return [];
    // What was saved counts where a re-run finds what the first one added, and never upwards.
    const to = Math.min(scaling.saved?.instances[variant] ?? from, from) + more;
    return to > from ? [{ variant, from, to }] : [];
  });
}

function serves({ variants }: Snapshot, { variant, to }: Count): boolean {
  const there = variants.find(({ name }) => name === variant);
  return (there?.desiredInstances ?? 0) >= to && (there?.currentInstances ?? 0) >= to;
}

/** Another poll comes after each: also after a refusal because something runs, and a failure that passes. */
async function call(run: Run, counts: readonly Count[], calls: Calls): Promise<Again> {
  const { endpoints, cancelled } = run.world;
  const name = run.asked.endpointName;
  const instances = Object.fromEntries(counts.map(({ variant, to }) => [variant, to]));
  try {
    await change(run, { operation: 'UpdateEndpointWeightsAndCapacities', name }, () =>
      endpoints.scale(name, instances),
    );
    calls.accepted += 1;
  } catch (thrown) {
    cancelled.throwIfAborted();
    const problem = problemFrom(thrown);
    if (problem.passes) return backOff(run, problem, ++calls.failures);
    if (problem.code !== 'update-in-progress') throw problem;
  }
  return again(firstPollSeconds);
}

function notAdded(endpointName: string): Problem {
  return new Problem(
    'refused',
    phrase`The instances that \`scale-up-by\` adds to ${endpointName} did not start.`,
    {
      remedy: phrase`Check capacity and quota of the instance type, or roll out without \`scale-up-by\`.`,
    },
  );
}
