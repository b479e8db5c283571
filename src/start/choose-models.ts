import { namesFor } from '../domain/config-name.ts';
import { deleted } from '../domain/doubt.ts';
import { isAbsent, type Snapshot } from '../domain/endpoint.ts';
import { everyVariantOf, variantNameOf, withModelNames } from '../domain/endpoint-config.ts';
import { type JsonObject, textAt } from '../domain/json.ts';
import type { ChosenModel } from '../domain/models/chosen-model.ts';
import { canonicalModel, contentOfModel } from '../domain/models/model-content.ts';
import { packagesIn } from '../domain/models/model-package.ts';
import type { WantedModel } from '../domain/models/model-source.ts';
import { wantedContent } from '../domain/models/wanted-model.ts';
import type { LookedUp } from '../domain/preflight/finding.ts';
import { Problem } from '../domain/problem.ts';
import { isMadeFrom } from '../domain/same-content.ts';
import { phrase } from '../domain/text/phrase.ts';
import { lookUp, lookUpNew, patientTries } from '../run/look-up.ts';
import type { Run } from '../run/run.ts';
import { findPackages } from './find-package.ts';

/** A configuration as it is written or copied, and the models that its variants are to have. */
interface Written {
  readonly written: JsonObject;
  readonly wanted: readonly WantedModel[];
  /** The configuration that serves. */
  readonly live: LookedUp<JsonObject>;
}

/** The configuration with the names of its models, and these. */
export interface Chosen {
  readonly content: JsonObject;
  readonly models: readonly ChosenModel[];
}

/**
 * Names the models by their content, so that a re-run, or two runs at once, find the same ones. Where
 * the model that serves in a variant says the same, it is taken.
 *
 * @throws Problem where a name is taken by other content, or what is there cannot be read.
 */
export async function chooseModels(
  run: Run,
  before: Snapshot,
  { written, wanted, live }: Written,
): Promise<Chosen> {
  const models: ChosenModel[] = [];
  for (const each of wanted) {
    const serving =
      each.source.kind === 'existing' ? undefined : await servingModel(run, before, each, live);
    models.push(await chosenModel(run, each, { written, serving }));
  }
  const names = Object.fromEntries(models.map(({ variant, name }) => [variant, name]));
  return { content: withModelNames(written, names), models };
}

/** The model that serves in a variant: its name, and what it says unless it was deleted. */
interface Serving {
  readonly name: string;
  readonly described: JsonObject | undefined;
}

/** @throws Problem where it is to be changed, and cannot be read. */
async function servingModel(
  run: Run,
  before: Snapshot,
  { variant, source }: WantedModel,
  live: LookedUp<JsonObject>,
): Promise<Serving | undefined> {
  if (live.kind === 'not-readable') throw live.problem;
  const isChanged = source.kind !== 'written';
  if (live.kind === 'missing') {
    if (isChanged && !isAbsent(before)) throw deleted(before).problem;
    return undefined;
  }
  const variants = everyVariantOf(live.value);
  const [only, ...others] = variants;
  // Under a new name of its variant a model is still the successor of the only one that serves.
  const own =
    variants.find((each) => variantNameOf(each) === variant) ??
    (others.length === 0 ? only : undefined);
  const name = own && textAt(own, 'ModelName');
  if (name === undefined) return undefined;
  const found = await lookUpModel(run, name, lookUpNew);
  if (!found && isChanged) throw servesDeleted(variant, name);
  return { name, described: found };
}

/** @throws Problem where it cannot be read. */
async function lookUpModel(
  run: Run,
  name: string,
  how: typeof lookUp,
): Promise<JsonObject | undefined> {
  const { endpoints } = run.world;
  const found = await how(run, () => endpoints.model(name, run.asked.endpointName), patientTries);
  if (found.kind === 'not-readable') throw found.problem;
  return found.kind === 'found' ? found.value : undefined;
}

async function chosenModel(
  run: Run,
  wanted: WantedModel,
  { written, serving }: { readonly written: JsonObject; readonly serving: Serving | undefined },
): Promise<ChosenModel> {
  const { variant, source } = wanted;
  if (source.kind === 'existing') {
    const { name } = source;
    const unknown = { content: undefined, serving: undefined, packages: [] };
    return { variant, name, isNew: false, ...unknown };
  }
  const { executionRoleArn: roleArn, redeploy } = run.asked;
  const described = serving?.described;
  const { source: made, packages } = await findPackages(run, source);
  const content = wantedContent(made, { roleArn, config: written, serving: described });
  const chosen = { variant, content, serving: described, packages };
  const isSame = described && canonicalModel(described) === canonicalModel(content);
  if (serving && isSame && !redeploy) return { ...chosen, name: serving.name, isNew: false };
  const nameOf = namesFor(run.asked.endpointName, run.world.digest);
  const parts = { content, run: redeploy ? run.world.origin.run : undefined };
  const plain = nameOf(parts);
  // What serves under the name of this content, and was deleted, is not taken for the same.
  const isGone = plain === serving?.name && !described;
  const datedAt = isGone ? 0 : undefined;
  const name = isGone ? nameOf({ ...parts, newestModelAt: datedAt }) : plain;
  return { ...chosen, name, datedAt, isNew: !(await isThere(run, name, content)) };
}

/** @throws Problem where a model of the name has other content. */
async function isThere(run: Run, name: string, content: JsonObject): Promise<boolean> {
  const there = await lookUpModel(run, name, lookUp);
  if (!there) return run.told.state.createdModels.includes(name);
  // What DescribeModel answers for a package's image, data and variables is not published.
  const kind = packagesIn(content).length > 0 ? 'of-the-content' : 'of-a-model';
  if (isMadeFrom(content, contentOfModel(there), kind)) return true;
  throw new Problem(
    'model-differs',
    phrase`The model ${name} exists already, with other content.`,
    {
      remedy: phrase`Its name is made from the content that is wanted, so another tool created it: delete it, if nothing uses it.`,
      rerun: phrase`Then re-run this job.`,
    },
  );
}

function servesDeleted(variant: string, name: string): Problem {
  const message = phrase`The model ${name}, which serves in variant ${variant}, was deleted: it cannot be copied.`;
  return new Problem('model-not-found', message, {
    remedy: phrase`Write the model as \`Model\` of the variant in \`endpoint-config-file\`.`,
  });
}
