import { secondsToAgree } from '../domain/agreement.ts';
import { isRunning, type Snapshot } from '../domain/endpoint.ts';
import { missingFrom } from '../domain/missing-scaling.ts';
import { Problem, problemFrom } from '../domain/problem.ts';
import type { Instant } from '../domain/request.ts';
import type { SavedScaling } from '../domain/saved-form.ts';
import { savedIn } from '../domain/saved-scaling.ts';
import { countsInstances, type ScaledVariant } from '../domain/scaling.ts';
import type { ScalingChange } from '../domain/scaling-event.ts';
import { phrase } from '../domain/text/phrase.ts';
import type { World } from '../ports.ts';
import { changeIn } from '../run/change.ts';
import { inTime } from '../run/in-time.ts';
import { patientlyUntil } from '../run/look-up.ts';
import type { Run } from '../run/run.ts';
import { putMissing } from './put-missing.ts';

/** Longest attempts: a run has time; the post step has what the runner leaves it. */
const secondsToPutBack = { run: 120, post: 45 };

/** Putting back, as far as it has come. */
interface Restoration {
  readonly world: World;
  readonly saved: SavedScaling;
  readonly endpointName: string;
  /** When to stop trying. */
  readonly end: Instant;
}

/**
 * Puts back what the tags keep, on the variants that serve now, reads it again, and takes the tags
 * away once all of it stands. It can be done again from any point; it tells how it went, throws
 * nothing, and never changes the outcome. A cancelled job has no time for it: the tags stay.
 */
export async function putScalingBack({ world, asked, scaling: { saved } }: Run): Promise<void> {
  if (!saved) return;
  const { endpointName } = asked;
  const end = world.clock.now() + 1000 * secondsToPutBack.run;
  await restore({ world, saved, endpointName, end });
}

/**
 * The same for the post step, which knows nothing of the run before it: does nothing where the
 * endpoint's tags keep nothing. It tells how it went, and throws nothing.
 */
export async function putBackSavedScaling(endpointName: string, world: World): Promise<void> {
  const end = world.clock.now() + 1000 * secondsToPutBack.post;
  try {
    const endpoint = await lookAt({ world, endpointName, end });
    if (!endpoint) return;
    const tags = await patientlyUntil(world, end, () => world.endpoints.tags(endpoint));
    const { saved, refused } = savedIn(tags, world.digest);
    if (refused.length > 0) tellIn(world, { kind: 'tags-refused', refused });
    if (saved) await restore({ world, saved, endpointName, end });
  } catch (thrown) {
    tellIn(world, { kind: 'not-read', problem: problemFrom(thrown) });
  }
}

function tellIn(world: World, change: ScalingChange): void {
  world.tell({ kind: 'scaling', at: world.clock.now(), change });
}

async function restore(restoration: Restoration): Promise<void> {
  const { world, saved } = restoration;
  const all = missingFrom(saved.targets, []);
  const change = await put(restoration).catch(
    (thrown): ScalingChange => ({
      ...{ kind: 'incomplete', missing: all, scaled: saved.targets },
      problem: world.cancelled.aborted ? leftToOthers() : notPutBack(problemFrom(thrown)),
    }),
  );
  tellIn(world, change);
}

async function put(restoration: Restoration): Promise<ScalingChange> {
  const { world, saved } = restoration;
  world.cancelled.throwIfAborted();
  const endpoint = await lookAt(restoration);
  if (!endpoint) return nothingServes(saved);
  const wanted = saved.targets.filter((scaled) => fits(endpoint, scaled));
  const dropped = saved.targets.filter((scaled) => !wanted.includes(scaled));
  const { missing, problem } = await putMissing(world, restoration, wanted);
  if (missing.length > 0) {
    return { kind: 'incomplete', missing, scaled: wanted, problem: notPutBack(problem) };
  }
  // While an update runs no one knows what serves in the end: the tags stay for the next run.
  const isForNow = isRunning(endpoint) || endpoint.pending !== undefined;
  try {
    if (!isForNow) await forget(restoration, endpoint);
  } catch (thrown) {
    world.cancelled.throwIfAborted();
    const left = tagsLeft(problemFrom(thrown));
    return { kind: 'incomplete', missing: [], scaled: wanted, problem: left };
  }
  return { kind: 'restored', scaled: wanted, dropped, isForNow };
}

/** The endpoint as it is; undefined where two polls find none. */
async function lookAt({
  world,
  endpointName,
  end,
}: Omit<Restoration, 'saved'>): Promise<Snapshot | undefined> {
  const poll = async () => {
    try {
      return await patientlyUntil(world, end, () => world.endpoints.poll(endpointName));
    } catch (thrown) {
      if (problemFrom(thrown).code === 'endpoint-not-found') return undefined;
      throw thrown;
    }
  };
  const first = await poll();
  if (first) return first;
  await world.clock.sleep(secondsToAgree, world.cancelled);
  return poll();
}

/** All stands: the tags that kept it go. */
async function forget({ world, end }: Restoration, endpoint: Snapshot): Promise<void> {
  const { endpoints, digest } = world;
  const tags = await patientlyUntil(world, end, () => endpoints.tags(endpoint));
  const { keys } = savedIn(tags, digest);
  if (keys.length === 0) return;
  await patientlyUntil(world, end, () =>
    changeIn(world, { operation: 'DeleteTags', name: endpoint.name }, () =>
      inTime(world, end, () => endpoints.untag(endpoint, keys)),
    ),
  );
}

/** Whether the variant serves now, and after an update that runs, as something that can scale so. */
function fits({ variants, shadowVariants, pending }: Snapshot, scaled: ScaledVariant): boolean {
  const fleets = [
    [...variants, ...shadowVariants],
    ...(pending ? [[...pending.variants, ...pending.shadowVariants]] : []),
  ];
  return fleets.every((fleet) => {
    const variant = fleet.find(({ name }) => name === scaled.variant);
    return variant && (variant.desiredInstances !== undefined) === countsInstances(scaled);
  });
}

function nothingServes({ targets }: SavedScaling): ScalingChange {
  return { kind: 'restored', scaled: [], dropped: targets, isForNow: false };
}

function notPutBack(cause: Problem): Problem {
  return new Problem('scaling-not-restored', phrase`Auto scaling was not restored. ${cause.what}`, {
    remedy: phrase`${cause.remedy} Or restore it by hand, with the commands in the report.`,
    rerun: restoredByRerun,
    said: cause.said,
    cause,
  });
}

/** The next run would take what they keep for the truth, whatever has been changed by then. */
function tagsLeft(cause: Problem): Problem {
  return new Problem(
    'scaling-not-restored',
    phrase`Auto scaling is restored, but the tags that kept it are left on the endpoint. ${cause.what}`,
    {
      remedy: phrase`${cause.remedy} Or delete the tags whose keys begin with sagemaker-rollout:scaling: (the next run restores what they say).`,
      rerun: phrase`Then re-run this job, which removes them.`,
      said: cause.said,
      cause,
    },
  );
}

const restoredByRerun = phrase`Re-run this job: it restores auto scaling from the endpoint's tags.`;

function leftToOthers(): Problem {
  return new Problem(
    'scaling-not-restored',
    phrase`The job was cancelled before auto scaling was restored.`,
    {
      remedy: phrase`The post step attempts to restore it, and says so in its log. Otherwise restore it by hand, with the commands in the report.`,
      rerun: restoredByRerun,
    },
  );
}
