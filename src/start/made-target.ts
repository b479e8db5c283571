import { type NameParts, namesFor, nameToRollOut } from '../domain/config-name.ts';
import { differences } from '../domain/difference.ts';
import { inFlightOf, type Snapshot } from '../domain/endpoint.ts';
import type { JsonObject } from '../domain/json.ts';
import type { LookedUp } from '../domain/preflight/finding.ts';
import { Problem } from '../domain/problem.ts';
import { whatIsReplaced } from '../domain/replaced.ts';
import type { Instant } from '../domain/request.ts';
import { isMadeFrom, sameContent } from '../domain/same-content.ts';
import { phrase } from '../domain/text/phrase.ts';
import type { Run } from '../run/run.ts';
import { lookUpConfig, readToCompare } from './freshness.ts';
import { doubtBy, isTaken, type Target } from './target.ts';

/** Content to roll out, and what there is to hold it against. */
export interface Wanted {
  readonly content: JsonObject;
  /** The name to create it under, where the user gives one. */
  readonly given: string | undefined;
  /** The configuration that serves; missing too where there is no endpoint. */
  readonly live: LookedUp<JsonObject>;
}

/**
 * Where the content serves already, nothing is to be rolled out, whatever its name. Else it gets the name
 * that is given, or one that is made from it; a configuration that has the name is taken where it says
 * the same.
 *
 * @throws Problem where the name is taken by other content, or what is there cannot be read.
 */
export async function madeTarget(run: Run, before: Snapshot, wanted: Wanted): Promise<Target> {
  const { given, content, live } = wanted;
  const name = given ?? namer(run, content)();
  const { recreatedConfig } = run.told.state;
  if (name === before.configName && (live.kind === 'missing' || name === recreatedConfig)) {
    return recreatedTarget(run, before, { content, live });
  }
  if (given === undefined || run.asked.redeploy) return unnamedTarget(run, before, wanted);
  return namedTarget(run, before, { ...wanted, given });
}

/**
 * The serving configuration was deleted, and its name is that of the content: it is created again
 * under it, since SageMaker updates no endpoint without. What it said cannot be compared, and what an
 * update to the name that serves does is unpublished: the content is rolled out under another one.
 */
async function recreatedTarget(
  run: Run,
  { configName: serving }: Snapshot,
  { content, live }: Pick<Wanted, 'content' | 'live'>,
): Promise<Target> {
  const nameOf = namer(run, content);
  const plain = nameOf();
  const name = plain === serving ? nameOf(0) : plain;
  const target = made(run, name, { content, there: await findThere(run, name, content) });
  const there = live.kind === 'found' ? live.value : undefined;
  const again = made(run, serving, { content, there });
  const toCreate = [...target.toCreate, ...again.toCreate];
  return { ...target, toCreate, datedAt: name === plain ? undefined : 0 };
}

async function unnamedTarget(run: Run, before: Snapshot, wanted: Wanted): Promise<Target> {
  const { content, live } = wanted;
  const { configName: serving } = before;
  const nameOf = namer(run, content);
  const plain = nameOf();
  const inFlight = inFlightOf(before).configName;
  const isSame =
    live.kind === 'found' &&
    (sameContent(live.value, content) ||
      (plain === serving && isMadeFrom(content, live.value, 'of-the-content')));
  const toMake = async (name: string, datedAt?: Instant) => ({
    ...made(run, name, { content, there: await findThere(run, name, content) }),
    datedAt,
  });
  if (!isSame && plain !== serving && plain !== inFlight) return toMake(plain);
  const compare = await readToCompare(run, before, content);
  const described = live.kind === 'found' && plain !== serving ? live.value : undefined;
  const ofServing = compare(serving, described);
  const isOutdated = compare(plain).replacements.length > 0;
  const name = nameToRollOut({
    plain,
    dated: nameOf(ofServing.newestModelAt),
    serving: {
      name: serving,
      isSame: isSame && !run.asked.redeploy,
      replaced: whatIsReplaced(ofServing.replacements),
    },
    inFlight: inFlight === undefined ? undefined : { name: inFlight, isOutdated },
  });
  const target = await toMake(name, name === plain ? undefined : ofServing.newestModelAt);
  if (!isTaken(name, before))
    return { ...target, replacements: isSame ? ofServing.replacements : [] };
  // A name that this run has made says that the content was rolled out since it began.
  if (run.asked.redeploy) return target;
  const doubt = doubtBy({ ...ofServing, replacements: [] }, before, { name, wayOut: 'by-name' });
  return { ...target, doubt };
}

/** Makes names of the content. */
function namer({ asked, world }: Run, content: JsonObject) {
  const nameOf = namesFor(asked.endpointName, world.digest);
  const run = asked.redeploy ? world.origin.run : undefined;
  return (newestModelAt?: NameParts['newestModelAt']) => nameOf({ content, run, newestModelAt });
}

async function namedTarget(
  run: Run,
  before: Snapshot,
  { content, given: name }: Wanted & { readonly given: string },
): Promise<Target> {
  const there = await findThere(run, name, content, 'given');
  const target = made(run, name, { content, there });
  if (!there || !isTaken(name, before)) return target;
  const compare = await readToCompare(run, before, content);
  const asked = { name, wayOut: 'given-content' } as const;
  const doubt = doubtBy(compare(name, there), before, asked);
  const begun = doubt?.kind === 'replaced' && name === before.configName;
  return (begun && (await begunBefore(run, content))) || { ...target, doubt };
}

/**
 * An earlier run may have created the deleted configuration again, and have come no further: the other
 * one that it made comes first.
 */
async function begunBefore(run: Run, content: JsonObject): Promise<Target | undefined> {
  const name = namer(run, content)();
  const there = await findThere(run, name, content);
  return there && made(run, name, { content, there });
}

/**
 * What is there under that name, if anything.
 *
 * @throws Problem where it says something else, or cannot be read.
 */
async function findThere(
  run: Run,
  name: string,
  content: JsonObject,
  kind: Parameters<typeof isMadeFrom>[2] = 'of-the-content',
): Promise<JsonObject | undefined> {
  const found = await lookUpConfig(run, name);
  if (found.kind === 'not-readable') throw found.problem;
  if (found.kind === 'missing') return undefined;
  if (!isMadeFrom(content, found.value, kind)) throw otherContent(name, found.value, content);
  return found.value;
}

function made(
  { told }: Run,
  name: string,
  { content, there }: { readonly content: JsonObject; readonly there: JsonObject | undefined },
): Extract<Target, { kind: 'made' }> {
  const isNew = !there && !told.state.createdConfigs.includes(name);
  return { kind: 'made', name, content, toCreate: isNew ? [name] : [], replacements: [] };
}

function otherContent(name: string, there: JsonObject, wanted: JsonObject): Problem {
  const [before, after] = [there, wanted].map((content) => ({ name, content, models: {} }));
  const changes = before && after ? differences(before, after) : [];
  const said = changes.map(({ place, before = 'nothing', after = 'nothing', hidden }) =>
    hidden ? `${place}: ${hidden}` : `${place}: ${before} there, ${after} wanted`,
  );
  return new Problem(
    'config-differs',
    phrase`The endpoint configuration ${name} exists already, with other content.`,
    {
      remedy: phrase`Configurations cannot be changed: give another \`endpoint-config-name\`, or none, to have one made from the content.`,
      said: said.join('; '),
    },
  );
}
