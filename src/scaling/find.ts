import { isAbsent, type Snapshot } from '../domain/endpoint.ts';
import type { JsonObject } from '../domain/json.ts';
import type { Plan } from '../domain/plan.ts';
import type { LookedUp } from '../domain/preflight/finding.ts';
import { Problem } from '../domain/problem.ts';
import { savedIn } from '../domain/saved-scaling.ts';
import {
  inTheWayOf,
  mergedTargets,
  retentionFor,
  type ScaledVariant,
  variantNamesOf,
} from '../domain/scaling.ts';
import { phrase } from '../domain/text/phrase.ts';
import { lookUp } from '../run/look-up.ts';
import { type Run, tell } from '../run/run.ts';
import { tagsFor } from '../run/tags.ts';

/** What an update is going to be between. */
interface Change {
  readonly serving: LookedUp<JsonObject>;
  readonly config: LookedUp<JsonObject>;
  readonly plan: Plan['kind'];
}

/**
 * Looks in the endpoint's tags for scaling that an interrupted run removed. What is found is
 * restored at the end, however this run ends.
 */
export async function findLeftScaling(run: Run, before: Snapshot): Promise<void> {
  if (isAbsent(before) || run.asked.autoscaling.kind === 'ignore') return;
  const tags = await tagsFor(run, before);
  if (tags.kind === 'not-readable') tellHidden(run, tags.problem);
  if (tags.kind !== 'found') return;
  const { saved, refused } = savedIn(tags.value, run.world.digest);
  if (refused.length > 0) tell(run, { kind: 'scaling', change: { kind: 'tags-refused', refused } });
  if (!saved) return;
  run.scaling = { ...run.scaling, saved };
  tell(run, { kind: 'scaling', change: { kind: 'left-by-a-run', saved } });
}

/**
 * Reads what is scaled, and from it whether counts are kept and what would make SageMaker refuse
 * the update. Without permission to read it that stays unknown, and the rollout goes on all the same.
 *
 * @throws Problem where an update would begin, and it cannot be read for another reason.
 */
export async function readScaling(run: Run, before: Snapshot, change: Change): Promise<void> {
  const isUpdate = change.plan === 'update' || change.plan === 'wait';
  if (isUpdate) await lookForTagsAgain(run, before);
  const { scaled, isComplete } = await scaledVariants(run, before);
  const { hidden } = run.scaling;
  if (isUpdate && mayShowLater(hidden)) throw notRead(hidden);
  const refusing = scaled && isUpdate ? inTheWayIn(scaled, change) : [];
  const inTheWay = isComplete ? refusing : [];
  const unsaved =
    hidden && !isComplete && refusing.length > 0
      ? { inTheWay: refusing, problem: hidden }
      : undefined;
  const choice = retentionFor(run.asked.retention, scaled);
  run.scaling = { ...run.scaling, scaled, inTheWay, unsaved, isOff: false };
  if (isAbsent(before)) return;
  const told = { scaled: scaled ?? [], inTheWay, choice: isUpdate ? choice : undefined };
  tell(run, { kind: 'scaling', change: { kind: 'found', ...told } });
}

/** What hid the tags at first may have passed by now, such as while another update was waited for. */
async function lookForTagsAgain(run: Run, before: Snapshot): Promise<void> {
  if (!mayShowLater(run.scaling.hidden)) return;
  run.scaling = { ...run.scaling, hidden: undefined };
  await findLeftScaling(run, before);
}

function mayShowLater(hidden: Problem | undefined): hidden is Problem {
  return hidden !== undefined && hidden.code !== 'access-denied';
}

/** What is scaled; with all that hangs on it, or by its targets alone. */
interface Scaled {
  /** Undefined: no one looked, or no one may. */
  readonly scaled: readonly ScaledVariant[] | undefined;
  readonly isComplete: boolean;
}

/** What is to stand on the variants that serve: as saved, and else as it is. */
async function scaledVariants(run: Run, before: Snapshot): Promise<Scaled> {
  const nothing = { scaled: undefined, isComplete: true };
  if (isAbsent(before) || run.asked.autoscaling.kind === 'ignore') return nothing;
  const variants = variantNamesOf(before);
  const live = await lookUp(run, () => run.world.scaling.read(before.name, variants));
  if (live.kind === 'not-readable') return targetsAlone(run, before, live.problem);
  if (live.kind !== 'found') return nothing;
  const saved = run.scaling.saved?.targets ?? [];
  const scaled = mergedTargets(
    saved.filter(({ variant }) => variants.includes(variant)),
    live.value,
  );
  return { scaled, isComplete: true };
}

/** Policies or schedules may take a permission that is missing: whether a variant is scaled is known without. */
async function targetsAlone(run: Run, before: Snapshot, problem: Problem): Promise<Scaled> {
  const read = () => run.world.scaling.targets(before.name, variantNamesOf(before));
  const isDenied = problem.code === 'access-denied';
  const found = isDenied ? await lookUp(run, read) : undefined;
  const scaled = found?.kind === 'found' ? found.value : undefined;
  tellHidden(
    run,
    problem,
    scaled?.map(({ variant }) => variant),
  );
  return { scaled, isComplete: scaled?.length === 0 };
}

function inTheWayIn(scaled: readonly ScaledVariant[], { serving, config }: Change) {
  if (serving.kind !== 'found' || config.kind !== 'found') return [];
  return inTheWayOf(scaled, serving.value, config.value);
}

/** Tells once that it cannot be read, and why. */
function tellHidden(run: Run, problem: Problem, targets?: readonly string[]): void {
  const isFirst = run.scaling.hidden === undefined;
  run.scaling = { ...run.scaling, hidden: run.scaling.hidden ?? problem };
  if (isFirst) tell(run, { kind: 'scaling', change: { kind: 'not-read', problem, targets } });
}

function notRead(cause: Problem): Problem {
  return new Problem(cause.code, cause.what, {
    remedy: phrase`${cause.remedy} Or set \`autoscaling: ignore\` to roll out without reading it.`,
    rerun: cause.rerun,
    said: cause.said,
    cause,
  });
}
