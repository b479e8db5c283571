import type { Need } from './clean-up.ts';
import { isRunning, type Snapshot } from './endpoint.ts';
import type { RolloutRecord } from './record.ts';

/** The configurations that an endpoint needs: what it serves, what is being rolled out, what its record names. */
export function configsNeededBy(
  { name: endpoint, configName, pending }: Snapshot,
  record: RolloutRecord | undefined,
): readonly Need[] {
  const needed = [
    ['serving', configName],
    ['pending', pending?.configName],
    ['record', record?.current],
    ['record', record?.previous],
  ] as const;
  return needed.flatMap(([kind, name]) =>
    name === undefined ? [] : [{ name, user: { kind, name: endpoint } }],
  );
}

/**
 * Whether something may be rolled out that is not named yet: an update names its configuration some
 * seconds after the call.
 */
export function mayNeedMore(snapshot: Snapshot): boolean {
  return isRunning(snapshot) && snapshot.pending === undefined && snapshot.status !== 'Creating';
}
