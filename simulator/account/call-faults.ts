import { AwsError, accessDenied, expiredToken, rateExceeded } from '../aws/aws-error.ts';
import type { Input } from '../aws/protocol.ts';
import { arnOf, type ResourceKind } from './arn.ts';
import type { CallFault } from './faults.ts';
import type { Place } from './place.ts';

/** Whom AWS takes every caller for, in its own words about them. */
export const session = 'assumed-role/deployer/github-actions';

const nameMembers: readonly (readonly [ResourceKind, string])[] = [
  ['endpoint', 'EndpointName'],
  ['endpoint-config', 'EndpointConfigName'],
  ['model', 'ModelName'],
];

/** A call on which a fault may strike. */
export interface Struck {
  readonly account: string;
  /** What it takes, such as `sagemaker:UpdateEndpoint`, and on which resource. */
  readonly permission: string;
  readonly resource: string;
}

/** The error that AWS answers when this fault strikes; the others have other ways to hurt. */
export function errorOf(fault: CallFault, struck: Struck): AwsError | undefined {
  switch (fault.kind) {
    case 'throttling':
      return rateExceeded();
    case 'refused':
      return new AwsError('ValidationException', fault.message);
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
        `arn:aws:sts::${struck.account}:${session}`,
        struck.permission,
        struck.resource,
      );
    default:
      return undefined;
  }
}

/** The resource that the caller may not touch: the wanted kind, or the first that the call names. */
export function resourceOf(input: Input, place: Place, fault: CallFault): string {
  const wanted = fault.kind === 'access-denied' ? fault.resource : undefined;
  for (const [kind, member] of nameMembers) {
    const name = input[member];
    if (typeof name === 'string' && (wanted ?? kind) === kind) return arnOf(place, kind, name);
  }
  return typeof input.ResourceArn === 'string' ? input.ResourceArn : '*';
}
