import type { ProblemCode } from '../domain/problem.ts';
import { type Phrase, phrase } from '../domain/text/phrase.ts';
import { UnreadableAnswer } from './aws-answers.ts';
import { type Way, wayOf } from './way.ts';

/** What the SDK throws, as far as it can be relied on. */
export interface SdkError {
  readonly name: string;
  readonly message: string;
  readonly httpStatus: number | undefined;
  /** What came with that status, where it is no answer of AWS: then no one has refused anything. */
  readonly came: Phrase | undefined;
  readonly retryAfterSeconds: number | undefined;
  /** The wire's own error, such as ECONNRESET; or the SDK gave up waiting. */
  readonly isOfTheWire: boolean;
  /** The code of such an error. */
  readonly code: string | undefined;
  /** How the call went. */
  readonly way: Way;
  /** The SDK has corrected its clock by the answer: the next call will do. */
  readonly clockCorrected: boolean;
}

/** The names by which AWS says that credentials have ended, or were never any. */
const endedCredentials = [
  'ExpiredToken',
  'ExpiredTokenException',
  'InvalidClientTokenId',
  'UnrecognizedClientException',
];

/** Errors that mean the same whatever was called, by their name. */
const codesByName: Readonly<Record<string, ProblemCode>> = {
  AccessDenied: 'access-denied',
  AccessDeniedException: 'access-denied',
  ConcurrentUpdateException: 'unavailable',
  CredentialsProviderError: 'credentials',
  IDPCommunicationErrorException: 'unavailable',
  IDPRejectedClaimException: 'credentials',
  IncompleteSignatureException: 'credentials',
  InternalServiceException: 'unavailable',
  InvalidIdentityTokenException: 'credentials',
  InvalidSignatureException: 'credentials',
  MissingAuthenticationTokenException: 'credentials',
  PackedPolicyTooLargeException: 'credentials',
  RegionDisabledException: 'credentials',
  RequestExpired: 'credentials',
  RequestLimitExceeded: 'throttled',
  ResourceLimitExceeded: 'quota-exceeded',
  Throttling: 'throttled',
  ThrottlingException: 'throttled',
  TokenProviderError: 'credentials',
  TooManyRequestsException: 'throttled',
};

/** Reads whatever an SDK call threw. */
export function readError(thrown: unknown): SdkError {
  if (thrown instanceof UnreadableAnswer) return { ...ofNoAnswer(thrown), way: wayOf(thrown) };
  const error = (typeof thrown === 'object' && thrown !== null ? thrown : {}) as {
    name?: string;
    message?: string;
    code?: unknown;
    $metadata?: { httpStatusCode?: number; clockSkewCorrected?: boolean };
    $response?: { headers?: Record<string, string> };
  };
  const { name = 'UnknownError' } = error;
  const httpStatus = error.$metadata?.httpStatusCode;
  const isUnread = httpStatus !== undefined && namesOfNoCode.includes(name);
  return {
    ...{ name, httpStatus },
    message: error.message || error.name || String(thrown),
    came: isUnread ? phrase`with what the AWS SDK cannot read` : undefined,
    retryAfterSeconds: secondsIn(error.$response?.headers?.['retry-after']),
    isOfTheWire: typeof error.code === 'string' || name === 'TimeoutError',
    code: typeof error.code === 'string' ? error.code : undefined,
    way: wayOf(thrown),
    clockCorrected: error.$metadata?.clockSkewCorrected === true,
  };
}

/** What the SDK throws where an answer has no code, or cannot be read. */
const namesOfNoCode = [
  ...['Error', 'RangeError', 'SyntaxError', 'TypeError', 'Unknown', 'UnknownError'],
];

function ofNoAnswer({
  name,
  message,
  status,
  came,
  retryAfter,
}: UnreadableAnswer): Omit<SdkError, 'way'> {
  const ofTheSdk = { isOfTheWire: false, clockCorrected: false, code: undefined };
  const retryAfterSeconds = secondsIn(retryAfter);
  return { name, message, httpStatus: status, came, retryAfterSeconds, ...ofTheSdk };
}

/** No service of AWS asks for longer: what does is a proxy's, or a mistake. */
const longestWaitSeconds = 300;

function secondsIn(retryAfter: string | undefined): number | undefined {
  const seconds = Math.min(Number(retryAfter), longestWaitSeconds);
  return seconds > 0 ? seconds : undefined;
}

/** What the error means whatever was called; undefined where that depends on the call. */
export function generalCodeOf(error: SdkError): ProblemCode | undefined {
  const code = codeByName(error);
  const isAnswered = code !== undefined || error.name === 'ValidationException';
  // By a skewed clock signatures are refused; every other answer is what it says.
  if (error.clockCorrected && (code === 'credentials' || !isAnswered)) return 'unavailable';
  return code;
}

function codeByName(error: SdkError): ProblemCode | undefined {
  if (isRefusedAssumption(error)) return 'credentials';
  if (endedCredentials.includes(error.name)) return 'credentials';
  return codesByName[error.name];
}

/** What the error means by the wire or the HTTP status alone. */
export function codeByStatus({ isOfTheWire, httpStatus, came }: SdkError): ProblemCode {
  if (isOfTheWire) return 'unreachable';
  if (httpStatus === undefined) return 'unexpected';
  if (httpStatus === 429) return 'throttled';
  if (httpStatus >= 500) return 'unavailable';
  return came ? 'unreadable' : 'refused';
}

/** Whether TLS failed because the certificate is not trusted: https://nodejs.org/api/tls.html#x509-certificate-error-codes */
export function isOfACertificate({ code = '' }: Pick<SdkError, 'code'>): boolean {
  return /CERT|SELF_SIGNED|UNABLE_TO_VERIFY|UNABLE_TO_GET_ISSUER/.test(code);
}

/** Whether AWS refused the call because of credentials that others might replace. */
export function saysThatCredentialsEnded(thrown: unknown): boolean {
  return endedCredentials.includes(readError(thrown).name);
}

/** The chain's own providers assume roles too: what they are refused is no right to call SageMaker. */
function isRefusedAssumption({ name, message }: SdkError): boolean {
  return (
    name.startsWith('AccessDenied') &&
    message.startsWith('Not authorized to perform sts:AssumeRole')
  );
}
