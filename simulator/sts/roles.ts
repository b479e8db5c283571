import { AwsError, refusal } from '../aws/aws-error.ts';
import type { Instant } from '../clock.ts';
import { claimsIn, type IdTokenClaims } from '../github/id-tokens.ts';

/** A role that GitHub's tokens may assume, by its trust policy. */
export interface RoleOptions {
  /** What the policy says of `sub`; a star stands for anything. Unset: any subject. */
  readonly subject?: string;
  /** What the policy and the provider say of `aud`. */
  readonly audience?: string;
  readonly longestSessionSeconds?: number;
  /** Sessions end so soon, whatever was asked for: real ones last 900 seconds at least. */
  readonly sessionSeconds?: number;
}

export type Role = Required<Omit<RoleOptions, 'sessionSeconds'>> &
  Pick<RoleOptions, 'sessionSeconds'>;

const issuer = 'https://token.actions.githubusercontent.com';

export function roleOf({
  subject = '*',
  audience = 'sts.amazonaws.com',
  longestSessionSeconds = 3600,
  ...rest
}: RoleOptions): Role {
  return { subject, audience, longestSessionSeconds, ...rest };
}

/**
 * Whether a token lets its bearer have a session of a role: first the token itself is checked,
 * then the trust policy, then the duration.
 *
 * @throws AwsError in the words of STS.
 */
export function admit(
  role: Role | undefined,
  { token, seconds, now }: { token: string; seconds: number; now: Instant },
): IdTokenClaims {
  const claims = claimsIn(token);
  if (claims?.iss !== issuer)
    throw invalidToken(
      'The ID Token provided is not a valid JWT. (You may see this error if you sent an Access Token)',
    );
  if (now >= claims.exp * 1000) {
    throw new AwsError(
      'ExpiredTokenException',
      `Token expired: current date/time ${Math.floor(now / 1000)} must be before the expiration date/time ${claims.exp}`,
    );
  }
  if (role && claims.aud !== role.audience) throw invalidToken('Incorrect token audience');
  if (!role || !matches(role.subject, claims.sub)) {
    throw new AwsError(
      'AccessDenied',
      'Not authorized to perform sts:AssumeRoleWithWebIdentity',
      403,
    );
  }
  if (seconds > role.longestSessionSeconds) {
    throw new AwsError(
      'ValidationError',
      'The requested DurationSeconds exceeds the MaxSessionDuration set for this role.',
    );
  }
  return claims;
}

/** Something that STS refuses for reasons of its own. */
export const refusals = {
  'no-provider': () =>
    invalidToken(`No OpenIDConnect provider found in your account for ${issuer}`),
  'no-keys': () =>
    invalidToken(
      "Couldn't retrieve verification key from your identity provider,  please reference AssumeRoleWithWebIdentity documentation for requirements",
    ),
  'idp-communication-error': () =>
    refusal('the identity provider did not answer', 'IDPCommunicationError'),
  'region-disabled': () =>
    new AwsError(
      'RegionDisabledException',
      'STS is not activated in this region for account:123456789012. Your account administrator can activate STS in this region using the IAM Console.',
      403,
    ),
} as const satisfies Readonly<Record<string, () => AwsError>>;
export type Refusal = keyof typeof refusals;

function invalidToken(message: string): AwsError {
  return new AwsError('InvalidIdentityToken', message);
}

function matches(pattern: string, subject: string): boolean {
  const parts = pattern.split('*').map((part) => part.replace(/[.+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`^${parts.join('.*')}$`).test(subject);
}
