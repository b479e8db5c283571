import { agree } from '../domain/agreement.ts';
import type { Snapshot } from '../domain/endpoint.ts';
import type { LookedUp } from '../domain/preflight/finding.ts';
import { recordIn } from '../domain/record.ts';
import type { Tag } from '../domain/tags.ts';
import { lookUp } from './look-up.ts';
import { type Run, tell } from './run.ts';

/** The tags of the endpoint, read once as long as it stays as it is. */
export async function tagsFor(run: Run, endpoint: Snapshot): Promise<LookedUp<readonly Tag[]>> {
  const known = knownTags(run, endpoint);
  if (known) return { kind: 'found', value: known };
  const tags = await lookUp(run, () => run.world.endpoints.tags(endpoint));
  if (tags.kind !== 'found') return tags;
  run.tags = { endpoint, tags: tags.value };
  const commit = recordIn(tags.value)?.commit;
  if (commit !== undefined && run.told.state.servedCommit === undefined) {
    tell(run, { kind: 'served-commit', commit });
  }
  return tags;
}

/** Those that were read while the endpoint was as in that snapshot. */
export function knownTags({ tags }: Run, endpoint: Snapshot): readonly Tag[] | undefined {
  return tags && agree(tags.endpoint, endpoint) ? tags.tags : undefined;
}
