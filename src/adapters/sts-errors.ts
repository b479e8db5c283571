import { denialIn, type PolicyKind } from '../domain/denial.ts';
import { denialRemedy } from '../domain/denial-remedy.ts';
import { Problem, type ProblemCode, passes } from '../domain/problem.ts';
import { audienceOf, type Role, subjectHint, type TokenClaims } from '../domain/role.ts';
import { joined, own, type Phrase, phrase } from '../domain/text/phrase.ts';
import {
  codeByStatus,
  generalCodeOf,
  isOfACertificate,
  readError,
  type SdkError,
} from './sdk-error.ts';
import {
  notAnswered,
  notReached,
  remedyOfCertificates,
  remedyOfTheWay,
  statusOf,
} from './wire-words.ts';

/** Which role was asked for, where, and what the token said. */
export interface Attempt {
  readonly role: Role;
  readonly region: string;
  readonly claims: TokenClaims;
  readonly proxy: string | undefined;
}

/** What is wrong where STS refuses, as far as its error tells. */
type Mistake =
  | 'trust-policy'
  | 'no-provider'
  | 'audience'
  | 'token-expired'
  | 'duration'
  | 'region'
  | 'other';

/**
 * The Problem behind whatever AssumeRoleWithWebIdentity threw: trouble that passes, or
 * `credentials` with the usual mistakes, for this very token.
 * https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRoleWithWebIdentity.html
 */
export function refusedRole(thrown: unknown, attempt: Attempt): Problem {
  const error = readError(thrown);
  const { name, message, retryAfterSeconds } = error;
  const passing = passingCodeOf(error);
  const said = error.came ? undefined : message;
  const details = { said, cause: thrown, retryAfterSeconds };
  if (passing) {
    return new Problem(passing, passingMessage(passing, error, attempt), {
      ...details,
      remedy: remedyWherePassing(passing, error),
    });
  }
  return new Problem(
    'credentials',
    phrase`AWS did not allow this job to assume ${attempt.role.arn}.`,
    {
      ...details,
      said: `${said ?? ''} ${saidOfToken(attempt.claims)}`.trim(),
      remedy: deniedRemedy(message, attempt) ?? remedyOf(mistakeOf(name, message), attempt),
    },
  );
}

function remedyWherePassing(code: ProblemCode, error: SdkError): Phrase {
  if (isOfACertificate(error)) return remedyOfCertificates;
  const isOfTheWay = code === 'unreadable' || code === 'unreachable';
  return isOfTheWay ? remedyOfTheWay : phrase`Check the AWS Health Dashboard.`;
}

/** Policies before which no trust policy counts; mostly AWS names none. */
const outside: readonly (PolicyKind | undefined)[] = [
  ...(['service control', 'resource control', 'vpc endpoint'] as const),
];

function deniedRemedy(words: string, { role }: Attempt): Phrase | undefined {
  const denial = denialIn(words);
  if (!outside.includes(denial.policy)) return undefined;
  const { action = 'sts:AssumeRoleWithWebIdentity' } = denial;
  return denialRemedy(denial, { action, on: phrase`${role.arn}`, who: phrase`this job` });
}

/** Of trouble that trying again can help; undefined where it cannot. */
function passingCodeOf(error: SdkError): ProblemCode | undefined {
  if (isOfTheIdentityProvider(error)) return 'unavailable';
  const code = generalCodeOf(error) ?? codeByStatus(error);
  return passes(code) ? code : undefined;
}

/** STS could not ask GitHub for the keys of its tokens: that passes. */
function isOfTheIdentityProvider({ name, message }: SdkError): boolean {
  return (
    name.startsWith('IDPCommunicationError') ||
    (name.startsWith('InvalidIdentityToken') &&
      message.startsWith("Couldn't retrieve verification key"))
  );
}

/** The query protocol's codes have no `Exception` at the end, the SDK's names may. */
function mistakeOf(name: string, message: string): Mistake {
  const code = name.replace(/Exception$/, '');
  if (code === 'AccessDenied' || code === 'IDPRejectedClaim') return 'trust-policy';
  if (code === 'ExpiredToken') return 'token-expired';
  if (code === 'RegionDisabled') return 'region';
  if (code === 'InvalidIdentityToken') {
    if (message.startsWith('No OpenIDConnect provider found')) return 'no-provider';
    return message.startsWith('Incorrect token audience') ? 'audience' : 'other';
  }
  return message.startsWith('The requested DurationSeconds exceeds') ? 'duration' : 'other';
}

function remedyOf(mistake: Mistake, { role, region, claims }: Attempt): Phrase {
  const [account = ''] = role.arn.split(':').slice(4, 5);
  switch (mistake) {
    case 'trust-policy':
      return trustRemedy(role, claims);
    case 'no-provider':
      return phrase`Create the OpenID Connect provider ${issuerOf(claims)} with the audience ${audienceOf(role)} in account ${account} (IAM, Identity providers), or check the account in \`role-to-assume\`.`;
    case 'audience':
      return phrase`Add the audience ${audienceOf(role)} to the OpenID Connect provider ${issuerOf(claims)} in account ${account}, and to the trust policy of the role.`;
    case 'token-expired':
      return phrase`Check the clock of this runner: a token lives five minutes from GitHub's clock.`;
    case 'duration':
      return phrase`Lower \`role-duration\` (${role.durationSeconds} s), or raise the maximum session duration of the role. A short one is enough: the action renews its session while it watches.`;
    case 'region':
      return phrase`Activate AWS STS in ${region} (IAM, Account settings), or use another region.`;
    case 'other':
      return phrase`Read the error message, and fix the role or its trust policy.`;
  }
}

/** STS says the same of a role that does not exist. */
function trustRemedy(role: Role, { issuer, audience, subject }: TokenClaims): Phrase {
  const conditions =
    isPlain(issuer) && isPlain(subject)
      ? phrase` for the \`sub\` ${subject} and the \`aud\` ${audience ?? audienceOf(role)}`
      : phrase` for the \`sub\` and the \`aud\` of this token`;
  const check = phrase`Check the name of the role, and that its trust policy allows sts:AssumeRoleWithWebIdentity to the provider ${issuerOf({ issuer })}${conditions}.`;
  return joined([check, ...subjectHint(subject ?? '')], ' ');
}

function issuerOf({ issuer }: Pick<TokenClaims, 'issuer'>): string {
  const host = issuer?.replace(/^https:\/\//, '');
  return isPlain(host) && !host.includes('@') ? host : 'token.actions.githubusercontent.com';
}

/** Names in a claim may hold anything: only what is harmless stands in our own words. */
function isPlain(claim: string | undefined): claim is string {
  return claim !== undefined && /^[\w.@:/-]+$/.test(claim);
}

function saidOfToken({ issuer, audience, subject }: TokenClaims): string {
  const claims = Object.entries({ sub: subject, aud: audience, iss: issuer })
    .filter(([, value]) => value !== undefined)
    .map(([claim, value]) => `${claim} ${value}`);
  return claims.length > 0
    ? `(The token says: ${claims.join(', ')}.)`
    : '(The token says nothing.)';
}

function passingMessage(code: ProblemCode, error: SdkError, { region, proxy }: Attempt): Phrase {
  switch (code) {
    case 'unreadable':
      return notAnswered(own('AssumeRoleWithWebIdentity'), phrase`AWS STS in ${region}`, error);
    case 'throttled':
      return phrase`AWS STS in ${region} is throttling this account.`;
    case 'unreachable':
      return notReached(phrase`AWS STS in ${region}`, { ...error, proxy });
    default:
      return phrase`AWS STS in ${region} failed to answer AssumeRoleWithWebIdentity${statusOf(error)}.`;
  }
}
