import type { Lifecycle } from '../domain/lifecycle.ts';
import type { Outcome } from '../domain/outcome.ts';
import { type Phrase, phrase } from '../domain/text/phrase.ts';
import type { ReportData } from './report-data.ts';

/** The headline of `mode: delete`; undefined where it is that of a rollout. */
export function deletionHeadline(
  { mode, request: { endpointName } }: ReportData,
  outcome: Outcome,
): Phrase | undefined {
  if (mode !== 'delete') return undefined;
  switch (outcome.kind) {
    case 'deleted':
      return outcome.how === 'already-gone'
        ? phrase`Deleted: there is no endpoint ${endpointName} any more`
        : phrase`Deleted: endpoint ${endpointName}`;
    case 'started':
      return phrase`Started: endpoint ${endpointName} is being deleted`;
    case 'failed':
      return phrase`Failed: endpoint ${endpointName} was not deleted`;
    case 'timed-out':
      return phrase`Timed out: endpoint ${endpointName} was not seen to be deleted`;
    case 'unknown':
      return phrase`Unknown: whether endpoint ${endpointName} was deleted`;
    default:
      return undefined;
  }
}

/** What is going on while the endpoint is there. */
export function deletingPhrase({ request }: ReportData, { deletion }: Lifecycle): Phrase {
  return deletion.call === 'accepted'
    ? phrase`Deleting endpoint ${request.endpointName}`
    : phrase`Waiting to delete endpoint ${request.endpointName}`;
}
