import { within } from '../cancellation.ts';
import { firstPollSeconds } from '../domain/cadence.ts';
import type { Snapshot } from '../domain/endpoint.ts';
import { Problem, problemFrom } from '../domain/problem.ts';
import { type SavedScaling, whyNotSavable } from '../domain/saved-form.ts';
import { mergedSaved, savedIn, tagsOfSaved } from '../domain/saved-scaling.ts';
import { countsInstances } from '../domain/scaling.ts';
import { type Tag, tagViolationsOf } from '../domain/tags.ts';
import { phrase } from '../domain/text/phrase.ts';
import type { World } from '../ports.ts';
import { changeIn } from '../run/change.ts';
import { patiently } from '../run/look-up.ts';
import { type Run, tell } from '../run/run.ts';

/** A key that no tag has: taking it away shows that the role may take tags away. */
const noTag = 'sagemaker-rollout:scaling:none';
/** After a signal there is time for one quick call. */
const secondsToTidyUp = { usually: 30, cancelled: 1 };
/** Tags that were just written may not show at once. */
const pollsForTags = 4;

/**
 * Keeps what is going to be removed in the endpoint's tags, where it survives this runner, and
 * reads it back. What an interrupted run has saved already stays the truth.
 *
 * @throws Problem `scaling-not-saved`.
 */
export async function saveScaling(run: Run, before: Snapshot): Promise<void> {
  const { world } = run;
  const wanted = savedOf(run, before);
  const tags = tagsOfSaved(wanted, world.digest);
  try {
    checkSavable(wanted);
    const present = await patiently(world, () => world.endpoints.tags(before));
    checkRoom(present, tags);
    await replaceTags(world, before, { present, tags });
  } catch (thrown) {
    world.cancelled.throwIfAborted();
    throw notSaved(before, problemFrom(thrown));
  }
  run.scaling = { ...run.scaling, saved: wanted };
  tell(run, { kind: 'scaling', change: { kind: 'saved', saved: wanted, tags: tags.length } });
}

function savedOf({ scaling: { inTheWay, saved } }: Run, { variants }: Snapshot): SavedScaling {
  const targets = inTheWay.map(({ scaled }) => scaled);
  const counts = targets.filter(countsInstances).flatMap(({ variant }) => {
    const live = variants.find(({ name }) => name === variant)?.desiredInstances;
    return live === undefined ? [] : [[variant, live] as const];
  });
  const now: SavedScaling = { targets, instances: Object.fromEntries(counts) };
  return saved ? mergedSaved(saved, now) : now;
}

/** The tags of an endpoint, and those that are to keep its scaling. */
interface Tags {
  readonly present: readonly Tag[];
  readonly tags: readonly Tag[];
}

/** What was saved earlier goes once the new tags are there; where they do not get there, these go. */
async function replaceTags(world: World, before: Snapshot, all: Tags): Promise<void> {
  const { present, tags } = all;
  const { endpoints, digest } = world;
  const { name } = before;
  const fresh = keysWithout(tags, present);
  const write = () =>
    changeIn(world, { operation: 'AddTags', name }, () => endpoints.tag(before, tags));
  const remove = (send: () => Promise<void>) =>
    changeIn(world, { operation: 'DeleteTags', name }, send);
  await patiently(world, () => remove(() => endpoints.untag(before, [noTag])));
  try {
    await patiently(world, write);
    await readBack(world, before, tags);
  } catch (thrown) {
    if (fresh.length > 0) {
      const seconds = world.cancelled.aborted ? secondsToTidyUp.cancelled : secondsToTidyUp.usually;
      const call = () => endpoints.untag(before, fresh);
      await remove(() => within(seconds, world.clock, call)).catch(() => undefined);
    }
    throw thrown;
  }
  const earlier = present.filter(({ Key }) => savedIn(present, digest).keys.includes(Key));
  const stale = keysWithout(earlier, tags);
  if (stale.length > 0) await patiently(world, () => remove(() => endpoints.untag(before, stale)));
}

function keysWithout(tags: readonly Tag[], others: readonly Tag[]): readonly string[] {
  return tags.map(({ Key }) => Key).filter((key) => !others.some(({ Key }) => Key === key));
}

/** @throws Problem where they are not there as they were written. */
async function readBack(world: World, before: Snapshot, tags: readonly Tag[]): Promise<void> {
  for (let polls = 1; ; polls += 1) {
    const present = await patiently(world, () => world.endpoints.tags(before));
    const isThere = ({ Key, Value }: Tag) =>
      present.some((tag) => tag.Key === Key && tag.Value === Value);
    if (tags.every(isThere)) return;
    if (polls >= pollsForTags) throw notThere();
    await world.clock.sleep(firstPollSeconds, world.cancelled);
  }
}

/** What would not be restored from tags is not removed; the pre-flight has told it, unless it was overridden. */
function checkSavable({ targets }: SavedScaling): void {
  if (!whyNotSavable(targets)) return;
  throw new Problem('refused', phrase`This action could not restore it from tags.`, {
    remedy: phrase`The pre-flight says why.`,
  });
}

/** Tags that AWS itself puts do not count. */
function checkRoom(present: readonly Tag[], tags: readonly Tag[]): void {
  const others = present.filter(
    ({ Key }) => !/^aws:/i.test(Key) && !tags.some((tag) => tag.Key === Key),
  );
  const tooMany = tagViolationsOf([...others, ...tags]).find(({ place }) => place === '');
  if (!tooMany) return;
  throw new Problem(
    'refused',
    phrase`It takes ${tags.length} tags on the endpoint, which has ${others.length} others: a resource takes 50.`,
    { remedy: phrase`Remove tags from the endpoint.` },
  );
}

function notThere(): Problem {
  return new Problem(
    'refused',
    phrase`The tags were written, but are missing when they are read.`,
    {
      remedy: phrase`Find out what else writes tags of this endpoint.`,
    },
  );
}

function notSaved({ name }: Snapshot, cause: Problem): Problem {
  return new Problem(
    'scaling-not-saved',
    phrase`The auto scaling of ${name} must be off during this update, and could not be saved first: it was left unchanged, and nothing was updated. ${cause.what}`,
    {
      remedy: phrase`${cause.remedy} Or remove auto scaling by hand, roll out with \`autoscaling: ignore\`, and restore it by hand.`,
      rerun: cause.rerun,
      said: cause.said,
      cause,
    },
  );
}
