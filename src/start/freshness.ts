import type { Snapshot } from '../domain/endpoint.ts';
import { modelNamesOf } from '../domain/endpoint-config.ts';
import { type Freshness, freshnessOf, type LookedUpByName } from '../domain/freshness.ts';
import type { JsonObject } from '../domain/json.ts';
import type { LookedUp } from '../domain/preflight/finding.ts';
import { lookUp, lookUpNew, patientTries } from '../run/look-up.ts';
import { lookUpModels } from '../run/look-up-models.ts';
import { recordBefore } from '../run/record.ts';
import type { Run } from '../run/run.ts';

/** What DescribeEndpointConfig says: without it there is no rollout. */
export function lookUpConfig(run: Run, name: string): Promise<LookedUp<JsonObject>> {
  const { endpoints } = run.world;
  return lookUp(run, () => endpoints.configuration(name, run.asked.endpointName), patientTries);
}

/** The same of what serves: it is not taken for deleted at once. */
export function lookUpServing(run: Run, name: string): Promise<LookedUp<JsonObject>> {
  const { endpoints } = run.world;
  return lookUpNew(run, () => endpoints.configuration(name, run.asked.endpointName), patientTries);
}

/** Says of a configuration of that name whether it is what runs under the name. */
export type Compare = (name: string, described?: JsonObject) => Freshness;

/** Reads the models of the content as they are now, and since when the endpoint serves what it serves. */
export async function readToCompare(
  run: Run,
  before: Snapshot,
  content: JsonObject,
): Promise<Compare> {
  const models: LookedUpByName = await lookUpModels(run, modelNamesOf(content), (each, call) =>
    lookUpNew(each, call, patientTries),
  );
  const record = await recordBefore(run, before);
  return (name, described) => freshnessOf({ name, content, described, models }, before, record);
}
