import type { Snapshot } from './endpoint.ts';

/**
 * DescribeEndpoint may answer with an old state. Where nothing that AWS itself guards follows, one
 * poll never decides: a second one, so many seconds later, has to show the same.
 */
export const secondsToAgree = 5;

/** Whether two polls show the same state of the same endpoint. */
export function agree(one: Snapshot | undefined, other: Snapshot): boolean {
  return (
    one !== undefined &&
    one.status === other.status &&
    one.configName === other.configName &&
    one.pending?.configName === other.pending?.configName &&
    one.lastModified === other.lastModified
  );
}
