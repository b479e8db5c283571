import { differences } from '../domain/difference.ts';
import { isAbsent, type Snapshot } from '../domain/endpoint.ts';
import { canonicalText, derivedName, sameContent, withModel } from '../domain/endpoint-config.ts';
import type { JsonObject } from '../domain/json.ts';
import { Problem } from '../domain/problem.ts';
import { phrase } from '../domain/text/phrase.ts';
import { lookUp } from './look-up.ts';
import { type Run, tell } from './run.ts';

/** Without its target there is no rollout: what hides it is waited out for some ten minutes. */
const triesForTheTarget = 12;

/** The configuration to roll out: one that exists, or content that this run may have to create. */
export type Target =
  | { readonly kind: 'existing'; readonly name: string }
  | {
      readonly kind: 'made';
      readonly name: string;
      readonly content: JsonObject;
      /** Whether it is still to be created. */
      readonly isNew: boolean;
    };

/** Says what is to be rolled out, anew with each look at the endpoint; its name is empty while that is open. */
export type FindTarget = (run: Run, before: Snapshot) => Promise<Target>;

/** Whether another poll that shows something else to serve would lead to another target. */
export function comesFromWhatServes({ source }: Run['request']): boolean {
  return source.kind === 'model' || (source.kind === 'back' && source.name === undefined);
}

/**
 * What is to be rolled out to the endpoint as it is. The same content gets the same name, so that
 * a re-run, or two runs at once, find the same configuration.
 *
 * @throws Problem where the name is taken by other content, or there is nothing to copy.
 */
export async function findTarget(run: Run, before: Snapshot): Promise<Target> {
  const { source } = run.request;
  return resolved(
    run,
    source.kind === 'existing' || source.kind === 'back'
      ? { kind: 'existing', name: source.name ?? '' }
      : await madeTarget(run, before, source),
  );
}

/** Tells the target where it is another than before; from here on the request is about it. */
export function resolved(run: Run, target: Target): Target {
  const isNew = target.kind === 'made' && target.isNew;
  if (target.name !== run.request.endpointConfigName || isNew !== run.makesConfig) {
    run.request = { ...run.request, endpointConfigName: target.name };
    run.makesConfig = isNew;
    tell(run, { kind: 'resolved', endpointConfigName: target.name, isNew });
  }
  return target;
}

type MadeSource = Exclude<Run['request']['source'], { kind: 'existing' | 'back' }>;

async function madeTarget(run: Run, before: Snapshot, source: MadeSource): Promise<Target> {
  const { digest } = run.world;
  const { endpointName } = run.request;
  if (source.kind === 'file') return namedTarget(run, source.content, source.name);
  if (isAbsent(before)) throw nothingToCopy(endpointName);
  const live = await liveConfiguration(run, before.configName);
  const content = withModel(live, source.modelName, source.variantName);
  const isLive = sameContent(live, content) && source.name === undefined;
  const name = isLive ? before.configName : source.name;
  return namedTarget(
    run,
    content,
    name ?? derivedName(endpointName, digest(canonicalText(content))),
  );
}

async function liveConfiguration(run: Run, name: string): Promise<JsonObject> {
  const { endpointName } = run.request;
  const live = await lookUp(
    run,
    () => run.world.endpoints.configuration(name, endpointName),
    triesForTheTarget,
  );
  if (live.kind === 'found') return live.value;
  if (live.kind === 'not-readable') throw live.problem;
  const message = phrase`The endpoint configuration ${name}, which ${endpointName} serves, was deleted: it cannot be copied.`;
  throw new Problem('serving-config-not-found', message, {
    remedy: phrase`Give the configuration as \`endpoint-config-file\`, under the name of the deleted one first.`,
  });
}

/** Looks whether the name is there already: with the same content it is taken, else refused. */
async function namedTarget(
  run: Run,
  content: JsonObject,
  given: string | undefined,
): Promise<Target> {
  const { endpoints, digest } = run.world;
  const { endpointName } = run.request;
  const name = given ?? derivedName(endpointName, digest(canonicalText(content)));
  const found = await lookUp(
    run,
    () => endpoints.configuration(name, endpointName),
    triesForTheTarget,
  );
  if (found.kind === 'found' && !sameContent(found.value, content)) {
    throw otherContent(name, found.value, content);
  }
  if (found.kind === 'not-readable') throw found.problem;
  const isNew = found.kind === 'missing' && name !== run.createdConfig;
  return { kind: 'made', name, content, isNew };
}

function nothingToCopy(endpointName: string): Problem {
  return new Problem(
    'endpoint-not-found',
    phrase`There is no endpoint ${endpointName} whose configuration could be copied.`,
    {
      remedy: phrase`Give the first configuration as \`endpoint-config-file\`, or by its name. Later models can come by \`model-name\`.`,
    },
  );
}

function otherContent(name: string, there: JsonObject, wanted: JsonObject): Problem {
  const [before, after] = [there, wanted].map((content) => ({ name, content, models: {} }));
  const changes = before && after ? differences(before, after) : [];
  const said = changes.map(
    ({ place, before = 'nothing', after = 'nothing' }) =>
      `${place}: ${before} there, ${after} wanted`,
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
