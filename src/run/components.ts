import type { Snapshot } from '../domain/endpoint.ts';
import { everyVariantOf, hostsComponents } from '../domain/endpoint-config.ts';
import type { LookedUp } from '../domain/preflight/finding.ts';
import { lookUp } from './look-up.ts';
import type { Run } from './run.ts';

/** The inference components on an endpoint. Where all its variants name models there is room for none. */
export async function componentsOn(
  run: Run,
  { name, configName }: Snapshot,
): Promise<LookedUp<readonly string[]>> {
  const { endpoints, deletions } = run.world;
  const config = await lookUp(run, () => endpoints.configuration(configName, name));
  if (config.kind === 'found' && !everyVariantOf(config.value).some(hostsComponents)) {
    return { kind: 'found', value: [] };
  }
  return lookUp(run, () => deletions.components(name));
}
