import { unless } from '../cancellation.ts';
import { type Configuration, modelNamesOf } from '../domain/endpoint-config.ts';
import type { JsonObject } from '../domain/json.ts';
import { problemFrom } from '../domain/problem.ts';
import { type Run, tell } from './run.ts';

/** Reads what serves and what is to serve, once, so that the report can say what changes. Never fatal. */
export async function compare(run: Run, servingName: string): Promise<void> {
  if (run.comparedWith === servingName) return;
  run.comparedWith = servingName;
  try {
    const before = await read(run, servingName);
    const after = await read(run, run.request.endpointConfigName);
    tell(run, { kind: 'compared', before, after });
  } catch (thrown) {
    run.world.cancelled.throwIfAborted();
    tell(run, { kind: 'not-compared', problem: problemFrom(thrown) });
  }
}

/** A configuration with its models, as far as the role may read those. */
async function read({ request, world }: Run, name: string): Promise<Configuration> {
  const { endpoints, cancelled } = world;
  const { endpointName } = request;
  const content = await unless(cancelled, endpoints.configuration(name, endpointName));
  const models: Record<string, JsonObject> = {};
  for (const modelName of modelNamesOf(content)) {
    const model = endpoints.model(modelName, endpointName).catch(() => undefined);
    const found = await unless(cancelled, model);
    if (found) models[modelName] = found;
  }
  return { name, content, models };
}
