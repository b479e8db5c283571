import type { Listed, Made } from '../domain/clean-up.ts';
import { looksMadeFor, namesFor, stemFor } from '../domain/config-name.ts';
import { contentOf } from '../domain/endpoint-config.ts';
import type { JsonObject } from '../domain/json.ts';
import { isOwn, type Mark, markIn } from '../domain/mark.ts';
import { contentOfModel } from '../domain/models/model-content.ts';
import type { LookedUp } from '../domain/preflight/finding.ts';
import { createdAtOf } from '../domain/replaced.ts';
import type { Instant } from '../domain/request.ts';
import type { Endpoints } from '../ports.ts';
import { modelsNeededBy } from './in-use.ts';
import { lookUpFor, lookUpList, remember, type Sweep } from './sweep.ts';

/** Something that this action made for the endpoint. */
export interface Own extends Made {
  readonly listed: Listed;
  readonly createdAt: Instant;
}

/** How a configuration or a model is described, and what of that is its content. */
interface Kind {
  readonly describe: (from: Endpoints, name: string, endpointName: string) => Promise<JsonObject>;
  readonly contentOf: (described: JsonObject) => JsonObject;
}

const kinds: Readonly<Record<Made['kind'], Kind>> = {
  'endpoint configuration': {
    describe: (from, name, endpointName) => from.configuration(name, endpointName),
    contentOf,
  },
  model: {
    describe: (from, name, endpointName) => from.model(name, endpointName),
    contentOf: contentOfModel,
  },
};

/**
 * What this action made for the endpoint, the newest first: it carries our mark, and is named after its
 * content. Where there are no more models than are kept anyway, none is read.
 */
export async function readOwn(sweep: Sweep, kind: Made['kind']): Promise<LookedUp<readonly Own[]>> {
  const { endpointName } = sweep.run.asked;
  const all = await lookUpList(sweep, kind, stemFor(endpointName));
  if (all.kind !== 'found') return all;
  const alike = all.value.filter(({ name }) => looksMadeFor(endpointName, name));
  const isEnough = kind === 'model' && alike.length <= sweep.keep[kind];
  if (isEnough) return { kind: 'found', value: [] };
  const own: Own[] = [];
  for (const listed of alike) {
    const found = await lookUpOwn(sweep, kind, listed);
    if (found.kind === 'not-readable') return found;
    if (found.kind === 'found') own.push(found.value);
  }
  return { kind: 'found', value: own.toSorted((one, other) => other.createdAt - one.createdAt) };
}

/** As it is now; missing where it is not there, or not ours. */
export async function lookUpOwn(
  sweep: Sweep,
  kind: Made['kind'],
  listed: Listed,
): Promise<LookedUp<Own>> {
  const { asked, world, startedAt } = sweep.run;
  const { endpointName } = asked;
  const { name, arn } = listed;
  const tags = await lookUpFor(sweep, () => world.endpoints.tags({ name: endpointName, arn }));
  if (tags.kind !== 'found') return tags;
  const mark = markIn(tags.value);
  if (mark?.endpointName !== endpointName) return { kind: 'missing' };
  const described = await lookUpFor(sweep, () =>
    kinds[kind].describe(world.endpoints, name, endpointName),
  );
  if (described.kind !== 'found') return described;
  if (!isOurs(sweep, kind, { name, mark, described: described.value })) return { kind: 'missing' };
  if (kind === 'endpoint configuration') {
    const needs = modelsNeededBy({ kind: 'configuration', name }, described.value);
    remember(sweep, kind, { listed, needs });
  }
  const createdAt = createdAtOf(described.value) ?? startedAt;
  return { kind: 'found', value: { kind, name, listed, createdAt } };
}

function isOurs(
  { run: { asked, world } }: Sweep,
  kind: Made['kind'],
  {
    name,
    mark,
    described,
  }: { readonly name: string; readonly mark: Mark; readonly described: JsonObject },
): boolean {
  const content = kinds[kind].contentOf(described);
  return isOwn({ name, content }, mark, namesFor(asked.endpointName, world.digest));
}
