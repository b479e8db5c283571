import type { LookedUpByName } from '../domain/freshness.ts';
import type { JsonObject } from '../domain/json.ts';
import type { LookedUp } from '../domain/preflight/finding.ts';
import { lookUp } from './look-up.ts';
import type { Run } from './run.ts';

/** What DescribeModel says of each, once each. Only a cancelled job is thrown. */
export async function lookUpModels(
  run: Run,
  names: readonly string[],
  how: (run: Run, call: () => Promise<JsonObject>) => Promise<LookedUp<JsonObject>> = lookUp,
): Promise<LookedUpByName> {
  const { endpoints } = run.world;
  const { endpointName } = run.asked;
  const models: Record<string, LookedUp<JsonObject>> = {};
  for (const name of new Set(names)) {
    models[name] = await how(run, () => endpoints.model(name, endpointName));
  }
  return models;
}
