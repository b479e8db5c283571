import { arnOf, type Place } from './arn.ts';
import { AwsError, accessDenied, expiredToken, type ResourceKind, rateExceeded } from './errors.ts';
import type { CallFault } from './faults.ts';

/** Who calls, in the words of a refusal. */
const session = 'assumed-role/deployer/github-actions';

/** A call on which a fault may strike. */
export interface Struck {
  readonly operation: string;
  readonly input: Readonly<Record<string, unknown>>;
  readonly place: Place;
}

/** The error that AWS answers when this fault strikes; the others have other ways to hurt. */
export function errorOf(fault: CallFault, struck: Struck): AwsError | undefined {
  switch (fault.kind) {
    case 'throttling':
      return rateExceeded();
    case 'expired-credentials':
      return expiredToken();
    case 'internal-failure':
      return new AwsError(
        'InternalFailure',
        'The request processing has failed because of an unknown error, exception or failure.',
        500,
      );
    case 'service-unavailable':
      return new AwsError(
        'ServiceUnavailable',
        'The request has failed due to a temporary failure of the server.',
        503,
      );
    case 'access-denied':
      return accessDenied(
        `arn:aws:sts::${struck.place.account}:${session}`,
        struck.operation,
        resourceOf(struck, fault.resource),
      );
    default:
      return undefined;
  }
}

const nameMembers: readonly (readonly [ResourceKind, string])[] = [
  ['endpoint', 'EndpointName'],
  ['endpoint-config', 'EndpointConfigName'],
  ['model', 'ModelName'],
];

/** The resource that the caller may not touch: the wanted kind, or the first that the call names. */
function resourceOf({ input, place }: Struck, wanted: ResourceKind | undefined): string {
  for (const [kind, member] of nameMembers) {
    const name = input[member];
    if (typeof name === 'string' && (wanted ?? kind) === kind) return arnOf(place, kind, name);
  }
  return typeof input.ResourceArn === 'string' ? input.ResourceArn : '*';
}
