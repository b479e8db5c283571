import { deleted } from '../domain/doubt.ts';
import { isAbsent, type Snapshot } from '../domain/endpoint.ts';
import { contentOf, variantForModel } from '../domain/endpoint-config.ts';
import type { JsonObject } from '../domain/json.ts';
import type { WantedModel } from '../domain/models/model-source.ts';
import { writtenModels } from '../domain/models/wanted-model.ts';
import type { LookedUp } from '../domain/preflight/finding.ts';
import { Problem } from '../domain/problem.ts';
import type { RolloutRequest } from '../domain/request.ts';
import { phrase } from '../domain/text/phrase.ts';
import { patiently } from '../run/look-up.ts';
import type { Run } from '../run/run.ts';
import { chooseModels } from './choose-models.ts';
import { lookUpServing } from './freshness.ts';
import { madeTarget } from './made-target.ts';
import { existingTarget, resolved, type Target } from './target.ts';

/**
 * What is to be rolled out to the endpoint as it is. The same content gets the same name, so that
 * a re-run, or two runs at once, find the same configuration.
 *
 * @throws Problem where the name is taken by other content, or there is nothing to copy.
 */
export async function findTarget(run: Run, before: Snapshot): Promise<Target> {
  const { source } = run.asked;
  return resolved(run, await targetOf(run, before, source));
}

type Source = RolloutRequest['source'];

async function targetOf(run: Run, before: Snapshot, source: Source): Promise<Target> {
  if (source.kind === 'nothing') throw new Error('Nothing is to be rolled out.');
  if (source.kind === 'existing' || source.kind === 'back') {
    const { name = '' } = source;
    if (!run.asked.redeploy) return existingTarget(run, before, { name, wayOut: 'by-name' });
    const live = await liveConfiguration(run, before);
    const content = contentOf(await namedContent(run, before, { name, live }));
    return madeTarget(run, before, { content, given: undefined, live });
  }
  const live = await liveConfiguration(run, before);
  const written = source.kind === 'file' ? source.content : contentOf(copied(before, live));
  const wanted = wantedModels(written, source);
  const { content, models } = await chooseModels(run, before, { written, wanted, live });
  return { ...(await madeTarget(run, before, { content, given: source.name, live })), models };
}

/** The models that the variants are to have, where they do not name them. */
function wantedModels(
  content: JsonObject,
  source: Extract<Source, { kind: 'file' | 'model' }>,
): readonly WantedModel[] {
  if (source.kind === 'file')
    return [...writtenModels(content), ...(source.model ? [source.model] : [])];
  return [{ variant: variantForModel(content, source.variantName), source: source.model }];
}

async function liveConfiguration(run: Run, before: Snapshot): Promise<LookedUp<JsonObject>> {
  return isAbsent(before) ? { kind: 'missing' } : lookUpServing(run, before.configName);
}

/** @throws Problem where there is nothing to copy. */
function copied(before: Snapshot, live: LookedUp<JsonObject>): JsonObject {
  switch (live.kind) {
    case 'found':
      return live.value;
    case 'not-readable':
      throw live.problem;
    case 'missing':
      throw isAbsent(before) ? nothingToCopy(before.name) : deleted(before).problem;
  }
}

/** @throws Problem where the configuration is not there, or cannot be read. */
async function namedContent(
  { world, asked }: Run,
  before: Snapshot,
  { name, live }: { readonly name: string; readonly live: LookedUp<JsonObject> },
): Promise<JsonObject> {
  if (name === before.configName) return copied(before, live);
  return patiently(world, () => world.endpoints.configuration(name, asked.endpointName));
}

function nothingToCopy(endpointName: string): Problem {
  return new Problem(
    'endpoint-not-found',
    phrase`There is no endpoint ${endpointName} whose configuration could be copied.`,
    {
      remedy: phrase`Give the first configuration as \`endpoint-config-file\`, or by its name. Later models can come by \`model-name\` or \`image\`.`,
    },
  );
}
