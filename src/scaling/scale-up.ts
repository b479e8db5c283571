import { unless } from '../cancellation.ts';
import { firstLookSeconds } from '../domain/cadence.ts';
import { isRunning, type Snapshot } from '../domain/endpoint.ts';
import { Problem, problemFrom } from '../domain/problem.ts';
import { countsInstances } from '../domain/scaling.ts';
import type { Count } from '../domain/scaling-event.ts';
import { phrase } from '../domain/text/phrase.ts';
import { type Run, tell } from '../run/run.ts';
import { untilDeleted } from '../watch/deletion.ts';
import { hinder } from '../watch/observe.ts';

/** After so many calls that SageMaker took and that came to nothing, it is given up. */
const mostCalls = 3;

/**
 * Adds the instances that were asked for while nothing scales, and waits until they serve. They
 * are added to what was there when scaling was removed, so that a re-run adds none twice.
 */
export async function scaleUp(run: Run, before: Snapshot): Promise<'clear' | 'poll-again'> {
  const counts = before.status === 'InService' ? countsToAdd(run, before) : [];
  if (counts.length === 0) return 'clear';
  tell(run, { kind: 'scaling', change: { kind: 'scaling-up', counts } });
  let failures = 0;
  let calls = 0;
  for await (const poll of untilDeleted(run, before)) {
    if (poll.kind === 'gone') throw poll.problem;
    run.latest = poll.snapshot;
    if (isRunning(poll.snapshot)) continue;
    if (counts.every((count) => serves(poll.snapshot, count))) break;
    if (calls >= mostCalls) throw notAdded(before.name);
    const called = await call(run, counts);
    if (called === 'accepted') calls += 1;
    if (called instanceof Problem) hinder(run, called, ++failures);
  }
  run.nextPollSeconds = 0;
  return 'poll-again';
}

function countsToAdd({ request, scaling }: Run, { variants }: Snapshot): readonly Count[] {
  const { autoscaling } = request;
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

/** A refusal because something runs, and a failure that passes, need another poll. */
async function call(
  run: Run,
  counts: readonly Count[],
): Promise<'accepted' | 'in-progress' | Problem> {
  const { endpoints, cancelled } = run.world;
  const instances = Object.fromEntries(counts.map(({ variant, to }) => [variant, to]));
  run.nextPollSeconds = firstLookSeconds;
  try {
    await unless(cancelled, endpoints.scale(run.request.endpointName, instances));
    return 'accepted';
  } catch (thrown) {
    cancelled.throwIfAborted();
    const problem = problemFrom(thrown);
    if (problem.code === 'update-in-progress') return 'in-progress';
    if (problem.passes) return problem;
    throw problem;
  }
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
