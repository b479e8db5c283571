import { type JsonObject, textAt } from '../domain/json.ts';
import { withContainers } from '../domain/models/model-content.ts';
import { type ModelPackage, modelPackageOf, packagesIn } from '../domain/models/model-package.ts';
import type { ModelSource } from '../domain/models/model-source.ts';
import {
  newestApproved,
  noneApproved,
  noSuchVersion,
  versionAmong,
} from '../domain/models/newest-package.ts';
import {
  type PackageReference,
  referenceText,
  type VersionOf,
} from '../domain/models/package-reference.ts';
import type { MadeSource } from '../domain/models/wanted-model.ts';
import type { LookedUp } from '../domain/preflight/finding.ts';
import type { Problem } from '../domain/problem.ts';
import { lookUp } from '../run/look-up.ts';
import type { Run } from '../run/run.ts';

/**
 * The package that is meant. It is found once a run: what was shown and checked is what is rolled out,
 * even if another version is approved meanwhile.
 *
 * @throws Problem where there is none, or it cannot be read: then no one knows whether it is approved.
 */
export async function findPackage(run: Run, reference: PackageReference): Promise<ModelPackage> {
  const text = referenceText(reference);
  const known = run.packages.get(text);
  if (known) return known;
  const { name, of } =
    reference.kind === 'one'
      ? reference
      : { name: await newestOf(run, reference.group), of: undefined };
  const described = await describe(run, name);
  const found = modelPackageOf(
    described.kind === 'not-readable' && of
      ? await describeListed(run, of, described.problem)
      : readOrThrow(described),
  );
  run.packages.set(text, found);
  return found;
}

/** What a model is made of, and the packages among that. */
interface Packaged {
  readonly source: MadeSource;
  readonly packages: readonly ModelPackage[];
}

/** Looks up the packages that the source of a model names, also in the containers that are written. */
export async function findPackages(
  run: Run,
  source: MadeSource | Extract<ModelSource, { kind: 'package' }>,
): Promise<Packaged> {
  if (source.kind === 'package') {
    const given = await findPackage(run, source.reference);
    return { source: { kind: 'packaged', given }, packages: [given] };
  }
  if (source.kind !== 'written') return { source, packages: [] };
  const found = new Map<string, ModelPackage>();
  for (const name of packagesIn(source.content)) {
    found.set(name, await findPackage(run, { kind: 'one', name, of: undefined }));
  }
  const content = withContainers(source.content, (container) => {
    const given = found.get(textAt(container, 'ModelPackageName') ?? '');
    return given ? { ...container, ModelPackageName: given.arn } : container;
  });
  return { source: { kind: 'written', content }, packages: [...found.values()] };
}

async function newestOf(run: Run, group: string): Promise<string> {
  const versions = readOrThrow(await list(run, group));
  const newest = newestApproved(versions);
  if (newest === undefined) throw noneApproved(group, versions);
  return newest;
}

/** Whether DescribeModelPackage takes `group/version` is not published: the list of the group has the ARN. */
async function describeListed(run: Run, of: VersionOf, problem: Problem): Promise<JsonObject> {
  if (problem.code !== 'model-package-not-found' && problem.code !== 'refused') throw problem;
  const versions = await list(run, of.group);
  if (versions.kind !== 'found') throw problem;
  const arn = versionAmong(versions.value, of.version);
  if (arn === undefined) throw noSuchVersion(of, versions.value);
  return readOrThrow(await describe(run, arn));
}

function describe(run: Run, name: string) {
  const { registry } = run.world;
  return lookUp(run, () => registry.package(name, run.asked.endpointName));
}

function list(run: Run, group: string) {
  const { registry } = run.world;
  return lookUp(run, () => registry.versions(group, run.asked.endpointName));
}

/** @throws Problem where it could not be read. */
function readOrThrow<T>(found: LookedUp<T>): T {
  if (found.kind === 'found') return found.value;
  throw found.kind === 'not-readable'
    ? found.problem
    : new Error('The registry says why it has none.');
}
