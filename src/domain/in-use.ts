import { isRunning, type Snapshot } from './endpoint.ts';
import type { RolloutRecord } from './record.ts';

/** What an endpoint needs: what it serves, what is being rolled out, what its record names. */
export function configsNeededBy(
  { configName, pending }: Snapshot,
  record: RolloutRecord | undefined,
): readonly string[] {
  const names = [configName, pending?.configName, record?.current, record?.previous];
  return names.filter((name) => name !== undefined);
}

/**
 * Whether something may be rolled out that is not named yet: an update names its configuration some
 * seconds after the call.
 */
export function mayNeedMore(snapshot: Snapshot): boolean {
  return isRunning(snapshot) && snapshot.pending === undefined && snapshot.status !== 'Creating';
}
