import { absentEndpoint, isAbsent, type Snapshot } from '../domain/endpoint.ts';
import {
  type Configuration,
  initialInstancesOf,
  modelNamesOf,
  productionVariantsOf,
} from '../domain/endpoint-config.ts';
import { foundIn, type LookedUpByName } from '../domain/freshness.ts';
import type { JsonObject } from '../domain/json.ts';
import { slowestLaunchSeconds } from '../domain/launch.ts';
import { packagesOf } from '../domain/models/variant-package.ts';
import type { Plan } from '../domain/plan.ts';
import { contentFindings } from '../domain/preflight/content.ts';
import type { Finding, LookedUp } from '../domain/preflight/finding.ts';
import { unknownFindings } from '../domain/preflight/unknown.ts';
import { blocking, preflight } from '../domain/preflight.ts';
import { Problem } from '../domain/problem.ts';
import { inLog } from '../domain/text/log.ts';
import { joined, phrase } from '../domain/text/phrase.ts';
import { lookUp, lookUpNew } from '../run/look-up.ts';
import { lookUpModels } from '../run/look-up-models.ts';
import { type Run, requestOf, tell } from '../run/run.ts';
import { knownTags } from '../run/tags.ts';
import { readScaling } from '../scaling/find.ts';
import { readCommitOrder } from './commit-order.ts';
import { readAlarms } from './read-alarms.ts';
import { findReplacement } from './replacement.ts';
import type { Target } from './target.ts';

/** Both configurations with their models, as far as they can be read. */
interface Sides {
  readonly serving: LookedUp<JsonObject>;
  readonly config: LookedUp<JsonObject>;
  readonly models: LookedUpByName;
}

/**
 * Reads all that there is to know beforehand, and tells what changes, what will be done and what
 * the pre-flight found. Only a cancelled job is thrown.
 */
export async function prepare(
  run: Run,
  before: Snapshot,
  { target, plan }: { readonly target: Target; readonly plan: Plan },
): Promise<readonly Finding[]> {
  const isToGo = plan.kind === 'replace';
  // What replaces it comes into being as where there is none.
  const found = isToGo ? absentEndpoint(before.name) : before;
  const sides = await readSides(run, found, target);
  await readScaling(run, found, { ...sides, plan: plan.kind });
  tellComparison(run, found, sides);
  const { config } = sides;
  const launchSeconds = slowestLaunchSeconds(config.kind === 'found' ? config.value : undefined);
  const findings = [
    ...(isToGo ? await findReplacement(run, before) : []),
    ...contentFindings(
      { replacements: [], toCreate: [], doubt: undefined, ...target, plan: plan.kind },
      found,
    ),
    ...unknownFindings(run.asked, plan.kind),
    ...(run.asked.preflight === 'off'
      ? []
      : await check(run, found, { ...sides, target, tagged: before })),
  ];
  const instances = instancesOf(run, found, sides.config);
  const planned = { plan: plan.kind, findings, snapshot: before, instances, launchSeconds };
  tell(run, { kind: 'planned', ...planned });
  return findings;
}

/** @throws Problem `preflight`, which names everything that stops the rollout. */
export function stopWhereBlocked(run: Run, findings: readonly Finding[]): void {
  const errors = blocking(findings, run.asked.preflight);
  if (errors.length === 0) return;
  const count = errors.length === 1 ? phrase`1 error` : phrase`${errors.length} errors`;
  throw new Problem('preflight', phrase`The pre-flight found ${count}, and nothing was changed.`, {
    remedy: joined(
      errors.map(({ remedy }) => remedy),
      ' ',
    ),
    said: inLog(
      joined(
        errors.map(({ seen }) => seen),
        ' ',
      ),
    ),
  });
}

async function readSides(run: Run, before: Snapshot, target: Target): Promise<Sides> {
  const { endpoints } = run.world;
  const { endpointName } = run.asked;
  const serving: LookedUp<JsonObject> = isAbsent(before)
    ? { kind: 'missing' }
    : await lookUp(run, () => endpoints.configuration(before.configName, endpointName));
  const config: LookedUp<JsonObject> =
    target.kind === 'made'
      ? { kind: 'found', value: target.content }
      : await lookUpNew(run, () => endpoints.configuration(target.name, endpointName));
  const names = [serving, config].flatMap((side) =>
    side.kind === 'found' ? modelNamesOf(side.value) : [],
  );
  const fresh = newModels(target);
  const known = names.filter((name) => !Object.hasOwn(fresh, name));
  return { serving, config, models: { ...(await lookUpModels(run, known)), ...fresh } };
}

/** What is going to be created counts as found. */
function newModels({ models = [] }: Target): LookedUpByName {
  return Object.fromEntries(
    models.flatMap(({ name, content, isNew }) =>
      isNew && content ? [[name, { kind: 'found', value: content } as const]] : [],
    ),
  );
}

function tellComparison(run: Run, before: Snapshot, { serving, config, models }: Sides): void {
  const hidden = [serving, config].find((side) => side.kind === 'not-readable');
  if (hidden) tell(run, { kind: 'not-compared', problem: hidden.problem });
  const isCreated = isAbsent(before) && run.asked.createEndpoint !== 'never';
  if (config.kind !== 'found' || (serving.kind !== 'found' && !isCreated)) return;
  tell(run, {
    kind: 'compared',
    before: configuration(before.configName, serving.kind === 'found' ? serving.value : {}, models),
    after: configuration(requestOf(run).endpointConfigName, config.value, models),
  });
}

function configuration(name: string, content: JsonObject, models: LookedUpByName): Configuration {
  const named = modelNamesOf(content);
  const own = Object.entries(models).filter(([model]) => named.includes(model));
  return { name, content, models: foundIn(Object.fromEntries(own)) };
}

async function check(
  run: Run,
  before: Snapshot,
  { target, tagged, ...sides }: Sides & { readonly target: Target; readonly tagged: Snapshot },
): Promise<readonly Finding[]> {
  const { world } = run;
  const request = requestOf(run);
  const wanted = sides.config.kind === 'found' ? modelNamesOf(sides.config.value) : [];
  const models = Object.entries(sides.models).filter(([name]) => wanted.includes(name));
  return preflight({
    region: world.region,
    request,
    createEndpoint: request.createEndpoint !== 'never',
    endpoint: isAbsent(before) ? { kind: 'missing' } : { kind: 'found', value: before },
    config: sides.config,
    serving: sides.serving,
    models: Object.fromEntries(models),
    newModels: target.models ?? [],
    packages: packagesOf(target.models ?? []),
    toCreate: target.kind === 'made' ? target.toCreate : [],
    ...(await readAlarms(run, before)),
    commits: await readCommitOrder(run, before),
    inTheWay: run.scaling.inTheWay,
    tags: knownTags(run, tagged) ?? [],
    unsaved: run.scaling.unsaved,
    isHostedRunner: world.isHostedRunner,
    credentials: await world.credentials.lifetime(),
    now: world.clock.now(),
  });
}

/** Instances of the new fleet's largest variant, as far as that is known beforehand. */
function instancesOf(run: Run, before: Snapshot, config: LookedUp<JsonObject>): number | undefined {
  const live = before.variants.flatMap(({ desiredInstances }) => desiredInstances ?? []);
  const initial =
    config.kind === 'found'
      ? productionVariantsOf(config.value).flatMap((variant) => initialInstancesOf(variant) ?? [])
      : [];
  const counts =
    requestOf(run).retention.kind === 'none' && config.kind === 'found' ? initial : live;
  return counts.length > 0 ? Math.max(...counts) : undefined;
}
