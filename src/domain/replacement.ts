import { absentEndpoint, type Snapshot } from './endpoint.ts';
import { notCalled, type UpdateCall } from './update-call.ts';

/** What has become of a failed endpoint whose place another one takes. */
export interface Replacement {
  /** It was deleted, and is gone: this is how it was last seen. */
  readonly replaced: Snapshot | undefined;
}

export const noReplacement: Replacement = { replaced: undefined };

/** There is no endpoint any more: its creation is planned already, and goes on as any other. */
export function afterDeletion(replaced: Snapshot): Replacement & {
  readonly before: Snapshot;
  readonly latest: Snapshot;
  readonly plannedFor: string;
  readonly deletion: UpdateCall;
} {
  const none = absentEndpoint(replaced.name);
  return { replaced, before: none, latest: none, plannedFor: none.configName, deletion: notCalled };
}
