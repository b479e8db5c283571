import type { CallFault } from '../sagemaker/faults.ts';
import { AwsError, accessDenied, expiredToken, rateExceeded } from './aws-error.ts';

/** Who calls, in the words of a refusal. */
const session = 'assumed-role/deployer/github-actions';

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
