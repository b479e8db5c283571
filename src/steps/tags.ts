import type { Snapshot } from '../domain/endpoint.ts';
import type { LookedUp } from '../domain/preflight/finding.ts';
import type { Tag } from '../domain/tags.ts';
import { lookUp } from './look-up.ts';
import type { Run } from './run.ts';

/** The endpoint's tags as they were found, and the look for which they were read. */
export interface KnownTags {
  readonly endpoint: Snapshot;
  readonly tags: readonly Tag[];
}

/** The tags of the endpoint, read once as long as it stays as it is. */
export async function tagsFor(run: Run, endpoint: Snapshot): Promise<LookedUp<readonly Tag[]>> {
  const known = run.tags;
  if (known && isSameState(known.endpoint, endpoint)) return { kind: 'found', value: known.tags };
  const tags = await lookUp(run, () => run.world.endpoints.tags(endpoint));
  if (tags.kind === 'found') run.tags = { endpoint, tags: tags.value };
  return tags;
}

function isSameState(one: Snapshot, other: Snapshot): boolean {
  return (
    one.configName === other.configName &&
    one.lastModified === other.lastModified &&
    one.status === other.status
  );
}
