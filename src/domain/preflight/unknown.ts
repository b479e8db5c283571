import type { Plan } from '../plan.ts';
import type { RolloutRequest } from '../request.ts';
import { listed, phrase } from '../text/phrase.ts';
import type { Unknown } from '../unknown.ts';
import type { Finding } from './finding.ts';

/**
 * The API grows every month: what this version does not know is sent, and named, for AWS may also
 * ignore a member that it does not know.
 */
export function unknownFindings(
  { unknown = [] }: RolloutRequest,
  plan: Plan['kind'],
): readonly Finding[] {
  return plan === 'unchanged' || plan === 'join' ? [] : unknown.map(findingOf);
}

function findingOf({ place, value }: Unknown): Finding {
  const seen = value
    ? phrase`${place} is ${value.written}, which this version does not know: it knows ${listed(value.known)}.`
    : phrase`${place} is not a member that this version knows.`;
  return {
    id: value ? 'unknown-value' : 'unknown-member',
    level: 'warning',
    seen,
    why: phrase`It is sent as it is written: if it is newer than this version, AWS takes it; if it is a mistake, AWS may ignore it.`,
    remedy: phrase`Compare it with the API reference of CreateEndpointConfig and UpdateEndpoint.`,
  };
}
