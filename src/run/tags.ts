import { agree } from '../domain/agreement.ts';
import type { Snapshot } from '../domain/endpoint.ts';
import type { LookedUp } from '../domain/preflight/finding.ts';
import type { Tag } from '../domain/tags.ts';
import { lookUp } from './look-up.ts';
import type { Run } from './run.ts';

/** The tags of the endpoint, read once as long as it stays as it is. */
export async function tagsFor(run: Run, endpoint: Snapshot): Promise<LookedUp<readonly Tag[]>> {
  const known = knownTags(run, endpoint);
  if (known) return { kind: 'found', value: known };
  const tags = await lookUp(run, () => run.world.endpoints.tags(endpoint));
  if (tags.kind === 'found') run.tags = { endpoint, tags: tags.value };
  return tags;
}

/** Those that were read while the endpoint was as in that snapshot. */
export function knownTags({ tags }: Run, endpoint: Snapshot): readonly Tag[] | undefined {
  return tags && agree(tags.endpoint, endpoint) ? tags.tags : undefined;
}
