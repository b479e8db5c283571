import { retryInSeconds } from '../domain/cadence.ts';
import type { SideCall } from '../domain/changing-call.ts';
import { type Missing, missingFrom, withoutPassedStart } from '../domain/missing-scaling.ts';
import { Problem, problemFrom } from '../domain/problem.ts';
import type { Instant } from '../domain/request.ts';
import type { ScaledVariant } from '../domain/scaling.ts';
import { phrase } from '../domain/text/phrase.ts';
import type { World } from '../ports.ts';
import { changeIn } from '../run/change.ts';
import { inTime } from '../run/in-time.ts';
import { patientlyUntil } from '../run/look-up.ts';

/** Where scaling is put, and when to stop trying. */
interface Place {
  readonly endpointName: string;
  readonly end: Instant;
}

/** Refusals that do not pass by themselves are tried so often: an endpoint may need some seconds. */
const mostRounds = 4;

/** Reads what is missing and puts it, again and again until nothing is missing or time is up. Throws a Problem where it cannot be read. */
export async function putMissing(
  world: World,
  { endpointName, end }: Place,
  wanted: readonly ScaledVariant[],
): Promise<{ readonly missing: readonly Missing[]; readonly problem: Problem }> {
  const { clock, cancelled, scaling } = world;
  const variants = [...new Set(wanted.map(({ variant }) => variant))];
  const poll = async () => {
    if (wanted.length === 0) return [];
    const standing = await patientlyUntil(world, end, () => scaling.read(endpointName, variants));
    return missingFrom(wanted, standing, clock.now());
  };
  let problem = notThere();
  let missing = await poll();
  for (let round = 1; missing.length > 0; round += 1) {
    problem = (await putAll(world, { endpointName, end }, missing)) ?? notThere();
    missing = await poll();
    if (missing.length === 0) break;
    const pause = retryInSeconds(problem, round);
    const isOver = clock.now() + 1000 * pause > end;
    if (isOver || (round >= mostRounds && !problem.passes)) break;
    await clock.sleep(pause, cancelled);
  }
  return { missing, problem };
}

/** Puts each part, whatever becomes of the others, while there is time; the first problem is kept. */
async function putAll(
  world: World,
  place: Place,
  parts: readonly Missing[],
): Promise<Problem | undefined> {
  let first: Problem | undefined;
  for (const part of parts) {
    if (first && world.clock.now() >= place.end) break;
    const problem = await putOne(world, place, part);
    first ??= problem;
  }
  return first;
}

/** What puts a part. */
const operations = {
  target: 'RegisterScalableTarget',
  policy: 'PutScalingPolicy',
  action: 'PutScheduledAction',
} as const satisfies Record<Missing['kind'], SideCall>;

/** A schedule whose start has passed may be refused for it: then it begins without one. */
async function putOne(
  world: World,
  { endpointName, end }: Place,
  part: Missing,
): Promise<Problem | undefined> {
  const put = async (one: Missing) => {
    try {
      await changeIn(world, { operation: operations[one.kind], name: endpointName }, () =>
        inTime(world, end, () => world.scaling.put(endpointName, one)),
      );
      return undefined;
    } catch (thrown) {
      world.cancelled.throwIfAborted();
      return problemFrom(thrown);
    }
  };
  const problem = await put(part);
  const other = withoutPassedStart(part, world.clock.now());
  return problem?.code === 'refused' && other ? put(other) : problem;
}

function notThere(): Problem {
  return new Problem('refused', phrase`What was restored is missing when it is read again.`, {
    remedy: phrase`Find out what else changes the auto scaling of this endpoint.`,
  });
}
